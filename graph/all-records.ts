/** Everything in a store in batches, for what goes through all of it: nodes first, so that the ends of a relation are known when it comes. */
import { z } from 'zod';
import { compare } from './compare.ts';
import { KEPT_LABELS, type KeptRecord, keptBy, keptIds } from './kept.ts';
import { ENTITY_LABEL, type NodeRecord, type RelationRecord } from './model.ts';
import { BATCH, nodesById, slices } from './records.ts';
import { Properties, RelationType } from './shapes.ts';
import type { GraphStore } from './store.ts';

export type RecordBatch =
  | { readonly nodes: readonly NodeRecord[]; readonly relations?: never }
  | { readonly relations: readonly RelationRecord[]; readonly nodes?: never };

const IdRow = z.object({ id: z.string() });
const RelationRow = z.object({ key: z.string(), from: z.string(), to: z.string(), properties: Properties });

/**
 * Nodes by id, then relations by type, id of their start, and key. Texts are compared by UTF-16 code units, here and not in
 * the engines, one of which compares code points. Only the ids and one batch of records are held at a time.
 */
export async function* recordBatches(store: GraphStore): AsyncIterable<RecordBatch> {
  const ids: string[] = [];
  const all = { cypher: `MATCH (n:${ENTITY_LABEL}) RETURN n.id AS id`, row: IdRow };
  for await (const { id } of store.stream(all)) ids.push(id);
  ids.sort();
  for (const batch of slices(ids, BATCH)) yield { nodes: await nodesById(store, batch) };
  for (const type of RelationType.options) {
    for (const batch of slices(ids, BATCH)) {
      const relations = await relationsFrom(store, type, batch);
      if (relations.length > 0) yield { relations };
    }
  }
}

/** What is kept beside the graph, by label and id. */
export async function* keptBatches(store: GraphStore): AsyncIterable<readonly KeptRecord[]> {
  for (const label of KEPT_LABELS) {
    for (const batch of slices(await keptIds(store, label), BATCH)) yield await keptBy(store, label, 'id', batch);
  }
}

/** The relations of a type that start at these nodes, by start and key; where `ends` are given, only those that end there. */
export async function relationsFrom(
  store: GraphStore,
  type: RelationType,
  ids: readonly string[],
  ends?: readonly string[],
): Promise<readonly RelationRecord[]> {
  const rows = await store.read({
    cypher: `UNWIND $ids AS id MATCH (a:${ENTITY_LABEL} {id: id})-[r:${type}]->(b:${ENTITY_LABEL})${ends ? ' WHERE b.id IN $ends' : ''}
RETURN r.key AS key, a.id AS from, b.id AS to, properties(r) AS properties`,
    params: { ids, ...(ends && { ends }) },
    row: RelationRow,
  });
  return rows
    .map(({ key, from, to, properties: { key: _, ...properties } }) => ({ key, type, from, to, properties }))
    .sort((a, b) => compare(a.from, b.from) || compare(a.key, b.key));
}
