import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../ingest/front-matter.ts';
import { isFooter, isFurniture, isLossNotice } from '../../ingest/furniture.ts';

describe('isFurniture', () => {
  test.each([
    '2022年5月23日 星期一 2 要闻',
    '2018.11.07 | 星期三 | 法治福建',
    '2024年12月31日 星期二 第4125期 各地 05',
    '2020年12月14日 星期一 A03版 城事',
    '２０２２年５月２３日　星期一　第７版　社会',
    '农历辛丑年三月十七',
    '08版',
    'A03',
    '要闻',
    '新闻热线:0571-85310548 13857101115',
    '责任编辑：张三 版式：李四',
    '2021-04-28 09:12 来源：某报',
    '640 (15).jpg',
    '【 第1页 第2页 第3页 】',
    '新闻热线 本版主编 美编 照排',
    '2021年4月28日 星期三 责编 林越 校对 岑 一 要闻 3',
    '2016.3.4 星期五 编辑/林越 版式/王志 E-mail:pa_06@example.com 平安桃源 06',
    '编辑/林越、王志 校对：岑一',
    '责编 林越 校对 王志 要闻',
    '一审：林越',
    '电话:0551-65179835 邮箱:pa_06@example.com',
    '某省公安厅主管主办',
    '每周一、三、五出版',
    '甲辰年五月初八',
  ])('hides %s', (line) => {
    expect(isFurniture(line)).toBe(true);
  });

  test.each([
    '2018年10月10日，甲县召开会议。',
    '2019年平安建设',
    '2024年4月1日起施行',
    '扫码上报',
    '居民扫描二维码，就能上报。',
    '7月2日休刊',
    '平安县委书记说事',
    '星期三的说事日',
    '设计 一座桥',
    '编辑 部的故事讲给网格员听',
    '责编 林越说星期三见',
    '电话打给了派出所',
    '一审宣判',
  ])('leaves %s to the articles', (line) => {
    expect(isFurniture(line)).toBe(false);
  });

  test('knows the foot of a page', () => {
    expect(isFooter('公告刊登、公告查询请扫')).toBe(true);
    expect(isFooter('市政府发布公告，公告查询方便了。')).toBe(false);
  });
});

test('a paid notice of something lost is known by its words', () => {
  expect(isLossNotice('甲县某五金店遗失营业执照副本一份，声明作废。')).toBe(true);
  expect(isLossNotice('老人遗失的钱包被民警找回。')).toBe(false);
});

describe('readFrontMatter', () => {
  test('reads keys in either language and takes quotes off', () => {
    expect(readFrontMatter('---\ntitle: "说事"\n日期：2020-01-02\n---\n正文')).toEqual({
      fields: { title: '说事', date: '2020-01-02' },
      rest: '正文',
    });
  });

  test.each(['正文\n---\na: b\n---', '---\n没有键\n---\n正文', '---\ntitle: 甲'])('leaves %j as text', (text) => {
    expect(readFrontMatter(text)).toEqual({ fields: {}, rest: text });
  });
});
