import { describe, expect, it } from 'vitest';
import { type Column, LONG, nextSorting, rowsInSight, rowsOf } from '../../../../web/client/table/rows.ts';

interface Row {
  readonly name: string;
  readonly date: string | null;
  readonly count: number;
}
const row = (name: string, date: string | null, count: number): Row => ({ name, date, count });
const rows = [row('朱恒毅', '2020-03', 2), row('阿里', null, 10), row('王昌荣', '2019-07-01', 9)];
const columns: readonly Column<Row>[] = [
  { key: 'name', title: '名称', text: ({ name }) => name },
  { key: 'date', title: '日期', text: ({ date }) => date ?? '', order: ({ date }) => date },
  { key: 'count', title: '数', text: ({ count }) => String(count), order: ({ count }) => count },
];
const names = (found: readonly Row[]) => found.map(({ name }) => name);
const by = (key: string, descending = false) => names(rowsOf(rows, columns, {}, { key, descending }));

describe('rows of a table', () => {
  it('come as they are without a sorting', () => {
    expect(names(rowsOf(rows, columns, {}, null))).toEqual(['朱恒毅', '阿里', '王昌荣']);
  });

  it('sort names as Chinese does, numbers as numbers, and put what is missing last either way', () => {
    expect(by('name')).toEqual(['阿里', '王昌荣', '朱恒毅']);
    expect(by('count')).toEqual(['朱恒毅', '王昌荣', '阿里']);
    expect(by('date')).toEqual(['王昌荣', '朱恒毅', '阿里']);
    expect(by('date', true)).toEqual(['朱恒毅', '王昌荣', '阿里']);
  });

  it('fit every filter at once', () => {
    expect(names(rowsOf(rows, columns, { name: '荣' }, null))).toEqual(['王昌荣']);
    expect(names(rowsOf(rows, columns, { date: '20', count: '9' }, null))).toEqual(['王昌荣']);
    expect(rowsOf(rows, columns, { name: '荣', count: '2' }, null)).toEqual([]);
  });

  it('turn from rising to falling to as they came', () => {
    const up = nextSorting(null, 'name');
    expect([up, nextSorting(up, 'name')]).toEqual([
      { key: 'name', descending: false },
      { key: 'name', descending: true },
    ]);
    expect(nextSorting({ key: 'name', descending: true }, 'name')).toBeNull();
    expect(nextSorting(up, 'date')).toEqual({ key: 'date', descending: false });
  });

  it('are all drawn in a short table, and only those in sight in a long one', () => {
    expect(rowsInSight(LONG, 28, 0, 280)).toEqual({ first: 0, last: LONG - 1 });
    const { first, last } = rowsInSight(5000, 28, 28 * 1000, 280);
    expect(first).toBeLessThan(1000);
    expect(last).toBeGreaterThanOrEqual(1010);
    expect(last - first).toBeLessThan(60);
    expect(rowsInSight(5000, 28, 28 * 6000, 280).last).toBe(4999);
  });
});
