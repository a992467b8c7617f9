import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { nearest, quoteFinder, squashed } from '../../../ingest/llm/quotes.ts';

const TEXT = '7月1日，省委常委、政法委书记王昌荣在湖州调研“全科网格”。\n王昌荣指出，要（深化）“全科网格”。';
const ALL = { start: 0, end: TEXT.length };
const find = quoteFinder(TEXT);
const words = (quote: string, range = ALL) => find(quote, range).map(({ start, end }) => TEXT.slice(start, end));

describe('quoteFinder', () => {
  it('finds every occurrence, letter by letter', () => {
    expect(words('王昌荣')).toEqual(['王昌荣', '王昌荣']);
    expect(find('王昌荣', ALL)[0]).toEqual({ start: 15, end: 18 });
  });

  it.each([
    ['7月1日,省委常委', '7月1日，省委常委'],
    ['调研「全科网格」。\n王昌荣', '调研“全科网格”。\n王昌荣'],
    ['调研 "全科 网格"', '调研“全科网格'],
    ['要(深化)全科网格', '要（深化）“全科网格'],
    ['７月１日', '7月1日'],
  ])('finds %j where only width, blanks and quotation marks differ', (quote, found) => {
    expect(words(quote)).toEqual([found]);
  });

  it.each(['王昌容', '王昌荣强调', '', '  ', '“”', '王昌荣…指出'])('does not find %j', (quote) => {
    expect(words(quote)).toEqual([]);
  });

  it('finds nothing outside the range', () => {
    expect(find('王昌荣', { start: 16, end: TEXT.length })).toEqual([{ start: 31, end: 34 }]);
    expect(find('「全科网格」', { start: 0, end: 25 })).toEqual([]);
  });

  test('quotes the text by every span it gives, whatever the text', () => {
    const pieces = fc.string({ unit: fc.constantFrom('王', '“', '”', ' ', '，', ',', 'ﬁ', '㍿', '\u{20BB7}', '\n') });
    fc.assert(
      fc.property(pieces, pieces, (text, quote) => {
        const spans = quoteFinder(text)(quote, { start: 0, end: text.length });
        for (const { start, end } of spans) {
          expect(0 <= start && start < end && end <= text.length).toBe(true);
          expect(squashed(text.slice(start, end))).toContain(squashed(quote));
        }
      }),
    );
  });

  test('finds every piece of a text that is more than marks', () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length - 1), fc.integer({ min: 2, max: 9 }), (start, length) => {
        const quote = TEXT.slice(start, start + length);
        fc.pre(/\p{Script=Han}/u.test(quote));
        expect(find(quote, ALL).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('nearest', () => {
  const spans = [
    { start: 0, end: 2 },
    { start: 50, end: 52 },
    { start: 90, end: 92 },
  ];
  it('takes the span nearest to both ends together', () => {
    expect(nearest(spans, [[{ start: 48, end: 49 }], [{ start: 60, end: 61 }]])).toBe(spans[1]);
  });
  it('takes the first where nothing tells them apart, and none of none', () => {
    expect(nearest(spans, [[]])).toBe(spans[0]);
    expect(nearest([], [])).toBeNull();
  });
});
