/** Programs × places: the strongest stage of each pair. */
import { compare } from '../compare.ts';
import { groupBy } from '../group-by.ts';
import type { CountState } from '../per-version.ts';
import type { GraphStore } from '../store.ts';
import { type AdoptionRow, declaredSet, statedRows } from './adoptions.ts';
import { type Scope, scopeOfAll, statedByProgram } from './all-programs.ts';
import { programNamed, scopeOf } from './answer.ts';
import { type Census, censusOf } from './census.ts';
import { namesOf } from './names.ts';
import { perCensus } from './per-census.ts';
import { nameOf } from './place-levels.ts';
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
  const { level, implied } = request;
  const census = await censusOf(store);
  const { claims, within, all } = request.program
    ? await givenPrograms(store, census, request.program, request)
    : rankedPrograms(census, request);
  const declared = declaredPlaces(level, within, census.coverage);
  const set = declaredSet(declared);
  const names = await namesOf(store, [...claims.keys()]);
  const programs = [...claims].map(([id, own]) => {
    const { rows, above } = statedRows(own, { level, declared: set, implied });
    return {
      id,
      name: names.get(id) ?? id,
      adopted: adoptedIn(rows),
      cells: rows.flatMap(cellOf),
      above: above.flatMap(cellOf),
    };
  });
  const others = new Set(
    programs.flatMap(({ cells }) => cells.map(({ place }) => place)).filter((id) => !set.order.has(id)),
  );
  const articles = (id: string): number => census.coverage.total(id);
  return {
    counted: census.counted,
    level,
    within,
    places: [
      ...declared.map(({ id, name }) => ({ id, name, declared: true, articles: articles(id) })),
      ...[...others].sort().map((id) => ({ id, name: nameOf(id), declared: false, articles: articles(id) })),
    ],
    programs,
    left: all - programs.length,
  };
}

/** The claims of the programs that are shown, the scope that they are counted over, and how many there are in all. */
interface Shown {
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
  readonly within: string;
  readonly all: number;
}

async function givenPrograms(
  store: GraphStore,
  census: Census,
  given: readonly string[],
  { level, within, limit }: MatrixRequest,
): Promise<Shown> {
  const ids = await Promise.all(given.map((text) => programNamed(store, text)));
  const { claims } = await statementsOf(store, ids, census);
  const ofProgram = groupBy(claims, ({ program }) => program);
  return {
    claims: new Map(ids.slice(0, limit).map((id) => [id, ofProgram.get(id) ?? []])),
    within: scopeOf(level, within, claims),
    all: ids.length,
  };
}

function rankedPrograms(census: Census, { level, implied, within: given, limit }: MatrixRequest): Shown {
  const within = scopeOfAll(census, level, given);
  const ranked = perCensus(census, `ranked ${level} ${implied} ${within}`, () =>
    rankPrograms(census, { level, implied, within }),
  );
  const shown = ranked.slice(0, limit).map((id) => [id, census.launches.get(id) ?? []] as const);
  return { claims: new Map(shown), within, all: ranked.length };
}

/** Ids of the programs of which something is said within the scope: those first that most declared places have. */
function rankPrograms(census: Census, scope: Scope): readonly string[] {
  const counts: { readonly id: string; readonly adopted: number; readonly claims: number }[] = [];
  for (const [id, { rows }] of statedByProgram(census, scope))
    if (rows.some((row) => row.id.startsWith(scope.within)))
      counts.push({ id, adopted: adoptedIn(rows), claims: census.launches.get(id)?.length ?? 0 });
  return counts.sort((a, b) => b.adopted - a.adopted || b.claims - a.claims || compare(a.id, b.id)).map(({ id }) => id);
}

function adoptedIn(rows: readonly AdoptionRow[]): number {
  return rows.filter(({ declared, adopted }) => declared && adopted !== null).length;
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
