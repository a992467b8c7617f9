/** What several nodes have in common: the meetings that both were at, the programs that all three places have. */
import type { NodeBrief, RelationBrief } from './brief.ts';
import { compare } from './compare.ts';
import { hopsFrom } from './hops.ts';
import type { GraphStore } from './store.ts';
import { subgraphOf } from './traverse.ts';

/** Shared neighbours that are listed. */
const MOST_SHARED = 100;

export interface Shared {
  /** Neighbours of every one of the nodes, newest first, undated ones last; at most `MOST_SHARED`. */
  readonly nodes: readonly NodeBrief[];
  /** Between them and the nodes that were asked about. */
  readonly relations: readonly RelationBrief[];
  readonly total: number;
  /** False where a node has too many relations to look through. */
  readonly complete: boolean;
}

/** The nodes that are joined to each of `ids` (different ones, two at least), by mentions and parts only where `hubs` says so. */
export async function sharedNeighbours(store: GraphStore, ids: readonly string[], hubs: boolean): Promise<Shared> {
  const { hops, complete } = await hopsFrom(store, ids, hubs);
  const joined = new Map<string, { readonly to: Set<string>; readonly date: string }>();
  for (const { at, other, nodeFrom } of hops) {
    const known = joined.get(other);
    if (known) known.to.add(at);
    else joined.set(other, { to: new Set([at]), date: nodeFrom ?? '' });
  }
  const common = [...joined]
    .filter(([id, { to }]) => to.size === ids.length && !ids.includes(id))
    .sort(([one, { date }], [other, { date: otherDate }]) => compare(otherDate, date) || compare(one, other))
    .map(([id]) => id);
  const listed = common.slice(0, MOST_SHARED);
  const { nodes, relations } = await subgraphOf(store, [...listed, ...ids]);
  const isCommon = new Set(listed);
  const keys = new Set(hops.map(({ key }) => key));
  return {
    nodes: nodes.filter(({ id }) => isCommon.has(id)),
    relations: relations.filter(({ key, from, to }) => keys.has(key) && (isCommon.has(from) || isCommon.has(to))),
    total: common.length,
    complete,
  };
}
