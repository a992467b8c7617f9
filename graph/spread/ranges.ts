/** Ranges of days: made from dates of any precision, joined, and compared without pretending to know more than they say. */
import type { Precision } from '../model.ts';
import type { Range, When } from './types.ts';

const DAY_MS = 86_400_000;

/** The days that an ISO date cut to year, month or day may mean; null for what is no such date. */
export function daysOf(date: string): { readonly from: string; readonly to: string } | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/u.exec(date);
  if (!match) return null;
  const [, year, month, day] = match as unknown as [string, string, string | undefined, string | undefined];
  if (!month) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (day) return { from: `${year}-${month}-${day}`, to: `${year}-${month}-${day}` };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { from: `${year}-${month}-01`, to: `${year}-${month}-${last}` };
}

/** Whole days from one ISO day to another; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

export interface GivenDate {
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
  readonly datePrecision: string | null;
  readonly dateText: string | null;
  readonly dateBasis: string | null;
}

/**
 * When a relation or an event was, from the date that the text gives and the days on which it was printed. A text's date is taken as
 * it is; without one only the earliest printing bounds it. Where a report was printed within the text's range, the range ends there.
 */
export function whenOf(date: GivenDate, printings: readonly string[]): When {
  const printedDays = printings.flatMap((printed) => daysOf(printed) ?? []);
  const printed = earliest(printedDays.map(({ to }) => to));
  const start = date.dateFrom === null ? null : daysOf(date.dateFrom);
  if (!start) {
    const basis = printed === null ? 'unknown' : 'printed';
    return { from: null, to: printed, precision: null, basis, words: date.dateText, how: null, printed };
  }
  const stated = (date.dateTo === null ? null : daysOf(date.dateTo))?.to ?? start.to;
  const to = printed !== null && printed < stated && printed >= start.from ? printed : stated;
  return {
    from: start.from,
    to,
    precision: precisionOf(date),
    basis: 'text',
    words: date.dateText,
    how: date.dateBasis,
    printed,
  };
}

/**
 * When a place first had a program, by several claims. It had it by the earliest of their last days; it cannot have had it before the
 * first day that the claim with this last day gives. Words, basis and precision are that claim's. Null for no claim.
 */
export function earliestWhen(whens: readonly When[]): When | null {
  const [first] = [...whens].sort(compareWhens);
  if (!first) return null;
  return { ...first, printed: earliest(whens.flatMap(({ printed }) => printed ?? [])) };
}

/** By their last day, unknown ones behind; of one last day those that a text dates first, then the narrower. */
export function compareWhens(a: When, b: When): number {
  return (
    compareDays(a.to, b.to) || Number(a.basis !== 'text') - Number(b.basis !== 'text') || compareDays(b.from, a.from)
  );
}

/** Unknown days come last. */
export function compareDays(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** The range that order is judged by: what is known only by its printing stands at the day of printing. */
export function knownRange({ from, to }: Range): { readonly from: string; readonly to: string } | null {
  return to === null ? null : { from: from ?? to, to };
}

/** -1 where `a` surely comes before `b`, 1 where it surely comes after, 0 where the ranges overlap; null where one is unknown. */
export function order(a: Range, b: Range): -1 | 0 | 1 | null {
  const [left, right] = [knownRange(a), knownRange(b)];
  if (!left || !right) return null;
  if (left.to < right.from) return -1;
  return right.to < left.from ? 1 : 0;
}

/** The last of the days that dates cut to their precision may mean. */
export function latestDay(dates: readonly string[]): string | null {
  const days = dates.flatMap((date) => daysOf(date)?.to ?? []);
  return days.reduce<string | null>((most, day) => (most === null || day > most ? day : most), null);
}

/** The first of ISO days or of dates cut to one precision; null for none. */
export function earliest(days: readonly string[]): string | null {
  return days.reduce<string | null>((least, day) => (least === null || day < least ? day : least), null);
}

function precisionOf({ datePrecision, dateFrom }: GivenDate): Precision | null {
  if (datePrecision === 'day' || datePrecision === 'month' || datePrecision === 'year') return datePrecision;
  const parts = dateFrom?.split('-').length;
  return parts === 3 ? 'day' : parts === 2 ? 'month' : parts === 1 ? 'year' : null;
}
