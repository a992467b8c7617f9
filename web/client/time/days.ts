/** Days as numbers, and the years, months and days that a time line is divided into. All in UTC, without a clock. */

/** Days since 1970-01-01; negative before it. */
export type Day = number;

export const UNITS = ['year', 'month', 'day'] as const;
export type Unit = (typeof UNITS)[number];

const MS = 86_400_000;
const MONTHS = 12;
/** Characters of an ISO date that is known to a unit. */
const LENGTH: Readonly<Record<Unit, number>> = { year: 4, month: 7, day: 10 };

/** The first day of an ISO date that may be cut to its month or year; null for what is no date. */
export function firstDayOf(date: string): Day | null {
  const ms = /^\d{4}(-\d{2}){0,2}$/u.test(date) ? Date.parse(date) : Number.NaN;
  return Number.isNaN(ms) ? null : Math.floor(ms / MS);
}

/** The last day of an ISO date that may be cut to its month or year; null for what is no date. */
export function lastDayOf(date: string): Day | null {
  const first = firstDayOf(date);
  const unit = UNITS.find((known) => LENGTH[known] === date.length);
  return first === null || unit === undefined ? null : startOf(indexOf(first, unit) + 1, unit) - 1;
}

/** `2021-04-27`, or where a unit is given `2021-04`, `2021`. */
export function isoOf(day: Day, unit: Unit = 'day'): string {
  return new Date(day * MS).toISOString().slice(0, LENGTH[unit]);
}

/** The number of the year, month or day that a day is in. Numbers of neighbours differ by one. */
export function indexOf(day: Day, unit: Unit): number {
  if (unit === 'day') return day;
  const date = new Date(day * MS);
  return unit === 'year' ? date.getUTCFullYear() : date.getUTCFullYear() * MONTHS + date.getUTCMonth();
}

/** The first day of the year, month or day that has this number. */
export function startOf(index: number, unit: Unit): Day {
  if (unit === 'day') return index;
  const [year, month] = unit === 'year' ? [index, 0] : [Math.floor(index / MONTHS), index % MONTHS];
  return Math.floor(Date.UTC(year, month) / MS);
}
