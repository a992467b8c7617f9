/** The store on a Neo4j server (5.26 and later), through its official driver. */
import neo4j, {
  type BookmarkManager,
  type Driver,
  type ManagedTransaction,
  type QueryResult,
  type RecordShape,
  type Session,
} from 'neo4j-driver';
import type { ZhituError } from '../errors.ts';
import { assertReadable } from '../read-only/refusal.ts';
import type { GraphStore, ReadLimits, Statement, Table, Update, Value } from '../store.ts';
import { cancelled, DEFAULT_TIMEOUT_MS, rowBudget, timeoutOf, tooLong } from './limits.ts';
import { type Connection, connect, type Neo4jOptions } from './neo4j-connection.ts';
import { neo4jError } from './neo4j-errors.ts';
import { cutTable, isRetriable, wholeTable } from './neo4j-table.ts';
import { toNeo4j, valuesOf } from './neo4j-values.ts';
import { rowOf, writeInRead } from './rows.ts';

/** A server stops a query at its limit and says so; only if it does not, within this, does the client give up by itself. */
const GRACE_MS = 5_000;
/** Updates write to this node before they read, which makes every other one wait for their end. */
const TAKE_TURN = "MERGE (turn:Lock {id: 'writer'}) SET turn.taken = true";

type Params = Readonly<Record<string, Value>>;
/** Runs a statement in a transaction. */
type Run = (cypher: string, params?: Params) => Promise<QueryResult<RecordShape>>;

/** @throws ZhituError `store-unavailable`, naming the server and what to check, never the password. */
export async function openNeo4j(options: Neo4jOptions): Promise<GraphStore> {
  return new Neo4jStore(await connect(options), options.database, options.bookmarks ?? neo4j.bookmarkManager());
}

class Neo4jStore implements GraphStore {
  readonly engine = 'neo4j';
  readonly hasFullText = true;
  readonly walksIndexes = true;
  readonly location: string;
  readonly #driver: Driver;
  readonly #user: string;
  readonly #database: string | undefined;
  /** Bookmarks of what this store wrote: on a cluster, its reads must see it. */
  readonly #bookmarks: BookmarkManager;

  constructor({ driver, location, user }: Connection, database: string | undefined, bookmarks: BookmarkManager) {
    this.#driver = driver;
    this.location = location;
    this.#user = user;
    this.#database = database;
    this.#bookmarks = bookmarks;
  }

  async read<Row>(statement: Statement<Row>, limits: ReadLimits = {}): Promise<readonly Row[]> {
    const { columns, rows } = await this.#table(statement.cypher, statement.params ?? {}, limits);
    return rows.map((row) => rowOf(statement, columns, row));
  }

  async readTable(cypher: string, params: Params = {}, limits: ReadLimits = {}): Promise<Table> {
    return this.#table(cypher, params, limits);
  }

