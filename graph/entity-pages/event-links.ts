/** The events that an entity had a part in, with what surrounds each of them: what the filters of its page choose from. */
import { z } from 'zod';
import { groupBy } from '../group-by.ts';
import { RelationType } from '../model.ts';
import type { Reader } from '../store.ts';
import { rolesOf, toEvents } from './event-roles.ts';

/** Events read at once, the newest: more than one person has, fewer than all of a province. */
export const MOST_EVENTS = 1_000;

/** First and last year asked for, both included; null where it is open. */
export interface Years {
  readonly from: number | null;
  readonly to: number | null;
}

/** One part that the entity has in an event. */
export interface Part {
  readonly role: RelationType;
  /** Key of the relation. */
  readonly key: string;
  /** How many sentences state it. */
  readonly evidence: number;
}

export interface Companion {
  readonly id: string;
  readonly role: RelationType;
}

export interface EventLink {
  readonly id: string;
  /** The last day it may have been, cut to what is known; empty where nothing is. */
  readonly day: string;
  readonly parts: readonly Part[];
  readonly places: readonly string[];
  readonly programs: readonly string[];
  /** Other people with a role in it; one of two roles stands twice. */
  readonly people: readonly Companion[];
}

export interface EventLinks {
  /** Newest first, undated last. */
  readonly events: readonly EventLink[];
  /** Whether there are more than `MOST_EVENTS` within the years. */
  readonly isCut: boolean;
}

const PartRow = z.object({
  id: z.string(),
  day: z.string(),
  role: RelationType,
  key: z.string(),
  evidence: z.number(),
});
const AroundRow = z.object({ event: z.string(), type: RelationType, id: z.string() });
const YearRow = z.object({ year: z.string(), events: z.number() });

const AROUND: readonly RelationType[] = ['HELD_IN', 'ABOUT', 'CHAIRED', 'SPOKE_AT', 'ATTENDED'];

/** Before every year that is asked for, and after: dates are compared as texts. */
const [BEFORE_ALL, AFTER_ALL] = ['', '~'];

/** The newest events of an entity within these years; undated ones only where no year is asked for. */
export async function eventLinks(store: Reader, id: string, years: Years): Promise<EventLinks> {
  const roles = rolesOf(id);
  if (roles.length === 0) return { events: [], isCut: false };
  // One more row than can be of use: an event may stand in as many rows as there are roles.
  const most = MOST_EVENTS * roles.length + 1;
  const rows = await store.read({
    cypher: `MATCH ${toEvents(roles)}
WHERE coalesce(e.dateTo, e.dateFrom, '') >= $from AND coalesce(e.dateFrom, '') < $before
RETURN e.id AS id, coalesce(e.dateTo, e.dateFrom, '') AS day, type(r) AS role, r.key AS key,
  size(coalesce(r.evidence, [])) AS evidence ORDER BY day DESC, id, key LIMIT $most`,
    params: {
      id,
      from: years.from === null ? BEFORE_ALL : String(years.from),
      before: years.to === null ? AFTER_ALL : String(years.to + 1),
      most,
    },
    row: PartRow,
  });
  const all = [...groupBy(rows, (row) => row.id)];
  const kept = all.slice(0, MOST_EVENTS);
  const around = groupBy(
    await aroundEvents(
      store,
      kept.map(([event]) => event),
      id,
    ),
    ({ event }) => event,
  );
  const events = kept.map(([event, parts]): EventLink => {
    const beside = around.get(event) ?? [];
    const of = (type: RelationType) => beside.flatMap((row) => (row.type === type ? [row.id] : []));
    return {
      id: event,
      day: parts[0]?.day ?? '',
      parts: parts
        .map(({ role, key, evidence }) => ({ role, key, evidence }))
        .sort((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role)),
      places: of('HELD_IN'),
      programs: of('ABOUT'),
      people: beside.flatMap(({ type, id: person }) =>
        type === 'HELD_IN' || type === 'ABOUT' ? [] : [{ id: person, role: type }],
      ),
    };
  });
  return { events, isCut: all.length > MOST_EVENTS };
}

/** How many events an entity has a part in, each once. */
export async function countEvents(store: Reader, id: string): Promise<number> {
  const roles = rolesOf(id);
  if (roles.length === 0) return 0;
  const rows = await store.read({
    cypher: `MATCH ${toEvents(roles)} RETURN count(DISTINCT e) AS events`,
    params: { id },
    row: z.object({ events: z.number() }),
  });
  return rows[0]?.events ?? 0;
}

/** How many events an entity has in each year, by the first day they may have been; undated ones under an empty year. */
export async function eventYears(store: Reader, id: string): Promise<ReadonlyMap<string, number>> {
  const roles = rolesOf(id);
  if (roles.length === 0) return new Map();
  const rows = await store.read({
    cypher: `MATCH ${toEvents(roles)}
RETURN left(coalesce(e.dateFrom, ''), 4) AS year, count(DISTINCT e.id) AS events ORDER BY year`,
    params: { id },
    row: YearRow,
  });
  return new Map(rows.map(({ year, events }) => [year, events]));
}

async function aroundEvents(
  store: Reader,
  events: readonly string[],
  without: string,
): Promise<readonly z.infer<typeof AroundRow>[]> {
  if (events.length === 0) return [];
  return store.read({
    cypher: `UNWIND $events AS event MATCH (e:Entity {id: event})-[r:${AROUND.join('|')}]-(x:Entity)
WHERE x.id <> $without RETURN event, type(r) AS type, x.id AS id ORDER BY event, type, id`,
    params: { events, without },
    row: AroundRow,
  });
}
