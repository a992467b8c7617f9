/** Whether the province or the neighbours came first: the figures, with the places and sentences behind them. */
import { ADJACENCY_SOURCE, type Adjacency } from './adjacency.ts';
import type { AdoptionRow } from './adoptions.ts';
import type { Observed } from './curve.ts';
import type { SpreadFigures, SpreadRow } from './figures.ts';
import { neighbourFigures, PERMUTATIONS, SEED, shareBefore } from './neighbours.ts';
import { periodOf } from './periods.ts';
import { liesIn } from './place-levels.ts';
import { compareWhens } from './ranges.ts';
import type { RowContext } from './rows.ts';
import { verticalFigures } from './vertical.ts';

/**
 * Before and after the first claim, whatever its stage, at a place that all counted places lie in: another province, or a city that only some
 * of them lie in, is above none or not all of them. Null where no such claim is dated within the periods.
 */
export function verticalEffect(
  above: readonly AdoptionRow[],
  observed: readonly Observed[],
  { periods, grain }: RowContext,
): SpreadFigures['vertical'] {
  const claims = above.flatMap((row) => (observed.every(({ id }) => liesIn(id, row.id)) ? row.claims : []));
  const [spoken] = [...claims].sort((a, b) => compareWhens(a.when, b.when));
  if (!spoken || spoken.when.to === null) return null;
  const period = periods.indexOf(periodOf(spoken.when.to, grain));
  if (period < 0) return null;
  const { stage, when, key, evidence, place } = spoken;
  const studied = observed.filter(({ excluded }) => !excluded);
  return {
    above: place.id,
    aboveName: place.name,
    stage,
    when,
    key,
    evidence,
    ...verticalFigures(studied, period, periods.length),
  };
}

/** Null where it is not known which places touch. Places of which nobody knows when they adopted count as having it from the start. */
export function neighbourEffect(
  rows: readonly SpreadRow[],
  observed: readonly Observed[],
  periods: number,
  adjacency: Adjacency,
): SpreadFigures['neighbours'] {
  const indices = new Map(rows.map(({ id }, index) => [id, index]));
  const touching = rows.map(({ id }) => adjacency.neighbours(id));
  if (rows.length === 0 || touching.some((ids) => ids === null)) return null;
  const nodes = observed.map(({ adopted, excluded }, index) => ({
    neighbours: (touching[index] ?? []).flatMap((id) => indices.get(id) ?? []),
    adopted: excluded ? -1 : adopted,
  }));
  const adopted = nodes.map((node) => node.adopted);
  return {
    ...neighbourFigures(nodes, periods - 1),
    permutations: PERMUTATIONS,
    seed: SEED,
    rows: nodes.flatMap(({ neighbours, adopted: period }, index) => {
      if (period === null || period < 1 || neighbours.length === 0) return [];
      const had = neighbours.filter((neighbour) => (adopted[neighbour] ?? period) < period);
      return [
        {
          place: (rows[index] as SpreadRow).id,
          neighbours: neighbours.map((neighbour) => (rows[neighbour] as SpreadRow).id),
          before: had.map((neighbour) => (rows[neighbour] as SpreadRow).id),
          share: shareBefore(neighbours, adopted, period),
        },
      ];
    }),
    source: ADJACENCY_SOURCE,
  };
}
