/** An answer as a file: what was asked and when stands in it, and every id and reference is what it stands for. */
import type { Cell, QueryResult } from '../../api/queries.ts';

/** What an export says of itself. */
export interface About {
  /** The question in words, or the Cypher. */
  readonly query: string;
  /** Name and value of each parameter that was given. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The address that shows the same. */
  readonly address: string;
  /** ISO, when it was asked. */
  readonly at: string;
}

/** The byte order mark, without which spreadsheets take Chinese for another encoding. */
const BOM = '\ufeff';

/** A CSV file (RFC 4180): first lines that begin with `#`, then the columns and the rows, with names and quotes. */
export function csvOf({ columns, rows, nodes, quotes, truncated }: QueryResult, about: About): string {
  const shown = new Map([
    ...nodes.map(({ id, name }) => [id, name] as const),
    ...quotes.map(({ ref, quote }) => [ref, quote] as const),
  ]);
  const given = Object.entries(about.params).map(([name, value]) => `${name} = ${String(value)}`);
  const head = [about.query.replace(/\s*\n\s*/gu, ' '), ...given, about.address, about.at, ...(truncated ? ['…'] : [])];
  const lines = [
    ...head.map((text) => [`# ${text}`]),
    columns,
    ...rows.map((row) => row.map((cell) => textOf(cell, shown))),
  ];
  return BOM + lines.map(csvLine).join('');
}

/** The answer with ids and references as they are, and the nodes and passages they stand for. */
export function jsonOf({ columns, rows, nodes, quotes, truncated }: QueryResult, about: About): string {
  return `${JSON.stringify({ ...about, columns, rows, truncated, nodes, quotes }, null, 2)}\n`;
}

/** A text that a spreadsheet would run as a formula is kept from it by an apostrophe. */
function csvLine(cells: readonly (string | number)[]): string {
  const fields = cells.map((cell) => {
    const text = typeof cell === 'string' && /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : String(cell);
    return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${fields.join(',')}\r\n`;
}

/** Lists are separated by `；`: names hold other commas. */
function textOf(cell: Cell, shown: ReadonlyMap<string, string>): string | number {
  if (cell === null) return '';
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'string') return shown.get(cell) ?? cell;
  if (Array.isArray(cell)) return cell.map((item) => textOf(item, shown)).join('；');
  return typeof cell === 'boolean' ? String(cell) : JSON.stringify(cell);
}
