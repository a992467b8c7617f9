/** A table of marks in which every cell is a link to what it rests on; arrow keys go from cell to cell. */
import type { ComponentChildren, JSX, TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';
import type { MatrixCell, MatrixColumn } from './drawn.ts';
import { neighbourCell } from './matrix-keys.ts';
import { onPlainClick } from './plain-click.ts';
import { StageMark } from './stage-mark.tsx';

export interface MatrixRow {
  readonly key: string;
  readonly head: ComponentChildren;
  readonly cells: readonly MatrixCell[];
  /** Stands apart from the rows below it, with which it is not counted. */
  readonly apart: boolean;
  /** Behind the cells. */
  readonly sum: ComponentChildren;
}

interface MatrixProps {
  readonly label: string;
  readonly corner: string;
  readonly sumHead: ComponentChildren;
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  readonly selected: string | null;
  readonly open: (key: string) => void;
}

export function Matrix({ label, corner, sumHead, columns, rows, selected, open }: MatrixProps): JSX.Element {
  const table = useRef<HTMLTableElement>(null);
  const all = rows.flatMap(({ cells }) => cells);
  // One stop for the Tab key: the open cell, else the first one that says something.
  const stop = (all.find(({ key }) => key === selected) ?? all.find(isStated) ?? all[0])?.key;
  const move = (event: TargetedKeyboardEvent<HTMLTableElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...(table.current?.tBodies[0]?.querySelectorAll('a[data-cell]') ?? [])] as HTMLElement[];
    const at = links.indexOf(event.target as HTMLElement);
    const next = at < 0 ? null : neighbourCell(at, event.key, columns.length, rows.length);
    if (next === null) return;
    event.preventDefault();
    links[next]?.focus();
  };
  return (
    <div class="matrix-scroll">
      <table class="matrix" ref={table} aria-label={label} onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col" class="matrix-head">
              {corner}
            </th>
            {columns.map((column) => (
              <th key={column.key} scope="col" class={column.empty ? 'empty' : undefined}>
                <span lang="zh-CN">{column.name}</span>
                <small>
                  {column.share > 0 && <i style={{ '--share': column.share }} />}
                  {column.note}
                </small>
              </th>
            ))}
            <th scope="col" class="matrix-sum">
              {sumHead}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} class={rowClass(row, selected)}>
              <th scope="row" class="matrix-head">
                {row.head}
              </th>
              {row.cells.map((cell) => (
                <td key={cell.key} class={classOf(cell, selected)}>
                  <a
                    data-cell
                    href={cell.href}
                    aria-label={cell.label}
                    title={cell.label}
                    aria-current={cell.key === selected ? 'true' : undefined}
                    tabIndex={cell.key === stop ? 0 : -1}
                    onClick={onPlainClick(() => open(cell.key))}
                  >
                    <CellMark cell={cell} />
                  </a>
                </td>
              ))}
              <td class="matrix-sum">{row.sum}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellMark({ cell: { state, evidence } }: { readonly cell: MatrixCell }): JSX.Element | null {
  if (state === 'uncovered' || state === 'blank') return null;
  if (state === 'silent') return <i class="silent-dot" />;
  return (
    <>
      <StageMark mark={state} />
      {evidence > 1 && <sup>{evidence}</sup>}
    </>
  );
}

function classOf({ key, state }: MatrixCell, selected: string | null): string | undefined {
  return [state === 'uncovered' && 'uncovered', key === selected && 'selected'].filter(Boolean).join(' ') || undefined;
}

function rowClass({ apart, cells }: MatrixRow, selected: string | null): string | undefined {
  const current = cells.some(({ key }) => key === selected);
  return [apart && 'apart', current && 'current'].filter(Boolean).join(' ') || undefined;
}

const isStated = ({ evidence }: MatrixCell): boolean => evidence > 0;
