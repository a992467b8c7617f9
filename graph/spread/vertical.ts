/** Whether places adopted faster after the place above them had spoken. */
import { binomialTest } from './order.ts';

export interface VerticalFigures {
  readonly before: { readonly adopters: readonly string[]; readonly exposure: number; readonly rate: number | null };
  readonly same: { readonly adopters: readonly string[]; readonly exposure: number };
  readonly after: { readonly adopters: readonly string[]; readonly exposure: number; readonly rate: number | null };
  readonly pValue: number | null;
}

/** A place and the period in which it adopted, null for not within them. */
export interface Adopter {
  readonly id: string;
  readonly adopted: number | null;
}

/**
 * Adoptions a place and period at risk, before and after the period in which the place above spoke; that period itself is neither.
 * The p-value is that of the exact two-sided binomial test: of all adoptions on either side, as many fell before as its share of the
 * exposure makes likely. Places that had the program before the periods begin are to be left out.
 */
export function verticalFigures(places: readonly Adopter[], spoke: number, periods: number): VerticalFigures {
  const exposure = (from: number, to: number): number =>
    places.reduce((sum, { adopted }) => sum + Math.max(0, Math.min(adopted ?? periods - 1, to) - from + 1), 0);
  const between = (from: number, to: number): readonly string[] =>
    places.flatMap(({ id, adopted }) => (adopted !== null && adopted >= from && adopted <= to ? [id] : []));
  const side = (from: number, to: number) => {
    const adopters = between(from, to);
    const time = to < from ? 0 : exposure(from, to);
    return { adopters, exposure: time, rate: time > 0 ? adopters.length / time : null };
  };
  const [before, after] = [side(0, spoke - 1), side(spoke + 1, periods - 1)];
  const inPeriod = side(spoke, spoke);
  const hits = before.adopters.length + after.adopters.length;
  const time = before.exposure + after.exposure;
  const testable = hits > 0 && before.exposure > 0 && after.exposure > 0;
  return {
    before,
    same: { adopters: inPeriod.adopters, exposure: inPeriod.exposure },
    after,
    pValue: testable ? binomialTest(before.adopters.length, hits, before.exposure / time) : null,
  };
}
