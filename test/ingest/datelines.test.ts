import { describe, expect, test } from 'vitest';
import { readLead } from '../../ingest/datelines.ts';

describe('readLead', () => {
  test.each([
    ['本报讯 按照省委', '本报讯', [], '按照省委'],
    ['本报讯按照省委', '本报讯', [], '按照省委'],
    ['本报讯（通讯员 高飞）近日', '本报讯', ['高飞'], '近日'],
    ['本报岱山讯（记者 叶秋 通讯员 蒋海）码头上', '本报岱山讯', ['叶秋', '蒋海'], '码头上'],
    ['人民网衢州4月26日电（方彭依梦）继', '人民网衢州4月26日电', ['方彭依梦'], '继'],
    ['新华社杭州3月5日电(记者李洁、王志)今天', '新华社杭州3月5日电', ['李洁', '王志'], '今天'],
    ['某某在线8月12日讯 近日', '某某在线8月12日讯', [], '近日'],
    ['长兴县融媒体中心讯 近日', '长兴县融媒体中心讯', [], '近日'],
    ['《某某日报》2020年8月5日讯 近日', '《某某日报》2020年8月5日讯', [], '近日'],
    ['【本报讯】近日', '本报讯', [], '近日'],
    ['【某某在线】近日', '某某在线', [], '近日'],
    ['本报讯 记者 李洁 通讯员 王志浩 昨日', '本报讯', ['李洁', '王志浩'], '昨日'],
    ['本报讯 记者李洁报道：昨日', '本报讯', ['李洁'], '昨日'],
    ['讯（记者 李洁）今天', '讯', ['李洁'], '今天'],
  ])('strips %s', (text, dateline, names, rest) => {
    const lead = readLead(text);
    expect(lead?.dateline).toBe(dateline);
    expect(lead?.byline.map(({ name }) => name)).toEqual(names);
    expect(text.slice(lead?.bodyStart)).toBe(rest);
  });

  test.each([
    '据某某日报报道，今天',
    '国家电网湖州公司',
    '全国电视电话会议召开，',
    '近日，嵊泗县消息灵通',
    '本报记者来电显示',
    '通讯很短',
  ])('leaves %s alone', (text) => {
    expect(readLead(text)).toBeNull();
  });

  test('marks 又讯 as going on with the article above', () => {
    expect(readLead('又讯 昨日')).toMatchObject({ second: true, dateline: '又讯' });
  });
});
