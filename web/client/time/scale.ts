/** From units of time to pixels: which units are in sight, where a day stands, what the axis says. */
import { type Day, indexOf, isoOf, startOf, type Unit } from './days.ts';

/** Where the bars are drawn: units `first` to `last` (both included) between two places in pixels. */
export interface Scale {
  readonly unit: Unit;
  readonly first: number;
  readonly last: number;
  readonly left: number;
  /** Pixels a unit. */
  readonly step: number;
}

/** A bar narrower than this is hard to hit; a wider one looks like more than it is. */
const STEP = { least: 8, most: 40 };
/** Room for one label of the axis with its count of articles. */
const LABEL = 84;

/** Months or years or days between two labels: the fewest that leave room. */
const BETWEEN: Readonly<Record<Unit, readonly number[]>> = {
  year: [1, 2, 5, 10, 20, 50, 100],
  month: [1, 3, 6, 12, 24, 60, 120],
  day: [1, 2, 5, 10, 20, 50, 100],
};

/**
 * The units in sight.
 * @param width pixels from `left` to the end
 * @param from the number of the first unit that a reader has panned to, or null for the latest ones
 */
export function scaleOf(
  { unit, first, last }: { readonly unit: Unit; readonly first: number; readonly last: number },
  left: number,
  width: number,
  from: number | null,
): Scale {
  const count = Math.min(last - first + 1, Math.max(1, Math.floor(width / STEP.least)));
  const latest = last - count + 1;
  const start = from === null ? latest : Math.max(first, Math.min(latest, from));
  return { unit, first: start, last: start + count - 1, left, step: Math.min(STEP.most, width / count) };
}

/** Where a unit begins. */
export const xOf = (scale: Scale, index: number): number => scale.left + (index - scale.first) * scale.step;

/** Where a day begins, within its unit. */
export function xOfDay(scale: Scale, day: Day): number {
  const index = indexOf(day, scale.unit);
  const [start, next] = [startOf(index, scale.unit), startOf(index + 1, scale.unit)];
  return xOf(scale, index + (day - start) / (next - start));
}

/** The unit at a place; the nearest one in sight where there is none. */
export function indexAt(scale: Scale, x: number): number {
  const index = scale.first + Math.floor((x - scale.left) / scale.step);
  return Math.max(scale.first, Math.min(scale.last, index));
}

/** The labels of the axis: the number of a unit and what it is called. */
export function ticksOf(scale: Scale): readonly { readonly index: number; readonly text: string }[] {
  const { unit, first, last, step } = scale;
  const between = BETWEEN[unit].find((units) => units * step >= LABEL) ?? BETWEEN[unit].at(-1) ?? 1;
  const ticks: { index: number; text: string }[] = [];
  for (let index = Math.ceil(first / between) * between; index <= last; index += between) {
    const day = startOf(index, unit);
    const isYear = unit === 'month' && index % 12 === 0;
    ticks.push({ index, text: isoOf(day, isYear ? 'year' : unit) });
  }
  return ticks;
}
