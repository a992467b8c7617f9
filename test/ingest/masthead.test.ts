import { describe, expect, test } from 'vitest';
import { readBlocks } from '../../ingest/blocks.ts';
import { dateOf, readMasthead } from '../../ingest/masthead.ts';
import { loadNewspapers } from '../../ingest/newspapers.ts';

const NEWSPAPERS = loadNewspapers();
const read = (page: string) => readMasthead(readBlocks(page), NEWSPAPERS);

describe('dateOf', () => {
  test.each([
    ['2022年5月23日 星期一 2 要闻', '2022-05-23'],
    ['2018.11.07 | 星期三', '2018-11-07'],
    ['二〇二一年四月二十八日', '2021-04-28'],
    ['星期三 2021年4月\n农历辛丑年三月十七\n28', '2021-04-28'],
    ['星期一 2020年1月\n6', '2020-01-06'],
    ['2021年4月 星期三 农历三月十七', '2021-04-28'],
    ['星期三 2021年4月\n12\n28\n8', '2021-04-28'],
  ])('reads %j', (text, value) => {
    expect(dateOf(text)).toEqual({ value, precision: 'day', basis: 'masthead' });
  });

  test('stays at the month where no day agrees', () => {
    expect(dateOf('2021年4月')).toMatchObject({ value: '2021-04', precision: 'month' });
    expect(dateOf('2021年13月32日')).toBeNull();
  });
});

describe('readMasthead', () => {
  test('finds paper, issue and day in a head that is torn over many lines', () => {
    const page =
      '“某某报”微信\n\n平湖日报\n\n星期三 2021年4月\n农历辛丑年三月十七\n\n28\n\n新闻热线:0571-85310548 | 第 6237 期 今日12版\n\n甲县召开会议\n\n本报讯 昨日，甲县召开会议。';
    const masthead = read(page);
    expect(masthead).toMatchObject({ publication: '平湖日报', issue: 6237, date: { value: '2021-04-28' } });
    expect(masthead.blocks.size).toBe(6);
  });

  test('knows a paper by its serial number', () => {
    expect(read('国内统一刊号:CN33-0019 邮发代号:31-25').publication).toBe('浙江法制报');
  });

  test('takes an unknown paper by the shape of its name', () => {
    expect(read('桃源日报 2021年4月28日 星期三').publication).toBe('桃源日报');
  });

  test('reads the source line of a web page', () => {
    const page = '# 甲县推行说事\n\n发布时间：2022-11-03 09:15　来源：丽水日报\n\n甲县近日推行说事。';
    expect(read(page)).toMatchObject({ publication: '丽水日报', date: { value: '2022-11-03' } });
  });

  test('does not take a headline or the day below a notice for the masthead', () => {
    const page = '甲县人民政府通告\n\n禁止燃放。\n\n甲县人民政府\n\n2019年12月17日';
    expect(read(page)).toMatchObject({ publication: null, date: null });
  });
});
