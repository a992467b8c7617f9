/** Years or months in a row. */
export type Grain = 'year' | 'month';

/** The period of a day: `2019` or `2019-07`. */
export function periodOf(day: string, grain: Grain): string {
  return grain === 'year' ? day.slice(0, 4) : day.slice(0, 7);
}

/** All periods from that of the first day to that of the last, without gaps. */
export function periodsBetween(first: string, last: string, grain: Grain): readonly string[] {
  const end = periodOf(last, grain);
  const periods: string[] = [];
  for (let period = periodOf(first, grain); period <= end; period = nextPeriod(period)) periods.push(period);
  return periods;
}

function nextPeriod(period: string): string {
  const [year, month] = period.split('-').map(Number) as [number, number | undefined];
  if (month === undefined) return String(year + 1).padStart(4, '0');
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(nextYear).padStart(4, '0')}-${String(next).padStart(2, '0')}`;
}
