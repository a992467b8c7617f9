/** The number of the form in which this program keeps a graph, kept in the store itself, so that an older program does not spoil what a newer one wrote. */
import { z } from 'zod';
import { ZhituError } from './errors.ts';
import type { GraphStore } from './store.ts';

/** Raised when a reader of this number would misread, or spoil, what is written. */
const FORMAT = 1;
const ID = 'store';

/**
 * Makes sure that this program can read the store. One that names no format is taken for the oldest.
 * @throws ZhituError `store-unavailable` for a newer format; the store is left as it is
 */
export async function assertFormat(store: GraphStore): Promise<void> {
  const found = await formatOf(store);
  if (found === null || found <= FORMAT) return;
  throw new ZhituError(
    'store-unavailable',
    `${store.location} holds a graph of format ${found}, and this program knows formats up to ${FORMAT}: a newer version wrote it; it is left as it is. Use that version, or name another store with --store.`,
    { location: store.location, found, known: FORMAT },
  );
}

/** Writes the number where there is none, or a smaller one. Only for a store that `assertFormat` let pass. */
export async function keepFormat(store: GraphStore): Promise<void> {
  if ((await formatOf(store)) === FORMAT) return;
  await store.write([
    {
      cypher: 'MERGE (n:Format {id: $id}) SET n.format = $format',
      params: { id: ID, format: FORMAT },
      row: z.unknown(),
    },
  ]);
}

async function formatOf(store: GraphStore): Promise<number | null> {
  const [found] = await store.read({
    cypher: 'MATCH (n:Format {id: $id}) RETURN n.format AS format',
    params: { id: ID },
    row: z.object({ format: z.int() }),
  });
  return found?.format ?? null;
}
