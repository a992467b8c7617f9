/** The rows that a store holds, and writing them again by nothing but `UNWIND`: what writing costs at least. */
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { z } from 'zod';
import { keptBatches, recordBatches } from '../../graph/all-records.ts';
import { ENTITY_LABEL } from '../../graph/model.ts';
import type { GraphStore, Statement, Value } from '../../graph/store.ts';
import { writeLine } from '../../ingest/cli/lines-out.ts';

/** Rows of one transaction. */
const TRANSACTION = 5_000;

/** Rows that one statement writes. */
interface Rows {
  /** `:Entity:Person`, or the type of a relation. */
  readonly of: string;
  readonly kind: 'nodes' | 'relations' | 'kept';
  readonly rows: readonly Value[];
}

export interface BareReport {
  readonly rows: number;
  /** Of the transactions alone. */
  readonly milliseconds: number;
}

/** Writes what a store holds as rows for `writeBare`, a line of JSON each transaction. @returns how many rows */
export async function saveRows(store: GraphStore, file: string): Promise<number> {
  const out = createWriteStream(file);
  const waiting = new Map<string, { kind: Rows['kind']; rows: Value[] }>();
  let total = 0;
  const flush = async (of: string): Promise<void> => {
    const group = waiting.get(of);
    if (group) await writeLine(out, JSON.stringify({ of, ...group }));
    waiting.delete(of);
  };
  const add = async (kind: Rows['kind'], of: string, row: Value): Promise<void> => {
    const group = waiting.get(of) ?? { kind, rows: [] };
    waiting.set(of, group);
    total += group.rows.push(row) > 0 ? 1 : 0;
    if (group.rows.length >= TRANSACTION) await flush(of);
  };
  const flushAll = async (): Promise<void> => {
    for (const of of [...waiting.keys()]) await flush(of);
  };
  for await (const { nodes = [], relations = [] } of recordBatches(store)) {
    // The ends of a relation come before it.
    if (relations.length > 0) for (const [of, { kind }] of [...waiting]) if (kind === 'nodes') await flush(of);
    for (const { id, kind, labels, properties } of nodes)
      await add('nodes', [ENTITY_LABEL, kind, ...labels].map((label) => `:${label}`).join(''), { ...properties, id });
    for (const { key, type, from, to, properties } of relations)
      await add('relations', type, { from, to, properties: { ...properties, key } });
  }
  await flushAll();
  for await (const records of keptBatches(store))
    for (const { id, label, properties } of records) await add('kept', `:${label}`, { ...properties, id });
  await flushAll();
  out.end();
  await finished(out);
  return total;
}

/** Writes saved rows into an empty store. */
export async function writeBare(store: GraphStore, file: string): Promise<BareReport> {
  const report = { rows: 0, milliseconds: 0 };
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const saved = JSON.parse(line) as Rows;
    const statement = bareStatement(saved);
    const start = performance.now();
    await store.write([statement]);
    report.milliseconds += performance.now() - start;
    report.rows += saved.rows.length;
  }
  return report;
}

/** Repeatable, as writing has to be, and nothing else: what is there is not looked at. */
function bareStatement({ of, kind, rows }: Rows): Statement {
  const cypher =
    kind === 'relations'
      ? `UNWIND $rows AS row MATCH (a:${ENTITY_LABEL} {id: row.from}) MATCH (b:${ENTITY_LABEL} {id: row.to})
MERGE (a)-[r:${of} {key: row.properties.key}]->(b) SET r = row.properties`
      : `UNWIND $rows AS row MERGE (n${kind === 'kept' ? of : `:${ENTITY_LABEL}`} {id: row.id}) SET n = row SET n${of}`;
  return { cypher, params: { rows }, row: z.unknown() };
}
