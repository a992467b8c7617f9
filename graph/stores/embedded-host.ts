/**
 * The process that runs the embedded engine for `embedded-client.ts`. It holds no state but the open database: whoever
 * started it may kill it at any moment, and what was committed is there when the next one opens the file.
 */
import { existsSync, statSync } from 'node:fs';
import grafeo, { type GrafeoDB, type QueryResult, type Transaction } from '@grafeo-db/js';
import type { Value } from '../store.ts';
import { watchMemory } from './embedded-memory.ts';
import type { HostMessage, HostReply, HostRequest, HostRows, Params } from './embedded-protocol.ts';
import { fromEmbedded } from './embedded-values.ts';
import { rowBudget } from './limits.ts';

/** Bytes of write-ahead log after which the engine folds it into the file, so that a reopen stays quick. */
const CHECKPOINT_WAL_BYTES = 8 * 1024 * 1024;
/**
 * The same as a share of the file. Folding writes the file anew: at a fixed length of the log a growing graph would be written more and more often,
 * at a share of it each byte is written a few times altogether, and a reopen takes at most so much longer.
 */
const CHECKPOINT_WAL_SHARE = 1 / 4;

/** Operators of an engine plan that change something; each stands at the start of its line. */
const WRITING_OPERATOR = /^\s*(?:Create|Merge|Set|Add|Remove|Delete|Detach|Drop|Insert)/mu;
/** What the engine answers to EXPLAIN of CREATE INDEX and its like. */
const SCHEMA_COMMAND = /Schema commands should be routed/u;

let database: GrafeoDB | null = null;
/** Its file; null while none is open, and for one in memory. */
let file: string | null = null;
/** The bytes of the file for which the length of its log was set. */
let checkpointsFor = 0;
const cursors = new Map<number, { readonly result: QueryResult; at: number }>();
let running = 0;

function db(): GrafeoDB {
  if (!database) throw new Error('the database is not open');
  return database;
}

function tableOf(result: QueryResult, maxRows: number | null, maxSize: number | null): HostRows {
  const { columns, length, counters } = result;
  const wrote = Object.values(counters).some((count) => count > 0);
  if (maxSize === null && (maxRows === null || length <= maxRows))
    return { columns, rows: result.rows().map((row) => row.map(fromEmbedded)), truncated: false, wrote };
  const fits = rowBudget(maxRows, maxSize);
  const rows: Value[][] = [];
  while (rows.length < length) {
    const row = rowAt(result, rows.length).map(fromEmbedded);
    if (!fits(row)) break;
    rows.push(row);
  }
  return { columns, rows, truncated: rows.length < length, wrote };
}

function rowAt(result: QueryResult, index: number): unknown[] {
  const row = result.get(index);
  return result.columns.map((column) => row[column]);
}

function rollback(transaction: Transaction): void {
  try {
    transaction.rollback();
  } catch {
    // It was committed, or a failed commit has undone it already: that error is the one to report.
  }
}

/** Runs a statement in a transaction that is always rolled back. */
async function readOnly<T>(cypher: string, params: Params, use: (result: QueryResult) => T): Promise<T> {
  const transaction = db().beginTransaction();
  try {
    return use(await transaction.executeCypher(cypher, params));
  } finally {
    rollback(transaction);
  }
}

async function write(statements: readonly { cypher: string; params: Params }[]): Promise<void> {
  setCheckpoints();
  const transaction = db().beginTransaction();
  try {
    for (const { cypher, params } of statements) await transaction.executeCypher(cypher, params);
    transaction.commit();
  } finally {
    rollback(transaction);
  }
}

async function explain(cypher: string, params: Params): Promise<'r' | 'w'> {
  try {
    const plan = await db().executeCypher(`EXPLAIN ${cypher}`, params);
    return WRITING_OPERATOR.test(String(plan.scalar())) ? 'w' : 'r';
  } catch (error) {
    if (error instanceof Error && SCHEMA_COMMAND.test(error.message)) return 'w';
    throw error;
  }
}

function next(cursor: number, rows: number): Value[][] {
  const open = cursors.get(cursor);
  if (!open) throw new Error('the engine was started again while its rows were being read');
  const end = Math.min(open.at + rows, open.result.length);
  const page: Value[][] = [];
  for (; open.at < end; open.at += 1) page.push(rowAt(open.result, open.at).map(fromEmbedded));
  return page;
}

function open(path: string, memoryMb: number): void {
  watchMemory(memoryMb);
  database = grafeo.GrafeoDB.create(path);
  file = existsSync(path) ? path : null;
  checkpointsFor = 0;
}

/** Sets the length of the log anew once the file has doubled: the engine measures the log in its own time, and begins to when it is set. */
function setCheckpoints(): void {
  if (file === null) return;
  const { size } = statSync(file);
  if (size < 2 * checkpointsFor) return;
  checkpointsFor = size;
  db().setCheckpointTriggers({ walBytes: Math.max(CHECKPOINT_WAL_BYTES, Math.round(size * CHECKPOINT_WAL_SHARE)) });
}

function close(): void {
  cursors.clear();
  database?.walCheckpoint();
  database?.close();
  database = null;
  file = null;
}

async function answer(request: HostRequest): Promise<unknown> {
  switch (request.op) {
    case 'open':
      return open(request.path, request.memoryMb);
    case 'read':
      return readOnly(request.cypher, request.params, (result) => tableOf(result, request.maxRows, request.maxSize));
    case 'write':
      return write(request.statements);
    case 'explain':
      return explain(request.cypher, request.params);
    case 'cursor':
      return readOnly(request.cypher, request.params, (result) => {
        cursors.set(request.cursor, { result, at: 0 });
        return result.columns;
      });
    case 'next':
      return next(request.cursor, request.rows);
    case 'drop':
      return cursors.delete(request.cursor);
    case 'close':
      return close();
  }
}

async function serve({ id, request }: HostMessage): Promise<void> {
  running += 1;
  send({ id, begun: true });
  let reply: HostReply;
  try {
    reply = { id, ok: true, value: (await answer(request)) ?? null };
  } catch (error) {
    reply = { id, ok: false, message: error instanceof Error ? error.message : String(error) };
  } finally {
    running -= 1;
  }
  send(reply);
}

function send(reply: HostReply): void {
  if (process.connected) process.send?.(reply);
}

// Ctrl-C reaches every process of the terminal: the parent decides when this one ends.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('disconnect', () => {
  // A running query would hold up an orderly exit for as long as it takes; the log makes a kill safe.
  if (running > 0) process.kill(process.pid, 'SIGKILL');
  close();
  process.exit(0);
});
process.on('message', (message) => void serve(message as HostMessage));
