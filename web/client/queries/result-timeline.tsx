/** An answer by the dates of one column: years, their dates as precise as they are known, and what has none. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { QueryResult } from '../../api/queries.ts';
import { QueryTable } from '../parts/query-table.tsx';
import { answerWords } from '../words/answers.ts';
import { columnWord } from '../words/columns.ts';
import { queryWords } from '../words/queries.ts';
import { type DatedRows, dateColumns, timelineOf } from './result-dates.ts';
import '../styles/result-views.css';

export function ResultTimeline({ result }: { readonly result: QueryResult }): JSX.Element {
  const columns = dateColumns(result);
  const chosen = useSignal(columns[0] ?? 0);
  const open = useSignal<string | null>(null);
  const { years, undated } = timelineOf(result.rows, chosen.value);
  const most = Math.max(...years.flatMap(({ dates }) => dates.map(({ rows }) => rows.length)));
  const toggle = (key: string) => {
    open.value = open.value === key ? null : key;
  };
  return (
    <div class="result-timeline">
      {columns.length === 1 && (
        <p class="hint">{queryWords().byColumn(columnWord(result.columns[chosen.value] ?? ''))}</p>
      )}
      {columns.length > 1 && (
        <fieldset class="segments" aria-label={queryWords().byDate}>
          {columns.map((column) => (
            <button
              key={column}
              type="button"
              aria-pressed={column === chosen.value}
              onClick={() => {
                chosen.value = column;
                open.value = null;
              }}
            >
              {columnWord(result.columns[column] ?? '')}
            </button>
          ))}
        </fieldset>
      )}
      {years.map(({ year, dates }) => (
        <section key={year}>
          <h3>{year}</h3>
          <ol>
            {dates.map((of) => (
              <Moment
                key={of.date}
                of={of}
                most={most}
                result={without(result, of.rows, chosen.value)}
                open={open.value === of.date}
                toggle={() => toggle(of.date)}
              />
            ))}
          </ol>
        </section>
      ))}
      {undated.length > 0 && (
        <section>
          <h3>{queryWords().undatedRows}</h3>
          <ol>
            <Moment
              of={{ date: '', rows: undated }}
              most={most}
              result={without(result, undated, chosen.value)}
              open={open.value === ''}
              toggle={() => toggle('')}
            />
          </ol>
        </section>
      )}
    </div>
  );
}

interface MomentProps {
  readonly of: DatedRows;
  /** Rows of the fullest date: its bar has the full width. */
  readonly most: number;
  readonly result: QueryResult;
  readonly open: boolean;
  readonly toggle: () => void;
}

/** One date: a bar as long as it has rows, what they name, and the rows with their sentences when it is opened. */
function Moment({ of: { date, rows }, most, result, open, toggle }: MomentProps): JSX.Element {
  const width = `${(rows.length / Math.max(1, most)) * 100}%`;
  return (
    <li class={open ? 'moment open' : 'moment'}>
      <button type="button" class="moment-line" aria-expanded={open} onClick={toggle}>
        <b>{date || '—'}</b>
        <span class="moment-bar" aria-hidden="true">
          <span style={{ width }} />
        </span>
        <span class="count">{answerWords().rows(rows.length)}</span>
        <span class="clip grow" lang="zh-CN">
          {namesIn(result)}
        </span>
      </button>
      {open && <QueryTable result={result} />}
    </li>
  );
}

/** Names of the nodes in the first column that has some; where none has, what the rows say. */
function namesIn({ columns, rows, nodes }: QueryResult): string {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const column = columns.findIndex((_, index) => rows.some((row) => names.has(String(row[index]))));
  const said = rows.flatMap((row) =>
    column < 0 ? [row.slice(0, 2).join(' ')] : (names.get(String(row[column])) ?? []),
  );
  return [...new Set(said)].join('、');
}

/** The answer with these rows alone, and without the column that the date is read from. */
function without(result: QueryResult, rows: readonly number[], column: number): QueryResult {
  const others = <T,>(cells: readonly T[]): T[] => cells.filter((_, index) => index !== column);
  return {
    ...result,
    columns: others(result.columns),
    rows: rows.map((index) => others(result.rows[index] ?? [])),
  };
}
