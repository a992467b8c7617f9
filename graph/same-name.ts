/** Which others may be the same as a person or an event: those of its name, and events of its day with the same people. */
import { z } from 'zod';
import { briefsOf, type NodeBrief } from './brief.ts';
import { kindOfId } from './model.ts';
import type { GraphStore, Statement } from './store.ts';

/** More than this nobody goes through by hand. */
const LISTED = 20;

const IdRow = z.object({ id: z.string() });
type IdRow = z.infer<typeof IdRow>;

/** None for a kind of node of which the name says all. */
export async function possiblyTheSame(store: GraphStore, id: string): Promise<readonly NodeBrief[]> {
  const kind = kindOfId(id);
  if (kind !== 'Person' && kind !== 'Event') return [];
  const rows = [...(await store.read(ofTheName(id))), ...(kind === 'Event' ? await store.read(ofTheDay(id)) : [])];
  const ids = new Set(rows.map((row) => row.id).filter((other) => kindOfId(other) === kind));
  return briefsOf(store, [...ids].sort().slice(0, LISTED));
}

const ofTheName = (id: string): Statement<IdRow> => ({
  cypher: `MATCH (n:Entity {id: $id}) WITH n.name AS name
MATCH (m:Entity {name: name}) WHERE m.id <> $id RETURN m.id AS id ORDER BY id LIMIT $limit`,
  params: { id, limit: LISTED },
  row: IdRow,
});

const ofTheDay = (id: string): Statement<IdRow> => ({
  cypher: `MATCH (e:Entity {id: $id})<-[:CHAIRED|SPOKE_AT|ATTENDED]-(p:Entity)-[:CHAIRED|SPOKE_AT|ATTENDED]->(m:Entity)
WHERE m.id <> $id AND m.dateFrom = e.dateFrom RETURN DISTINCT m.id AS id ORDER BY id LIMIT $limit`,
  params: { id, limit: LISTED },
  row: IdRow,
});
