/** Where the marks of a career strip stand: days as shares of a span of whole years. */
import type { Tenure } from '../../api/entity.ts';
import { type Day, firstDayOf, lastDayOf } from '../time/days.ts';

/** Years written under the strip at most; of more only every second, fifth … is. */
const MOST_LABELS = 8;
const STEPS = [1, 2, 5, 10, 20, 50];

/** A piece of the strip, in per cent of its width. */
export interface Piece {
  readonly left: number;
  readonly width: number;
}

export interface Strip {
  readonly firstYear: number;
  /** Years at which a line stands, each at its first day. */
  readonly ticks: readonly { readonly year: number; readonly left: number }[];
  /** Per cent of the width that dates stand at; null for a text that is no date. */
  at(from: string, to: string): Piece | null;
}

/** The strip that holds all days on which these posts were printed; null where none has a date. */
export function stripOf(tenures: readonly Tenure[]): Strip | null {
  const days = tenures.flatMap(({ from, to, sightings }) => [from, to, ...sightings.map(({ day }) => day)]);
  const years = days.flatMap((day) => (day === null ? [] : Number(day.slice(0, 4)))).filter(Number.isInteger);
  if (years.length === 0) return null;
  const [firstYear, lastYear] = [Math.min(...years), Math.max(...years)];
  const start = firstDayOf(String(firstYear)) as Day;
  const span = (lastDayOf(String(lastYear)) as Day) + 1 - start;
  const share = (day: Day): number => ((day - start) / span) * 100;
  const count = lastYear - firstYear + 1;
  const step = STEPS.find((size) => count / size <= MOST_LABELS) ?? count;
  const ticks = Array.from({ length: Math.ceil(count / step) }, (_, index) => firstYear + index * step);
  return {
    firstYear,
    ticks: ticks.map((year) => ({ year, left: share(firstDayOf(String(year)) as Day) })),
    at: (from, to) => {
      const [first, last] = [firstDayOf(from), lastDayOf(to)];
      if (first === null || last === null) return null;
      return { left: share(first), width: Math.max(0, share(last + 1) - share(first)) };
    },
  };
}

/** The days of a post that are drawn as marks: all that are known, and the first and last where papers were not looked up. */
export function marksOf({ from, to, sightings }: Tenure): readonly string[] {
  const days = sightings.map(({ day }) => day);
  return [...new Set([...(from === null ? [] : [from]), ...days, ...(to === null ? [] : [to])])].sort();
}
