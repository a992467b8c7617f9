/** The table of places and times: in which period a text has the program where. */
import type { Claim, PlaceRow, Spread } from '../../api/spread.ts';
import { spreadWords } from '../words/spread.ts';
import { rowsOf, sentenceCount, strongest } from './claims.ts';
import type { CellState, MatrixCell, MatrixColumn } from './drawn.ts';
import { shortName } from './names.ts';
import { placeKey } from './selection.ts';
import { columnOf, EARLIER, LATER, UNDATED } from './times.ts';

/**
 * The columns in their order: the periods, and those beside them that something stands in. Years are all there; of months, of which years
 * of newspapers have a great many, those in which something was printed or is stated.
 */
export function timeColumns(spread: Spread): readonly string[] {
  const rows = rowsOf(spread);
  const used = new Set(rows.flatMap(({ claims }) => claims.map(({ when }) => columnOf(when, spread.periods))));
  const printed = (index: number) => rows.some(({ coverage }) => (coverage[index] ?? 0) > 0);
  const periods =
    spread.grain === 'year'
      ? spread.periods
      : spread.periods.filter((period, index) => used.has(period) || printed(index));
  return [
    ...(used.has(EARLIER) ? [EARLIER] : []),
    ...periods,
    ...(used.has(LATER) ? [LATER] : []),
    ...(used.has(UNDATED) ? [UNDATED] : []),
  ];
}

/** The heads of the columns, with how many of the level's places were reported on in each. */
export function columnHeads(spread: Spread, columns: readonly string[]): readonly MatrixColumn[] {
  const declared = spread.places.filter((place) => place.declared);
  return columns.map((key) => {
    const period = spread.periods.indexOf(key);
    const covered = period < 0 ? 0 : declared.filter(({ coverage }) => (coverage[period] ?? 0) > 0).length;
    return {
      key,
      name: columnName(key),
      note: period < 0 ? '' : String(covered),
      share: declared.length === 0 ? 0 : covered / declared.length,
      empty: period >= 0 && covered === 0,
    };
  });
}

/** `2019`, `2019-07`, `更早`. */
export function columnName(column: string): string {
  const names: Readonly<Record<string, string>> = {
    [EARLIER]: spreadWords().earlier,
    [LATER]: spreadWords().later,
    [UNDATED]: spreadWords().undated,
  };
  return names[column] ?? column;
}

/** The cells of one place. `href` gives the address of a cell. */
export function timeCells(
  spread: Spread,
  row: PlaceRow,
  columns: readonly string[],
  href: (cell: string) => string,
): readonly MatrixCell[] {
  return columns.map((column) => {
    const claims = claimsIn(row, column, spread.periods);
    const state = cellState(claims, row, spread.periods.indexOf(column));
    const evidence = sentenceCount(claims);
    const key = placeKey(row.id, column);
    const parts = [spread.program.name, shortName(row.name), columnName(column), stateWord(state)];
    const label = spreadWords().list(evidence > 0 ? [...parts, spreadWords().evidence(evidence)] : parts);
    return { key, state, evidence, label, href: href(key) };
  });
}

/** The claims of a place that stand in a column; all of them where none is named. */
export function claimsIn(
  { claims }: Pick<PlaceRow, 'claims'>,
  column: string | null,
  periods: readonly string[],
): readonly Claim[] {
  return column === null ? claims : claims.filter(({ when }) => columnOf(when, periods) === column);
}

/** `首创`, `有报道，未提及`. */
export function stateWord(state: CellState): string {
  const { silent, uncovered, none, stage } = spreadWords();
  return { ...stage, silent, uncovered, blank: none }[state];
}

function cellState(claims: readonly Claim[], { coverage }: PlaceRow, period: number): CellState {
  const stage = strongest(claims);
  if (stage !== null || period < 0) return stage ?? 'blank';
  return (coverage[period] ?? 0) > 0 ? 'silent' : 'uncovered';
}
