/** The rows of a query as the page gets them. */
import { briefsOf } from '../../graph/brief.ts';
import { quotesOf } from '../../graph/evidence.ts';
import { type EvidenceRef, kindOfId, parseEvidence } from '../../graph/model.ts';
import type { GraphStore, Table, Value } from '../../graph/store.ts';
import type { QueryResult } from '../api/queries.ts';
import type { Sent } from './wire.ts';

/** Nodes and passages that an answer describes; a longer table keeps its ids but shows them bare. */
const MAX_DESCRIBED = 500;

/** A table with what its ids and references stand for. */
export async function describeTable(
  store: GraphStore,
  { columns, rows, truncated }: Table,
): Promise<Sent<QueryResult>> {
  const cells = rows.map((row) => row.map(plainCell));
  const ids = new Set<string>();
  const refs = new Map<string, EvidenceRef>();
  const look = (value: Value): void => {
    if (Array.isArray(value)) value.forEach(look);
    if (typeof value !== 'string') return;
    const ref = parseEvidence(value);
    if (ref) refs.set(value, ref);
    else if (kindOfId(value) !== null) ids.add(value);
  };
  cells.forEach((row) => {
    row.forEach(look);
  });
  const [nodes, quotes] = await Promise.all([
    briefsOf(store, [...ids].slice(0, MAX_DESCRIBED)),
    quotesOf(store, [...refs.values()].slice(0, MAX_DESCRIBED)),
  ]);
  return { columns, rows: cells, truncated, nodes, quotes };
}

/** A node comes back as a map: its id stands for it. */
function plainCell(value: Value): Value {
  if (Array.isArray(value)) return value.map(plainCell);
  if (value === null || typeof value !== 'object') return value;
  const { id, properties } = value as { readonly [key: string]: Value };
  const own = typeof properties === 'object' && properties !== null && 'id' in properties ? properties.id : id;
  return typeof own === 'string' && kindOfId(own) !== null ? own : value;
}
