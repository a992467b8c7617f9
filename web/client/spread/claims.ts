/** What claims say together: the strongest stage, and how many sentences are behind them. */
import { type Claim, type PlaceRow, type Spread, SpreadStage } from '../../api/spread.ts';

/** The strongest stage of some claims; null where there is none. */
export function strongest(claims: readonly Pick<Claim, 'stage'>[]): SpreadStage | null {
  return SpreadStage.options.find((stage) => claims.some((claim) => claim.stage === stage)) ?? null;
}

/** Sentences behind claims; one that states two of them counts once. */
export function sentenceCount(claims: readonly Pick<Claim, 'evidence'>[]): number {
  return new Set(claims.flatMap(({ evidence }) => evidence)).size;
}

/** Whether a claim is of the kind that counts as having the program. */
export function isAdoption({ stage }: Pick<Claim, 'stage'>): boolean {
  return stage === 'origin' || stage === 'practised';
}

/** All rows, in no order of the page. */
export function rowsOf({ above, places }: Pick<Spread, 'above' | 'places'>): readonly PlaceRow[] {
  return [...above, ...places];
}

/**
 * What lies above the level, and places, as the page lists them: first what holds the counted places, then the places, and last what is said
 * of other provinces as a whole.
 * @param within id of the province whose places are counted; empty for the whole country
 */
export function asListed<Row extends { readonly id: string }>(
  within: string,
  above: readonly Row[],
  places: readonly Row[],
): readonly Row[] {
  const holds = ({ id }: Row): boolean => within === '' || `${within}/`.startsWith(`${id}/`);
  return [...above.filter(holds), ...places, ...above.filter((row) => !holds(row))];
}

/** Claims of one stage and one range of days together, in the order in which they came. */
export function byStageAndTime(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = `${claim.stage} ${claim.when.from} ${claim.when.to}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()];
}
