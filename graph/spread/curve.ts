/** How many have it by when: cumulative curve, hazard, and Kaplan–Meier with censoring by coverage. */

/** A declared place as the curve sees it; periods are indices. */
export interface Observed {
  readonly id: string;
  /** Period of adoption; null for none, or for one that lies outside the periods. */
  readonly adopted: number | null;
  /** It had the program before the periods begin, or at a time that nobody knows. */
  readonly excluded: boolean;
  /** Whether it may have adopted in an earlier period as well. */
  readonly uncertain: boolean;
  /** First and last period in which an article names it; null where none does. */
  readonly coveredFrom: number | null;
  readonly coveredTo: number | null;
}

export interface CurvePoint {
  readonly adopters: readonly string[];
  readonly uncertain: number;
  readonly cumulative: number;
  readonly share: number;
  readonly hazard: number | null;
  readonly covered: number;
  readonly coveredAtRisk: number;
  readonly coveredHazard: number | null;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  readonly survival: number;
  readonly survivalError: number | null;
}

/**
 * One point a period. The hazard is (q_t − q_{t−1}) / (n − q_{t−1}) over all places, as netdiffuseR has it (Vega Yon & Valente), those
 * excluded counting as having it from the start. The covered hazard takes places with an article so far. Survival is the
 * product-limit estimate of Kaplan and Meier over places with an article: time runs from the first period, a place that has not adopted
 * is censored in the last period that has an article on it; its standard error is Greenwood's.
 */
export function curveOf(places: readonly Observed[], periods: number): readonly CurvePoint[] {
  const excluded = places.filter((place) => place.excluded).length;
  const studied = places.flatMap((place) => lifeOf(place) ?? []);
  let cumulative = excluded;
  let survival = 1;
  let variance = 0;
  return Array.from({ length: periods }, (_, period) => {
    const adopters = places.filter(({ adopted, excluded: out }) => !out && adopted === period);
    const open = places.length - cumulative;
    cumulative += adopters.length;
    const covered = places.filter(({ coveredFrom }) => coveredFrom !== null && coveredFrom <= period);
    const coveredAtRisk = covered.filter(
      ({ adopted, excluded: out }) => !out && (adopted === null || adopted >= period),
    );
    const coveredNew = coveredAtRisk.filter(({ adopted }) => adopted === period).length;
    const atRisk = studied.filter(({ end }) => end >= period).length;
    const events = studied.filter(({ end, event }) => event && end === period).length;
    if (atRisk > 0) {
      survival *= 1 - events / atRisk;
      variance += atRisk > events ? events / (atRisk * (atRisk - events)) : 0;
    }
    return {
      adopters: adopters.map(({ id }) => id),
      uncertain: adopters.filter(({ uncertain }) => uncertain).length,
      cumulative,
      share: places.length > 0 ? cumulative / places.length : 0,
      hazard: open > 0 ? adopters.length / open : null,
      covered: covered.length,
      coveredAtRisk: coveredAtRisk.length,
      coveredHazard: coveredAtRisk.length > 0 ? coveredNew / coveredAtRisk.length : null,
      atRisk,
      events,
      censored: studied.filter(({ end, event }) => !event && end === period).length,
      survival,
      survivalError: studied.length > 0 ? survival * Math.sqrt(variance) : null,
    };
  });
}

/** How long a place was watched, and whether it adopted then; null where it was never watched. */
function lifeOf({ adopted, excluded, coveredTo }: Observed): { readonly end: number; readonly event: boolean } | null {
  if (excluded) return null;
  if (adopted !== null) return { end: adopted, event: true };
  return coveredTo === null ? null : { end: coveredTo, event: false };
}
