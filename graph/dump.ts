/** The whole graph as text that is the same wherever it is kept: for comparing, for a backup that a person can read. */
import { z } from 'zod';
import { KEPT_LABELS, type KeptLabel, type KeptRecord, keptBy, keptIds } from './kept.ts';
import { ENTITY_LABEL, type NodeRecord, Properties, type RelationRecord, RelationType } from './model.ts';
import { unpacked } from './page-records.ts';
import { BATCH, nodesById, slices } from './records.ts';
import type { GraphStore } from './store.ts';

/**
 * One line of JSON a node (`id`, `kind`, `labels`, `properties`), by id, then one a relation (`from`, `key`,
 * `properties`, `to`, `type`), by type, id of its start, key; then what is kept beside the graph (`kept.ts`: `id`, `label`,
 * `properties`), by label and id, with the bodies of extractions as they were before packing, since machines pack differently.
 * Keys are in order at every level. Texts are compared by UTF-16 code units, here and not in the engines: one compares code points.
 * Only ids and one batch of records are held at a time.
 */
export async function* dumpLines(store: GraphStore): AsyncIterable<string> {
  const ids: string[] = [];
  const all = { cypher: `MATCH (n:${ENTITY_LABEL}) RETURN n.id AS id`, row: z.object({ id: z.string() }) };
  for await (const { id } of store.stream(all)) ids.push(id);
  ids.sort();
  for (const batch of slices(ids, BATCH)) {
    for (const { id, kind, labels, properties } of await nodesById(store, batch)) {
      yield line({ id, kind, labels: [...labels].sort(), properties });
    }
  }
  for (const type of RelationType.options) {
    for (const batch of slices(ids, BATCH)) {
      for (const relation of await relationsFrom(store, type, batch)) yield line({ ...relation });
    }
  }
  for (const label of KEPT_LABELS) yield* keptLines(store, label);
}

async function* keptLines(store: GraphStore, label: KeptLabel): AsyncIterable<string> {
  for (const batch of slices(await keptIds(store, label), BATCH)) {
    for (const { id, properties } of await keptBy(store, label, 'id', batch)) {
      const body = typeof properties.body === 'string' ? { body: unpacked(properties.body) } : {};
      yield line({ id, label, properties: { ...properties, ...body } });
    }
  }
}

const RelationRow = z.object({ key: z.string(), from: z.string(), to: z.string(), properties: Properties });

async function relationsFrom(
  store: GraphStore,
  type: RelationType,
  ids: readonly string[],
): Promise<readonly RelationRecord[]> {
  const rows = await store.read({
    cypher: `UNWIND $ids AS id MATCH (a:${ENTITY_LABEL} {id: id})-[r:${type}]->(b:${ENTITY_LABEL})
RETURN r.key AS key, a.id AS from, b.id AS to, properties(r) AS properties`,
    params: { ids },
    row: RelationRow,
  });
  return rows
    .map(({ key, from, to, properties: { key: _, ...properties } }) => ({ key, type, from, to, properties }))
    .sort((a, b) => compare(a.from, b.from) || compare(a.key, b.key));
}

function line(record: Partial<NodeRecord> | Partial<RelationRecord> | KeptRecord): string {
  return JSON.stringify(record, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compare(a, b)))
      : value,
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
