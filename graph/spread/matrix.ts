/** Programs × places: the strongest stage of each pair. */
import type { CountState } from '../per-version.ts';
import type { GraphStore } from '../store.ts';
import { type AdoptionRow, adoptionsOf } from './adoptions.ts';
import { programNamed, scopeOf } from './answer.ts';
import { censusOf } from './census.ts';
import { namesOf } from './names.ts';
import { perCensus } from './per-census.ts';
import { statementsOf } from './read.ts';
import { declaredPlaces } from './spread.ts';
import type { Claim, SpreadLevel, SpreadStage, When } from './types.ts';

export interface MatrixRequest {
  /** Ids, names or aliases; all programs of the graph when left out. */
  readonly program?: readonly string[] | undefined;
  readonly level: SpreadLevel;
  readonly implied: boolean;
  readonly within?: string | undefined;
  readonly limit: number;
}

export interface MatrixCell {
  readonly place: string;
  readonly stage: SpreadStage;
  /** Sentences that tie the place to the program, at whatever stage. */
  readonly sentences: number;
  readonly when: When;
  readonly keys: readonly string[];
}

export interface Matrix {
  readonly counted: CountState;
  readonly level: SpreadLevel;
  readonly within: string;
  readonly places: readonly {
    readonly id: string;
    readonly name: string;
    readonly declared: boolean;
    readonly articles: number;
  }[];
  readonly programs: readonly {
    readonly id: string;
    readonly name: string;
    /** Declared places that have it. */
    readonly adopted: number;
    readonly cells: readonly MatrixCell[];
    readonly above: readonly MatrixCell[];
  }[];
  readonly left: number;
}

/**
 * Given programs in their order, with all stages; else the `limit` programs that most declared places have, by what was launched.
 * @throws ZhituError `not-found`, `bad-input` for names that mean no program or several
 */
export async function matrixOf(store: GraphStore, request: MatrixRequest): Promise<Matrix> {
  const { level, implied, limit } = request;
  const census = await censusOf(store);
  const { coverage, launches } = census;
  const given = request.program && (await Promise.all(request.program.map((text) => programNamed(store, text))));
  const claims = given ? byProgram(given, (await statementsOf(store, given, census)).claims) : launches;
  const scope = () => scopeOf(level, request.within, [...claims.values()].flat());
  const within = given ? scope() : perCensus(census, `scope ${level} ${request.within}`, scope);
  const declared = declaredPlaces(level, within, coverage);
  const rowsOf = () => [...claims].map(([id, own]) => matrixRow(id, own, { level, declared, implied }));
  const sorted = given
    ? rowsOf()
    : perCensus(census, `matrix ${level} ${implied} ${within}`, () =>
        rowsOf()
          .filter(({ cells }) => cells.some(({ place }) => place.startsWith(within)))
          .sort((a, b) => b.adopted - a.adopted || b.sentences - a.sentences || (a.id < b.id ? -1 : 1)),
      );
  const shown = sorted.slice(0, limit);
  const names = await namesOf(
    store,
    shown.map(({ id }) => id),
  );
  const known = new Set(declared.map(({ id }) => id));
  const others = new Set(shown.flatMap(({ cells }) => cells.map(({ place }) => place)).filter((id) => !known.has(id)));
  return {
    counted: census.counted,
    level,
    within,
    places: [
      ...declared.map(({ id, name }) => ({ id, name, declared: true, articles: coverage.total(id) })),
      ...[...others].sort().map((id) => ({ ...shortPlace(id), declared: false, articles: coverage.total(id) })),
    ],
    programs: shown.map(({ id, adopted, cells, above }) => ({ id, name: names.get(id) ?? id, adopted, cells, above })),
    left: sorted.length - shown.length,
  };
}

function matrixRow(id: string, claims: readonly Claim[], options: Parameters<typeof adoptionsOf>[1]) {
  const { rows, above } = adoptionsOf(claims, options);
  const adopted = rows.filter((row) => row.declared && row.adopted !== null).length;
  return { id, adopted, sentences: claims.length, cells: rows.flatMap(cellOf), above: above.flatMap(cellOf) };
}

function byProgram(programs: readonly string[], claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> {
  return new Map(programs.map((id) => [id, claims.filter(({ program }) => program === id)]));
}

function shortPlace(id: string): { readonly id: string; readonly name: string } {
  return { id, name: id.slice(id.lastIndexOf('/') + 1) };
}

function cellOf({ id, stage, adopted, claims }: AdoptionRow): readonly MatrixCell[] {
  const [strongest] = claims;
  if (stage === null || !strongest) return [];
  return [
    {
      place: id,
      stage,
      sentences: new Set(claims.flatMap(({ evidence }) => evidence)).size,
      when: adopted ?? strongest.when,
      keys: claims.map(({ key }) => key),
    },
  ];
}
