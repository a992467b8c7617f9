/** Old to new: which of a few tints a date has among those that are shown. */
import type { ShownNode } from './scene.ts';

/** Tints from the oldest, palest, to the newest. */
export const TINTS = 5;

export interface TintScale {
  /** First and last day shown, `2019-07-01`. */
  readonly from: string;
  readonly to: string;
  /** The tint of each dated node, 0 to `TINTS - 1`. */
  readonly of: ReadonlyMap<string, number>;
}

/**
 * The tints of the dated nodes of a picture, in equal steps of time between its first and its last date. A date known to the
 * month or year counts from its first day. Null where nothing is dated.
 */
export function tintScale(nodes: readonly ShownNode[]): TintScale | null {
  const days = nodes.flatMap(({ id, node: { date } }) => {
    const time = date === null ? Number.NaN : Date.parse(date);
    return Number.isNaN(time) ? [] : [{ id, date: date as string, time }];
  });
  if (days.length === 0) return null;
  const sorted = days.toSorted((one, other) => one.time - other.time);
  const [first, last] = [sorted[0] as (typeof days)[number], sorted.at(-1) as (typeof days)[number]];
  const span = last.time - first.time;
  const tintOf = (time: number) =>
    span === 0 ? TINTS - 1 : Math.min(TINTS - 1, Math.floor(((time - first.time) / span) * TINTS));
  return { from: first.date, to: last.date, of: new Map(days.map(({ id, time }) => [id, tintOf(time)])) };
}
