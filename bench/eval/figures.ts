/** Counts of judgements → precision, recall and F1, with an interval. */
import { CATEGORIES, type Check, type Judgement, SIDE_CATEGORIES } from './judge.ts';
import type { PageScore } from './score-page.ts';

/** `ALL` sums up all categories but `articles`, whose items hold the others. */
export const ROWS = [...CATEGORIES, 'ALL', ...SIDE_CATEGORIES.filter((category) => category !== 'learned')] as const;
export type Row = (typeof ROWS)[number];

export interface Rate {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Items annotated. */
  readonly gold: number;
  /** Items found, without optional ones. */
  readonly found: number;
}

export type Rates = Readonly<Record<Row, Rate>>;

interface Tally {
  right: number;
  missed: number;
  wrong: number;
}

type Tallies = Readonly<Record<Row, Tally>>;

/** Micro-averaged: the items of all pages are counted together. */
export function ratesOf(pages: readonly PageScore[]): Rates {
  return rates(pages.map(talliesOf));
}

/** Share of right ones for each kind of check. */
export function accuracyOf(
  pages: readonly PageScore[],
): Readonly<Record<Check['measure'], { readonly right: number; readonly of: number }>> {
  const checks = pages.flatMap((page) => page.checks);
  const count = (measure: Check['measure']) => {
    const own = checks.filter((check) => check.measure === measure);
    return { right: own.filter(({ right }) => right).length, of: own.length };
  };
  return {
    pageDate: count('pageDate'),
    kind: count('kind'),
    eventType: count('eventType'),
    eventDate: count('eventDate'),
    stage: count('stage'),
  };
}

/** Where F1 would lie had other pages of the same sort been annotated, in 95 of 100 cases. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 1000;
const SEED = 20190703;
const TAIL = 0.025;

/**
 * Percentile bootstrap over pages (Efron 1979): pages are the unit, because errors on one page are not independent. The same
 * pages give the same intervals.
 */
export function intervalsOf(pages: readonly PageScore[]): Readonly<Record<Row, Interval>> {
  const tallies = pages.map(talliesOf);
  const random = randomFrom(SEED);
  const samples = Array.from({ length: RESAMPLES }, () =>
    rates(tallies.map(() => tallies[Math.floor(random() * tallies.length)] as Tallies)),
  );
  return eachRow((row) => {
    const values = samples.map((sample) => sample[row].f1).sort((a, b) => a - b);
    const at = (share: number): number => values[Math.round(share * (RESAMPLES - 1))] as number;
    return { low: at(TAIL), high: at(1 - TAIL) };
  });
}

function talliesOf({ judgements }: PageScore): Tallies {
  const tallies = eachRow(() => ({ right: 0, missed: 0, wrong: 0 }));
  const inTotal = new Set<Judgement['category']>(CATEGORIES.filter((category) => category !== 'articles'));
  for (const { category, verdict } of judgements) {
    if (category === 'learned' || (verdict !== 'right' && verdict !== 'missed' && verdict !== 'wrong')) continue;
    tallies[category][verdict] += 1;
    if (inTotal.has(category)) tallies.ALL[verdict] += 1;
  }
  return tallies;
}

function rates(tallies: readonly Tallies[]): Rates {
  return eachRow((row) => {
    const sum = (verdict: keyof Tally): number => tallies.reduce((total, tally) => total + tally[row][verdict], 0);
    const [right, missed, wrong] = [sum('right'), sum('missed'), sum('wrong')];
    const precision = share(right, right + wrong);
    const recall = share(right, right + missed);
    const f1 = share(2 * precision * recall, precision + recall);
    return { precision, recall, f1, gold: right + missed, found: right + wrong };
  });
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function eachRow<T>(value: (row: Row) => T): Record<Row, T> {
  return Object.fromEntries(ROWS.map((row) => [row, value(row)])) as Record<Row, T>;
}

/** Numbers from 0 up to 1, always the same for a seed: the generator mulberry32 (T. Ettinger, public domain). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
