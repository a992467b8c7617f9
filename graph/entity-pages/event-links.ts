/** The events that an entity had a part in, with what surrounds each of them: what the filters of its page choose from. */
import { z } from 'zod';
import { compare } from '../compare.ts';
import { groupBy } from '../group-by.ts';
import { RelationType } from '../shapes.ts';
import type { Reader } from '../store.ts';
import { rolesOf, toEvents } from './event-roles.ts';

/** Events read at once, the newest: more than one person has, fewer than all of a province. */
const MOST_EVENTS = 1_000;

/** First and last year asked for, both included; null where it is open. */
export interface Years {
  readonly from: number | null;
  readonly to: number | null;
}

export interface Companion {
  readonly id: string;
  readonly role: RelationType;
}

export interface EventLink {
  readonly id: string;
  /** The last day it may have been, cut to what is known; empty where nothing is. */
  readonly day: string;
  /** Of the first day it may have been; empty without one. */
  readonly year: string;
  /** Those of the entity itself, the most telling first. */
  readonly roles: readonly RelationType[];
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

const LinkRow = z.object({
  event: z.string(),
  day: z.string(),
  year: z.string(),
  /** Of each relation of the event its type, and under the same number its other end. */
  types: z.array(RelationType),
  ids: z.array(z.string()),
});
const YearRow = z.object({ year: z.string(), events: z.number() });

/** Roles of people; in the order of their names, as is what was read of an event. */
const PEOPLE: readonly RelationType[] = ['ATTENDED', 'CHAIRED', 'SPOKE_AT'];
const AROUND: readonly RelationType[] = ['HELD_IN', 'ABOUT', ...PEOPLE];

/** Before every year that is asked for, and after: dates are compared as texts. */
const [BEFORE_ALL, AFTER_ALL] = ['', '~'];

/**
 * The newest events of an entity within these years; undated ones only where no year is asked for. One statement finds them and walks on to
 * what surrounds each, so that their ids are neither sent back nor looked up again: a row an event, with no more than choosing among them takes.
 */
export async function eventLinks(store: Reader, id: string, years: Years): Promise<EventLinks> {
  const roles = rolesOf(id);
  if (roles.length === 0) return { events: [], isCut: false };
  const rows = await store.read({
    cypher: `MATCH ${toEvents(roles)}
WHERE coalesce(e.dateTo, e.dateFrom, '') >= $from AND coalesce(e.dateFrom, '') < $before
WITH DISTINCT e, e.id AS event, coalesce(e.dateTo, e.dateFrom, '') AS day ORDER BY day DESC, event LIMIT $most
MATCH (e:Entity)-[near:${[...new Set([...AROUND, ...roles])].join('|')}]-(x:Entity)
RETURN event, day, left(coalesce(e.dateFrom, ''), 4) AS year, collect(type(near)) AS types, collect(x.id) AS ids`,
    params: {
      id,
      from: years.from === null ? BEFORE_ALL : String(years.from),
      before: years.to === null ? AFTER_ALL : String(years.to + 1),
      // One more than is kept tells that there are more.
      most: MOST_EVENTS + 1,
    },
    row: LinkRow,
  });
  const sorted = rows
    .map((row) => linkOf(id, roles, row))
    .sort((one, other) => compare(other.day, one.day) || compare(one.id, other.id));
  return { events: sorted.slice(0, MOST_EVENTS), isCut: sorted.length > MOST_EVENTS };
}

function linkOf(
  self: string,
  roles: readonly RelationType[],
  { event, day, year, types, ids }: z.infer<typeof LinkRow>,
): EventLink {
  const own = types.filter((_, index) => ids[index] === self);
  const of = (wanted: RelationType): readonly string[] =>
    ids.filter((id, index) => types[index] === wanted && id !== self).sort(compare);
  return {
    id: event,
    day,
    year,
    roles: roles.filter((role) => own.includes(role)),
    places: of('HELD_IN'),
    programs: of('ABOUT'),
    people: PEOPLE.flatMap((role) => of(role).map((id) => ({ id, role }))),
  };
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

/** How many of these events are of each year; of all events of an entity the same as `eventYears`. */
export function yearsAmong(events: readonly EventLink[]): ReadonlyMap<string, number> {
  const years = [...groupBy(events, ({ year }) => year)];
  return new Map(years.map(([year, own]) => [year, own.length] as const).sort(([a], [b]) => compare(a, b)));
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
