/** The one door to a graph database. Only the files in `stores/` know which engine answers. */
import type { z } from 'zod';

/** A value of a statement's parameters or rows. Nodes, relations and paths come back as maps (`stores/values.ts`). */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/** A Cypher text, its parameters, and the shape that its rows are checked against. */
export interface Statement<Row = unknown> {
  readonly cypher: string;
  /** Whole numbers are sent as integers, so that `LIMIT $n` works on both engines. */
  readonly params?: Readonly<Record<string, Value>>;
  /** Rows that do not fit are our fault: `store-rejected`. */
  readonly row: z.ZodType<Row>;
}

/** Limits of one read. */
export interface ReadLimits {
  /** Milliseconds until the engine is stopped and the call rejects with `limit-exceeded`. Default 30,000; `ofChange`, 600,000. */
  readonly timeoutMs?: number;
  /** It prepares a change of the graph (`for-changes.ts`): nobody can ask for less, so it may take longer, and its limit is told otherwise. */
  readonly ofChange?: boolean;
  /** Rows after which the result is cut. Default: no limit. */
  readonly maxRows?: number;
  /** Size after which the result is cut, in characters of its values. Default: no limit. */
  readonly maxSize?: number;
  readonly signal?: AbortSignal;
}

/** Rows of a free query: column names in their order, and values that may be nodes, relations or paths. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** True where `maxRows` or `maxSize` cut the result. */
  readonly truncated: boolean;
}

/** Reads of a transaction see what was committed before it, not what it is going to write. */
export interface Update {
  read<Row>(statement: Statement<Row>): Promise<readonly Row[]>;
  /** Statements that run, in their order, when the work is done. */
  write(statements: readonly Statement[]): void;
}

/** What a function needs that only reads: a store, or an update. */
export type Reader = Pick<Update, 'read'>;

export interface GraphStore {
  /** Which engine this is: for log lines and for tests, never for branching in built-in statements. */
  readonly engine: 'embedded' | 'neo4j';
  /** Whether it has the full-text index of articles (`schema.ts`), which is asked by a procedure that the other engine lacks. */
  readonly hasFullText: boolean;
  /** Whether the first nodes by an indexed property are found by walking its index from an end; else all are looked at and sorted. */
  readonly walksIndexes: boolean;
  /** Where it is, without user or password: for messages. */
  readonly location: string;
  /** Run a statement that must not write; what it tries to write is refused or undone. */
  read<Row>(statement: Statement<Row>, limits?: ReadLimits): Promise<readonly Row[]>;
  /** The same for a query whose columns are not known before. */
  readTable(cypher: string, params?: Readonly<Record<string, Value>>, limits?: ReadLimits): Promise<Table>;
  /** Rows one by one, for results too large to hold. */
  stream<Row>(statement: Statement<Row>): AsyncIterable<Row>;
  /** Run statements in one transaction: all of them take effect, or none does. */
  write(statements: readonly Statement[]): Promise<void>;
  /**
   * Reads and writes as one: no other update of this store, of any process, comes between, and what the work wants written takes
   * effect altogether or not at all. The work may be run again where the engine asks for it, so it must change nothing else.
   */
  update<T>(work: (update: Update) => Promise<T>): Promise<T>;
  /** What a query would do, without running it: `r` for a pure read. */
  explain(cypher: string, params?: Readonly<Record<string, Value>>): Promise<{ readonly access: 'r' | 'w' }>;
  close(): Promise<void>;
}
