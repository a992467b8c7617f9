/** Tables as text: aligned columns for a terminal, CSV for a spreadsheet. */
import type { Table, Value } from './store.ts';

/** What a terminal draws two columns wide (Unicode TR11, classes W and F, as far as these texts have them). */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
/** What it draws over the character before. */
const COMBINING = /\p{Mark}|\u200d|\ufe0f/u;
/** Columns after which a cell is cut: a quote should not push the rest off the screen. */
const MAX_CELL = 48;

/** The columns that a text takes in a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += COMBINING.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

/** A value in one line. `shown` says what an id or a reference stands for; a list is separated by `；`. */
export function cellText(value: Value, shown: ReadonlyMap<string, string>): string {
  if (value === null) return '';
  if (typeof value === 'string') return (shown.get(value) ?? value).replace(/\s*\n\s*/gu, ' ');
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map((item) => cellText(item, shown)).join('；');
  return JSON.stringify(value);
}

/** Columns aligned, numbers to the right, a rule under the names; long cells end in `…`. One line a row, each with its `\n`. */
export function alignedTable({ columns, rows }: Table, shown: ReadonlyMap<string, string>): string {
  const cells = rows.map((row) => row.map((value) => cut(cellText(value, shown))));
  const widths = columns.map((column, index) =>
    Math.max(displayWidth(column), ...cells.map((row) => displayWidth(row[index] ?? ''))),
  );
  const numeric = columns.map((_, index) => rows.length > 0 && rows.every((row) => typeof row[index] === 'number'));
  const lineOf = (row: readonly string[]): string =>
    `${row.map((cell, index) => pad(cell, widths[index] ?? 0, numeric[index] ?? false)).join('  ')}`.trimEnd();
  const rule = widths.map((width) => '─'.repeat(width));
  return [columns, rule, ...cells].map((row) => `${lineOf(row)}\n`).join('');
}

/** RFC 4180, behind a byte order mark, without which spreadsheets take Chinese for another encoding. */
export function csvText({ columns, rows }: Table, shown: ReadonlyMap<string, string>): string {
  const lines = rows.map((row) =>
    csvLine(row.map((value) => (typeof value === 'number' ? value : cellText(value, shown)))),
  );
  return `\ufeff${[csvLine(columns), ...lines].join('')}`;
}

/** One line of a CSV file (RFC 4180), with its end. A text that a spreadsheet would run as a formula is kept from it by an apostrophe. */
export function csvLine(cells: readonly (string | number)[]): string {
  const field = (cell: string | number): string => {
    const text = typeof cell === 'string' && /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : String(cell);
    return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${cells.map(field).join(',')}\r\n`;
}

function cut(text: string): string {
  if (displayWidth(text) <= MAX_CELL) return text;
  let kept = '';
  let width = 0;
  for (const character of text) {
    width += displayWidth(character);
    if (width > MAX_CELL - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

function pad(text: string, width: number, right: boolean): string {
  const blank = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return right ? blank + text : text + blank;
}
