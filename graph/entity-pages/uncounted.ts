/** What a person's page leaves out, and why: events that stand in articles which name the person, without a sentence that gives the person a part. */
import { z } from 'zod';
import type { Quote } from '../evidence.ts';
import { groupBy } from '../group-by.ts';
import { kindOfId } from '../model.ts';
import type { GraphStore } from '../store.ts';
import { firstRef, quotesByRef } from './event-list.ts';
import { fromEvents, rolesOf } from './event-roles.ts';
import { type NamedNode, namedNodes } from './named.ts';

/** Articles looked at, the newest. */
const LOOKED_AT = 200;

export interface Uncounted {
  readonly event: NamedNode;
  /** Its first day, cut to what is known. */
  readonly date: string | null;
  /** What an article that names the person says of the event. */
  readonly quote: Quote | null;
}

export interface UncountedPage {
  readonly total: number;
  /** How many articles were looked at, the newest of `articles` that name the person. */
  readonly looked: number;
  readonly articles: number;
  /** Newest first, undated last. */
  readonly events: readonly Uncounted[];
}

const CountRow = z.object({ articles: z.number() });
const EventRow = z.object({
  event: z.string(),
  date: z.string().nullable(),
  evidence: z.array(z.string()),
});
const IdRow = z.object({ event: z.string() });

/** Events beside a person, the first `take` of them; none for what is no person. */
export async function uncountedEvents(store: GraphStore, id: string, take: number): Promise<UncountedPage> {
  if (kindOfId(id) !== 'Person') return { total: 0, looked: 0, articles: 0, events: [] };
  const [counted, reported] = await Promise.all([
    store.read({
      cypher: 'MATCH (f:Entity {id: $id})<-[:MENTIONS]-(a:Entity) RETURN count(DISTINCT a) AS articles',
      params: { id },
      row: CountRow,
    }),
    store.read({
      cypher: `MATCH (f:Entity {id: $id})<-[:MENTIONS]-(a:Entity)
WITH DISTINCT a, coalesce(a.publishedOn, '') AS day ORDER BY day DESC LIMIT $looked
MATCH (a)<-[r:REPORTED_IN]-(e:Entity)
RETURN e.id AS event, e.dateFrom AS date, coalesce(r.evidence, []) AS evidence, coalesce(e.dateFrom, '') AS first
ORDER BY first DESC, event`,
      params: { id, looked: LOOKED_AT },
      row: EventRow,
    }),
  ]);
  const articles = counted[0]?.articles ?? 0;
  const byEvent = groupBy(reported, ({ event }) => event);
  const own = await store.read({
    cypher: `${fromEvents(rolesOf(id))} RETURN DISTINCT event`,
    params: { id, events: [...byEvent.keys()] },
    row: IdRow,
  });
  const counts = new Set(own.map(({ event }) => event));
  const left = [...byEvent].filter(([event]) => !counts.has(event));
  const listed = left.slice(0, take);
  const refs = new Map(
    listed.map(([event, rows]) => [
      event,
      firstRef(
        rows.flatMap(({ evidence }) => evidence),
        new Map(),
      ),
    ]),
  );
  const [named, quotes] = await Promise.all([
    namedNodes(store, [...refs.keys()]),
    quotesByRef(store, [...refs.values()]),
  ]);
  return {
    total: left.length,
    looked: Math.min(LOOKED_AT, articles),
    articles,
    events: listed.flatMap(([event, rows]): Uncounted[] => {
      const node = named.get(event);
      return node
        ? [{ event: node, date: rows[0]?.date ?? null, quote: quotes.get(refs.get(event) ?? '') ?? null }]
        : [];
    }),
  };
}
