/** A table that is sorted and filtered by its columns, draws only the rows in sight, and is walked by keys. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { tableWords } from '../words/table.ts';
import { type Column, nextSorting, rowsInSight, rowsOf, type Sorting } from './rows.ts';

/** Pixels; `--row` of the style sheet. */
const ROW = 28;
/** Rows of the head: titles and filters. */
const HEAD_ROWS = 2;

interface GridProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly isSelected: (row: Row) => boolean;
  readonly isPale: (row: Row) => boolean;
  /** `more`: beside what is selected already. */
  readonly select: (row: Row, more: boolean) => void;
}

export function Grid<Row extends { readonly id: string }>({
  label,
  rows,
  columns,
  isSelected,
  isPale,
  select,
}: GridProps<Row>): JSX.Element {
  const words = tableWords();
  const box = useRef<HTMLDivElement>(null);
  const sorting = useSignal<Sorting | null>(null);
  const filters = useSignal<Readonly<Record<string, string>>>({});
  const scroll = useSignal({ top: 0, height: 400 });
  /** The row that the tab key comes to. */
  const active = useSignal(0);
  const listed = useMemo(
    () => rowsOf(rows, columns, filters.value, sorting.value),
    [rows, columns, filters.value, sorting.value],
  );
  const chosen = listed.findIndex(isSelected);
  const { first, last } = rowsInSight(listed.length, ROW, scroll.value.top, scroll.value.height);
  const at = Math.min(active.value, Math.max(0, listed.length - 1));

  useEffect(() => {
    if (chosen < 0) return;
    active.value = chosen;
    bringIn(box.current, chosen);
  }, [chosen]);

  const focusRow = (index: number) => {
    active.value = index;
    bringIn(box.current, index);
    // A row that was out of sight is drawn first.
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.hasAttribute('data-row')) return;
    const page = Math.max(1, Math.floor(scroll.value.height / ROW) - HEAD_ROWS);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: listed.length - 1,
    }[event.key];
    const row = listed[at];
    if (to !== undefined) focusRow(Math.max(0, Math.min(listed.length - 1, to)));
    else if ((event.key === 'Enter' || event.key === ' ') && row) select(row, event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div
        ref={box}
        class="grid-box"
        onScroll={({ currentTarget }) => {
          scroll.value = { top: currentTarget.scrollTop, height: currentTarget.clientHeight };
        }}
      >
        <table
          class="grid"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it is walked and selected in
          role="grid"
          aria-label={label}
          aria-rowcount={listed.length + HEAD_ROWS}
          aria-multiselectable="true"
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr aria-rowindex={1}>
              {columns.map(({ key, title, isNumber }) => (
                <th
                  key={key}
                  scope="col"
                  class={isNumber ? 'number' : undefined}
                  aria-sort={sortOf(sorting.value, key)}
                >
                  <button
                    type="button"
                    onClick={() => {
                      sorting.value = nextSorting(sorting.value, key);
                    }}
                  >
                    {title}
                    {sorting.value?.key === key && <Icon name={sorting.value.descending ? 'down' : 'up'} small />}
                  </button>
                </th>
              ))}
            </tr>
            <tr aria-rowindex={2} class="filters">
              {columns.map(({ key, title }) => (
                <td key={key}>
                  <input
                    type="search"
                    aria-label={words.filter(title)}
                    placeholder={words.filterHint}
                    value={filters.value[key] ?? ''}
                    onInput={({ currentTarget }) => {
                      filters.value = { ...filters.value, [key]: currentTarget.value };
                    }}
                  />
                </td>
              ))}
            </tr>
          </thead>
          <tbody>
            <Space rows={first} columns={columns.length} />
            {listed.slice(first, last + 1).map((row, offset) => {
              const index = first + offset;
              const selected = isSelected(row);
              return (
                <tr
                  key={row.id}
                  data-row={index}
                  aria-rowindex={index + 1 + HEAD_ROWS}
                  aria-selected={selected}
                  tabIndex={index === at ? 0 : -1}
                  class={isPale(row) ? 'pale' : undefined}
                  onClick={(event) => {
                    active.value = index;
                    select(row, event.shiftKey);
                  }}
                >
                  {columns.map(({ key, text, isNumber }, column) =>
                    column === 0 ? (
                      <th key={key} scope="row" title={text(row)}>
                        {text(row)}
                        {isPale(row) && <span class="tag">{words.outside}</span>}
                      </th>
                    ) : (
                      <td key={key} class={isNumber ? 'number' : undefined} title={text(row)}>
                        {text(row)}
                      </td>
                    ),
                  )}
                </tr>
              );
            })}
            <Space rows={Math.max(0, listed.length - 1 - last)} columns={columns.length} />
          </tbody>
        </table>
        {listed.length === 0 && <p class="state">{words.none}</p>}
      </div>
      <p class="grid-count hint" aria-live="polite">
        {words.count(listed.length, rows.length)} · {words.help}
      </p>
    </>
  );
}

/** The room of rows that are not drawn. */
function Space({ rows, columns }: { readonly rows: number; readonly columns: number }): JSX.Element | null {
  if (rows <= 0) return null;
  return (
    <tr class="space">
      <td colSpan={columns} style={{ height: `${rows * ROW}px` }} />
    </tr>
  );
}

function sortOf(sorting: Sorting | null, key: string): 'ascending' | 'descending' | 'none' {
  if (sorting?.key !== key) return 'none';
  return sorting.descending ? 'descending' : 'ascending';
}

/** Scrolls no further than is needed, below the head that stays where it is. */
function bringIn(box: HTMLDivElement | null, index: number): void {
  if (!box) return;
  const head = box.querySelector('thead')?.clientHeight ?? 0;
  const top = index * ROW;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + ROW + head > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW + head - box.clientHeight;
}
