/** What conflicts are looked for among: posts, places and days of events, and launches; around one entity, or in the whole graph. */
import { z } from 'zod';
import { ID_PREFIX, kindOfId } from '../model.ts';
import { idBatches } from '../records.ts';
import type { GraphStore, Reader } from '../store.ts';
import {
  dateConflicts,
  type FoundConflict,
  type HeldPost,
  type Launched,
  launchConflicts,
  placeConflicts,
  postConflicts,
} from './conflict-rules.ts';
import { EXCLUSIVE_POSTS } from './exclusive-posts.ts';

const HeldRow = z.object({
  key: z.string(),
  person: z.string(),
  body: z.string(),
  bodyName: z.string().nullable(),
  title: z.string(),
  from: z.string(),
  to: z.string(),
});
const PlaceRow = z.object({ key: z.string(), event: z.string(), type: z.string(), place: z.string() });
const LaunchRow = z.object({
  key: z.string(),
  program: z.string(),
  place: z.string(),
  stage: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  dates: z.array(z.string()).nullable(),
});
const ReportRow = z.object({
  key: z.string(),
  event: z.string(),
  date: z.string(),
  article: z.string(),
  printedOn: z.string(),
});

const IdRow = z.object({ id: z.string() });

const ENDINGS = EXCLUSIVE_POSTS.map(({ ending }) => ending);
const HELD = `any(ending IN $endings WHERE r.title ENDS WITH ending) AND coalesce(r.former, false) = false
  AND r.observedFrom IS NOT NULL
RETURN r.key AS key, p.id AS person, b.id AS body, b.name AS bodyName, r.title AS title, r.observedFrom AS \`from\`,
  coalesce(r.observedTo, r.observedFrom) AS \`to\``;
const IN_PLACE = `RETURN r.key AS key, e.id AS event, coalesce(e.type, 'other') AS type, l.id AS place`;
const EARLY = `e.dateFrom > a.publishedOn
RETURN r.key AS key, e.id AS event, e.dateFrom AS date, a.id AS article, a.publishedOn AS printedOn`;

/** Those that an entity is a side of. */
export async function conflictsOf(store: Reader, id: string): Promise<readonly FoundConflict[]> {
  const kind = kindOfId(id);
  if (kind === 'Event') return eventConflicts(store, [id]);
  if (kind === 'Program') return launchConflicts(await launchesOf(store, [id]));
  if (kind === 'Organization') return postConflicts(await postsIn(store, [id]));
  if (kind === 'Place') {
    const [posts, launches] = await Promise.all([postsIn(store, [id]), launchesBegunIn(store, id)]);
    return [
      ...postConflicts(posts),
      ...having(
        launchConflicts(launches),
        keysOf(launches, ({ place }) => place === id),
      ),
    ];
  }
  if (kind !== 'Person') return [];
  const bodies = await store.read({
    cypher: `MATCH (p:Entity {id: $id})-[r:HOLDS]->(b:Entity) WHERE any(ending IN $endings WHERE r.title ENDS WITH ending)
RETURN DISTINCT b.id AS id`,
    params: { id, endings: ENDINGS },
    row: IdRow,
  });
  const posts = await postsIn(
    store,
    bodies.map((body) => body.id),
  );
  return having(
    postConflicts(posts),
    keysOf(posts, ({ person }) => person === id),
  );
}

function keysOf<T extends { readonly key: string }>(
  all: readonly T[],
  isOwn: (one: T) => boolean,
): ReadonlySet<string> {
  return new Set(all.filter(isOwn).map(({ key }) => key));
}

function having(conflicts: readonly FoundConflict[], own: ReadonlySet<string>): readonly FoundConflict[] {
  return conflicts.filter(({ sides }) => sides.some(({ key }) => own.has(key)));
}

async function eventConflicts(store: Reader, events: readonly string[]): Promise<readonly FoundConflict[]> {
  const [held, reports] = await Promise.all([
    store.read({
      cypher: `UNWIND $events AS event MATCH (e:Entity {id: event})-[r:HELD_IN]->(l:Entity) ${IN_PLACE}`,
      params: { events },
      row: PlaceRow,
    }),
    store.read({
      cypher: `UNWIND $events AS event MATCH (e:Entity {id: event})-[r:REPORTED_IN]->(a:Entity) WHERE ${EARLY}`,
      params: { events },
      row: ReportRow,
    }),
  ]);
  return [...placeConflicts(held), ...dateConflicts(reports)];
}

async function postsIn(store: Reader, bodies: readonly string[]): Promise<readonly HeldPost[]> {
  if (bodies.length === 0) return [];
  const rows = await store.read({
    cypher: `UNWIND $bodies AS body MATCH (b:Entity {id: body})<-[r:HOLDS]-(p:Entity) WHERE ${HELD}`,
    params: { bodies, endings: ENDINGS },
    row: HeldRow,
  });
  return rows.map(({ bodyName, ...row }) => ({ ...row, bodyName: bodyName ?? row.body }));
}

async function launchesOf(store: Reader, programs: readonly string[]): Promise<readonly Launched[]> {
  if (programs.length === 0) return [];
  const rows = await store.read({
    cypher: `UNWIND $programs AS program MATCH (g:Entity {id: program})-[r:LAUNCHED_IN]->(p:Entity) WHERE r.stage IN ['origin', 'practised']
RETURN r.key AS key, program, p.id AS place, r.stage AS stage, r.dateFrom AS \`from\`, r.dateTo AS \`to\`, r.dates AS dates`,
    params: { programs },
    row: LaunchRow,
  });
  return rows.flatMap(({ dates, ...row }) => {
    const stated = [...new Set(dates)].filter((date) => date !== '').sort();
    return stated.length > 1 ? stated.map((from) => ({ ...row, from, to: null })) : row;
  });
}

/** All launches of the programs that are said to have begun in a place. */
async function launchesBegunIn(store: Reader, place: string): Promise<readonly Launched[]> {
  const programs = await store.read({
    cypher: `MATCH (p:Entity {id: $place})<-[r:LAUNCHED_IN]-(g:Entity) WHERE r.stage = 'origin' RETURN DISTINCT g.id AS id`,
    params: { place },
    row: IdRow,
  });
  return launchesOf(
    store,
    programs.map(({ id }) => id),
  );
}

/** Those of the whole graph, in parts small enough that an engine which does one thing at a time answers others in between. */
export async function allConflicts(store: GraphStore): Promise<readonly FoundConflict[]> {
  const found: FoundConflict[] = [];
  for (const prefix of [ID_PREFIX.Organization, ID_PREFIX.Place])
    for await (const bodies of idBatches(store, prefix)) found.push(...postConflicts(await postsIn(store, bodies)));
  for await (const events of idBatches(store, ID_PREFIX.Event)) found.push(...(await eventConflicts(store, events)));
  for await (const programs of idBatches(store, ID_PREFIX.Program))
    found.push(...launchConflicts(await launchesOf(store, programs)));
  return found;
}
