import { expect, test } from 'vitest';
import { pageNumberIn, pageNumberOfFile, readPageNumber } from '../../ingest/page-number.ts';

test.each([
  ['2022年5月23日 星期一 2 要闻', 2],
  ['2019年7月3日 星期三 第2版 要闻', 2],
  ['第03版', 3],
  ['３版 综合', 3],
  ['二版', 2],
  ['十二版', 12],
  ['A03', 3],
  ['A03 要闻', 3],
  ['责任编辑：张三 2版', 2],
])('the masthead line %s prints a page number', (line, number) => {
  expect(pageNumberIn([line])).toBe(number);
});

test.each([
  '今日12版',
  '本期共8版',
  '第 6237 期 今日 12 版',
  '28',
  '(下转2版)',
  '详见3版',
  '2021-04-28 09:12 来源：某报',
])('the line %s prints no page number of its own', (line) => {
  expect(pageNumberIn([line])).toBeNull();
});

test('several pages in one file have no number together', () => {
  expect(pageNumberIn(['第1版', '第2版'])).toBeNull();
  expect(pageNumberIn(['第2版', '2版 要闻'])).toBe(2);
});

test.each([
  ['版面/03版.txt', 3],
  ['2019-07-03_第3版.txt', 3],
  ['某报2019-07-03第02版要闻.txt', 2],
  ['某报-A03.html', 3],
  ['page3.txt', 3],
  ['000_dec41287.txt', null],
  ['2019-07-03.txt', null],
  ['c1.txt', null],
  ['all.jsonl#12', null],
])('the file name %s says the page %s', (file, number) => {
  expect(pageNumberOfFile(file)).toBe(number);
});

test('no page is number 0', () => {
  expect(readPageNumber('A00')).toBeNull();
});
