/** One place of a spread: when it adopted, how long it was watched, what texts say of it. */
import type { AdoptionRow } from './adoptions.ts';
import type { Observed } from './curve.ts';
import type { SpreadClaim, SpreadRow } from './figures.ts';
import { lagOf, type Ranked } from './order.ts';
import { type Grain, periodOf } from './periods.ts';
import type { Claim, Coverage, When } from './types.ts';

export interface RowContext {
  readonly periods: readonly string[];
  readonly grain: Grain;
  readonly coverage: Coverage;
  readonly firstDay: string | null;
}

/** @param first when the first declared place adopted, for the lag; null for rows that have none */
export function placeRow(
  { claims, adopted, ...row }: AdoptionRow,
  { periods, grain, coverage, firstDay }: RowContext,
  ranked: Ranked | undefined,
  first: When | null,
): SpreadRow {
  const to = adopted?.to ?? null;
  const period = to === null ? -1 : periods.indexOf(periodOf(to, grain));
  return {
    ...row,
    adopted,
    period: period < 0 ? null : period,
    rank: ranked?.rank ?? null,
    tied: ranked?.tied ?? false,
    lag: adopted && first && row.declared ? lagOf(first, adopted) : null,
    leftCensored: to !== null && firstDay !== null && periodOf(to, grain) < periodOf(firstDay, grain),
    claims: claims.map(claimOf),
    coverage: periods.map((one) => coverage.articles(row.id, one)),
    articles: coverage.total(row.id),
  };
}

/** Field by field: of thousands of claims, picking the rest of an object takes several times as long. */
function claimOf({ stage, place, implied, when, key, evidence, confidence, via }: Claim): SpreadClaim {
  return {
    stage,
    place: place.id,
    placeName: place.name,
    implied,
    when,
    key,
    evidence,
    confidence,
    via: via?.id ?? null,
    viaName: via?.name ?? null,
  };
}

/** A place as the curve sees it. An adopter counts as watched from its adoption on, for a text tells of it. */
export function observedPlace({ id, adopted, period, leftCensored, coverage }: SpreadRow, grain: Grain): Observed {
  const covered = coverage.flatMap((articles, index) => (articles > 0 ? [index] : []));
  const seen = period === null ? covered : [...covered, period];
  return {
    id,
    adopted: period,
    excluded: leftCensored || (adopted !== null && adopted.to === null),
    uncertain: period !== null && adopted !== null && spansPeriods(adopted, grain),
    coveredFrom: seen.length > 0 ? Math.min(...seen) : null,
    coveredTo: covered.at(-1) ?? null,
  };
}

function spansPeriods({ from, to }: When, grain: Grain): boolean {
  return from === null || to === null || periodOf(from, grain) !== periodOf(to, grain);
}