  async *stream<Row>(statement: Statement<Row>): AsyncIterable<Row> {
    assertReadable(statement.cypher);
    const session = this.#session('READ');
    try {
      for await (const record of session.run(statement.cypher, this.#params(statement.params))) {
        yield rowOf(statement, record.keys.map(String), valuesOf(record));
      }
    } catch (error) {
      throw this.#failure(error, statement.cypher);
    } finally {
      await session.close();
    }
  }

  async write(statements: readonly Statement[]): Promise<void> {
    await this.#inTransaction((run) => this.#runAll(run, statements));
  }

  async update<T>(work: (update: Update) => Promise<T>): Promise<T> {
    return this.#inTransaction(async (run) => {
      await run(TAKE_TURN);
      const statements: Statement[] = [];
      const result = await work({
        read: async (statement) => {
          assertReadable(statement.cypher);
          const { records } = await run(statement.cypher, statement.params);
          return records.map((record) => rowOf(statement, record.keys.map(String), valuesOf(record)));
        },
        write: (more) => statements.push(...more),
      });
      await this.#runAll(run, statements);
      return result;
    });
  }

  /** Sends all before the first is answered: the server carries them out one after the other, and need not wait in between. */
  async #runAll(run: Run, statements: readonly Statement[]): Promise<void> {
    await Promise.all(statements.map(({ cypher, params }) => run(cypher, params)));
  }

  /** Where the server asks for another try, the driver makes it. */
  async #inTransaction<T>(work: (run: Run) => Promise<T>): Promise<T> {
    let failed: { readonly at: number; readonly cypher: string } | undefined;
    const session = this.#session('WRITE');
    const attempt = (transaction: ManagedTransaction): Promise<T> => {
      failed = undefined;
      let sent = 0;
      return work(async (cypher, params) => {
        const at = sent++;
        try {
          return await transaction.run(cypher, this.#params(params));
        } catch (error) {
          // All that were sent after it fail for its sake, some of them sooner.
          if (!failed || at < failed.at) failed = { at, cypher };
          throw error;
        }
      });
    };
    try {
      return await session.executeWrite(attempt);
    } catch (error) {
      throw this.#failure(error, failed?.cypher ?? '');
    } finally {
      await session.close();
    }
  }

  async explain(cypher: string, params: Params = {}): Promise<{ readonly access: 'r' | 'w' }> {
    const session = this.#session('READ');
    try {
      const result: QueryResult<RecordShape> = await session.run(`EXPLAIN ${cypher}`, this.#params(params), {
        timeout: DEFAULT_TIMEOUT_MS,
      });
      return { access: result.summary.queryType === 'r' ? 'r' : 'w' };
    } catch (error) {
      throw this.#failure(error, cypher);
    } finally {
      await session.close();
    }
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  #session(mode: 'READ' | 'WRITE'): Session {
    return this.#driver.session({
      defaultAccessMode: mode === 'READ' ? neo4j.session.READ : neo4j.session.WRITE,
      bookmarkManager: this.#bookmarks,
      ...(this.#database !== undefined && { database: this.#database }),
    });
  }

  #params(params: Params = {}): Record<string, unknown> {
    return toNeo4j(params) as Record<string, unknown>;
  }

  #failure(error: unknown, cypher: string): unknown {
    return neo4jError(error, { location: this.location, user: this.#user, cypher });
  }

  async #table(cypher: string, params: Params, limits: ReadLimits): Promise<Table> {
    assertReadable(cypher);
    const { maxRows = null, maxSize = null, signal } = limits;
    const timeoutMs = timeoutOf(limits);
    if (signal?.aborted) throw cancelled();
    const session = this.#session('READ');
    let giveUp: ((error: ZhituError) => void) | undefined;
    const stopped = new Promise<never>((_, reject) => {
      giveUp = reject;
    });
    stopped.catch(() => {});
    const onAbort = (): void => giveUp?.(cancelled());
    signal?.addEventListener('abort', onAbort, { once: true });
    const timer = setTimeout(() => giveUp?.(tooLong(limits)), timeoutMs + GRACE_MS);
    const sent = this.#params(params);
    const isLimited = maxRows !== null || maxSize !== null;
    const inTransaction = (): Promise<Table> =>
      session.executeRead(
        (transaction) => {
          const result = transaction.run(cypher, sent);
          return isLimited ? cutTable(result, rowBudget(maxRows, maxSize)) : wholeTable(result);
        },
        { timeout: timeoutMs },
      );
    // One exchange instead of three; where the server asks for another try, the driver makes it as often as it does for transactions.
    const atOnce = (): Promise<Table> =>
      wholeTable(withoutTrace(() => session.run(cypher, sent, { timeout: timeoutMs }))).catch((error: unknown) => {
        if (isRetriable(error)) return inTransaction();
        throw error;
      });
    try {
      return await Promise.race([isLimited ? inTransaction() : atOnce(), stopped]);
    } catch (error) {
      if (isTimeout(error)) throw tooLong(limits);
      if (isAccessMode(error)) throw writeInRead(cypher);
      throw this.#failure(error, cypher);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      // Closing resets the connection, which ends a query that still runs.
      await session.close().catch(() => {});
    }
  }
}

/** The driver notes for each result where in the program it was asked for, which takes longer than asking; errors are told by their statement. */
function withoutTrace<T>(ask: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return ask();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function codeOfError(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function isTimeout(error: unknown): boolean {
  return /TransactionTimedOut/u.test(codeOfError(error));
}

function isAccessMode(error: unknown): boolean {
  return codeOfError(error) === 'Neo.ClientError.Statement.AccessMode';
}
