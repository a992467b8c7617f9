/** Which entities a person means who gives an id, a name or an alias. */
import { z } from 'zod';
import { ID_PREFIX, type NodeKind } from './model.ts';
import type { Reader } from './store.ts';

const Found = z.object({ id: z.string(), value: z.union([z.string(), z.number()]) });
export type Found = z.infer<typeof Found>;

/** For the kind of an entity beside another condition: one that no index serves, or a server would walk all ids of the kind. */
export const OF_KIND = 'left(n.id, size($prefix)) = $prefix';

/** By id; else by name, or a place's path; else by alias. The first of these that finds anything counts. */
export async function entitiesNamed(
  store: Reader,
  { kind, property }: { readonly kind: NodeKind; readonly property: string },
  text: string,
): Promise<readonly Found[]> {
  const ways = [
    ['n.id = $text'],
    ['n.name = $text', ...(kind === 'Place' ? ['n.path = $text'] : [])],
    // Aliases are lists, which no index holds; the search forms have them too.
    ['n.search CONTAINS toLower($text) AND $text IN n.aliases'],
  ];
  for (const conditions of ways) {
    const found = new Map<string, Found>();
    for (const condition of conditions) {
      const label = condition.startsWith('n.path') ? kind : 'Entity';
      const rows = await store.read({
        cypher: `MATCH (n:${label}) WHERE ${condition} AND ${OF_KIND} AND n.${property} IS NOT NULL RETURN n.id AS id, n.${property} AS value`,
        params: { text, prefix: ID_PREFIX[kind] },
        row: Found,
      });
      for (const row of rows) found.set(row.id, row);
    }
    if (found.size > 0) return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  return [];
}
