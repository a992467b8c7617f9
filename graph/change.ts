/** A change of the graph as values: what is to be stored and what is to go, the statements for it, and what a person is told. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { groupBy } from './group-by.ts';
import { ENTITY_LABEL, type NodeRecord, type RelationRecord, type SubLabel } from './model.ts';
import { BATCH, slices } from './records.ts';
import { RelationType } from './shapes.ts';
import type { Statement } from './store.ts';

/** What one change, or several in a row, did to the graph. */
export interface WriteCounts {
  readonly nodesCreated: number;
  readonly nodesChanged: number;
  readonly nodesUnchanged: number;
  readonly nodesRemoved: number;
  readonly relationsCreated: number;
  readonly relationsChanged: number;
  readonly relationsUnchanged: number;
  readonly relationsRemoved: number;
}

export const NOTHING_WRITTEN: WriteCounts = {
  nodesCreated: 0,
  nodesChanged: 0,
  nodesUnchanged: 0,
  nodesRemoved: 0,
  relationsCreated: 0,
  relationsChanged: 0,
  relationsUnchanged: 0,
  relationsRemoved: 0,
};

/** The sums of both. */
export function addCounts(a: WriteCounts, b: WriteCounts): WriteCounts {
  const keys = Object.keys(NOTHING_WRITTEN) as (keyof WriteCounts)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as unknown as WriteCounts;
}

/** A record as it is stored, null where the store has none, and as it shall be, null for gone. */
export interface Replaced<T> {
  readonly old: T | null;
  readonly next: T | null;
}

export interface GraphChange {
  readonly nodes: readonly Replaced<NodeRecord>[];
  readonly relations: readonly Replaced<RelationRecord>[];
}

/** How many records a change creates, changes, leaves as they are and removes. */
export function countChange({ nodes, relations }: GraphChange): WriteCounts {
  const ofNodes = countReplaced(nodes);
  const ofRelations = countReplaced(relations);
  return {
    nodesCreated: ofNodes.created,
    nodesChanged: ofNodes.changed,
    nodesUnchanged: ofNodes.unchanged,
    nodesRemoved: ofNodes.removed,
    relationsCreated: ofRelations.created,
    relationsChanged: ofRelations.changed,
    relationsUnchanged: ofRelations.unchanged,
    relationsRemoved: ofRelations.removed,
  };
}

type Outcome = 'created' | 'changed' | 'unchanged' | 'removed';

function countReplaced(records: readonly Replaced<NodeRecord | RelationRecord>[]): Record<Outcome, number> {
  const counts = { created: 0, changed: 0, unchanged: 0, removed: 0 };
  for (const record of records) {
    const outcome = outcomeOf(record);
    if (outcome) counts[outcome] += 1;
  }
  return counts;
}

function outcomeOf({ old, next }: Replaced<NodeRecord | RelationRecord>): Outcome | null {
  if (old === null) return next === null ? null : 'created';
  if (next === null) return 'removed';
  return isSame(old, next) ? 'unchanged' : 'changed';
}

/** Whether two records of one id or key would be stored alike. The order of their properties is no part of it. */
export function isSame(a: NodeRecord | RelationRecord, b: NodeRecord | RelationRecord): boolean {
  return isDeepStrictEqual(labelsOf(a), labelsOf(b)) && isDeepStrictEqual(a.properties, b.properties);
}

function labelsOf(record: NodeRecord | RelationRecord): readonly SubLabel[] {
  return 'labels' in record ? record.labels : [];
}

/** The statements that make a change, which belong into one transaction; none where nothing changes. */
export function changeStatements({ nodes, relations }: GraphChange): readonly Statement[] {
  const goneNodes = nodes.flatMap(({ old, next }) => (old && !next ? [old.id] : []));
  const goneRelations = relations.flatMap(({ old, next }) => (old && !next ? [old] : []));
  const [newNodes, oldNodes] = writtenOf(nodes);
  const [newRelations, oldRelations] = writtenOf(relations);
  return [
    ...relationsOut(goneRelations),
    ...slices(goneNodes, BATCH).map((ids) => ({
      cypher: `UNWIND $ids AS id MATCH (n:${ENTITY_LABEL} {id: id}) DETACH DELETE n`,
      params: { ids },
      row: z.unknown(),
    })),
    ...labelsOff(oldNodes),
    // What is not there need not be looked for.
    ...nodesIn(newNodes, (labels) => `CREATE (n:${ENTITY_LABEL}:${labels}) SET n = row`),
    ...nodesIn(
      oldNodes.map(({ next }) => next),
      (labels) => `MERGE (n:${ENTITY_LABEL} {id: row.id}) SET n = row SET n:${labels}`,
    ),
    ...relationsIn(newRelations, (type) => `CREATE (a)-[r:${type}]->(b)`),
    ...relationsIn(
      oldRelations.map(({ next }) => next),
      (type) => `MERGE (a)-[r:${type} {key: row.properties.key}]->(b)`,
    ),
  ];
}

