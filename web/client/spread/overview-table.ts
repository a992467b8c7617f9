/** The table of programs and places: which rows it has, in which order, and what its cells say. */
import type { MatrixCell as AnswerCell, Matrix as MatrixAnswer } from '../../api/spread.ts';
import { spreadWords } from '../words/spread.ts';
import { asListed } from './claims.ts';
import type { MatrixCell, MatrixColumn } from './drawn.ts';
import { pathEnd, shortName } from './names.ts';
import { stateWord } from './time-table.ts';

export type ProgramRow = MatrixAnswer['programs'][number];
type PlaceHead = MatrixAnswer['places'][number];

export const SORTS = ['places', 'first', 'name'] as const;
export type Sort = (typeof SORTS)[number];

/** Separates a program's id from a place's in the key of a cell: no id holds it. */
const BETWEEN = '|';

export function overviewKey(program: string, place: string): string {
  return program + BETWEEN + place;
}

/** Reads what `overviewKey` writes; null for anything else. */
export function readOverviewKey(text: string | undefined): { readonly program: string; readonly place: string } | null {
  const [program, place, ...rest] = (text ?? '').split(BETWEEN);
  return program && place && rest.length === 0 ? { program, place } : null;
}

/** The key of two places that are held against each other over all programs. */
export function pairKey(leader: string, follower: string): string {
  return `${leader}>${follower}`;
}

/** The pair that the key of a cell names; null for any other. */
export function pairIn(cell: string | undefined): string | null {
  const { places } = readCountKey(cell ?? '');
  const [leader, follower] = places;
  return leader && follower ? pairKey(leader, follower) : null;
}

/** Which programs of a place, or of a pair, a number counts. */
export const COUNTED = ['first', 'led', 'followed', 'ties'] as const;
export type Counted = (typeof COUNTED)[number];

/** The key of a number of the table of leaders: a place or pair, and what of it was counted. */
export function countKey(places: string, counted: Counted): string {
  return `${places}@${counted}`;
}

/** Reads what `countKey` writes, and keys without a count. */
export function readCountKey(text: string): { readonly places: readonly string[]; readonly counted: Counted | null } {
  const [places = '', word] = text.split('@');
  return { places: places.split('>'), counted: COUNTED.find((known) => known === word) ?? null };
}

/** The earliest last possible day of a program's cells of the level: `null` where none has a date. */
function firstDate({ cells }: Pick<ProgramRow, 'cells'>): string | null {
  const dates = cells.flatMap(({ when }) => when.to ?? []).sort();
  return dates[0] ?? null;
}

/** Rows whose name holds what was typed, in the order asked for; what weighs the same keeps its order. */
export function sortedRows(rows: readonly ProgramRow[], typed: string, sort: Sort): readonly ProgramRow[] {
  const wanted = typed.trim().toLowerCase();
  const kept = rows.filter(({ name }) => name.toLowerCase().includes(wanted));
  if (sort === 'name') return [...kept].sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'));
  if (sort === 'first') {
    const last = '9999';
    return [...kept].sort((one, other) => {
      const [first, second] = [firstDate(one) ?? last, firstDate(other) ?? last];
      return first < second ? -1 : first > second ? 1 : 0;
    });
  }
  return [...kept].sort((one, other) => other.adopted - one.adopted || other.cells.length - one.cells.length);
}

/** Places of the table: the declared ones, and others, also above the level, that a cell stands in. */
export function columnsOf({
  within,
  places,
  programs,
}: Pick<MatrixAnswer, 'within' | 'places' | 'programs'>): readonly PlaceHead[] {
  const used = new Set(programs.flatMap(({ cells }) => cells.map(({ place }) => place)));
  const above = [...new Set(programs.flatMap((program) => program.above.map(({ place }) => place)))];
  const named = above.map((id) => ({ id, name: pathEnd(id), declared: false, articles: -1 }));
  const shown = places.filter(({ id, declared }) => declared || used.has(id));
  return asListed(within, named, shown);
}

export function overviewHeads(columns: readonly PlaceHead[]): readonly MatrixColumn[] {
  const most = Math.max(1, ...columns.map(({ articles }) => articles));
  return columns.map(({ id, name, articles }) => ({
    key: id,
    name: shortName(name),
    // Above the level nothing is counted.
    note: articles < 0 ? '' : String(articles),
    share: Math.max(0, articles) / most,
    empty: articles === 0,
  }));
}

/** The cells of one program. `href` gives the address of a cell. */
export function overviewCells(
  row: ProgramRow,
  columns: readonly PlaceHead[],
  href: (cell: string) => string,
): readonly MatrixCell[] {
  const cells = new Map<string, AnswerCell>([...row.above, ...row.cells].map((cell) => [cell.place, cell]));
  return columns.map(({ id, name, articles }) => {
    const cell = cells.get(id);
    const state = cell?.stage ?? (articles === 0 ? 'uncovered' : 'silent');
    const evidence = cell?.sentences ?? 0;
    const parts = [row.name, shortName(name), stateWord(state)];
    const key = overviewKey(row.id, id);
    const label = spreadWords().list(evidence > 0 ? [...parts, spreadWords().evidence(evidence)] : parts);
    return { key, state, evidence, label, href: href(key) };
  });
}
