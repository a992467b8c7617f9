/** How much the graph holds, from numbers that an engine keeps or finds by walking the nodes of one label once. */
import { z } from 'zod';
import { RELATIONS, SUB_LABELS, type SubLabel } from './model.ts';
import { NodeKind, RelationType } from './shapes.ts';
import type { GraphStore, Statement } from './store.ts';

export interface GraphCounts {
  readonly nodes: number;
  readonly relations: number;
  readonly byKind: Readonly<Record<NodeKind, number>>;
  readonly bySubLabel: Readonly<Record<SubLabel, number>>;
  readonly byType: Readonly<Record<RelationType, number>>;
}

const Row = z.object({ name: z.string(), total: z.number() });

/** One branch a number: Neo4j keeps the count of each label, and of each type from each label, and reads only these. */
function countStatement(
  branches: readonly (readonly [name: string, pattern: string])[],
): Statement<z.infer<typeof Row>> {
  const parts = branches.map(
    ([name, pattern]) => `MATCH ${pattern} WITH count(x) AS total RETURN '${name}' AS name, total`,
  );
  return { cypher: parts.join(' UNION ALL '), row: Row };
}

const LABELS = countStatement([...NodeKind.options, ...SUB_LABELS].map((label) => [label, `(x:${label})`]));

const TYPES = countStatement(
  RelationType.options.flatMap((type) =>
    RELATIONS[type].from.map((kind) => [type, `(:${kind})-[x:${type}]->()`] as const),
  ),
);

/** Nodes by kind and further label, and relations by type, zeros included. */
export async function countGraph(store: GraphStore): Promise<GraphCounts> {
  const [labels, types] = await Promise.all([store.read(LABELS), store.read(TYPES)]);
  const byKind = totals(NodeKind.options, labels);
  const byType = totals(RelationType.options, types);
  return {
    nodes: sum(byKind),
    relations: sum(byType),
    byKind,
    bySubLabel: totals(SUB_LABELS, labels),
    byType,
  };
}

function totals<Name extends string>(
  names: readonly Name[],
  rows: readonly z.infer<typeof Row>[],
): Readonly<Record<Name, number>> {
  const found = names.map((name) => [
    name,
    rows.filter((row) => row.name === name).reduce((all, { total }) => all + total, 0),
  ]);
  return Object.fromEntries(found) as Record<Name, number>;
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, total) => all + total, 0);
}
