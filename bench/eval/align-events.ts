/** Which extracted event is which annotated one: an event has no name that two readers would write alike. */
import type { Entity, FactType } from '../../ingest/contract.ts';
import type { GoldEvent } from './gold.ts';
import { likeness, pathOf } from './names.ts';
import type { FoundFact, Scene } from './scene.ts';

export type Role = GoldEvent['participants'][number]['role'];

export interface FoundEvent {
  readonly event: Entity;
  readonly date: string | null;
  readonly roles: readonly { readonly person: string; readonly role: Role; readonly found: FoundFact }[];
  readonly venues: readonly FoundFact[];
  readonly presenters: readonly FoundFact[];
  readonly organizers: readonly FoundFact[];
  readonly programs: readonly FoundFact[];
}

const ROLES: Partial<Record<FactType, Role>> = { CHAIRED: 'chaired', SPOKE_AT: 'spoke', ATTENDED: 'attended' };

/** Two events are one from this closeness on: for instance the same day and type, or the same name. */
const CLOSE = 2;
/** Sharing all participants, or the whole name, counts this many times as much as sharing day, type or place. */
const STRONG = 2;

export function eventsOf(scene: Scene): readonly FoundEvent[] {
  return scene.of('Event').map((event) => {
    const between = (type: FactType, end: 'from' | 'to') =>
      scene.facts.filter((found) => found.fact.type === type && found[end] === event);
    return {
      event,
      date: event.date?.value ?? null,
      roles: scene.facts.flatMap((found) => {
        const role = ROLES[found.fact.type];
        return role && found.to === event ? [{ person: found.from.name, role, found }] : [];
      }),
      venues: between('HELD_IN', 'from'),
      presenters: between('PRESENTED_AT', 'to'),
      organizers: between('ORGANIZED', 'to'),
      programs: between('ABOUT', 'from'),
    };
  });
}

/** Pairs annotated with found events, the closest first, each in at most one pair. */
export function alignEvents(
  gold: readonly GoldEvent[],
  found: readonly FoundEvent[],
): ReadonlyMap<GoldEvent, FoundEvent> {
  const candidates = gold
    .flatMap((annotated) => found.map((event) => ({ annotated, event, closeness: closenessOf(annotated, event) })))
    .filter(({ closeness }) => closeness >= CLOSE)
    .sort((a, b) => b.closeness - a.closeness);
  const pairs = new Map<GoldEvent, FoundEvent>();
  const taken = new Set<FoundEvent>();
  for (const { annotated, event } of candidates) {
    if (pairs.has(annotated) || taken.has(event)) continue;
    pairs.set(annotated, event);
    taken.add(event);
  }
  return pairs;
}

function closenessOf(gold: GoldEvent, { event, date, roles, venues }: FoundEvent): number {
  const sameDate = gold.date !== null && gold.date === date;
  const paths = venues.map(({ to }) => pathOf(to));
  const samePlace = gold.places.some((names) => names.some((path) => paths.includes(path)));
  const annotated = new Set(gold.participants.map(({ person }) => person));
  const present = new Set(roles.map(({ person }) => person));
  const shared = [...annotated].filter((person) => present.has(person)).length;
  const all = new Set([...annotated, ...present]).size;
  const name = Math.max(0, ...gold.names.map((candidate) => likeness(candidate, event.name)));
  const counts = Number(sameDate) + Number(gold.type === event.type) + Number(samePlace);
  return counts + (all === 0 ? 0 : (STRONG * shared) / all) + STRONG * name;
}
