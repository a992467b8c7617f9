/** Rows of an engine, checked against the shape that their statement declares. */
import { z } from 'zod';
import { ZhituError } from '../errors.ts';
import type { Statement, Value } from '../store.ts';

/**
 * One row as the statement's type.
 * @throws ZhituError `store-rejected` for a row that does not fit: a fault of the program, not of its caller.
 */
export function rowOf<Row>(statement: Statement<Row>, columns: readonly string[], values: readonly Value[]): Row {
  const row: Record<string, Value | undefined> = {};
  for (const [index, column] of columns.entries()) row[column] = values[index];
  const checked = statement.row.safeParse(row);
  if (checked.success) return checked.data;
  throw new ZhituError(
    'store-rejected',
    `A row of the store does not have the shape its statement promises. ${z.prettifyError(checked.error)}`,
    { cypher: statement.cypher },
  );
}

/** The error for a statement that wrote, or would have written, where only reading is allowed. */
export function writeInRead(cypher: string): ZhituError {
  return new ZhituError(
    'store-rejected',
    'This statement writes to the graph, and only reading is allowed here. Nothing was changed; take out CREATE, MERGE, SET, DELETE and REMOVE.',
    { cypher },
  );
}
