/** Whether places follow their neighbours: the share of neighbours that had it the period before, judged by permutation. */
import { openRandom } from '../random.ts';

/** Enough for a p-value to the nearest thousandth, in a few milliseconds. */
export const PERMUTATIONS = 999;
export const SEED = 1;

/** A place, its neighbours as indices, and the period of its adoption: null for none, -1 for before the first period. */
export interface Node {
  readonly neighbours: readonly number[];
  readonly adopted: number | null;
}

export interface NeighbourFigures {
  readonly adopters: number | null;
  readonly others: number | null;
  readonly difference: number | null;
  readonly pValue: number | null;
}

/**
 * Mean share of neighbours with the program at t − 1, of places in the period t in which they adopt, less that of places at risk in
 * periods in which they do not; periods are 1 … `last`, as the first has none before it. Its p-value is one-sided: periods of adoption are dealt out to the
 * places anew `permutations` times (Fisher–Yates, mulberry32 from `seed`), the map stays. Places without neighbours count for nothing.
 */
export function neighbourFigures(
  nodes: readonly Node[],
  last: number,
  permutations: number = PERMUTATIONS,
  seed: number = SEED,
): NeighbourFigures {
  const seen = means(
    nodes,
    nodes.map(({ adopted }) => adopted),
    last,
  );
  if (seen.difference === null) return { ...seen, pValue: null };
  const random = openRandom(seed);
  const dealt = nodes.map(({ adopted }) => adopted);
  let asLarge = 0;
  for (let round = 0; round < permutations; round += 1) {
    for (let index = dealt.length - 1; index > 0; index -= 1) {
      const other = random.below(index + 1);
      [dealt[index], dealt[other]] = [dealt[other] as number | null, dealt[index] as number | null];
    }
    const { difference } = means(nodes, dealt, last);
    if (difference !== null && difference >= seen.difference - ROUNDING) asLarge += 1;
  }
  return { ...seen, pValue: (1 + asLarge) / (1 + permutations) };
}

/** Sums of the same fractions in another order differ by less. */
const ROUNDING = 1e-12;

/**
 * For a place at risk in the periods 1 … e, a neighbour that adopted in period a had it before in e − max(a, 0) of them: so the shares
 * of all its periods are summed without walking them.
 */
function means(
  nodes: readonly Node[],
  adopted: readonly (number | null)[],
  last: number,
): { readonly adopters: number | null; readonly others: number | null; readonly difference: number | null } {
  let [hits, hitShares, rest, restShares] = [0, 0, 0, 0];
  for (const [index, { neighbours }] of nodes.entries()) {
    if (neighbours.length === 0) continue;
    const own = adopted[index] ?? null;
    const end = own === null ? last : own - 1;
    if (end >= 1) {
      rest += end;
      let sum = 0;
      for (const neighbour of neighbours) {
        const theirs = adopted[neighbour] ?? null;
        if (theirs !== null) sum += Math.max(0, end - Math.max(theirs, 0));
      }
      restShares += sum / neighbours.length;
    }
    if (own === null || own < 1) continue;
    hits += 1;
    hitShares += shareBefore(neighbours, adopted, own);
  }
  const adopters = hits > 0 ? hitShares / hits : null;
  const others = rest > 0 ? restShares / rest : null;
  return { adopters, others, difference: adopters === null || others === null ? null : adopters - others };
}

/** Share of these places that had it before a period. */
export function shareBefore(places: readonly number[], adopted: readonly (number | null)[], period: number): number {
  const had = places.filter((place) => (adopted[place] ?? period) < period).length;
  return places.length > 0 ? had / places.length : 0;
}
