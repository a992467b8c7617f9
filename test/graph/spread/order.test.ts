import { describe, expect, it } from 'vitest';
import { binomialTest, median, pairsOf, ranksOf, signTest } from '../../../graph/spread/order.ts';

const day = (from: string, to = from) => ({ from, to });

describe('ranksOf', () => {
  it('ranks by who surely came before', () => {
    const ranges = [day('2019-01-01', '2019-12-31'), day('2019-07-01'), day('2020-01-01'), null];
    expect(ranksOf(ranges)).toEqual([
      { rank: 1, tied: true },
      { rank: 1, tied: true },
      { rank: 3, tied: false },
      { rank: null, tied: false },
    ]);
  });
});

describe('pairsOf', () => {
  it('puts the place in front that has programs first more often, with the median lag of the other', () => {
    const pairs = pairsOf(
      new Map([
        [
          'p1',
          new Map([
            ['a', day('2019-01-11')],
            ['b', day('2019-01-01')],
          ]),
        ],
        [
          'p2',
          new Map([
            ['a', day('2019-02-21')],
            ['b', day('2019-02-01')],
          ]),
        ],
        [
          'p3',
          new Map([
            ['a', day('2018-01-01')],
            ['b', day('2019-01-01')],
          ]),
        ],
        [
          'p4',
          new Map([
            ['a', day('2018-01-01', '2018-12-31')],
            ['b', day('2018-06-01')],
          ]),
        ],
      ]),
    );
    expect(pairs).toEqual([
      { leader: 'b', follower: 'a', led: ['p1', 'p2'], followed: ['p3'], ties: ['p4'], medianLag: 15, pValue: 1 },
    ]);
  });
});

describe('the exact tests', () => {
  // Values of R: binom.test(1, 10, 0.5)$p.value, binom.test(3, 5, 0.2)$p.value.
  it.each([
    [1, 10, 0.5, 0.021484375],
    [3, 5, 0.2, 0.05792],
    [0, 4, 0.5, 0.125],
    [2, 4, 0.5, 1],
  ])('of %i in %i at %d is %d', (hits, trials, chance, expected) => {
    expect(binomialTest(hits, trials, chance)).toBeCloseTo(expected, 10);
  });

  it('say nothing without a sign', () => {
    expect(signTest(0, 0)).toBeNull();
    expect(median([])).toBeNull();
  });
});
