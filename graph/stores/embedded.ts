/**
 * The store in one file: the engine `@grafeo-db/js` in a process of its own (`embedded-host.ts`). A call costs about a
 * millisecond more than in this process; for it there is a time limit, a crash of the engine is one rejected call, and a
 * read is a transaction that is always rolled back.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ZhituError } from '../errors.ts';
import { assertReadable } from '../read-only/refusal.ts';
import type { GraphStore, ReadLimits, Statement, Table, Update, Value } from '../store.ts';
import { EmbeddedClient } from './embedded-client.ts';
import { defaultMemoryMb } from './embedded-memory.ts';
import type { HostRows, Params } from './embedded-protocol.ts';
import { rowOf, writeInRead } from './rows.ts';

/** Rows that one message of a stream carries. */
const STREAM_ROWS = 500;

/** The embedded store, with what only its tests need. */
export interface EmbeddedStore extends GraphStore {
  /** Id of the process that runs the engine; null while none runs. */
  readonly hostPid: () => number | null;
}

export interface EmbeddedOptions {
  /** Megabytes that the engine's process may take. Default: half of the machine's. */
  readonly memoryMb?: number;
}

/**
 * Opens or creates a graph file; its folder is created too. `:memory:` is a throw-away store: a file in the system's
 * temporary folder (the engine may have to be started again, which a store in memory would not survive), removed by `close`.
 * @throws ZhituError `store-locked` where another process has the file open, `store-unavailable` where it cannot be
 * opened or is no graph file, `disk-full`.
 */
export async function openEmbedded(path: string, options: EmbeddedOptions = {}): Promise<EmbeddedStore> {
  const throwAway = path === ':memory:' ? mkdtempSync(join(tmpdir(), 'zhitu-')) : null;
  const file = throwAway ? join(throwAway, 'memory.grafeo') : resolve(path);
  await mkdir(dirname(file), { recursive: true }).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new ZhituError(
      'store-unavailable',
      `The folder for ${file} cannot be created: ${why}`,
      { path: file },
      error,
    );
  });
  const client = new EmbeddedClient(file, options.memoryMb ?? defaultMemoryMb());
  const removeThrowAway = (): void => {
    if (throwAway) rmSync(throwAway, { recursive: true, force: true });
  };
  try {
    await client.open();
  } catch (error) {
    removeThrowAway();
    throw error;
  }
  return new GrafeoStore(client, path === ':memory:' ? path : file, removeThrowAway);
}

class GrafeoStore implements EmbeddedStore {
  readonly engine = 'embedded';
  readonly hasFullText = false;
  readonly walksIndexes = false;
  readonly location: string;
  readonly #client: EmbeddedClient;
  readonly #afterClose: () => void;
  #writes: Promise<unknown> = Promise.resolve();
  #lastCursor = 0;

  constructor(client: EmbeddedClient, location: string, afterClose: () => void) {
    this.#client = client;
    this.location = location;
    this.#afterClose = afterClose;
  }

  hostPid = (): number | null => this.#client.pid;

  async read<Row>(statement: Statement<Row>, limits: ReadLimits = {}): Promise<readonly Row[]> {
    const { columns, rows } = await this.#rows(statement.cypher, statement.params ?? {}, limits);
    return rows.map((row) => rowOf(statement, columns, row));
  }

  async readTable(
    cypher: string,
    params: Readonly<Record<string, Value>> = {},
    limits: ReadLimits = {},
  ): Promise<Table> {
    const { columns, rows, truncated } = await this.#rows(cypher, params, limits);
    return { columns, rows, truncated };
  }

  async *stream<Row>(statement: Statement<Row>): AsyncIterable<Row> {
    assertReadable(statement.cypher);
    this.#lastCursor += 1;
    const cursor = this.#lastCursor;
    const params = statement.params ?? {};
    const columns = (await this.#client.call({ op: 'cursor', cursor, cypher: statement.cypher, params })) as string[];
    try {
      for (;;) {
        const rows = (await this.#client.call({ op: 'next', cursor, rows: STREAM_ROWS })) as Value[][];
        for (const row of rows) yield rowOf(statement, columns, row);
        if (rows.length < STREAM_ROWS) return;
      }
    } finally {
      await this.#client.call({ op: 'drop', cursor });
    }
  }

  /** One after the other: the engine rejects transactions that run into each other. */
  async write(statements: readonly Statement[]): Promise<void> {
    await this.#inTurn(() => this.#send(statements));
  }

  /** One process holds the file, so that taking turns within it keeps every other writer out. */
  async update<T>(work: (update: Update) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      const statements: Statement[] = [];
      const result = await work({
        read: (statement) => this.read(statement, { ofChange: true }),
        write: (more) => statements.push(...more),
      });
      if (statements.length > 0) await this.#send(statements);
      return result;
    });
  }

  async explain(cypher: string, params: Params = {}): Promise<{ readonly access: 'r' | 'w' }> {
    const access = (await this.#client.call({ op: 'explain', cypher, params }, { time: {} })) as 'r' | 'w';
    return { access };
  }

  async close(): Promise<void> {
    await this.#writes;
    try {
      await this.#client.close();
    } finally {
      this.#afterClose();
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#writes.then(work);
    this.#writes = done.catch(() => {});
    return done;
  }

  async #send(statements: readonly Statement[]): Promise<void> {
    await this.#client.call({
      op: 'write',
      statements: statements.map(({ cypher, params = {} }) => ({ cypher, params })),
    });
  }

  async #rows(cypher: string, params: Params, limits: ReadLimits): Promise<HostRows> {
    assertReadable(cypher);
    const { maxRows = null, maxSize = null, signal } = limits;
    const rows = (await this.#client.call(
      { op: 'read', cypher, params, maxRows, maxSize },
      { time: limits, ...(signal && { signal }) },
    )) as HostRows;
    if (rows.wrote) throw writeInRead(cypher);
    return rows;
  }
}
