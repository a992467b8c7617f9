/** Old to new: which of a few tints a date has among those that are shown. */
import type { RelationBrief } from '../../api.ts';
import type { ShownNode } from './scene.ts';

/** Tints from the oldest, palest, to the newest. */
export const TINTS = 5;

export interface TintScale {
  /** First and last day shown, `2019-07-01`. */
  readonly from: string;
  readonly to: string;
  /** The tint of each node that has a date or is joined to one that has, 0 to `TINTS - 1`. */
  readonly of: ReadonlyMap<string, number>;
}

/**
 * The tints of a picture, in equal steps of time between its first and its last date. What has no date of its own has that of the last
 * event or article that it is joined to here. A date known to the month or year counts from its first day. Null where nothing is dated.
 */
export function tintScale(nodes: readonly ShownNode[], relations: readonly RelationBrief[]): TintScale | null {
  const own = new Map(
    nodes.flatMap(({ id, node: { date } }): readonly (readonly [string, Dated])[] => {
      const time = date === null ? Number.NaN : Date.parse(date);
      return date === null || Number.isNaN(time) ? [] : [[id, { date, time }]];
    }),
  );
  const sorted = [...own.values()].sort((one, other) => one.time - other.time);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return null;
  const span = last.time - first.time;
  const tintOf = ({ time }: Dated) =>
    span === 0 ? TINTS - 1 : Math.min(TINTS - 1, Math.floor(((time - first.time) / span) * TINTS));
  const all = new Map(own);
  for (const { from, to } of relations) {
    for (const [id, other] of [[from, to] as const, [to, from] as const]) {
      const [known, joined] = [all.get(id), own.get(other)];
      if (joined && !own.has(id) && (!known || known.time < joined.time)) all.set(id, joined);
    }
  }
  return { from: first.date, to: last.date, of: new Map([...all].map(([id, dated]) => [id, tintOf(dated)])) };
}

interface Dated {
  /** `2019-07-01`, or less of it. */
  readonly date: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}
