import { describe, expect, it } from 'vitest';
import { dateColumns, timelineOf } from '../../../../web/client/queries/result-dates.ts';

describe('the columns with dates', () => {
  it('are those of years, months and days alone, and never of nothing', () => {
    const columns = ['日期', '刊出日期', '职务', '空', '混'];
    const rows = [
      ['2019-07', null, '书记', null, '2019'],
      ['2019-07-03', '2021', '2019', null, '旧'],
    ];
    expect(dateColumns({ columns, rows })).toEqual([0, 1]);
  });
});

describe('rows by date', () => {
  it('stand by year, a month before its days, and those without a date apart', () => {
    const rows = [['2019-07-03'], ['2021'], [null], ['2019-07'], ['2019-07-03']];
    expect(timelineOf(rows, 0)).toEqual({
      years: [
        {
          year: '2019',
          dates: [
            { date: '2019-07', rows: [3] },
            { date: '2019-07-03', rows: [0, 4] },
          ],
        },
        { year: '2021', dates: [{ date: '2021', rows: [1] }] },
      ],
      undated: [2],
    });
  });
});
