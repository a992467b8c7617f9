/** A stretch of time over a picture: what lies outside it, and where it goes when it is moved. */
import type { TimeWindow } from '../view.ts';
import { firstDayOf, indexOf, isoOf, lastDayOf, startOf, type Unit } from './days.ts';
import type { Moment, Span, Timeline } from './moments.ts';

/** First and last day of a window. */
export function spanOf({ from, to }: Pick<TimeWindow, 'from' | 'to'>): Span {
  return { from: firstDayOf(from) ?? 0, to: lastDayOf(to) ?? 0 };
}

/** Whether something lies within a window: one of its days may be in it, or it has no date at all. */
export function inWindow(moments: readonly Moment[] | undefined, { from, to }: Span): boolean {
  return moments === undefined || moments.some((moment) => moment.from <= to && moment.to >= from);
}

interface Ends {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

/** Ids of nodes and keys of relations that lie outside a window. A relation goes with its ends. */
export function outsideOf({ of }: Pick<Timeline, 'of'>, relations: readonly Ends[], span: Span): ReadonlySet<string> {
  const outside = new Set<string>();
  for (const [id, moments] of of) if (!inWindow(moments, span)) outside.add(id);
  for (const { key, from, to } of relations) if (outside.has(from) || outside.has(to)) outside.add(key);
  return outside;
}

/** A window moved by whole units; its edges come to lie on those of units. */
export function moved(window: TimeWindow, by: number, unit: Unit): TimeWindow {
  const { from, to } = spanOf(window);
  return withUnits(window, indexOf(from, unit) + by, indexOf(to, unit) + by, unit);
}

/** A window with one edge moved by whole units; it never becomes shorter than one. */
export function stretched(window: TimeWindow, edge: 'from' | 'to', by: number, unit: Unit): TimeWindow {
  const { from, to } = spanOf(window);
  const [first, last] = [indexOf(from, unit), indexOf(to, unit)];
  return edge === 'from'
    ? withUnits(window, Math.min(first + by, last), last, unit)
    : withUnits(window, first, Math.max(last + by, first), unit);
}

/** A window over the units `first` to `last`, both included. */
export function withUnits(
  window: Pick<TimeWindow, 'clock' | 'outside'>,
  first: number,
  last: number,
  unit: Unit,
): TimeWindow {
  return {
    ...window,
    from: isoOf(startOf(first, unit)),
    to: isoOf(startOf(last + 1, unit) - 1),
  };
}

/** The shortest way to write a window: `2019 – 2021`, `2019-01 – 2019-06`, or its days. */
export function windowText({ from, to }: Pick<TimeWindow, 'from' | 'to'>): string {
  const span = spanOf({ from, to });
  const unit: Unit = (['year', 'month'] as const).find((known) => liesOn(span, known)) ?? 'day';
  const [first, last] = [isoOf(span.from, unit), isoOf(span.to, unit)];
  return first === last ? first : `${first} – ${last}`;
}

function liesOn({ from, to }: Span, unit: Unit): boolean {
  return startOf(indexOf(from, unit), unit) === from && startOf(indexOf(to, unit) + 1, unit) - 1 === to;
}
