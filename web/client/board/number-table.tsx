/** Counts by period: every number is a button that opens what it counts. */
import type { JSX } from 'preact';
import { boardWords } from '../words/board.ts';

export interface NumberRow {
  readonly id: string;
  readonly label: JSX.Element | string;
  /** The label as words. */
  readonly name: string;
  readonly counts: readonly number[];
  readonly total?: number;
}

interface NumberTableProps {
  readonly caption: string;
  readonly periods: readonly string[];
  readonly rows: readonly NumberRow[];
  /** The name of the list behind a number; a period of '' stands for the total. Null where there is none. */
  readonly listOf: (row: string, period: string) => string | null;
  readonly current: string | null;
  readonly open: (list: string) => void;
}

export function NumberTable({ caption, periods, rows, listOf, current, open }: NumberTableProps): JSX.Element {
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const hasTotals = rows.some(({ total }) => total !== undefined);
  return (
    <div class="number-scroll">
      <table class="numbers">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" />
            {periods.map((period) => (
              <th scope="col" key={period}>
                {period}
              </th>
            ))}
            {hasTotals && <th scope="col">{boardWords().total}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, name, counts, total }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              {counts.map((count, index) => {
                const period = periods[index] as string;
                return (
                  <td key={period}>
                    <Cell
                      name={boardWords().cell(name, period, count)}
                      count={count}
                      share={count / most}
                      list={listOf(id, period)}
                      current={current}
                      open={open}
                    />
                  </td>
                );
              })}
              {total !== undefined && (
                <td class="total">
                  <Cell
                    name={boardWords().cell(name, boardWords().total, total)}
                    count={total}
                    share={0}
                    list={listOf(id, '')}
                    current={current}
                    open={open}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly name: string;
  readonly count: number;
  /** Of the greatest, 0 to 1. */
  readonly share: number;
  readonly list: string | null;
  readonly current: string | null;
  readonly open: (list: string) => void;
}

/** Shades of a cell; more could not be told apart. */
const SHADES = 4;

export function Cell({ name, count, share, list, current, open }: CellProps): JSX.Element | null {
  if (count === 0) return null;
  if (list === null) return <span class="cell">{count}</span>;
  return (
    <button
      type="button"
      class={`cell shade-${Math.ceil(share * SHADES)}`}
      aria-label={name}
      aria-pressed={list === current}
      onClick={() => open(list)}
    >
      {count}
    </button>
  );
}
