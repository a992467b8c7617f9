/** Part of a graph as records for an export: some nodes, and relations among them. */
import { type RecordBatch, relationsFrom } from '../all-records.ts';
import { BATCH, nodesById, slices } from '../records.ts';
import { RelationType } from '../shapes.ts';
import type { GraphStore } from '../store.ts';

export interface Part {
  readonly ids: readonly string[];
  /** Relations that are left out: those of these types, and those with these keys. */
  readonly without: { readonly types: readonly RelationType[]; readonly keys: readonly string[] };
}

/** The nodes in the order of their ids as given (ids that no node has are left out), then the relations by type, start and key. */
export async function* partBatches(store: GraphStore, { ids, without }: Part): AsyncIterable<RecordBatch> {
  for (const batch of slices(ids, BATCH)) yield { nodes: await nodesById(store, batch) };
  const keys = new Set(without.keys);
  for (const type of RelationType.options.filter((option) => !without.types.includes(option))) {
    for (const batch of slices(ids, BATCH)) {
      const relations = (await relationsFrom(store, type, batch, ids)).filter(({ key }) => !keys.has(key));
      if (relations.length > 0) yield { relations };
    }
  }
}
