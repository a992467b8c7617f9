/** Dates as places along a line: whole days, each date cut to the precision it is known to. */

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of the first day that a date (`2019`, `2019-07`, `2019-07-01`) may mean. */
export function firstDay(date: string): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** Days since 1970-01-01 of the last day that a date may mean. */
export function lastDay(date: string): number {
  const [year = 1970, month, day] = date.split('-').map(Number);
  if (day !== undefined) return firstDay(date);
  return Date.UTC(month === undefined ? year + 1 : year, month ?? 0, 1) / DAY_MS - 1;
}

/** A line of whole years on which days have a place. */
export interface TimeScale {
  readonly years: readonly number[];
  /** Where a day stands (its middle). Days before and after the line stand at its ends. */
  at(day: number): number;
  /** Where a year begins and how long it is. */
  yearAt(year: number): { readonly start: number; readonly length: number };
}

/** A scale from the first day of `from` to the last day of `to`, drawn between `start` and `end`. */
export function timeScale(from: number, to: number, start: number, end: number): TimeScale {
  const [first, last] = [firstDay(String(from)), lastDay(String(to)) + 1];
  const place = (day: number) => start + ((day - first) / (last - first)) * (end - start);
  return {
    years: Array.from({ length: to - from + 1 }, (_, index) => from + index),
    at: (day) => place(Math.max(first, Math.min(last - 1, day)) + 0.5),
    yearAt(year) {
      const left = place(firstDay(String(year)));
      return { start: left, length: place(firstDay(String(year + 1))) - left };
    },
  };
}
