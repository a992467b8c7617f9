/** Nodes and relations as records, from the store by their ids and keys. */
import { z } from 'zod';
import { ENTITY_LABEL, type NodeRecord, type RelationRecord, SUB_LABELS } from './model.ts';
import { NodeKind, Properties, RelationType } from './shapes.ts';
import type { Reader } from './store.ts';

/** Records asked for at once: enough to make a round trip cheap, few enough for a message of some megabytes with article texts. */
export const BATCH = 500;

/** Slices that are read at once: while the store answers one, what it gave for others is taken in. */
const AT_ONCE = 4;

const NodeRow = z.object({ id: z.string(), labels: z.array(z.string()), properties: Properties });
const RelationRow = z.object({ key: z.string(), from: z.string(), to: z.string(), properties: Properties });

/** `items` in slices of at most `size`, in their order. */
export function slices<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** What `read` gives for slices of the items, in their order. @param read is given at most `BATCH` items at a time */
export function readInSlices<T, R>(
  items: readonly T[],
  read: (slice: readonly T[]) => Promise<readonly R[]>,
): Promise<readonly R[]> {
  return readParts(slices(items, BATCH), read);
}

/** What `read` gives for each part, in their order. */
async function readParts<T, R>(parts: readonly T[], read: (part: T) => Promise<readonly R[]>): Promise<readonly R[]> {
  const found: (readonly R[])[] = [];
  for (const some of slices(parts, AT_ONCE)) found.push(...(await Promise.all(some.map(read))));
  return found.flat();
}

/** The ids that begin so, a batch at a time: what ranges over the whole graph is read in parts, and others are answered in between. */
export async function* idBatches(store: Reader, prefix: string): AsyncIterable<readonly string[]> {
  const rows = await store.read({
    cypher: `MATCH (n:${ENTITY_LABEL}) WHERE n.id STARTS WITH $prefix RETURN n.id AS id`,
    params: { prefix },
    row: z.object({ id: z.string() }),
  });
  yield* slices(
    rows.map(({ id }) => id),
    BATCH,
  );
}

/** The nodes that have one of these ids, in the order of the ids; ids that no node has are left out. */
export async function nodesById(store: Reader, ids: readonly string[]): Promise<readonly NodeRecord[]> {
  const distinct = [...new Set(ids)];
  const rows = await readInSlices(distinct, (some) =>
    store.read({
      cypher: `UNWIND $ids AS id MATCH (n:${ENTITY_LABEL} {id: id}) RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties`,
      params: { ids: some },
      row: NodeRow,
    }),
  );
  const found = new Map<string, NodeRecord>();
  for (const {
    id,
    labels,
    properties: { id: _, ...properties },
  } of rows) {
    const kind = NodeKind.options.find((option) => labels.includes(option));
    if (!kind) continue;
    found.set(id, { id, kind, labels: SUB_LABELS.filter((label) => labels.includes(label)), properties });
  }
  return distinct.flatMap((id) => found.get(id) ?? []);
}

/** A relation to look for: its key, and the type and start that lead to it quickly. */
export type RelationAddress = Pick<RelationRecord, 'key' | 'type' | 'from'>;

/** The relations that have one of these keys, by key. */
export async function relationsByKey(
  store: Reader,
  wanted: readonly RelationAddress[],
): Promise<ReadonlyMap<string, RelationRecord>> {
  const asked = RelationType.options.flatMap((type) =>
    slices(
      wanted.filter((relation) => relation.type === type).map(({ key, from }) => ({ key, from })),
      BATCH,
    ).map((rows) => ({ type, rows })),
  );
  const found = await readParts(asked, async ({ type, rows }) => {
    const seen = await store.read({
      cypher: `UNWIND $rows AS row MATCH (a:${ENTITY_LABEL} {id: row.from})-[r:${type} {key: row.key}]->(b:${ENTITY_LABEL})
RETURN r.key AS key, a.id AS from, b.id AS to, properties(r) AS properties`,
      params: { rows },
      row: RelationRow,
    });
    return seen.map(({ key, from, to, properties: { key: _, ...properties } }) => ({
      key,
      type,
      from,
      to,
      properties,
    }));
  });
  return new Map(found.map((relation) => [relation.key, relation]));
}

/** Those of the ids that a node has. */
export async function existingIds(store: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await readInSlices([...new Set(ids)], (some) =>
    store.read({
      cypher: `UNWIND $ids AS id MATCH (n:${ENTITY_LABEL} {id: id}) RETURN n.id AS id`,
      params: { ids: some },
      row: z.object({ id: z.string() }),
    }),
  );
  return new Set(rows.map(({ id }) => id));
}
