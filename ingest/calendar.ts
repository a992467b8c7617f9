/** Calendar arithmetic on ISO dates (`2021-04-28`), in UTC, without a clock. */

const DAY = 86_400_000;
const WEEKDAYS = '日一二三四五六';
const WEEK = 7;
const WORKING_DAYS = 5;
/** Years of four digits. */
const YEARS = { first: 1000, last: 9999 } as const;
const MONTH_DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const TWO_DIGITS = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'));

/** Days of a month in the Gregorian calendar; 0 for a month that no year has. */
function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (MONTH_DAYS[month] ?? 0) + (month === 2 && isLeap ? 1 : 0);
}

/** The ISO date of a day, or null if the month has no such day or the year has not four digits. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (!(year >= YEARS.first && year <= YEARS.last) || !(day >= 1 && day <= daysOf(year, month))) return null;
  return `${year}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}`;
}

/** `2019-07`; null for a month that no year has. */
export function isoMonth(year: number, month: number): string | null {
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : null;
}

/** `days` may be negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** Days from `from` to `to`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: string): number {
  return new Date(Date.parse(date)).getUTCDay();
}

/** The weekday that `一` … `六`, `日` or `天` behind 星期 or 周 means; null for anything else. */
export function readWeekday(character: string): number | null {
  const index = WEEKDAYS.indexOf(character === '天' ? '日' : character);
  return character.length === 1 && index >= 0 ? index : null;
}

/** Monday to Friday from `from` up to, not including, `to`; negative if `to` is earlier. */
export function workingDaysBetween(from: string, to: string): number {
  if (to < from) return -workingDaysBetween(to, from);
  const days = daysBetween(from, to);
  let count = Math.floor(days / WEEK) * WORKING_DAYS;
  for (let i = days - (days % WEEK); i < days; i += 1) if (isWorkingDay(addDays(from, i))) count += 1;
  return count;
}

/** The day that lies `count` working days (Monday to Friday) after `from`, or before it if negative. */
export function addWorkingDays(from: string, count: number): string {
  const step = Math.sign(count);
  // Whole weeks at once, but the last one, which may begin or end at a weekend.
  const weeks = Math.max(0, Math.floor((Math.abs(count) - 1) / WORKING_DAYS));
  let date = addDays(from, step * weeks * WEEK);
  for (let left = Math.abs(count) - weeks * WORKING_DAYS; left > 0; ) {
    date = addDays(date, step);
    if (isWorkingDay(date)) left -= 1;
  }
  return date;
}

function isWorkingDay(date: string): boolean {
  const weekday = weekdayOf(date);
  return weekday > 0 && weekday < 6;
}

const LUNAR = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });

interface LunarDay {
  readonly month: number;
  readonly day: number;
}

/** Pages of one month ask for the same days, and the runtime takes long to tell one; there are no more than days on a calendar. */
const lunarDays = new Map<string, LunarDay>();

/** Month and day of the Chinese calendar, from the ICU data of the runtime. A leap month has the number of the month before it. */
export function lunarOf(date: string): LunarDay {
  const known = lunarDays.get(date);
  if (known) return known;
  const parts = LUNAR.formatToParts(new Date(Date.parse(date)));
  const read = (type: string) => Number.parseInt(parts.find((part) => part.type === type)?.value ?? '', 10);
  const lunar = { month: read('month'), day: read('day') };
  lunarDays.set(date, lunar);
  return lunar;
}
