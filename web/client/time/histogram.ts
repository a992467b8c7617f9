/** How many things a year, month or day has. */
import { indexOf, UNITS, type Unit } from './days.ts';
import type { Dated, Span } from './moments.ts';

type Counts = Readonly<Record<Dated['kind'], number>>;

/** What falls into one unit of time. */
export interface Bin {
  /** Those of which the days are known. */
  readonly exact: Counts;
  /** Those that may have been in this unit or in one beside it: each is counted in all units that it may have been in. */
  readonly spans: Counts;
  readonly ids: readonly string[];
}

export interface Histogram {
  readonly unit: Unit;
  /** Numbers of the first and last unit drawn (`days.ts`). */
  readonly first: number;
  readonly last: number;
  /** By the number of the unit; empty units have none. */
  readonly bins: ReadonlyMap<number, Bin>;
  readonly tallest: number;
  /** Things that lie so far before the rest that they would squeeze it. */
  readonly earlier: readonly string[];
}

/** Things before a gap are called earlier where they are at most this part of all (or one of a handful), and the gap is more than that part of the whole time. */
const OUTLIERS = { most: 0.1, handful: 5, gap: 1 / 3 };
/** Units that can still be told apart in a bar: beyond it the next larger unit is taken at first. */
const MOST_BINS = 64;
/** Free units on either side, so that the first and last bar can be enclosed. */
const MARGIN = 1;
const NONE: Counts = { event: 0, launch: 0, article: 0 };

/** The unit in which a set of moments reads best: the smallest that needs no more than 64 bars. */
export function fittingUnit(dated: readonly Dated[]): Unit {
  const drawn = drawnOf(dated).map(({ moment }) => moment);
  if (drawn.length === 0) return 'month';
  const { from, to } = rangeOf(drawn);
  const fits = (unit: Unit): boolean => indexOf(to, unit) - indexOf(from, unit) < MOST_BINS;
  return [...UNITS].reverse().find(fits) ?? 'year';
}

/** Null where nothing has a date. */
export function histogramOf(dated: readonly Dated[], unit: Unit): Histogram | null {
  const drawn = drawnOf(dated);
  if (drawn.length === 0) return null;
  const { from, to } = rangeOf(drawn.map(({ moment }) => moment));
  const bins = new Map<
    number,
    { exact: Record<Dated['kind'], number>; spans: Record<Dated['kind'], number>; ids: string[] }
  >();
  const binAt = (index: number) => {
    const known = bins.get(index) ?? { exact: { ...NONE }, spans: { ...NONE }, ids: [] };
    bins.set(index, known);
    return known;
  };
  for (const { id, kind, moment } of drawn) {
    const [first, last] = [indexOf(moment.from, unit), indexOf(moment.to, unit)];
    for (let index = first; index <= last; index += 1) {
      const bin = binAt(index);
      bin[moment.exact ? 'exact' : 'spans'][kind] += 1;
      bin.ids.push(id);
    }
  }
  const isDrawn = new Set(drawn);
  return {
    unit,
    first: indexOf(from, unit) - MARGIN,
    last: indexOf(to, unit) + MARGIN,
    bins,
    tallest: Math.max(...[...bins.values()].map(heightOf)),
    earlier: dated.filter((thing) => !isDrawn.has(thing)).map(({ id }) => id),
  };
}

export const heightOf = ({ exact, spans }: Bin): number =>
  [exact, spans].reduce((sum, { event, launch, article }) => sum + event + launch + article, 0);

function drawnOf(dated: readonly Dated[]): readonly Dated[] {
  const sorted = [...dated].sort((one, other) => one.moment.from - other.moment.from);
  const most = Math.max(sorted.length >= OUTLIERS.handful ? 1 : 0, Math.floor(sorted.length * OUTLIERS.most));
  const [start, end] = [sorted[0]?.moment.from ?? 0, sorted.at(-1)?.moment.to ?? 0];
  for (let count = most; count > 0; count -= 1) {
    const gap = (sorted[count] as Dated).moment.from - (sorted[count - 1] as Dated).moment.to;
    if (gap > (end - start) * OUTLIERS.gap) return sorted.slice(count);
  }
  return sorted;
}

function rangeOf(moments: readonly Span[]): Span {
  return moments.reduce((range, { from, to }) => ({ from: Math.min(range.from, from), to: Math.max(range.to, to) }));
}
