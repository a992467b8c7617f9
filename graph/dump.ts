/** The whole store as text that is the same wherever it is kept: for comparing, for a backup that a person can read. */

import { keptBatches, recordBatches } from './all-records.ts';
import { canonicalJson } from './canonical.ts';
import { unpacked } from './page-records.ts';
import type { GraphStore } from './store.ts';

/**
 * One line of JSON a node (`id`, `kind`, `labels`, `properties`), by id, then one a relation (`from`, `key`,
 * `properties`, `to`, `type`), by type, id of its start, key; then what is kept beside the graph (`kept.ts`: `id`, `label`,
 * `properties`), by label and id, with the bodies of extractions as they were before packing, since machines pack differently.
 * Keys are in order at every level. Texts are compared by UTF-16 code units, here and not in the engines: one compares code points.
 * Only ids and one batch of records are held at a time.
 */
export async function* dumpLines(store: GraphStore): AsyncIterable<string> {
  for await (const { nodes = [], relations = [] } of recordBatches(store)) {
    for (const node of nodes) yield canonicalJson({ ...node, labels: [...node.labels].sort() });
    for (const relation of relations) yield canonicalJson(relation);
  }
  for await (const batch of keptBatches(store)) {
    for (const { id, label, properties } of batch) {
      const body = typeof properties.body === 'string' ? { body: unpacked(properties.body) } : {};
      yield canonicalJson({ id, label, properties: { ...properties, ...body } });
    }
  }
}
