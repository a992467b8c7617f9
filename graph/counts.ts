/** How much the graph holds. */
import { z } from 'zod';
import { ENTITY_LABEL, NodeKind, RelationType } from './model.ts';
import type { GraphStore } from './store.ts';

export interface GraphCounts {
  readonly nodes: number;
  readonly relations: number;
  readonly byKind: Readonly<Record<NodeKind, number>>;
  readonly byType: Readonly<Record<RelationType, number>>;
}

const Row = z.object({ name: z.string(), total: z.number() });

/** Nodes by kind and relations by type, zeros included. */
export async function countGraph(store: GraphStore): Promise<GraphCounts> {
  const kinds = await store.read({
    cypher: `UNWIND $kinds AS kind MATCH (n:${ENTITY_LABEL}) WHERE kind IN labels(n) RETURN kind AS name, count(n) AS total`,
    params: { kinds: NodeKind.options },
    row: Row,
  });
  const types = await store.read({
    cypher: `MATCH (a:${ENTITY_LABEL})-[r]->(b:${ENTITY_LABEL}) RETURN type(r) AS name, count(r) AS total`,
    row: Row,
  });
  const totals = new Map([...kinds, ...types].map(({ name, total }) => [name, total]));
  const byKind = Object.fromEntries(NodeKind.options.map((kind) => [kind, totals.get(kind) ?? 0]));
  const byType = Object.fromEntries(RelationType.options.map((type) => [type, totals.get(type) ?? 0]));
  return {
    nodes: kinds.reduce((sum, { total }) => sum + total, 0),
    relations: types.reduce((sum, { total }) => sum + total, 0),
    byKind: byKind as Record<NodeKind, number>,
    byType: byType as Record<RelationType, number>,
  };
}
