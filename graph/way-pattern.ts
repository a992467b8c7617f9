/** The relations of a node on some of the ways to one kind of neighbour, as a pattern in Cypher. */
import { arrow, DIRECTIONS, kindsAt, type Way, wayName, waysFrom } from './branches.ts';
import type { NodeKind } from './model.ts';

export interface WayPattern {
  /** Between `(n)` and `(m)`: `-[r:…]->`. */
  readonly relations: string;
  /** `(m)`, with its label where the relations lead to other kinds too. */
  readonly end: string;
  /** What the pattern cannot say; one asks for the names of the ways as `$ways`. */
  readonly conditions: readonly string[];
}

/**
 * A pattern of all types between the two kinds, unless another one than the chosen has relations: so there are few texts, and a server plans each of
 * them once. What need not be said is left out, for which each of a hundred thousand neighbours would be looked at: a label that the types
 * imply, a direction that they have anyway.
 * @param chosen ways that lead from the kind of `id` to `kind` @param degreeOf how many relations the node has each way
 */
export function wayPattern(
  id: string,
  kind: NodeKind,
  chosen: readonly Way[],
  degreeOf: (way: Way) => number,
): WayPattern {
  const names = new Set(chosen.map(wayName));
  const ways = waysFrom(id);
  const leading = ways.filter((way) => kindsAt(way).includes(kind));
  const isOther = (way: Way): boolean => !names.has(wayName(way)) && degreeOf(way) > 0;
  const taken = leading.some(isOther) ? leading.filter((way) => names.has(wayName(way))) : leading;
  const types = [...new Set(taken.map(({ relation }) => relation))];
  const directions = DIRECTIONS.filter((one) => taken.some((way) => way.direction === one));
  const met = ways.filter((way) => types.includes(way.relation) && directions.includes(way.direction));
  const [direction] = directions;
  return {
    relations: directions.length === 1 && direction ? arrow(direction, types.join('|')) : `-[r:${types.join('|')}]-`,
    end: met.every((way) => leading.includes(way) && kindsAt(way).length === 1) ? '(m)' : `(m:${kind})`,
    conditions: met.some((way) => leading.includes(way) && isOther(way)) ? [ON_WAYS] : [],
  };
}

const ON_WAYS = `(type(r) + CASE WHEN startNode(r) = n THEN '_out' ELSE '_in' END) IN $ways`;
