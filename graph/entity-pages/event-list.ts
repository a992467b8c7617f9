/** A page of an entity's events: those that fit the filters, newest first, each with the sentences that state its part in it. */
import { z } from 'zod';
import { briefsOf, type NodeBrief } from '../brief.ts';
import { compare } from '../compare.ts';
import { type Quote, quotesOf } from '../evidence.ts';
import { groupBy } from '../group-by.ts';
import { formatEvidence, parseEvidence } from '../model.ts';
import { RelationType } from '../shapes.ts';
import type { GraphStore } from '../store.ts';
import { type Choice, type Choices, choicesAmong, chosenEvents, type EventFilter } from './event-filter.ts';
import { type EventLink, eventLinks, eventYears, type Years, yearsAmong } from './event-links.ts';
import { fromEvents, rolesOf } from './event-roles.ts';
import { type NamedNode, namedNodes } from './named.ts';

/** Choices that a filter lists; of the rest it says how many there are. */
const LISTED_CHOICES = 40;
/** People that a row names; of the rest it says how many there are. */
const NAMED_PEOPLE = 8;

export interface EventsQuery extends EventFilter, Years {
  readonly id: string;
  readonly skip: number;
  readonly take: number;
}

/** One part that the entity has in an event. */
export interface EventPart {
  readonly role: RelationType;
  /** Key of the relation. */
  readonly key: string;
  /** How many sentences state it. */
  readonly evidence: number;
  /** The first sentence in the earliest paper that states it. */
  readonly quote: Quote | null;
}

export interface EventRow {
  readonly node: NodeBrief;
  /** How the date is known (`printed`, `context` …), or null. */
  readonly dateBasis: string | null;
  readonly parts: readonly EventPart[];
  readonly places: readonly NamedNode[];
  readonly programs: readonly NamedNode[];
  readonly people: readonly (NamedNode & { readonly roles: readonly RelationType[] })[];
  /** How many other people there are in all. */
  readonly company: number;
  /** Articles that report it, the earliest first. */
  readonly articles: readonly { readonly id: string; readonly title: string; readonly date: string | null }[];
}

export interface NamedChoice {
  readonly node: NamedNode;
  readonly events: number;
  readonly latest: NamedNode | null;
}

export interface ChoiceList {
  readonly total: number;
  readonly listed: readonly NamedChoice[];
}

export interface EventsPage {
  /** All events of the entity. */
  readonly total: number;
  /** Those that fit. */
  readonly fitting: number;
  /** Where there are more than are read at once: how many of the newest were looked at. */
  readonly looked: number | null;
  readonly roles: readonly { readonly role: RelationType; readonly events: number }[];
  /** Years with events; those without a date are counted under null. */
  readonly years: readonly { readonly year: number | null; readonly events: number }[];
  readonly with: ChoiceList;
  readonly where: ChoiceList;
  readonly about: ChoiceList;
  readonly events: readonly EventRow[];
}

const PartRow = z.object({
  event: z.string(),
  basis: z.string().nullable(),
  role: RelationType,
  key: z.string(),
  evidence: z.array(z.string()),
});
const ReportRow = z.object({
  event: z.string(),
  id: z.string(),
  title: z.string().nullable(),
  date: z.string().nullable(),
});

/** The events that fit, with what else could be chosen. */
export async function eventsPage(store: GraphStore, query: EventsQuery): Promise<EventsPage> {
  const { events, isCut } = await eventLinks(store, query.id, query);
  const isAll = !isCut && query.from === null && query.to === null;
  const fitting = chosenEvents(events, query);
  const page = fitting.slice(query.skip, query.skip + query.take);
  const choices = choicesAmong(events, query);
  const [rows, named, years] = await Promise.all([
    eventRows(store, query.id, page),
    choiceNames(store, choices),
    isAll ? yearsAmong(events) : eventYears(store, query.id),
  ]);
  const listOf = (all: readonly Choice[]): ChoiceList => ({ total: all.length, listed: listed(all, named) });
  return {
    total: [...years.values()].reduce((sum, count) => sum + count, 0),
    fitting: fitting.length,
    looked: isCut ? events.length : null,
    roles: rolesOf(query.id).map((role) => ({ role, events: choices.roles.get(role) ?? 0 })),
    years: [...years].map(([year, count]) => ({ year: year === '' ? null : Number(year), events: count })),
    with: listOf(choices.with),
    where: listOf(choices.where),
    about: listOf(choices.about),
    events: rows,
  };
}

async function choiceNames(store: GraphStore, choices: Choices): Promise<ReadonlyMap<string, NamedNode>> {
  const offered = [choices.with, choices.where, choices.about].flatMap((all) => all.slice(0, LISTED_CHOICES));
  return namedNodes(
    store,
    offered.flatMap(({ id, latest }) => [id, latest]),
  );
}

