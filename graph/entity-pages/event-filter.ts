/** Choosing among events by role, company, place and program, and counting what there is to choose. Nothing here reads the graph. */
import type { RelationType } from '../model.ts';
import type { EventLink } from './event-links.ts';

export interface EventFilter {
  readonly role: RelationType | null;
  /** Id of a person who was there too. */
  readonly with: string | null;
  /** Id of a place: events there or in a place within it. */
  readonly where: string | null;
  /** Id of a program. */
  readonly about: string | null;
}

/** One thing to choose, how many events it leaves, and the latest of them. */
export interface Choice {
  readonly id: string;
  readonly events: number;
  readonly latest: string;
}

export interface Choices {
  readonly roles: ReadonlyMap<RelationType, number>;
  readonly with: readonly Choice[];
  readonly where: readonly Choice[];
  readonly about: readonly Choice[];
}

type Field = keyof EventFilter;

const TESTS: { readonly [F in Field]: (event: EventLink, wanted: NonNullable<EventFilter[F]>) => boolean } = {
  role: ({ roles }, role) => roles.includes(role),
  with: ({ people }, person) => people.some(({ id }) => id === person),
  where: ({ places }, place) => places.some((id) => isWithin(id, place)),
  about: ({ programs }, program) => programs.includes(program),
};

/** Whether a place is another one or lies in it: the id of a place is its path. */
export function isWithin(place: string, whole: string): boolean {
  return place === whole || place.startsWith(`${whole}/`);
}

/** The events that fit every field that is set; `but` leaves one field out of account. */
export function chosenEvents(events: readonly EventLink[], filter: EventFilter, but?: Field): readonly EventLink[] {
  const fits = <F extends Field>(event: EventLink, field: F): boolean => {
    const wanted = filter[field];
    return wanted === null || field === but || TESTS[field](event, wanted);
  };
  return events.filter((event) => (Object.keys(TESTS) as Field[]).every((field) => fits(event, field)));
}

/** What each field offers under the other fields, the most events first. The events come newest first. */
export function choicesAmong(events: readonly EventLink[], filter: EventFilter): Choices {
  const offered = (field: Field, idsOf: (event: EventLink) => readonly string[]): readonly Choice[] =>
    tally(chosenEvents(events, filter, field), idsOf);
  const places = new Set(events.flatMap((event) => event.places));
  const roles = new Map<RelationType, number>();
  for (const event of chosenEvents(events, filter, 'role'))
    for (const role of event.roles) roles.set(role, (roles.get(role) ?? 0) + 1);
  return {
    roles,
    with: offered('with', ({ people }) => people.map(({ id }) => id)),
    // A place that is named itself also stands for those within it, so that its number is what choosing it leaves.
    where: offered('where', (event) => event.places.flatMap((place) => wholesOf(place).filter((id) => places.has(id)))),
    about: offered('about', ({ programs }) => programs),
  };
}

/** A place and all that it lies in, by the path that its id is. */
function wholesOf(place: string): readonly string[] {
  const [kind, ...parts] = place.split('/');
  return parts.map((_, index) => [kind, ...parts.slice(0, index + 1)].join('/'));
}

function tally(events: readonly EventLink[], idsOf: (event: EventLink) => readonly string[]): readonly Choice[] {
  const found = new Map<string, Choice>();
  for (const event of events)
    for (const id of new Set(idsOf(event))) {
      const before = found.get(id);
      found.set(id, before ? { ...before, events: before.events + 1 } : { id, events: 1, latest: event.id });
    }
  return [...found.values()].sort((one, other) => other.events - one.events || (one.id < other.id ? -1 : 1));
}
