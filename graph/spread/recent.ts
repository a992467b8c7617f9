/**
 * What ties places to the programs that were asked for last. The page of a program asks for it several times – figures, carriers, another level,
 * a report – and of a program that thousands of passages speak of it is read for a tenth of a second.
 */
import type { Reader } from '../store.ts';
import type { Census } from './census.ts';
import type { SpreadFigures, SpreadOptions } from './figures.ts';
import { statementsOf } from './read.ts';
import { spreadFigures } from './spread.ts';
import type { Statements } from './types.ts';

/** Together the statements kept for one census have at most so many claims, some 20 MB, unless one program alone has more. */
export const MOST_CLAIMS = 20_000;
/** Figures kept of one program: those of the page, its carriers and the level looked at before. */
const MOST_FIGURES = 2;

interface Entry {
  readonly statements: Promise<Statements>;
  readonly figures: Map<string, SpreadFigures>;
  /** 0 until they are read. */
  claims: number;
}

/** By the launches of a census, which no two counts share: after a change of the graph everything is read again. */
const kept = new WeakMap<Census['launches'], Map<string, Entry>>();

/** As `statementsOf` of one program, read once for a census. A failure is not kept. */
export function recentStatements(store: Reader, program: string, census: Census): Promise<Statements> {
  return entryOf(store, program, census).statements;
}

/** As `spreadFigures` of these statements, worked out once for a census. */
export async function recentFigures(
  store: Reader,
  program: string,
  census: Census,
  options: SpreadOptions,
): Promise<SpreadFigures> {
  const { statements, figures } = entryOf(store, program, census);
  const { level, grain, implied, within } = options;
  const key = [level, grain, implied, within].join(' ');
  const found = figures.get(key) ?? spreadFigures(await statements, census.coverage, options);
  asLast(figures, key, found);
  if (figures.size > MOST_FIGURES) dropFirst(figures);
  return found;
}

function entryOf(store: Reader, program: string, census: Census): Entry {
  const entries = kept.get(census.launches) ?? new Map<string, Entry>();
  kept.set(census.launches, entries);
  const entry = entries.get(program) ?? read(store, program, census, entries);
  asLast(entries, program, entry);
  return entry;
}

function read(store: Reader, program: string, census: Census, entries: Map<string, Entry>): Entry {
  const entry: Entry = { statements: statementsOf(store, [program], census), figures: new Map(), claims: 0 };
  entry.statements.then(
    ({ claims }) => {
      entry.claims = claims.length;
      while (entries.size > 1 && claimsOf(entries) > MOST_CLAIMS) dropFirst(entries);
    },
    () => {
      if (entries.get(program) === entry) entries.delete(program);
    },
  );
  return entry;
}

function claimsOf(entries: ReadonlyMap<string, Entry>): number {
  return [...entries.values()].reduce((sum, { claims }) => sum + claims, 0);
}

/** A map gives its entries in the order in which they were put in. */
function asLast<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
}

function dropFirst(map: Map<string, unknown>): void {
  const [first] = map.keys();
  if (first !== undefined) map.delete(first);
}
