/** Claims of texts → one row a place of a level: what is said of it, and since when it has the program. */
import { compare } from '../compare.ts';
import { liesIn, placeAt } from './place-levels.ts';
import { compareWhens, earliestWhen } from './ranges.ts';
import { placeRef } from './read.ts';
import {
  type Claim,
  compareStages,
  type DeclaredPlace,
  isAdoption,
  type SpreadLevel,
  type SpreadStage,
  type When,
} from './types.ts';

export interface AdoptionRow {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly declared: boolean;
  readonly stage: SpreadStage | null;
  readonly adopted: When | null;
  readonly claims: readonly Claim[];
}

export interface Adoptions {
  /** Declared places in their order, then others that a text names. */
  readonly rows: readonly AdoptionRow[];
  /** Places above the level of which a text speaks. */
  readonly above: readonly AdoptionRow[];
}

interface Counting {
  readonly level: SpreadLevel;
  readonly declared: readonly DeclaredPlace[];
  readonly implied: boolean;
}

/**
 * What is said of a place below counts for the place of the level that it lies in. What is said of a place above counts for none,
 * unless `implied`: then for each row that lies in it.
 */
export function adoptionsOf(claims: readonly Claim[], { declared, ...counting }: Counting): Adoptions {
  const { rows, above } = statedRows(claims, { declared: declaredSet(declared), ...counting });
  const stated = new Map(rows.map((row) => [row.id, row]));
  return {
    rows: [
      ...declared.map((place) => stated.get(place.id) ?? rowOf(place, true, NONE)),
      ...rows.filter((row) => !row.declared),
    ],
    above,
  };
}

/** Declared places, to be looked up: made once for all programs. */
export interface DeclaredSet {
  readonly places: readonly DeclaredPlace[];
  /** Where each stands in `places`, by id. */
  readonly order: ReadonlyMap<string, number>;
}

/** Places in their order, so that rows can be sorted by it. */
export function declaredSet(places: readonly DeclaredPlace[]): DeclaredSet {
  return { places, order: new Map(places.map(({ id }, index) => [id, index])) };
}

/** The same without the rows that no claim counts for: there are thousands of programs, and most are in few of thousands of townships. */
export function statedRows(
  claims: readonly Claim[],
  { level, declared, implied }: Omit<Counting, 'declared'> & { readonly declared: DeclaredSet },
): Adoptions {
  const own = new Map<string, Claim[]>();
  const coarse = new Map<string, Claim[]>();
  for (const claim of claims) {
    const at = placeAt(claim.place.id, level);
    const [rows, id] = at === null ? [coarse, claim.place.id] : [own, at];
    const row = rows.get(id);
    if (row) row.push(claim);
    else rows.set(id, [claim]);
  }
  if (implied)
    for (const [above, said] of coarse) {
      const follow = said.map((claim) => ({ ...claim, implied: true }));
      const isBelow = (id: string): boolean => liesIn(id, above);
      const below = [...declared.order.keys(), ...[...own.keys()].filter((id) => !declared.order.has(id))].filter(
        isBelow,
      );
      for (const id of below) own.set(id, [...(own.get(id) ?? NONE), ...follow]);
    }
  const behind = declared.places.length;
  return {
    rows: [...own]
      .map(([id, said]) => ({ id, said, at: declared.order.get(id) ?? behind }))
      .sort((one, other) => one.at - other.at || compare(one.id, other.id))
      .map(({ id, said, at }) => rowOf(declared.places[at] ?? placeRef(id), at < behind, said)),
    above: [...coarse].sort(([a], [b]) => compare(a, b)).map(([id, said]) => rowOf(placeRef(id), false, said)),
  };
}

/** Shared by all rows without claims. */
const NONE: readonly Claim[] = [];

function rowOf({ id, name, path }: DeclaredPlace, declared: boolean, claims: readonly Claim[]): AdoptionRow {
  if (claims.length === 0) return { id, name, path, declared, stage: null, adopted: null, claims: NONE };
  const sorted = [...claims].sort(compareClaims);
  return {
    id,
    name,
    path,
    declared,
    stage: sorted[0]?.stage ?? null,
    adopted: earliestWhen(sorted.filter(({ stage }) => isAdoption(stage)).map(({ when }) => when)),
    claims: sorted,
  };
}

/** What texts say of the place itself before what follows from a place above; then by stage, time and key. */
function compareClaims(a: Claim, b: Claim): number {
  return (
    Number(a.implied) - Number(b.implied) ||
    compareStages(a.stage, b.stage) ||
    compareWhens(a.when, b.when) ||
    compare(a.key, b.key)
  );
}
