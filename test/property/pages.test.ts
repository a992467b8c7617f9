import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates } from '../../ingest/dates.ts';
import { toDocument } from '../../ingest/document.ts';
import { type BodyItem, joinBody } from '../../ingest/joins.ts';
import { readPage } from '../../ingest/pages.ts';

const WORDS = [
  '本报讯',
  '本报记者 林越',
  '通讯员 李 洁',
  '甲县召开会议',
  '昨日，',
  '7月1日',
  '2019年',
  '。',
  '，',
  '“',
  '”',
  '（',
  '）',
  '《',
  '\n',
  '\n\n',
  '\n\n\n\n',
  '（下转2版）',
  '(上接1版)',
  '图为现场。',
  '张卉 摄',
  '——访某市书记顾明',
  '休刊启事',
  '编者按：',
  '# ',
  '---',
  '第 5783 期',
  '星期三 2021年4月',
  '28',
  '　　',
  ' ',
  '村里说事了',
  'http://a.cn',
  '公告刊登',
  '\u0000',
  '\ud800',
  '👮',
];
const page = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(''));
const LONG = 100_000;

function read(text: string) {
  const [first] = readPage({ file: 'p', sha256: '0', text }, { homeOf: () => null }).items;
  if (!first) throw new Error('readPage gives one page');
  return first;
}

describe('pages of any text', () => {
  test('every article has a text or a title, no blank paragraphs, and an id of its own unless it is printed twice', () => {
    fc.assert(
      fc.property(page, (text) => {
        for (const article of read(text).articles) {
          expect(article.text + (article.title ?? '')).not.toBe('');
          expect(article.text.split('\n').every((paragraph) => paragraph.trim() !== '' || article.text === '')).toBe(
            true,
          );
        }
      }),
    );
  });

  test('no word of an article is made up: its characters stand on the page', () => {
    fc.assert(
      fc.property(page, (text) => {
        const printed = new Set([...text, '\n', ' ', '。']);
        for (const article of read(text).articles)
          expect([...article.text].every((character) => printed.has(character))).toBe(true);
      }),
    );
  });

  test('dates quote the document in order and do not overlap', () => {
    fc.assert(
      fc.property(page, (text) => {
        const first = read(text);
        for (const article of first.articles) {
          const document = toDocument(article, first);
          let end = 0;
          for (const mention of findDates(document).items) {
            expect(mention.start).toBeGreaterThanOrEqual(end);
            expect(mention.end).toBeGreaterThan(mention.start);
            end = mention.end;
          }
          expect(end).toBeLessThanOrEqual(document.text.length);
        }
      }),
    );
  });

  test.each([
    '，',
    '。',
    '“',
    '(',
    '记者 ',
    '张三 ',
    '1日、',
    '12月3日，',
    '甲\n',
    '甲。\n乙，\n',
    '上接1版\n',
    '本报记者 李洁\n\n',
    '![[',
    '<p ',
    '\n',
    '　',
    '# 甲\n',
    '图为',
    '---\n',
    '今年1月起',
  ])('a long page of %j comes to an end', (piece) => {
    const first = read(piece.repeat(Math.ceil(LONG / piece.length)));
    for (const article of first.articles) expect(findDates(toDocument(article, first)).items).toBeInstanceOf(Array);
  });
});

test('a joined body has every character of its blocks', () => {
  const item = fc.record({
    text: fc.string({ unit: fc.constantFrom(...'甲乙，。“”（）：一、的'), minLength: 1, maxLength: 12 }),
    kind: fc.constantFrom<BodyItem['kind']>('text', 'text', 'line', 'caption'),
    indented: fc.boolean(),
  });
  const sorted = (text: string) => [...text].sort().join('');
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), (items) => {
      expect(sorted(joinBody(items).join(''))).toBe(sorted(items.map(({ text }) => text).join('')));
    }),
  );
});
