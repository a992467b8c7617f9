/** Makes and compares dates of different precision. */
import { daysBetween, isoDate, isoMonth } from './calendar.ts';
import type { DateValue } from './types.ts';

/** Two dates are near if no more days than this part them: a day that lies ahead is believed if it is announced and near. */
const NEAR = 60;

/** An exact day. @param value ISO */
export function day(value: string, basis: string): DateValue {
  return { value, precision: 'day', basis };
}

/** The year, month or day; null if the calendar has no such month or day. */
export function dateAt(year: number, month: number | null, dayNumber: number | null, basis: string): DateValue | null {
  if (month === null) return { value: String(year), precision: 'year', basis };
  const value = dayNumber === null ? isoMonth(year, month) : isoDate(year, month, dayNumber);
  return value === null ? null : { value, precision: dayNumber === null ? 'month' : 'day', basis };
}

/** The year of a date of any precision. */
export function yearOf(date: DateValue): number {
  return Number(date.value.slice(0, 4));
}

/** December for a date that gives only the year: the whole year counts as past. */
export function monthOf(date: DateValue): number {
  return Number(date.value.slice(5, 7)) || 12;
}

/** Whether a date lies behind the page's, as far as both are exact. */
export function isAfter(date: DateValue, page: DateValue): boolean {
  const length = Math.min(date.value.length, page.value.length);
  return date.value.slice(0, length) > page.value.slice(0, length);
}

/** Whether a date lies at most `NEAR` days before or after the page's; of a month or year its first day counts. */
export function isNear(date: DateValue, page: DateValue): boolean {
  const start = (value: DateValue) => value.value.padEnd(7, '-01').padEnd(10, '-01');
  return Math.abs(daysBetween(start(page), start(date))) <= NEAR;
}

/** The month `count` months after that of a date (before it, if negative), or the day `dayNumber` in it. */
export function monthsFrom(date: DateValue, count: number, dayNumber: number | null, basis: string): DateValue | null {
  const months = yearOf(date) * 12 + monthOf(date) - 1 + count;
  return dateAt(Math.floor(months / 12), (months % 12) + 1, dayNumber, basis);
}
