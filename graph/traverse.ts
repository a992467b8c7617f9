/** Walking the graph: what surrounds a node (counted before it is loaded), and the relations among what is shown. */
import { briefsOf, type NodeBrief, type RelationBrief } from './brief.ts';
import { type NeighbourInput, newNeighbours } from './new-neighbours.ts';
import { relationsBetween } from './relations-between.ts';
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
  const { total: counted } = await newNeighbours(store, input, input.limit);
  const total = await counted;
  const adds = Math.min(total, input.limit);
  return { adds, left: total - adds };
}

/** What an expansion would add, node by node: `limit` of them from the `offset`th on. */
export async function listNeighbours(
  store: GraphStore,
  input: NeighbourInput & { readonly offset: number },
): Promise<{ readonly nodes: readonly NodeBrief[]; readonly total: number }> {
  const { ids, total: counted } = await newNeighbours(store, input, input.offset + input.limit);
  const [nodes, total] = await Promise.all([briefsOf(store, ids.slice(input.offset)), counted]);
  return { nodes, total };
}

/** The neighbours of a node in the chosen branches, and every relation between them and what is shown. */
export async function loadNeighbours(store: GraphStore, input: NeighbourInput): Promise<Neighbours> {
  const { ids: chosen, total: counted, degrees } = await newNeighbours(store, input, input.limit);
  const [nodes, relations, total] = await Promise.all([
    briefsOf(store, chosen),
    relationsBetween(store, chosen, [...chosen, ...input.shown, input.id], degrees),
    counted,
  ]);
  return { nodes, relations, left: total - chosen.length };
}

/** The given nodes (those that exist) and all relations among them. */
export async function subgraphOf(store: GraphStore, ids: readonly string[]): Promise<Subgraph> {
  const [nodes, relations] = await Promise.all([briefsOf(store, ids), relationsBetween(store, ids, ids)]);
  return { nodes, relations };
}
