/** Which columns of an answer are dates, and its rows in their order. */
import type { QueryResult } from '../../api/queries.ts';

/** A year, a month or a day. */
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u;

/** The columns with dates and nothing else in them, by their place. They are never mixed: each may be of another clock. */
export function dateColumns({ columns, rows }: Pick<QueryResult, 'columns' | 'rows'>): readonly number[] {
  return columns.flatMap((_, column) => {
    const cells = rows.map((row) => row[column] ?? null).filter((cell) => cell !== null);
    return cells.length > 0 && cells.every((cell) => typeof cell === 'string' && DATE.test(cell)) ? [column] : [];
  });
}

export interface DatedRows {
  /** As precise as it is known: `2019`, `2019-07` or `2019-07-03`. */
  readonly date: string;
  /** Places of rows in the answer, in its order. */
  readonly rows: readonly number[];
}

export interface Timeline {
  /** The earliest first; a year stands before its months, a month before its days. */
  readonly years: readonly { readonly year: string; readonly dates: readonly DatedRows[] }[];
  readonly undated: readonly number[];
}

/** The rows by the date in a column. */
export function timelineOf(rows: QueryResult['rows'], column: number): Timeline {
  const byDate = new Map<string, number[]>();
  const undated: number[] = [];
  for (const [index, row] of rows.entries()) {
    const date = row[column];
    if (typeof date !== 'string') undated.push(index);
    else byDate.set(date, [...(byDate.get(date) ?? []), index]);
  }
  const dates = [...byDate].map(([date, of]): DatedRows => ({ date, rows: of }));
  dates.sort((one, other) => (one.date < other.date ? -1 : 1));
  const years = [...new Set(dates.map(({ date }) => yearOf(date)))];
  return {
    years: years.map((year) => ({ year, dates: dates.filter(({ date }) => yearOf(date) === year) })),
    undated,
  };
}

const yearOf = (date: string): string => date.slice(0, 'YYYY'.length);
