/** The id of a name that turned out to be several people's: who they are, so that an old link never lies. */
import { z } from 'zod';
import { ZhituError } from './errors.ts';
import { kindOfId } from './model.ts';
import type { Reader } from './store.ts';

/** What tells a person from others of the name stands behind it in such brackets (`ingest/identity`). */
const TOLD_APART = '（';
/** People of one name that an answer lists. */
const LISTED = 50;

/** The ids of the people who bear the name of an id that is nobody's own, sorted; none where the name is nobody's. */
export async function namesakesOf(store: Reader, id: string): Promise<readonly string[]> {
  if (kindOfId(id) !== 'Person') return [];
  const rows = await store.read({
    cypher: 'MATCH (n:Entity) WHERE n.id STARTS WITH $prefix RETURN n.id AS id ORDER BY id LIMIT $limit',
    params: { prefix: id + TOLD_APART, limit: LISTED },
    row: z.object({ id: z.string() }),
  });
  return rows.map((row) => row.id);
}

/** The error for an id that no node has: it names the people of the name, where there are any. */
export async function noSuchNode(store: Reader, id: string): Promise<ZhituError> {
  const namesakes = await namesakesOf(store, id);
  if (namesakes.length === 0)
    return new ZhituError(
      'not-found',
      `nothing in the graph has the id ${JSON.stringify(id)}: take ids from a search`,
      {
        id,
      },
    );
  return new ZhituError(
    'not-found',
    `${JSON.stringify(id)} is the name of ${namesakes.length} people: take one of ${namesakes.join(', ')}`,
    { id, namesakes },
  );
}
