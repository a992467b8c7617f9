import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passage, quotesOf } from '../../graph/evidence.ts';
import type { GraphStore } from '../../graph/store.ts';
import { FIRST, openFixture } from '../web/fixture.ts';

let store: GraphStore;
beforeAll(async () => {
  store = await openFixture();
});
afterAll(() => store.close());

describe('quotesOf', () => {
  it('leaves out references to nothing', async () => {
    const refs = [
      { articleId: FIRST, start: 0, end: 4 },
      { articleId: 'article/0000000000000000', start: 0, end: 4 },
      { articleId: FIRST, start: 0, end: 100_000 },
    ];
    expect((await quotesOf(store, refs)).map(({ quote }) => quote)).toEqual(['7月1日']);
  });
});

describe('passage', () => {
  it('always returns a piece of one paragraph that reads on as the text does', () => {
    const text = fc.string({ unit: fc.constantFrom('王', '。', '\n', '𠮷', 'a'), minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, one, other) => {
        const [start, end] = [one % whole.length, other % (whole.length + 1)].sort((a, b) => a - b) as [number, number];
        const { before, quote, after } = passage(whole, start, end);
        expect(quote).toBe(whole.slice(start, end));
        expect(whole.slice(start - before.length, end + after.length)).toBe(before + quote + after);
        expect(before).not.toContain('\n');
        expect(after).not.toContain('\n');
      }),
    );
  });

  it('never cuts a character in two', () => {
    const whole = `${'𠮷'.repeat(100)}王${'𠮷'.repeat(100)}`;
    const { before, after, cutBefore, cutAfter } = passage(whole, 200, 201);
    for (const part of [before, after]) expect(() => encodeURIComponent(part)).not.toThrow();
    expect([cutBefore, cutAfter]).toEqual([true, true]);
  });
});
