/** When something was so: in words, in which column of a table, and where on a line of days. */
import type { When } from '../../api/spread.ts';
import { dateOf } from '../kinds.ts';
import { spreadWords } from '../words/spread.ts';
import { firstDay, lastDay } from './scale.ts';

/** A range of days in words, as exact as it is known and no more: `2019-07`, `不晚于 2019-07-03`, `2021-04-20 – 2021-04-27（近日）`. */
export function whenText({ from, to, precision, words }: When): string {
  if (to === null) return spreadWords().unknownTime;
  if (from === null) return spreadWords().noLater(to);
  const date = dateOf({ date: from, dateTo: to, dateText: words, datePrecision: precision });
  // The paper's own word tells a reader why it is a range and not a day.
  return words !== null && date.includes(' – ') ? spreadWords().aside(date, words) : date;
}

/** Columns before, after and beside those of the periods. */
export const EARLIER = 'earlier';
export const LATER = 'later';
export const UNDATED = 'undated';

/** Which column a date belongs to: a period, by the last day it may mean, else one of the three others. */
export function columnOf({ to }: When, periods: readonly string[]): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (to === null || first === undefined || last === undefined) return UNDATED;
  const period = to.slice(0, first.length);
  if (period < first) return EARLIER;
  return period > last ? LATER : period;
}

/** The same as days since 1970: `from` is null where only an end is known. Null where not even that is. */
export function whenDays({ from, to }: When): { readonly from: number | null; readonly to: number } | null {
  return to === null ? null : { from: from === null ? null : firstDay(from), to: lastDay(to) };
}

/** Whether one thing was surely or possibly so by a day: its last possible day counts. Of unknown time: not yet. */
export function isBy({ to }: When, day: number): boolean {
  return to !== null && lastDay(to) <= day;
}
