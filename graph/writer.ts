/**
 * Writes a part of the graph: what is there is read, merged with what comes (`merge.ts`), and only what changed is
 * written. Writing the same part again therefore changes nothing and opens no transaction.
 */
import { changeStatements, countChange, type GraphChange, isSame, type Replaced, type WriteCounts } from './change.ts';
import { ZhituError } from './errors.ts';
import { mergeNodes, mergeRelations, normalizeNode, normalizeRelation } from './merge.ts';
import type { GraphPart, NodeRecord, RelationRecord } from './model.ts';
import { existingIds, nodesById, relationsByKey, slices } from './records.ts';
import type { GraphStore, Reader } from './store.ts';

/** Records of one transaction: bounds the memory of the engine, and what is lost when it is stopped. */
export const TRANSACTION = 5_000;

export interface WriteReport extends WriteCounts {
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

/**
 * Merges `part` into the graph, for graphs that come from elsewhere than from pages. Records of one id or key within the part are
 * merged with each other too. Nodes are written before relations; each transaction holds at most 5,000 records, which are merged
 * with what the graph has at that moment, so that nothing is lost beside another writer.
 * @throws ZhituError `bad-input` for a relation whose ends are neither in the part nor in the graph: nothing is written then.
 */
export async function writeGraph(
  store: GraphStore,
  part: GraphPart,
  { onProgress, signal }: WriteOptions = {},
): Promise<WriteReport> {
  const whole = uniteParts([part]);
  await assertEnds(store, whole);
  const change = await planMerge(store, whole);
  const report = reportOf(change);
  const nodes = changedRecords(change.nodes);
  const relations = changedRecords(change.relations);
  const steps = [
    ...slices(nodes, TRANSACTION).map((batch) => ({ nodes: batch, relations: [] })),
    ...slices(relations, TRANSACTION).map((batch) => ({ nodes: [], relations: batch })),
  ];
  let done = 0;
  for (const step of steps) {
    if (signal?.aborted)
      throw new ZhituError('limit-exceeded', 'Writing was cancelled. Write again to complete it.', {
        done,
        total: nodes.length + relations.length,
      });
    await store.update(async (update) => {
      update.write(changeStatements(await planMerge(update, uniteParts([step]))));
    });
    done += step.nodes.length + step.relations.length;
    onProgress?.(done, nodes.length + relations.length);
  }
  return report;
}

/** Records by id and by key, in the form in which they are stored. */
export interface UnitedPart {
  readonly nodes: ReadonlyMap<string, NodeRecord>;
  readonly relations: ReadonlyMap<string, RelationRecord>;
}

/** Parts as one: of each id and each key one record. */
export function uniteParts(parts: readonly GraphPart[]): UnitedPart {
  return uniteNormal(parts.map(normalPart));
}

/** A part with its records in the form in which they are stored. */
export function normalPart({ nodes, relations }: GraphPart): GraphPart {
  return { nodes: nodes.map(normalizeNode), relations: relations.map(normalizeRelation) };
}

/** The same as `uniteParts`, of parts whose records are in the form in which they are stored. */
export function uniteNormal(parts: readonly GraphPart[]): UnitedPart {
  const nodes = new Map<string, NodeRecord>();
  const relations = new Map<string, RelationRecord>();
  for (const part of parts) {
    for (const node of part.nodes) {
      const other = nodes.get(node.id);
      nodes.set(node.id, other ? mergeNodes(other, node) : node);
    }
    for (const relation of part.relations) {
      const other = relations.get(relation.key);
      relations.set(relation.key, other ? mergeRelations(other, relation) : relation);
    }
  }
  return { nodes, relations };
}

async function planMerge(store: Reader, part: UnitedPart): Promise<GraphChange> {
  const oldNodes = new Map((await nodesById(store, [...part.nodes.keys()])).map((node) => [node.id, node]));
  const oldRelations = await relationsByKey(store, [...part.relations.values()]);
  return {
    nodes: merged(part.nodes, oldNodes, mergeNodes),
    relations: merged(part.relations, oldRelations, mergeRelations),
  };
}

function merged<T>(
  coming: ReadonlyMap<string, T>,
  present: ReadonlyMap<string, T>,
  merge: (a: T, b: T) => T,
): readonly Replaced<T>[] {
  return [...coming].map(([key, record]) => {
    const old = present.get(key) ?? null;
    return { old, next: old === null ? record : merge(old, record) };
  });
}

function changedRecords<T extends NodeRecord | RelationRecord>(records: readonly Replaced<T>[]): readonly T[] {
  return records.flatMap(({ old, next }) => (next && !(old && isSame(old, next)) ? [next] : []));
}

function reportOf(change: GraphChange): WriteReport {
  const articles = change.nodes.filter(({ next }) => next?.kind === 'Article');
  const ids = (known: boolean): string[] =>
    articles.flatMap(({ old, next }) => (next && (old !== null) === known ? [next.id] : []));
  return { ...countChange(change), newArticles: ids(false), knownArticles: ids(true) };
}

async function assertEnds(store: Reader, { nodes, relations }: UnitedPart): Promise<void> {
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
