import { describe, expect, test } from 'vitest';
import { type Given, NOTHING_GIVEN, readGivenByline, readGivenDate } from '../../ingest/given.ts';
import { readPage } from '../../ingest/pages.ts';

function read(text: string, given: Partial<Given>) {
  const input = { file: 'x', sha256: '0', text, given: { ...NOTHING_GIVEN, ...given } };
  const { items, issues } = readPage(input, { homeOf: () => null });
  return { page: items[0], articles: items[0]?.articles ?? [], issues };
}

describe('readGivenDate', () => {
  test.each([
    ['2019-07-03', '2019-07-03', 'day'],
    ['2019/7/3', '2019-07-03', 'day'],
    ['2019年7月3日 09:12', '2019-07-03', 'day'],
    ['20190703', '2019-07-03', 'day'],
    ['2019-07-02T20:30:00Z', '2019-07-03', 'day'],
    ['2019-07-03T06:30:00+08:00', '2019-07-03', 'day'],
    ['2019-07', '2019-07', 'month'],
    ['2019年7月', '2019-07', 'month'],
    ['2019', '2019', 'year'],
  ])('reads %s', (text, value, precision) => {
    expect(readGivenDate(text)).toEqual({ value, precision, basis: 'file' });
  });

  test.each(['', '昨日', '2019-13', '2019-02-30', '1562112000000'])('takes %j for no date', (text) => {
    expect(readGivenDate(text)).toBeNull();
  });
});

test.each([
  ['张倩', ['张倩']],
  ['记者 张倩 通讯员 王志浩', ['张倩', '王志浩']],
  ['["张倩", "王志浩"]', ['张倩', '王志浩']],
  ['张倩;王志浩', ['张倩', '王志浩']],
  ['本报评论员', []],
])('the byline field %s names %j', (words, names) => {
  expect(readGivenByline(words)?.map(({ name }) => name)).toEqual(names);
});

describe('a text with a given title', () => {
  const BODY =
    '甲县召开会议\n\n本报讯 昨日，甲县召开会议。\n\n会上，王平出席并讲话。\n\n另一件事\n\n乙县也召开会议。（李洁 摄）';

  test('is one article under that title, whatever lines stand in it', () => {
    const { articles } = read(BODY, { title: '甲县 召开\n会议' });
    expect(articles.map(({ title }) => title)).toEqual(['甲县 召开 会议']);
    expect(articles[0]?.text).toBe('昨日，甲县召开会议。\n会上，王平出席并讲话。\n另一件事\n乙县也召开会议。');
    expect(articles[0]?.dateline).toBe('本报讯');
  });

  test('keeps the people given, and adds those who only sign in the text', () => {
    const { articles } = read(BODY, { title: '题', byline: [{ name: '张倩', role: 'correspondent' }] });
    expect(articles[0]?.byline).toEqual([
      { name: '张倩', role: 'correspondent' },
      { name: '李洁', role: 'photographer' },
    ]);
  });

  test('keeps its title where it goes on from another page', () => {
    const { articles } = read('(上接1版)王平指出，要加强治理。', { title: '甲县召开会议' });
    expect(articles).toMatchObject([{ title: '甲县召开会议', kind: 'continuation', jump: { from: 1 } }]);
  });

  test('is of the given day and paper, and has the given address', () => {
    const { page, issues } = read(BODY, {
      title: '题',
      date: '2020-01-02',
      publication: '某报',
      issue: 7,
      pageNumber: 3,
      url: 'https://example.com/1',
    });
    expect(page).toMatchObject({
      publication: '某报',
      issue: 7,
      pageNumber: 3,
      date: { value: '2020-01-02', basis: 'file' },
      articles: [{ url: 'https://example.com/1' }],
    });
    expect(issues).toEqual([]);
  });

  test('reports a date that is none', () => {
    const { issues } = read(BODY, { title: '题', date: '前天' });
    expect(issues).toContainEqual({ stage: 'pages', reason: 'unread-date', text: '前天' });
  });

  test('gives no article without a text', () => {
    expect(read('题', { title: '题' }).articles).toEqual([]);
  });
});
