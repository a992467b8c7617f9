/** Which pages are asked for: those of the graph that have as much on them as a row of the table says. */
import { z } from 'zod';
import type { GraphStore } from '../../graph/store.ts';

/** Ids. */
export interface PageCases {
  /** Those with about `EVENTS` events, and those with the most. */
  readonly busyPeople: readonly string[];
  readonly busiestPeople: readonly string[];
  readonly provinces: readonly string[];
  readonly cities: readonly string[];
  /** Those with most posts in them. */
  readonly bodies: readonly string[];
  /** People with a post that one holds alone, in the body that has most posts. */
  readonly holders: readonly string[];
  /** With about so many claims: `FEW` and `MANY`. */
  readonly smallPrograms: readonly string[];
  readonly largePrograms: readonly string[];
  readonly events: readonly string[];
}

/** Events of a person whom a paper names every other day for years; more than any has. */
export const EVENTS = 1_000;
const ALL = 1_000_000_000;
/** Claims of a program of the annotated pages, and of one that a paper wrote about for years. */
export const FEW = 25;
export const MANY = 300;
/** Different pages of a row, and of one whose pages are rare. */
const CASES = 20;
const FEWER_CASES = 5;
/** Of this title there are many holders in one body of a made graph, though one person holds it alone. */
const SOLE_POST = '局长';

/** What looks over the whole graph takes its time. */
const SLOW = { timeoutMs: 600_000 } as const;
const IdRow = z.object({ id: z.string() });

export async function findCases(store: GraphStore): Promise<PageCases> {
  const ids = async (
    cypher: string,
    more: Readonly<Record<string, string | number>> = {},
  ): Promise<readonly string[]> => {
    const rows = await store.read({ cypher, params: { cases: CASES, ...more }, row: IdRow }, SLOW);
    return rows.map(({ id }) => id);
  };
  const places = (level: string) =>
    ids(
      `MATCH (p:Place)<-[r:MENTIONS]-(a:Article) WHERE p.level = $level WITH p.id AS id, count(r) AS articles
RETURN id, articles ORDER BY articles DESC, id LIMIT $cases`,
      { level },
    );
  const people = (events: number) =>
    ids(
      `MATCH (p:Person)-[r:CHAIRED|SPOKE_AT|ATTENDED]->(e:Event) WITH p.id AS id, count(r) AS events
RETURN id, abs(events - $events) AS off ORDER BY off, id LIMIT $cases`,
      { events },
    );
  const claims = await claimsOfPrograms(store);
  const programs = (wanted: number) =>
    [...claims]
      .sort(([a, x], [b, y]) => Math.abs(x - wanted) - Math.abs(y - wanted) || (a < b ? -1 : 1))
      .slice(0, CASES)
      .map(([id]) => id);
  const bodies = await ids(
    'MATCH (b:Organization)<-[r:HOLDS]-(p:Person) WITH b.id AS id, count(r) AS posts RETURN id, posts ORDER BY posts DESC, id LIMIT $cases',
  );
  return {
    busyPeople: await people(EVENTS),
    busiestPeople: (await people(ALL)).slice(0, FEWER_CASES),
    provinces: (await places('province')).slice(0, FEWER_CASES),
    cities: await places('city'),
    bodies,
    holders: await ids(
      `MATCH (b:Entity {id: $body})<-[r:HOLDS]-(p:Person) WHERE r.title = $title
RETURN DISTINCT p.id AS id ORDER BY id LIMIT $cases`,
      { body: bodies[0] ?? '', title: SOLE_POST },
    ),
    smallPrograms: programs(FEW),
    largePrograms: programs(MANY).slice(0, FEWER_CASES),
    events: await ids('MATCH (e:Event) WHERE e.dateFrom >= $day RETURN e.id AS id ORDER BY id LIMIT $cases', {
      day: '2019-12',
    }),
  };
}

/** Launches, and presentations at meetings that are about it, by program. */
async function claimsOfPrograms(store: GraphStore): Promise<ReadonlyMap<string, number>> {
  const claims = new Map<string, number>();
  for (const match of [
    'MATCH (g:Program)-[r:LAUNCHED_IN]->(p:Place)',
    'MATCH (g:Program)<-[:ABOUT]-(e:Event)<-[r:PRESENTED_AT]-(o:Organization)',
  ]) {
    const rows = await store.read(
      { cypher: `${match} RETURN g.id AS id, count(r) AS claims`, row: IdRow.extend({ claims: z.number() }) },
      SLOW,
    );
    for (const { id, claims: more } of rows) claims.set(id, (claims.get(id) ?? 0) + more);
  }
  return claims;
}
