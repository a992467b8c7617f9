/** Names of entities by their ids. */
import { z } from 'zod';
import { BATCH, slices } from '../records.ts';
import type { Reader } from '../store.ts';

const Row = z.object({ id: z.string(), name: z.string() });

/** Ids that nothing has are left out. */
export async function namesOf(store: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const batch of slices([...new Set(ids)], BATCH)) {
    const rows = await store.read({
      cypher: 'UNWIND $ids AS entityId MATCH (n:Entity {id: entityId}) RETURN n.id AS id, n.name AS name',
      params: { ids: batch },
      row: Row,
    });
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}
