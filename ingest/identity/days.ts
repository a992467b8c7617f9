/** Ranges of days of publication. */

const DAY_MS = 86_400_000;

/** First and last day (ISO, any precision); null where unknown. */
export interface DayRange {
  readonly first: string | null;
  readonly last: string | null;
}

/** The smallest range that holds both. */
export function spanOf(a: DayRange, b: DayRange): DayRange {
  const firsts = [a.first, b.first].filter((day) => day !== null).sort();
  const lasts = [a.last, b.last].filter((day) => day !== null).sort();
  return { first: firsts[0] ?? null, last: lasts.at(-1) ?? null };
}

/** Days between two ranges; 0 where they overlap, null where one is unknown. A month or a year counts from its first to its last day. */
export function gapBetween(a: DayRange, b: DayRange): number | null {
  if (a.first === null || a.last === null || b.first === null || b.last === null) return null;
  const gap = Math.max(
    dayNumber(a.first, false) - dayNumber(b.last, true),
    dayNumber(b.first, false) - dayNumber(a.last, true),
  );
  return Number.isNaN(gap) ? null : Math.max(0, gap);
}

/** Days since 1970 of a day, or of the first or last day of a month or a year. */
function dayNumber(iso: string, atEnd: boolean): number {
  const known = atEnd ? LAST_DAYS : FIRST_DAYS;
  const day = known.get(iso) ?? readDay(iso, atEnd);
  known.set(iso, day);
  return day;
}

/** A corpus has some thousand days, each of which is compared a million times. */
const FIRST_DAYS = new Map<string, number>();
const LAST_DAYS = new Map<string, number>();

function readDay(iso: string, atEnd: boolean): number {
  const [year = '', month, day] = iso.split('-');
  const from = Date.UTC(Number(year), month === undefined ? (atEnd ? 11 : 0) : Number(month) - 1, Number(day ?? 1));
  if (!atEnd || day !== undefined) return from / DAY_MS;
  return Date.UTC(new Date(from).getUTCFullYear(), new Date(from).getUTCMonth() + 1, 0) / DAY_MS;
}