/** The records that are created, and those that change. */
function writtenOf<T extends NodeRecord | RelationRecord>(
  records: readonly Replaced<T>[],
): readonly [readonly T[], readonly { readonly old: T; readonly next: T }[]] {
  const created: T[] = [];
  const changed: { readonly old: T; readonly next: T }[] = [];
  for (const { old, next } of records) {
    if (next === null) continue;
    if (old === null) created.push(next);
    else if (!isSame(old, next)) changed.push({ old, next });
  }
  return [created, changed];
}

function relationsOut(relations: readonly RelationRecord[]): readonly Statement[] {
  return byType(relations, ({ key, from, to }) => ({ key, from, to })).map(({ type, rows }) => ({
    cypher: `UNWIND $rows AS row
MATCH (a:${ENTITY_LABEL} {id: row.from})-[r:${type} {key: row.key}]->(b:${ENTITY_LABEL} {id: row.to}) DELETE r`,
    params: { rows },
    row: z.unknown(),
  }));
}

/** A node keeps the labels it has when it is written again, so that those it lost have to be taken away. */
function labelsOff(nodes: readonly { readonly old: NodeRecord; readonly next: NodeRecord }[]): readonly Statement[] {
  const lost = new Map<SubLabel, string[]>();
  for (const { old, next } of nodes)
    for (const label of old.labels)
      if (!next.labels.includes(label)) lost.set(label, [...(lost.get(label) ?? []), next.id]);
  return [...lost].flatMap(([label, all]) =>
    slices(all, BATCH).map((ids) => ({
      cypher: `UNWIND $ids AS id MATCH (n:${ENTITY_LABEL} {id: id}) REMOVE n:${label}`,
      params: { ids },
      row: z.unknown(),
    })),
  );
}

type Written<T> = (of: T) => string;

/** @param write the clauses that write `row`, given the labels beside that of all entities */
function nodesIn(nodes: readonly NodeRecord[], write: Written<string>): readonly Statement[] {
  // One statement a set of labels: neither engine takes labels from a parameter in a way that both know.
  const groups = groupBy(nodes, ({ kind, labels }) => [kind, ...labels].join(':'));
  return [...groups].flatMap(([labels, group]) =>
    slices(group, BATCH).map((batch) => ({
      cypher: `UNWIND $rows AS row ${write(labels)}`,
      params: { rows: batch.map(({ id, properties }) => ({ ...properties, id })) },
      row: z.unknown(),
    })),
  );
}

/** @param write the clause that finds or makes `r` from `a` to `b` for `row` */
function relationsIn(relations: readonly RelationRecord[], write: Written<RelationType>): readonly Statement[] {
  return byType(relations, ({ key, from, to, properties }) => ({ from, to, properties: { ...properties, key } })).map(
    ({ type, rows }) => ({
      cypher: `UNWIND $rows AS row
MATCH (a:${ENTITY_LABEL} {id: row.from})
MATCH (b:${ENTITY_LABEL} {id: row.to})
${write(type)}
SET r = row.properties`,
      params: { rows },
      row: z.unknown(),
    }),
  );
}

function byType<T>(
  relations: readonly RelationRecord[],
  rowOf: (relation: RelationRecord) => T,
): readonly { readonly type: RelationType; readonly rows: readonly T[] }[] {
  return RelationType.options.flatMap((type) =>
    slices(
      relations.filter((relation) => relation.type === type),
      BATCH,
    ).map((batch) => ({ type, rows: batch.map(rowOf) })),
  );
}