function listed(all: readonly Choice[], named: ReadonlyMap<string, NamedNode>): readonly NamedChoice[] {
  return all.slice(0, LISTED_CHOICES).flatMap(({ id, events, latest }) => {
    const node = named.get(id);
    return node ? [{ node, events, latest: named.get(latest) ?? null }] : [];
  });
}

/** The rows of a page, in the order of the links. */
export async function eventRows(
  store: GraphStore,
  id: string,
  links: readonly EventLink[],
): Promise<readonly EventRow[]> {
  if (links.length === 0) return [];
  const ids = links.map((link) => link.id);
  const [briefs, reports, stated, named] = await Promise.all([
    briefsOf(store, ids),
    reportsOf(store, ids),
    store.read({
      cypher: `${fromEvents(rolesOf(id))}
RETURN event, e.dateBasis AS basis, type(r) AS role, r.key AS key, coalesce(r.evidence, []) AS evidence ORDER BY event, key`,
      params: { id, events: ids },
      row: PartRow,
    }),
    namedNodes(
      store,
      links.flatMap(({ places, programs, people }) => [
        ...places,
        ...programs,
        ...companyOf(people).slice(0, NAMED_PEOPLE),
      ]),
    ),
  ]);
  const byId = new Map(briefs.map((brief) => [brief.id, brief]));
  const partsOf = groupBy(stated, ({ event }) => event);
  const days = new Map(reports.map((report) => [report.id, report.date ?? '']));
  const firsts = new Map(stated.map(({ key, evidence }) => [key, firstRef(evidence, days)]));
  const quotes = await quotesByRef(store, [...firsts.values()]);
  const byEvent = groupBy(reports, ({ event }) => event);
  const nodes = (wanted: readonly string[]) => wanted.flatMap((one) => named.get(one) ?? []);
  return links.flatMap((link): EventRow[] => {
    const node = byId.get(link.id);
    if (!node) return [];
    const company = companyOf(link.people);
    const parts = partsOf.get(link.id) ?? [];
    return [
      {
        node,
        dateBasis: parts[0]?.basis ?? null,
        parts: link.roles.flatMap((role) =>
          parts
            .filter((part) => part.role === role)
            .map(({ key, evidence }) => ({
              role,
              key,
              evidence: evidence.length,
              quote: quotes.get(firsts.get(key) ?? '') ?? null,
            })),
        ),
        places: nodes(link.places),
        programs: nodes(link.programs),
        people: nodes(company.slice(0, NAMED_PEOPLE)).map((person) => ({
          ...person,
          roles: link.people.flatMap(({ id: one, role }) => (one === person.id ? [role] : [])),
        })),
        company: company.length,
        articles: (byEvent.get(link.id) ?? []).map(({ id: article, title, date }) => ({
          id: article,
          title: title ?? article,
          date,
        })),
      },
    ];
  });
}

/** Articles that report these events, the earliest paper first. */
async function reportsOf(store: GraphStore, events: readonly string[]): Promise<readonly z.infer<typeof ReportRow>[]> {
  return store.read({
    cypher: `UNWIND $events AS event MATCH (e:Entity {id: event})-[:REPORTED_IN]->(a:Entity)
RETURN event, a.id AS id, coalesce(a.title, a.name) AS title, a.publishedOn AS date, coalesce(a.publishedOn, '~') AS day
ORDER BY event, day, id`,
    params: { events },
    row: ReportRow,
  });
}

/** Of references the one in the earliest paper, and there the first; null for none. Papers of an unknown day come last. */
export function firstRef(evidence: readonly string[], days: ReadonlyMap<string, string>): string | null {
  const refs = evidence.flatMap((item) => parseEvidence(item) ?? []);
  const order = refs
    .map((ref) => ({ ref, day: days.get(ref.articleId) || '~' }))
    .sort(
      (one, other) =>
        compare(one.day, other.day) ||
        compare(one.ref.articleId, other.ref.articleId) ||
        one.ref.start - other.ref.start,
    );
  return order[0] ? formatEvidence(order[0].ref) : null;
}

/** Quotes by their reference. */
export async function quotesByRef(
  store: GraphStore,
  refs: readonly (string | null)[],
): Promise<ReadonlyMap<string, Quote>> {
  const wanted = [...new Set(refs)].flatMap((ref) => (ref === null ? [] : (parseEvidence(ref) ?? [])));
  return new Map((await quotesOf(store, wanted)).map((quote) => [quote.ref, quote]));
}

/** The people of an event, each once, those with a role of weight first. */
function companyOf(people: EventLink['people']): readonly string[] {
  const weight = rolesOf('person/');
  return [...new Set([...people].sort((a, b) => weight.indexOf(a.role) - weight.indexOf(b.role)).map(({ id }) => id))];
}
