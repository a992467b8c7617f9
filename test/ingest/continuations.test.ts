import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Half } from '../../graph/jumps.ts';
import { joinContinuations } from '../../ingest/continuations.ts';

function half(id: string, given: Partial<Half>): Half {
  return {
    id: `article/${id}`,
    publication: '某报',
    day: '2019-07-03',
    issue: null,
    pageNumber: null,
    to: null,
    from: null,
    mentions: [],
    ...given,
  };
}

const BEGINNING = half('b', { pageNumber: 1, to: 3 });
const CONTINUATION = half('c', { pageNumber: 3, from: 1 });
const keys = (...halves: Half[]) => joinContinuations(halves).items.map(({ key }) => key);

describe('joinContinuations', () => {
  test('joins a continuation with its beginning, from the former to the latter', () => {
    expect(joinContinuations([BEGINNING, CONTINUATION])).toEqual({
      items: [
        {
          key: 'CONTINUES|article/c|article/b',
          type: 'CONTINUES',
          from: 'article/c',
          to: 'article/b',
          properties: { key: 'CONTINUES|article/c|article/b' },
        },
      ],
      issues: [],
    });
  });

  test.each<[string, Partial<Half>, boolean]>([
    ['of another paper', { publication: '他报' }, false],
    ['of another day', { day: '2019-07-04' }, false],
    ['of no known day', { day: null }, false],
    ['on a page that nobody names', { pageNumber: 4 }, false],
    ['that comes from another page', { from: 2 }, false],
    ['on a page without number', { pageNumber: null }, true],
  ])('a continuation %s: %j', (_, given, isJoined) => {
    expect(keys(BEGINNING, { ...CONTINUATION, ...given })).toHaveLength(isJoined ? 1 : 0);
  });

  test('goes by the number of the issue where both print it, and where the day is not known', () => {
    const numbered = { ...BEGINNING, issue: 5783 };
    expect(keys(numbered, { ...CONTINUATION, issue: 5783, day: null })).toHaveLength(1);
    expect(keys(numbered, { ...CONTINUATION, issue: 5784 })).toEqual([]);
  });

  test('joins pages without numbers only by names that both have', () => {
    const bare = { pageNumber: null, mentions: ['person/王平', 'program/村里说事', 'place/浙江省'] };
    expect(keys({ ...BEGINNING, ...bare }, { ...CONTINUATION, ...bare })).toHaveLength(1);
    const places = { pageNumber: null, mentions: ['person/王平', 'place/浙江省', 'place/浙江省/湖州市'] };
    expect(keys({ ...BEGINNING, ...places }, { ...CONTINUATION, ...places })).toEqual([]);
  });

  test('of several on the same two pages joins those that share names, the rare ones above all', () => {
    const common = ['org/省委', 'place/浙江省'];
    const halves = [
      half('b1', { pageNumber: 1, to: 3, mentions: [...common, 'person/王平'] }),
      half('b2', { pageNumber: 1, to: 3, mentions: [...common, 'program/村里说事'] }),
      half('c1', { pageNumber: 3, from: 1, mentions: [...common, 'program/村里说事'] }),
      half('c2', { pageNumber: 3, from: 1, mentions: ['person/王平'] }),
    ];
    expect(keys(...halves)).toEqual(['CONTINUES|article/c2|article/b1', 'CONTINUES|article/c1|article/b2']);
  });

  test('joins none where nothing tells two apart, and says so', () => {
    const other = { ...BEGINNING, id: 'article/b2' };
    expect(joinContinuations([BEGINNING, other, CONTINUATION])).toEqual({
      items: [],
      issues: [{ stage: 'continuations', reason: 'ambiguous-jump', text: 'article/c' }],
    });
  });

  test('joins the three parts of an article as a chain', () => {
    const middle = half('m', { pageNumber: 3, from: 1, to: 4 });
    const end = half('e', { pageNumber: 4, from: 3 });
    expect(keys(BEGINNING, middle, end)).toEqual(['CONTINUES|article/m|article/b', 'CONTINUES|article/e|article/m']);
  });

  test('does not depend on order, repetition or other issues', () => {
    const number = fc.option(fc.integer({ min: 1, max: 4 }), { nil: null });
    const any = fc.record({
      id: fc.constantFrom('article/1', 'article/2', 'article/3', 'article/4', 'article/5', 'article/6'),
      publication: fc.constant('某报'),
      day: fc.constantFrom('2019-07-03', null),
      issue: fc.constantFrom(1, null),
      pageNumber: number,
      to: number,
      from: number,
      mentions: fc.subarray(['person/a', 'person/b', 'program/c', 'place/d']),
    });
    const far = { ...BEGINNING, id: 'article/9', day: '2020-01-01', mentions: ['person/a', 'person/b'] };
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ({ id }) => id }), (halves) => {
        const joined = joinContinuations(halves);
        expect(joinContinuations([...halves].reverse())).toEqual(joined);
        expect(joinContinuations([...halves, far, ...halves])).toEqual(joined);
        const ends = joined.items.flatMap(({ from, to }) => [`from ${from}`, `to ${to}`]);
        expect(new Set(ends).size).toBe(ends.length);
      }),
    );
  });
});
