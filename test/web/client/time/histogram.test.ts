import { describe, expect, it } from 'vitest';
import { firstDayOf, isoOf, startOf } from '../../../../web/client/time/days.ts';
import { fittingUnit, histogramOf } from '../../../../web/client/time/histogram.ts';
import { type Dated, momentOf } from '../../../../web/client/time/moments.ts';

const dated = (id: string, date: string, kind: Dated['kind'] = 'event'): Dated => {
  const precision = { 4: 'year', 7: 'month', 10: 'day' }[date.length] as string;
  return { id, kind, moment: momentOf(date, null, precision) as Dated['moment'] };
};
const months = (things: readonly Dated[]) => {
  const found = histogramOf(things, 'month');
  return [...(found?.bins ?? [])].map(([index, { exact, spans }]) => [
    isoOf(startOf(index, 'month'), 'month'),
    exact.event,
    spans.event,
  ]);
};

describe('a histogram', () => {
  it('counts days in their month, and hatches a month or year over all the months that it may have been', () => {
    expect(months([dated('a', '2019-07-01'), dated('b', '2019-07-30'), dated('c', '2019-08')])).toEqual([
      ['2019-07', 2, 0],
      ['2019-08', 0, 1],
    ]);
    expect(months([dated('a', '2019')])).toHaveLength(12);
  });

  it('keeps kinds apart', () => {
    const bin = histogramOf([dated('a', '2019-07-01'), dated('b', '2019-07-01', 'launch')], 'day');
    expect([...(bin?.bins.values() ?? [])][0]?.exact).toEqual({ event: 1, launch: 1, article: 0 });
  });

  it('sets apart what lies far before the rest, and loses none of it', () => {
    const recent = Array.from({ length: 20 }, (_, index) =>
      dated(`r${index}`, `2019-07-${String(index + 1).padStart(2, '0')}`),
    );
    const found = histogramOf([dated('old', '1963-11-20'), ...recent], 'month');
    expect(found?.earlier).toEqual(['old']);
    expect(isoOf(startOf(found?.first ?? 0, 'month'), 'month')).toBe('2019-06');
    expect(histogramOf([dated('old', '1963-11-20'), dated('new', '2019-07-01')], 'month')?.earlier).toEqual([]);
  });

  it('is none without a date', () => {
    expect(histogramOf([], 'month')).toBeNull();
    expect(fittingUnit([])).toBe('month');
  });

  it('begins with the smallest unit whose bars can be told apart', () => {
    expect(fittingUnit([dated('a', '2019-07-01'), dated('b', '2019-07-20')])).toBe('day');
    expect(fittingUnit([dated('a', '2019-07-01'), dated('b', '2021-07-20')])).toBe('month');
    expect(fittingUnit([dated('a', '1990-07-01'), dated('b', '2021-07-20')])).toBe('year');
    expect(firstDayOf('2019')).toBe(firstDayOf('2019-01-01'));
  });
});
