/** Which state of the graph a store has, so that what was counted over all of it is counted again only after a change. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { keepStatements } from './kept.ts';
import type { Reader, Statement } from './store.ts';

const LABEL = 'Summary';
const ID = 'version';

export interface GraphVersion {
  /** The same as long as nothing changed the graph. Ways that leave no mark are told by the number of articles. */
  readonly id: string;
  readonly articles: number;
}

/** The mark of the last change of pages, with the number of articles: what was counted is good as long as it stays the same. */
export async function versionOf(store: Reader): Promise<GraphVersion> {
  const [[mark], [counted]] = await Promise.all([
    store.read({
      cypher: `MATCH (n:${LABEL} {id: $id}) RETURN n.summary AS summary`,
      params: { id: ID },
      row: z.object({ summary: z.string().nullable() }),
    }),
    store.read({ cypher: 'MATCH (x:Article) RETURN count(x) AS total', row: z.object({ total: z.number() }) }),
  ]);
  const articles = counted?.total ?? 0;
  return { id: `${mark?.summary ?? ''} ${articles}`, articles };
}

/** What a transaction that changes the graph writes besides: from then on the version is another. */
export function markChanged(): readonly Statement[] {
  return keepStatements([{ label: LABEL, id: ID, properties: { summary: randomUUID() } }]);
}
