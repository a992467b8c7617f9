/** Walking the graph: what surrounds a node (counted before it is loaded), and the relations among what is shown. */
import { briefsOf, type NodeBrief, RELATION_COLUMNS, type RelationBrief, RelationRow, relationBrief } from './brief.ts';
import { compare } from './compare.ts';
import { type NeighbourInput, newNeighbours } from './new-neighbours.ts';
import type { GraphStore } from './store.ts';

export interface Neighbours {
  readonly nodes: readonly NodeBrief[];
  /** Among the new nodes, and between them and the shown ones. */
  readonly relations: readonly RelationBrief[];
  /** New nodes that the limit left out. */
  readonly left: number;
}

export interface Subgraph {
  readonly nodes: readonly NodeBrief[];
  readonly relations: readonly RelationBrief[];
}

/** How many nodes an expansion would add, and how many its limit would leave out. */
export async function previewNeighbours(
  store: GraphStore,
  input: NeighbourInput,
): Promise<{ adds: number; left: number }> {
  const { total } = await newNeighbours(store, input, input.limit);
  const adds = Math.min(total, input.limit);
  return { adds, left: total - adds };
}

/** What an expansion would add, node by node: `limit` of them from the `offset`th on. */
export async function listNeighbours(
  store: GraphStore,
  input: NeighbourInput & { readonly offset: number },
): Promise<{ readonly nodes: readonly NodeBrief[]; readonly total: number }> {
  const { ids, total } = await newNeighbours(store, input, input.offset + input.limit);
  return { nodes: await briefsOf(store, ids.slice(input.offset)), total };
}

/** The neighbours of a node in the chosen branches, and every relation between them and what is shown. */
export async function loadNeighbours(store: GraphStore, input: NeighbourInput): Promise<Neighbours> {
  const { ids: chosen, total } = await newNeighbours(store, input, input.limit);
  const nodes = await briefsOf(store, chosen);
  const relations = await relationsBetween(store, nodes, [...chosen, ...input.shown, input.id]);
  return { nodes, relations, left: total - chosen.length };
}

/** The given nodes (those that exist) and all relations among them. */
export async function subgraphOf(store: GraphStore, ids: readonly string[]): Promise<Subgraph> {
  const nodes = await briefsOf(store, ids);
  return { nodes, relations: await relationsBetween(store, nodes, ids) };
}

/** Each relation has a new node at one end at least: it is looked for from either; where all nodes are new, one end is enough. */
const FROM_EITHER_END = [
  'MATCH (a:Entity)-[r]->(b:Entity) WHERE a.id IN $some AND b.id IN $all',
  'MATCH (b:Entity)<-[r]-(a:Entity) WHERE b.id IN $some AND a.id IN $all',
];
/**
 * The same for a node with very many relations, of which few lead to what is shown. A pair that is taken as one (`DISTINCT`) is looked at by a
 * server from the end with fewer relations.
 */
const FROM_OTHER_END = [
  'MATCH (a:Entity) WHERE a.id IN $some MATCH (b:Entity) WHERE b.id IN $all WITH DISTINCT a, b MATCH (a)-[r]->(b)',
  'MATCH (b:Entity) WHERE b.id IN $some MATCH (a:Entity) WHERE a.id IN $all WITH DISTINCT a, b MATCH (a)-[r]->(b)',
];
/** So many relations are gone through sooner than the other ends are looked up. */
const FEW_RELATIONS = 500;

async function relationsBetween(
  store: GraphStore,
  some: readonly NodeBrief[],
  all: readonly string[],
): Promise<readonly RelationBrief[]> {
  const idsOf = (nodes: readonly NodeBrief[]): readonly string[] => nodes.map(({ id }) => id);
  const small = idsOf(some.filter(({ degree }) => degree <= FEW_RELATIONS));
  const large = idsOf(some.filter(({ degree }) => degree > FEW_RELATIONS));
  const fromSmall = small.length === all.length ? FROM_EITHER_END.slice(0, 1) : FROM_EITHER_END;
  const found = await Promise.all(
    [
      ...(small.length === 0 ? [] : fromSmall.map((match) => ({ match, ids: small }))),
      ...(large.length === 0 ? [] : FROM_OTHER_END.map((match) => ({ match, ids: large }))),
    ].map(({ match, ids }) =>
      store.read({
        cypher: `${match} RETURN ${RELATION_COLUMNS}, r.key AS key ORDER BY key`,
        params: { some: ids, all },
        row: RelationRow,
      }),
    ),
  );
  const byKey = new Map(found.flat().map((row) => [String(row.properties.key), relationBrief(row)]));
  return [...byKey.values()].sort((one, other) => compare(one.key, other.key));
}
