/** Results of a server as tables. */
import neo4j, { type Result } from 'neo4j-driver';
import type { Table, Value } from '../store.ts';
import { valuesOf } from './neo4j-values.ts';

/** All rows, taken as they come: less work than row by row. */
export async function wholeTable(result: Result): Promise<Table> {
  const { records } = await result;
  const columns = await result.keys();
  const rows = records.map((record) => valuesOf(record));
  return { columns: columns.map(String), rows, truncated: false };
}

/** Row by row, so that what is beyond the limits never arrives. */
export async function cutTable(result: Result, fits: (row: readonly Value[]) => boolean): Promise<Table> {
  const columns = await result.keys();
  const rows: Value[][] = [];
  for await (const record of result) {
    const row = valuesOf(record);
    if (!fits(row)) return { columns: columns.map(String), rows, truncated: true };
    rows.push(row);
  }
  return { columns: columns.map(String), rows, truncated: false };
}

/** Whether the server, or the way to it, asks for another try. */
export function isRetriable(error: unknown): boolean {
  return error instanceof neo4j.Neo4jError && error.retriable;
}
