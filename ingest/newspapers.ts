/** Newspapers known by name, serial number or web address, with the place each is published for. */
import { readFileSync } from 'node:fs';
import { ZhituError } from '../graph/errors.ts';
import { addWorkingDays, workingDaysBetween } from './calendar.ts';
import { foldWidth } from './chinese.ts';

export interface Newspaper {
  readonly name: string;
  /** Official path of the place it is published for; null for a national paper. */
  readonly home: string | null;
  readonly aliases: readonly string[];
  /** Serial numbers (`CN33-0019`) and web addresses. */
  readonly marks: readonly string[];
  /** Issues whose day is known, oldest first. */
  readonly issues: readonly { readonly number: number; readonly date: string }[];
}

let cached: readonly Newspaper[] | undefined;

/** The papers of `lexicon/newspapers.tsv`; read once a process. Throws `bad-input` for a row without a name or with an issue that is not `number=date`. */
export function loadNewspapers(): readonly Newspaper[] {
  cached ??= readNewspapers();
  return cached;
}

function readNewspapers(): readonly Newspaper[] {
  const file = readFileSync(new URL('./lexicon/newspapers.tsv', import.meta.url), 'utf8');
  const rows = file.split('\n').map((line, index) => ({ line, index }));
  return rows
    .filter(({ line }) => line !== '' && !line.startsWith('#') && !line.startsWith('name\t'))
    .map(({ line, index }) => readRow(line, index + 1));
}

function readRow(line: string, number: number): Newspaper {
  const [name = '', home = '', aliases = '', marks = '', issues = ''] = line.split('\t');
  const words = (cell: string) => cell.split(' ').filter((word) => word !== '');
  const known = words(issues).map((item) => {
    const match = /^(\d+)=(\d{4}-\d\d-\d\d)$/u.exec(item);
    if (!match)
      throw new ZhituError(
        'bad-input',
        `newspapers.tsv:${number}: expected issues as number=YYYY-MM-DD, saw "${item}"`,
      );
    return { number: Number(match[1]), date: match[2] as string };
  });
  if (name === '') throw new ZhituError('bad-input', `newspapers.tsv:${number}: the first column (name) is empty`);
  return { name, home: home === '' ? null : home, aliases: words(aliases), marks: words(marks), issues: known };
}

interface NewspaperIndex {
  readonly byName: ReadonlyMap<string, Newspaper>;
  readonly marks: readonly { readonly paper: Newspaper; readonly folded: string; readonly serial: 0 | 1 }[];
}

const indexes = new WeakMap<readonly Newspaper[], NewspaperIndex>();

function indexOf(newspapers: readonly Newspaper[]): NewspaperIndex {
  let index = indexes.get(newspapers);
  if (!index) {
    const byName = new Map<string, Newspaper>();
    for (const paper of newspapers)
      for (const name of [paper.name, ...paper.aliases]) if (!byName.has(name)) byName.set(name, paper);
    const marks = newspapers.flatMap((paper) =>
      paper.marks.map(
        (mark) => ({ paper, folded: mark.toLowerCase(), serial: mark.startsWith('CN') ? 1 : 0 }) as const,
      ),
    );
    index = { byName, marks };
    indexes.set(newspapers, index);
  }
  return index;
}

/** The newspaper of that name or alias, or null. */
export function newspaperNamed(name: string, newspapers: readonly Newspaper[]): Newspaper | null {
  return indexOf(newspapers).byName.get(name) ?? null;
}

/** The newspaper whose serial number or else web address stands in the text, the longest first; null if none does. */
export function newspaperMarked(text: string, newspapers: readonly Newspaper[]): Newspaper | null {
  const folded = foldWidth(text).replace(/\s/gu, '').toLowerCase();
  const found = indexOf(newspapers)
    .marks.filter(({ folded: mark }) => folded.includes(mark))
    .sort((a, b) => b.serial - a.serial || b.folded.length - a.folded.length);
  return found[0]?.paper ?? null;
}

/**
 * The day of an issue, by straight-line interpolation (or extrapolation) in working days between the two known issues next to it:
 * such papers appear Monday to Friday except on holidays, so working days per issue are steady over the years. Null with fewer than two known issues.
 */
export function dateOfIssue(issue: number, paper: Newspaper): string | null {
  const after = paper.issues.findIndex(({ number }) => number >= issue);
  const right = paper.issues[after < 1 ? (after === 0 ? 1 : paper.issues.length - 1) : after];
  const left = right && paper.issues[paper.issues.indexOf(right) - 1];
  if (!left || !right) return null;
  const rate = workingDaysBetween(left.date, right.date) / (right.number - left.number);
  return addWorkingDays(left.date, Math.round((issue - left.number) * rate));
}
