/** Rows of the table: filtered by what stands in their columns, and sorted by one of them. */

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** What the cell says; filters look in it. */
  readonly text: (row: Row) => string;
  /** What it is sorted by, where that is not the text; null is last whichever way. */
  readonly order?: (row: Row) => string | number | null;
  readonly isNumber?: boolean;
}

export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** @param sorting null keeps the order that the rows came in */
export function rowsOf<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  filters: Readonly<Record<string, string>>,
  sorting: Sorting | null,
): readonly Row[] {
  const wanted = columns.flatMap(({ key, text }) => {
    const words = (filters[key] ?? '').trim().toLowerCase();
    return words === '' ? [] : [(row: Row) => text(row).toLowerCase().includes(words)];
  });
  const kept = wanted.length > 0 ? rows.filter((row) => wanted.every((fits) => fits(row))) : rows;
  const column = columns.find(({ key }) => key === sorting?.key);
  if (!column || !sorting) return kept;
  const order = column.order ?? column.text;
  const sign = sorting.descending ? -1 : 1;
  return kept
    .map((row) => ({ row, by: order(row) }))
    .sort((one, other) => missingLast(one.by, other.by) ?? sign * compare(one.by ?? '', other.by ?? ''))
    .map(({ row }) => row);
}

/** The next sorting when a column's head is pressed: up, down, as it came. */
export function nextSorting(sorting: Sorting | null, key: string): Sorting | null {
  if (sorting?.key !== key) return { key, descending: false };
  return sorting.descending ? null : { key, descending: true };
}

/** The rows to draw of a long table: those in sight, and some on either side for the next turn of the wheel. */
export function rowsInSight(
  count: number,
  rowHeight: number,
  scrollTop: number,
  height: number,
): { readonly first: number; readonly last: number } {
  if (count <= LONG) return { first: 0, last: count - 1 };
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - SPARE);
  return {
    first: Math.min(first, count - 1),
    last: Math.min(count - 1, Math.ceil((scrollTop + height) / rowHeight) + SPARE),
  };
}

/** Longer tables draw only what is in sight. */
export const LONG = 200;
const SPARE = 12;

function missingLast(one: unknown, other: unknown): number | null {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return null;
}

function compare(one: string | number, other: string | number): number {
  return typeof one === 'number' && typeof other === 'number'
    ? one - other
    : collator.compare(String(one), String(other));
}
