import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ExtractedPage } from '../../ingest/contract.ts';
import { openPipeline } from '../../ingest/pipeline.ts';
import { rawPage, seedPages } from '../support/pages.ts';

const pipeline = openPipeline();
const seeds = seedPages();

/** Pieces that pages are made of, in any order and number: what a damaged scan looks like. */
const pieces = fc.constantFrom(
  '新闻热线:0571-85310548 | 第 5783 期 今日 12 版',
  '2021年4月28日 星期三',
  '\n\n',
  '\n',
  '本报记者 张倩 王志浩',
  '本报讯 ',
  '(下转2版)',
  '(上接1版)',
  '省委常委、政法委书记王昌荣',
  '出席会议并讲话。',
  '在湖州市吴兴区龙泉街道祥和片区探索建立',
  '“全科网格”',
  '召开全省推进会',
  '副县长A、B、',
  '“',
  '”',
  '（',
  '《',
  '、',
  '，',
  '。',
  '2019年',
  '31日',
  '近日',
  '他强调',
  '李　洁 摄',
  '\u{20BB7}田',
  '\u202E',
  '👮',
  '<script>alert(1)</script>',
);
const scraps = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 120 })
  .map((parts) => parts.join(''));

function check(text: string): void {
  const { extraction } = pipeline.run(rawPage(text));
  ExtractedPage.parse(extraction);
  for (const article of extraction.articles) {
    const ids = new Set(article.entities.map(({ id }) => id));
    const isSpan = ([start, end]: readonly [number, number]) => start < end && end <= article.text.length;
    for (const entity of article.entities) expect(entity.mentions.every(isSpan), entity.id).toBe(true);
    for (const fact of article.facts) {
      expect(ids.has(fact.from) && ids.has(fact.to), `${fact.type} ${fact.from} ${fact.to}`).toBe(true);
      for (const { evidence } of [fact, ...(fact.also ?? [])]) {
        expect(isSpan(evidence), fact.type).toBe(true);
        const quote = article.text.slice(...evidence);
        expect(quote.trim()).toBe(quote);
        expect(quote).not.toBe('');
      }
    }
  }
}

describe('an extraction', () => {
  test('of a seed page keeps the contract, names only known entities and quotes words that are there', () => {
    for (const page of seeds) check(page.text);
  });

  test('shows a name in the words of each of its mentions', () => {
    for (const page of seeds) {
      for (const article of pipeline.run(page).extraction.articles) {
        for (const { kind, name, aliases, mentions } of article.entities) {
          if (kind !== 'Person' && kind !== 'Program') continue;
          const forms = [name, ...aliases].map(squash);
          for (const [start, end] of mentions) expect(forms).toContain(squash(article.text.slice(start, end)));
        }
      }
    }
  });

  test('of a page does not depend on the pages before it', () => {
    const inOrder = seeds.map((page) => pipeline.run(page).extraction);
    const reversed = [...seeds].reverse().map((page) => pipeline.run(page).extraction);
    expect(reversed.reverse()).toEqual(inOrder);
  });

  test('of any damaged page keeps the contract', () => {
    fc.assert(fc.property(scraps, check), { numRuns: 150 });
  });

  test.each([
    ['one opened quotation', '“'.repeat(50_000)],
    ['names without an end', '王昌荣、'.repeat(20_000)],
    ['posts without an end', '副书记、'.repeat(20_000)],
    ['places without an end', '浙江省湖州市吴兴区'.repeat(9_000)],
    ['digits', '2019年1月'.repeat(15_000)],
    ['one sentence of meetings', '召开全省平安建设推进会'.repeat(8_000)],
    ['short lines', '王\n'.repeat(40_000)],
    ['programs in one clause', '平安湖州'.repeat(25_000)],
    ['foreign names', '买买提·'.repeat(25_000)],
    ['bodies of a level', '市委'.repeat(50_000)],
  ])(
    'of 100 kB of %s ends',
    (_, text) => {
      check(text.slice(0, 100_000));
    },
    60_000,
  );
});

function squash(text: string): string {
  return text.normalize('NFKC').replace(/[\s“”‘’"'·、,，。:：()（）—-]/gu, '');
}
