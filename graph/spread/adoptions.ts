/** Claims of texts → one row a place of a level: what is said of it, and since when it has the program. */
import { groupBy } from '../group-by.ts';
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

export interface RowClaim extends Claim {
  /** Said of a place above, and counted here because the reader asked for that. */
  readonly implied: boolean;
}

export interface AdoptionRow {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly declared: boolean;
  readonly stage: SpreadStage | null;
  readonly adopted: When | null;
  readonly claims: readonly RowClaim[];
}

export interface Adoptions {
  /** Declared places in their order, then others that a text names. */
  readonly rows: readonly AdoptionRow[];
  /** Places above the level of which a text speaks. */
  readonly above: readonly AdoptionRow[];
}

/**
 * What is said of a place below counts for the place of the level that it lies in. What is said of a place above counts for none,
 * unless `implied`: then for each row that lies in it.
 */
export function adoptionsOf(
  claims: readonly Claim[],
  {
    level,
    declared,
    implied,
  }: { readonly level: SpreadLevel; readonly declared: readonly DeclaredPlace[]; readonly implied: boolean },
): Adoptions {
  const own = groupBy(
    claims.filter(({ place }) => placeAt(place.id, level) !== null),
    ({ place }) => placeAt(place.id, level) as string,
  );
  const coarse = claims.filter(({ place }) => placeAt(place.id, level) === null);
  const known = new Set(declared.map(({ id }) => id));
  const others = [...own.keys()]
    .filter((id) => !known.has(id))
    .sort()
    .map(placeRef);
  const claimsFor = (id: string): readonly RowClaim[] => {
    const said = own.get(id)?.map((claim) => ({ ...claim, implied: false })) ?? NONE;
    if (!implied) return said;
    const follows = coarse.filter(({ place }) => liesIn(id, place.id)).map((claim) => ({ ...claim, implied: true }));
    return [...said, ...follows];
  };
  const aboveIds = groupBy(coarse, ({ place }) => place.id);
  return {
    rows: [
      ...declared.map((place) => rowOf(place, true, claimsFor(place.id))),
      ...others.map((place) => rowOf(place, false, claimsFor(place.id))),
    ],
    above: [...aboveIds]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, all]) =>
        rowOf(
          placeRef(id),
          false,
          all.map((claim) => ({ ...claim, implied: false })),
        ),
      ),
  };
}

/** Of thousands of programs most are in few places: rows without claims share this. */
const NONE: readonly RowClaim[] = [];

function rowOf({ id, name, path }: DeclaredPlace, declared: boolean, claims: readonly RowClaim[]): AdoptionRow {
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
function compareClaims(a: RowClaim, b: RowClaim): number {
  return (
    Number(a.implied) - Number(b.implied) ||
    compareStages(a.stage, b.stage) ||
    compareWhens(a.when, b.when) ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  );
}
