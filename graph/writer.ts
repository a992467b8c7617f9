/**
 * Writes a part of the graph: what is there is read, merged with what comes (`merge.ts`), and only what changed is
 * written. Writing the same part again therefore changes nothing and opens no transaction.
 */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { ZhituError } from './errors.ts';
import { mergeNodes, mergeRelations, normalizeNode, normalizeRelation } from './merge.ts';
import { ENTITY_LABEL, type GraphPart, type NodeRecord, type RelationRecord, RelationType } from './model.ts';
import { BATCH, existingIds, nodesById, relationsByKey, slices } from './records.ts';
import type { GraphStore, Statement } from './store.ts';

/** Records of one transaction: bounds the memory of the engine, and what is lost when it is stopped. */
const TRANSACTION = 5_000;

export interface WriteReport {
  readonly nodesCreated: number;
  readonly nodesChanged: number;
  readonly nodesUnchanged: number;
  readonly relationsCreated: number;
  readonly relationsChanged: number;
  readonly relationsUnchanged: number;
  /** Ids of the articles of the part that were not in the graph before, and of those that were. */
  readonly newArticles: readonly string[];
  readonly knownArticles: readonly string[];
}

export interface WriteOptions {
  /** Told after each transaction how many records of how many have been written. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops between two transactions, with `limit-exceeded`. What was written stays; writing again completes it. */
  readonly signal?: AbortSignal;
}

/** Two parts written at once would each merge with what was there before the other. */
const queues = new WeakMap<GraphStore, Promise<unknown>>();

/**
 * Merges `part` into the graph. Records of one id or key within the part are merged with each other too. Nodes are
 * written before relations; each transaction holds at most 5,000 records. Calls on one store run one after the other
 * (other processes that write the same entities at the same time are not waited for).
 * @throws ZhituError `bad-input` for a relation whose ends are neither in the part nor in the graph: nothing is written then.
 */
export async function writeGraph(store: GraphStore, part: GraphPart, options: WriteOptions = {}): Promise<WriteReport> {
  const before = queues.get(store) ?? Promise.resolve();
  const writing = before.then(() => write(store, part, options));
  queues.set(
    store,
    writing.catch(() => {}),
  );
  return writing;
}

async function write(store: GraphStore, part: GraphPart, { onProgress, signal }: WriteOptions): Promise<WriteReport> {
  const nodes = united(part.nodes, ({ id }) => id, normalizeNode, mergeNodes);
  const relations = united(part.relations, ({ key }) => key, normalizeRelation, mergeRelations);
  const oldNodes = new Map((await nodesById(store, [...nodes.keys()])).map((node) => [node.id, node]));
  await assertEnds(store, relations, nodes);
  const oldRelations = await relationsByKey(store, [...relations.values()]);

  const nodePlan = plan(nodes, oldNodes, mergeNodes);
  const relationPlan = plan(relations, oldRelations, mergeRelations);
  const batches = [
    ...slices(nodePlan.changed, TRANSACTION).map((batch) => ({
      size: batch.length,
      statements: nodeStatements(batch),
    })),
    ...slices(relationPlan.changed, TRANSACTION).map((batch) => ({
      size: batch.length,
      statements: relationStatements(batch),
    })),
  ];
  const total = batches.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  for (const { size, statements } of batches) {
    if (signal?.aborted)
      throw new ZhituError('limit-exceeded', 'Writing was cancelled. Write again to complete it.', { done, total });
    await store.write(statements);
    done += size;
    onProgress?.(done, total);
  }
  const articles = [...nodes.values()].filter(({ kind }) => kind === 'Article').map(({ id }) => id);
  return {
    nodesCreated: nodePlan.created,
    nodesChanged: nodePlan.changed.length - nodePlan.created,
    nodesUnchanged: nodes.size - nodePlan.changed.length,
    relationsCreated: relationPlan.created,
    relationsChanged: relationPlan.changed.length - relationPlan.created,
    relationsUnchanged: relations.size - relationPlan.changed.length,
    newArticles: articles.filter((id) => !oldNodes.has(id)),
    knownArticles: articles.filter((id) => oldNodes.has(id)),
  };
}

function united<T>(
  records: readonly T[],
  keyOf: (record: T) => string,
  normalize: (record: T) => T,
  merge: (a: T, b: T) => T,
): ReadonlyMap<string, T> {
  const byKey = new Map<string, T>();
  for (const record of records) {
    const other = byKey.get(keyOf(record));
    byKey.set(keyOf(record), other ? merge(other, record) : normalize(record));
  }
  return byKey;
}

function plan<T>(
  coming: ReadonlyMap<string, T>,
  present: ReadonlyMap<string, T>,
  merge: (a: T, b: T) => T,
): { readonly changed: readonly T[]; readonly created: number } {
  const changed: T[] = [];
  let created = 0;
  for (const [key, record] of coming) {
    const old = present.get(key);
    const merged = old ? merge(old, record) : record;
    if (old && isDeepStrictEqual(propertiesOf(old), propertiesOf(merged))) continue;
    if (!old) created += 1;
    changed.push(merged);
  }
  return { changed, created };
}

/** What a write can change of a record. Key order is no part of it. */
function propertiesOf(record: unknown): unknown {
  const { labels, properties } = record as { labels?: readonly string[]; properties: unknown };
  return { labels, properties };
}

async function assertEnds(
  store: GraphStore,
  relations: ReadonlyMap<string, RelationRecord>,
  nodes: ReadonlyMap<string, NodeRecord>,
): Promise<void> {
  const outside = [...relations.values()].flatMap(({ from, to }) => [from, to]).filter((id) => !nodes.has(id));
  if (outside.length === 0) return;
  const known = await existingIds(store, outside);
  const relation = [...relations.values()].find(({ from, to }) =>
    [from, to].some((id) => !nodes.has(id) && !known.has(id)),
  );
  if (!relation) return;
  throw new ZhituError(
    'bad-input',
    `The relation ${relation.key} joins a node that neither the graph nor the part to be written has. Give both nodes with it.`,
    { key: relation.key },
  );
}

function nodeStatements(nodes: readonly NodeRecord[]): readonly Statement[] {
  // One statement a set of labels: neither engine takes labels from a parameter in a way that both know.
  const groups = new Map<string, NodeRecord[]>();
  for (const node of nodes) {
    const labels = [node.kind, ...node.labels].join(':');
    groups.set(labels, [...(groups.get(labels) ?? []), node]);
  }
  return [...groups].flatMap(([labels, group]) =>
    slices(group, BATCH).map((batch) => ({
      cypher: `UNWIND $rows AS row MERGE (n:${ENTITY_LABEL} {id: row.id}) SET n = row.properties SET n:${labels}`,
      params: { rows: batch.map(({ id, properties }) => ({ id, properties: { ...properties, id } })) },
      row: z.unknown(),
    })),
  );
}

function relationStatements(relations: readonly RelationRecord[]): readonly Statement[] {
  return RelationType.options.flatMap((type) =>
    slices(
      relations.filter((relation) => relation.type === type),
      BATCH,
    ).map((batch) => ({
      cypher: `UNWIND $rows AS row
MATCH (a:${ENTITY_LABEL} {id: row.from})
MATCH (b:${ENTITY_LABEL} {id: row.to})
MERGE (a)-[r:${type} {key: row.key}]->(b)
SET r = row.properties`,
      params: {
        rows: batch.map(({ key, from, to, properties }) => ({ key, from, to, properties: { ...properties, key } })),
      },
      row: z.unknown(),
    })),
  );
}
