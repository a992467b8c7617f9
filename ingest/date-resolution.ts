/** From an expression to a date: the rules by which readers complete what a newspaper leaves out. */
import { addDays, isoDate, weekdayOf } from './calendar.ts';
import type { DateExpression, Relative } from './date-expressions.ts';
import { dateAt, day, isAfter, isNear, monthOf, monthsFrom, yearOf } from './date-values.ts';
import type { DateValue } from './types.ts';

/** What earlier expressions of the article gave. */
export interface Memory {
  readonly page: DateValue | null;
  /** `本报湖州6月3日讯` */
  readonly dateline: string | null;
  /** Notices speak of days to come. */
  readonly announces: boolean;
  /** The latest ones, oldest first. */
  readonly points: readonly Point[];
  /** The first that names a day. */
  readonly opening: DateValue | null;
}

interface Point extends Place {
  readonly value: DateValue;
  /** The year stands in the text, or is counted from the page's. */
  readonly printed: boolean;
  /** It says when something happened, not until or since when. */
  readonly happened: boolean;
}

export interface Place {
  readonly sentence: number;
  readonly paragraph: number;
}

export interface Surroundings extends Place {
  readonly before: string;
  readonly after: string;
}

export interface Resolved {
  readonly date: DateValue | null;
  readonly to: string | null;
  readonly certainty:
    | 'printed'
    | 'monthDay'
    | 'day'
    | 'month'
    | 'year'
    | 'offset'
    | 'weekday'
    | 'same'
    | 'vague'
    | 'duration';
}

/** So many dates back, nothing refers any more. */
const REMEMBERED = 40;
const ANNOUNCED_BEFORE = /(?:将|拟|定|计划|预计|即将|安排)(?:于|在)?[^，。；,;]{0,8}$/u;
const ANNOUNCED_AFTER = /^(?:底|末)?(?:之?前|起?休刊|截止|起报名|恢复|起施行|将)/u;

/** Resolves an expression; `date` is null where nothing gives the year or the words give no day at all. */
export function resolve(expression: DateExpression, memory: Memory, around: Surroundings): Resolved {
  switch (expression.kind) {
    case 'calendar':
      return resolveCalendar(expression, memory, around);
    case 'offset': {
      const filed = datelineDay(memory);
      const page = filed ?? dayOf(memory);
      return {
        date: page === null ? null : day(addDays(page, expression.days), filed === null ? 'page-date' : 'dateline'),
        to: null,
        certainty: 'offset',
      };
    }
    case 'ago':
      return { date: ago(expression.amount, expression.unit, agoFrom(memory, around)), to: null, certainty: 'weekday' };
    case 'weekday': {
      const page = dayOf(memory);
      return {
        date: page === null ? null : day(weekdayNear(page, expression.week, expression.weekday), 'page-date'),
        to: null,
        certainty: 'weekday',
      };
    }
    case 'next': {
      const last = memory.points.findLast(({ value }) => value.precision === 'day');
      return { date: last ? day(addDays(last.value.value, 1), 'context') : null, to: null, certainty: 'same' };
    }
    case 'same': {
      const point = expression.unit === 'day' ? lastPoint(memory, around) : eventPoint(memory, around);
      return { date: point ? { ...point, basis: 'context' } : null, to: null, certainty: 'same' };
    }
    default:
      return { date: null, to: null, certainty: expression.kind === 'duration' ? 'duration' : 'vague' };
  }
}

/** The memory behind an expression that was resolved. */
export function remember(
  memory: Memory,
  resolved: Resolved,
  expression: DateExpression,
  place: Place & { readonly happened: boolean },
): Memory {
  const isPoint =
    expression.kind === 'calendar' ||
    expression.kind === 'offset' ||
    expression.kind === 'weekday' ||
    expression.kind === 'next';
  if (!isPoint || resolved.date === null) return memory;
  const printed = expression.kind === 'calendar' && (expression.year !== null || expression.relativeYear !== null);
  const points = [...memory.points.slice(-REMEMBERED), { value: resolved.date, ...place, printed }];
  const opens = place.happened && resolved.date.precision === 'day';
  return { ...memory, points, opening: memory.opening ?? (opens ? resolved.date : null) };
}

type Calendar = Extract<DateExpression, { kind: 'calendar' }>;

function resolveCalendar(expression: Calendar, memory: Memory, around: Surroundings): Resolved {
  const { lastDay } = expression;
  const date = calendarDate(expression, memory, around);
  const to =
    date && lastDay !== null && date.precision === 'day'
      ? isoDate(Number(date.value.slice(0, 4)), Number(date.value.slice(5, 7)), lastDay)
      : null;
  return { date, to, certainty: certaintyOf(expression) };
}

function certaintyOf({ year, month, day: dayNumber }: Calendar): Resolved['certainty'] {
  if (year !== null) return 'printed';
  if (dayNumber === null) return month === null ? 'year' : 'month';
  return month === null ? 'day' : 'monthDay';
}

function calendarDate(expression: Calendar, memory: Memory, around: Surroundings): DateValue | null {
  const { month, day: dayNumber, relativeMonth } = expression;
  const last = memory.points.at(-1)?.value ?? null;
  if (relativeMonth !== null) return inRelativeMonth(relativeMonth, dayNumber, memory, last);
  const year = printedYear(expression, memory, last);
  if (year !== null) {
    const basis = expression.year !== null ? 'printed' : expression.relativeYear === 'same' ? 'context' : 'page-date';
    return dateAt(year, month, dayNumber, basis);
  }
  if (expression.relativeYear !== null) return null;
  if (month !== null) return inKnownMonth(expression, month, memory, around);
  return dayNumber === null ? null : bareDay(dayNumber, memory);
}

