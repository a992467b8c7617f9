/** Names of entities by their ids. */
import { z } from 'zod';
import { readInSlices } from '../records.ts';
import type { Reader } from '../store.ts';

const Row = z.object({ id: z.string(), name: z.string() });

/** Ids that nothing has are left out. */
export async function namesOf(store: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await readInSlices([...new Set(ids)], (some) =>
    store.read({
      cypher: 'UNWIND $ids AS entityId MATCH (n:Entity {id: entityId}) RETURN n.id AS id, n.name AS name',
      params: { ids: some },
      row: Row,
    }),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
