/** Who came first, how far behind the others were, and who tends to come before whom. */
import { daysBetween, knownRange, order } from './ranges.ts';
import type { Range } from './types.ts';

export interface Ranked {
  /** 1 + the number of others that surely came before; null without a date. */
  readonly rank: number | null;
  readonly tied: boolean;
}

/** Ranks by ranges of days: two of which neither surely comes first may share a rank. */
export function ranksOf(ranges: readonly (Range | null)[]): readonly Ranked[] {
  const ranks = ranges.map((range) =>
    range === null || knownRange(range) === null
      ? null
      : 1 + ranges.filter((other) => other !== null && order(other, range) === -1).length,
  );
  return ranks.map((rank, index) => ({
    rank,
    tied: rank !== null && ranks.some((other, at) => at !== index && other === rank),
  }));
}

export interface Lag {
  readonly days: number;
  readonly least: number;
  readonly most: number;
}

/** Days from one range to a later one by their last days, and what the ranges allow at least and at most (never below 0). */
export function lagOf(first: Range, range: Range): Lag | null {
  const [start, end] = [knownRange(first), knownRange(range)];
  if (!start || !end) return null;
  return {
    days: Math.max(0, daysBetween(start.to, end.to)),
    least: Math.max(0, daysBetween(start.to, end.from)),
    most: Math.max(0, daysBetween(start.from, end.to)),
  };
}

export interface Pair {
  readonly leader: string;
  readonly follower: string;
  /** Programs that the one surely had first, that the other surely had first, and that neither surely had first. */
  readonly led: readonly string[];
  readonly followed: readonly string[];
  readonly ties: readonly string[];
  /** Median days of the follower behind the leader over `led`. */
  readonly medianLag: number | null;
  /** Two-sided sign test that either comes first equally often, ties left out; pairs are many, so small values come by chance too. */
  readonly pValue: number | null;
}

/** For each two places with a program in common: who had it first, the one that leads more often in front. */
export function pairsOf(adopted: ReadonlyMap<string, ReadonlyMap<string, Range>>): readonly Pair[] {
  const counts = new Map<
    string,
    { a: string; b: string; led: string[]; followed: string[]; ties: string[]; lags: [number[], number[]] }
  >();
  for (const [program, places] of [...adopted].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const known = [...places].filter(([, range]) => knownRange(range) !== null).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [index, [a, first]] of known.entries()) {
      for (const [b, second] of known.slice(index + 1)) {
        const key = `${a}\n${b}`;
        const pair = counts.get(key) ?? { a, b, led: [], followed: [], ties: [], lags: [[], []] };
        counts.set(key, pair);
        const sign = order(first, second);
        (sign === -1 ? pair.led : sign === 1 ? pair.followed : pair.ties).push(program);
        if (sign === -1) pair.lags[0].push(lagOf(first, second)?.days ?? 0);
        if (sign === 1) pair.lags[1].push(lagOf(second, first)?.days ?? 0);
      }
    }
  }
  return [...counts.values()].map(({ a, b, led, followed, ties, lags }) => {
    const [leader, follower, won, lost, wins] =
      followed.length > led.length ? [b, a, followed, led, lags[1]] : [a, b, led, followed, lags[0]];
    return {
      leader,
      follower,
      led: won,
      followed: lost,
      ties,
      medianLag: median(wins),
      pValue: signTest(won.length, lost.length),
    };
  });
}

/** The middle value, of an even number the mean of both; null for none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}

/** The two-sided sign test: the exact binomial test with a chance of one half. Null for no sign. */
export function signTest(wins: number, losses: number): number | null {
  return wins + losses === 0 ? null : binomialTest(wins, wins + losses, 0.5);
}

/** Outcomes whose chance is equal but for the last bits count as equal; as R's and SciPy's exact tests do. */
const RELATIVE_ERROR = 1 + 1e-7;

/** Two-sided exact binomial test: the summed chance of all outcomes that are no likelier than the one seen. */
export function binomialTest(hits: number, trials: number, chance: number): number {
  const logs = logFactorials(trials);
  const likelihood = (k: number): number => {
    if (chance === 0) return k === 0 ? 1 : 0;
    if (chance === 1) return k === trials ? 1 : 0;
    const ways = (logs[trials] as number) - (logs[k] as number) - (logs[trials - k] as number);
    return Math.exp(ways + k * Math.log(chance) + (trials - k) * Math.log(1 - chance));
  };
  const seen = likelihood(hits) * RELATIVE_ERROR;
  let sum = 0;
  for (let k = 0; k <= trials; k += 1) if (likelihood(k) <= seen) sum += likelihood(k);
  return Math.min(1, sum);
}

function logFactorials(limit: number): readonly number[] {
  const logs = [0];
  for (let n = 1; n <= limit; n += 1) logs.push((logs[n - 1] as number) + Math.log(n));
  return logs;
}
