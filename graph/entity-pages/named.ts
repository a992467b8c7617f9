/** Nodes by name alone: what a chip, a filter or a line of a list needs, without the counting that `brief.ts` does. */
import { z } from 'zod';
import { kindOfId, type NodeKind, SUB_LABELS, type SubLabel } from '../model.ts';
import type { Reader } from '../store.ts';

export interface NamedNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly labels: readonly SubLabel[];
  readonly name: string;
}

const NamedRow = z.object({ id: z.string(), name: z.string().nullable(), labels: z.array(z.string()) });

/** The nodes of these ids, by id; ids that nothing has are left out. */
export async function namedNodes(store: Reader, ids: Iterable<string>): Promise<ReadonlyMap<string, NamedNode>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await store.read({
    cypher: 'UNWIND $ids AS id MATCH (n:Entity {id: id}) RETURN id, n.name AS name, labels(n) AS labels',
    params: { ids: wanted },
    row: NamedRow,
  });
  return new Map(
    rows.flatMap((row) => {
      const node = namedNode(row);
      return node ? [[row.id, node] as const] : [];
    }),
  );
}

/** A row of `id`, `name` and `labels` as a node; null for an id of no kind. */
export function namedNode({ id, name, labels }: z.infer<typeof NamedRow>): NamedNode | null {
  const kind = kindOfId(id);
  if (!kind) return null;
  const known = labels.filter((label): label is SubLabel => (SUB_LABELS as readonly string[]).includes(label)).sort();
  return { id, kind, labels: known, name: name ?? id };
}