function printedYear(expression: Calendar, memory: Memory, last: DateValue | null): number | null {
  if (expression.year !== null) return expression.year;
  const { relativeYear } = expression;
  if (relativeYear === null) return null;
  const base = relativeYear === 'same' ? last : memory.page;
  return base === null ? null : yearOf(base) + (relativeYear === 'same' ? 0 : relativeYear);
}

/** `M月` and `M月D日`: in the year the sentence has named, else the latest up to the page's date, or ahead of it where announced. */
function inKnownMonth(expression: Calendar, month: number, memory: Memory, around: Surroundings): DateValue | null {
  const named = memory.points.findLast(({ sentence, printed }) => printed && sentence === around.sentence);
  const { page } = memory;
  if (named && (page === null || yearOf(named.value) < yearOf(page)))
    return dateAt(yearOf(named.value), month, expression.day, 'context');
  if (page === null) {
    const earlier = memory.points.findLast(({ printed }) => printed);
    return earlier ? dateAt(yearOf(earlier.value), month, expression.day, 'context') : null;
  }
  const announced = memory.announces || ANNOUNCED_BEFORE.test(around.before) || ANNOUNCED_AFTER.test(around.after);
  const years = [yearOf(page) + 1, yearOf(page), yearOf(page) - 1];
  const candidates = years
    .map((year) => dateAt(year, month, expression.day, 'page-date'))
    .filter((value) => value !== null)
    .filter((value) => !isAfter(value, page) || (announced && isNear(value, page)));
  if (expression.weekday === null) return candidates[0] ?? null;
  return (
    candidates.find((value) => value.precision === 'day' && weekdayOf(value.value) === expression.weekday) ??
    candidates[0] ??
    null
  );
}

/** `5日`: in the month of the dateline, else of the last date before it, else the latest such day up to the page's date. */
function bareDay(number: number, memory: Memory): DateValue | null {
  const { page } = memory;
  const filed = datelineDay(memory);
  if (filed !== null && number <= Number(filed.slice(8)))
    return day(`${filed.slice(0, 8)}${String(number).padStart(2, '0')}`, 'dateline');
  const last = memory.points.findLast(({ value }) => value.precision !== 'year')?.value;
  if (last) {
    const value = dateAt(yearOf(last), monthOf(last), number, 'context');
    if (value && (page === null || !isAfter(value, page)) && (page === null || isNear(value, page))) return value;
  }
  if (page === null || page.precision === 'year') return null;
  for (let back = 0; back <= 2; back += 1) {
    const value = monthsFrom(page, -back, number, 'page-date');
    if (value && !isAfter(value, page)) return value;
  }
  return null;
}

/** The day an article was filed, by its dateline and the year of the page. */
function datelineDay({ page, dateline }: Memory): string | null {
  const filed = /(\d{1,2})月(\d{1,2})日/u.exec(dateline ?? '');
  if (!filed || page === null) return null;
  const year = yearOf(page) - (Number(filed[1]) > monthOf(page) && page.precision !== 'year' ? 1 : 0);
  return isoDate(year, Number(filed[1]), Number(filed[2]));
}

function inRelativeMonth(
  relative: Relative,
  number: number | null,
  memory: Memory,
  last: DateValue | null,
): DateValue | null {
  const base = relative === 'same' ? (last ?? memory.page) : memory.page;
  if (base === null || base.precision === 'year') return null;
  return relative === 'same' ? monthsFrom(base, 0, number, 'context') : monthsFrom(base, relative, number, 'page-date');
}

function lastPoint(memory: Memory, around: Place): DateValue | null {
  const days = memory.points.filter(({ value, happened }) => happened && value.precision === 'day');
  const near = days.findLast(({ paragraph }) => paragraph === around.paragraph);
  return (near ?? days.at(-1) ?? memory.points.findLast(({ value }) => value.precision === 'month'))?.value ?? null;
}

/** 会上, 期间: the event of this paragraph, else the one that the article opened with. */
function eventPoint(memory: Memory, around: Place): DateValue | null {
  const near = memory.points.findLast(
    ({ value, paragraph, happened }) => happened && value.precision === 'day' && paragraph === around.paragraph,
  )?.value;
  return near ?? memory.opening ?? memory.points.find(({ value }) => value.precision === 'month')?.value ?? null;
}

/** 就在两天前 counts from what is being told, 两天前 from the day of the page. */
function agoFrom(memory: Memory, { before }: Surroundings): DateValue | null {
  if (!/就在$/u.test(before)) return memory.page;
  return memory.points.findLast(({ value, happened }) => happened && value.precision === 'day')?.value ?? memory.page;
}

function ago(amount: number, unit: 'day' | 'month' | 'year', page: DateValue | null): DateValue | null {
  if (page === null) return null;
  if (unit === 'year') return dateAt(yearOf(page) - amount, null, null, 'page-date');
  if (unit === 'day') return page.precision === 'day' ? day(addDays(page.value, -amount), 'page-date') : null;
  if (page.precision === 'year') return null;
  return monthsFrom(page, -amount, null, 'page-date');
}

/** The weekday of the page's week (Monday to Sunday) or the weeks beside it; without 上 or 下 the latest one up to the page's date. */
function weekdayNear(page: string, week: Relative, weekday: number): string {
  const fromMonday = (number: number) => (number + 6) % 7;
  const inWeek = addDays(page, fromMonday(weekday) - fromMonday(weekdayOf(page)));
  if (week === 0) return inWeek > page ? addDays(inWeek, -7) : inWeek;
  return addDays(inWeek, 7 * Number(week));
}

function dayOf(memory: Memory): string | null {
  return memory.page?.precision === 'day' ? memory.page.value : null;
}
