import { expect, it } from 'vitest';
import { firstPairs, type Leaders } from '../../../graph/spread/leaders.ts';
import { HANGZHOU, HUZHOU, PROVINCE, WENZHOU } from './world.ts';

const pair = (leader: string, follower: string): Leaders['pairs'][number] => ({
  ...{ leader, follower, leaderName: leader, followerName: follower },
  ...{ led: [], followed: [], ties: [], medianLag: null, pValue: null },
});
const ALL: Leaders = {
  ...{ counted: { articles: 5, isCurrent: true }, level: 'city', within: PROVINCE, leaders: [] },
  pairs: [pair(HUZHOU, WENZHOU), pair(HUZHOU, HANGZHOU), pair(WENZHOU, HANGZHOU)],
};

it('sends the first pairs and says how many there are', () => {
  expect(firstPairs(ALL, { take: 2 })).toEqual({ ...ALL, pairs: ALL.pairs.slice(0, 2), pairsTotal: 3 });
  expect(firstPairs(ALL, { take: 9 })).toEqual({ ...ALL, pairsTotal: 3 });
});

it('sends the pair that an address names behind them, once', () => {
  const [first, , last] = ALL.pairs;
  expect(firstPairs(ALL, { take: 1, pair: [WENZHOU, HANGZHOU] }).pairs).toEqual([first, last]);
  expect(firstPairs(ALL, { take: 1, pair: [HUZHOU, WENZHOU] }).pairs).toEqual([first]);
  expect(firstPairs(ALL, { take: 1, pair: [HANGZHOU, WENZHOU] }).pairs, 'nobody of that order').toEqual([first]);
});
