/** How much speaks for two profiles of one day telling of one event: a sum of points, each with what it was read from. */
import { isSameMeeting } from '../events/merge.ts';
import { relatePlaces } from './places.ts';
import type { EventProfile } from './types.ts';

/** Points. From `JOIN` on, two profiles are one event; what is in `AGAINST` alone outweighs any single reason. */
export const EVENT_POINTS = {
  'event.same-name': 3,
  'event.like-name': 2,
  'event.chair': 2,
  'event.people': 1.5,
  'event.person': 0.5,
  'event.lead': 2,
  'event.organizer': 1,
  'event.other-organizer': -1.5,
  'event.program': 0.5,
  'event.narrow-place': 1,
  'event.wide-place': 0,
  'event.other-place': -4,
  'event.other-chair': -3,
  'event.other-type': -4,
  'event.one-article': -4,
} as const;
export type EventFeature = keyof typeof EVENT_POINTS;

/** Two of the strong reasons, or one and a half: a chair and a like name; the same people at one place; a name that holds the other and a place. */
const EVENT_JOIN = 3;

/** People from whom two events have the same company. */
const COMPANY = 2;
/** Below this level a common place says something: everything is in the province. */
const NARROW = 2;
/** Names below this length (座谈会, 汇报会) are those of many events of a day. */
const TELLING_NAME = 6;
/** From this length on a name that stands whole in another one is the same: 平安浙江建设工作会议. */
const HELD_NAME = 8;

export interface EventReason {
  readonly feature: EventFeature;
  readonly weight: number;
  readonly detail: string;
}

export interface EventScore {
  readonly total: number;
  readonly reasons: readonly EventReason[];
}

/** A profile with what every comparison asks of it. */
export interface Comparable
  extends Pick<EventProfile, 'article' | 'name' | 'type' | 'places' | 'programs' | 'organizers'> {
  /** The name and the aliases. */
  readonly names: readonly string[];
  /** Those of them that are long enough to tell the event from others of its day. */
  readonly telling: readonly string[];
  readonly chairs: readonly string[];
  readonly people: readonly string[];
}

/** A profile with what each comparison needs of it, worked out once. */
export function comparable(profile: EventProfile): Comparable {
  const { article, name, aliases, type, places, programs, organizers, roles } = profile;
  const names = [name, ...aliases];
  return {
    article,
    name,
    type,
    places,
    programs,
    organizers,
    names,
    telling: names.filter(({ length }) => length >= TELLING_NAME),
    chairs: roles.flatMap(({ role, person }) => (role === 'chaired' ? [person] : [])),
    people: roles.map(({ person }) => person),
  };
}

/** Compares two profiles of one block. Symmetric. */
export function scoreEvents(a: Comparable, b: Comparable): EventScore {
  return withNames(a, b, circumstances(a, b));
}

/** The same where the sum reaches `EVENT_JOIN`; null elsewhere, mostly found out without comparing the names, which takes longest. */
export function linkOf(a: Comparable, b: Comparable): EventScore | null {
  const reasons = circumstances(a, b);
  if (sumOf(reasons) + EVENT_POINTS['event.same-name'] < EVENT_JOIN) return null;
  const score = withNames(a, b, reasons);
  return score.total >= EVENT_JOIN ? score : null;
}

function withNames(a: Comparable, b: Comparable, reasons: readonly EventReason[]): EventScore {
  const feature = nameFeature(a, b);
  if (feature === null) return { total: sumOf(reasons), reasons };
  const named = [{ feature, weight: EVENT_POINTS[feature], detail: [a.name, b.name].sort().join('、') }, ...reasons];
  return { total: sumOf(named), reasons: named };
}

function sumOf(reasons: readonly EventReason[]): number {
  return reasons.reduce((sum, { weight }) => sum + weight, 0);
}

/** All but the names. */
function circumstances(a: Comparable, b: Comparable): readonly EventReason[] {
  const reasons: EventReason[] = [];
  if (!areCompatible(a.type, b.type)) add(reasons, 'event.other-type', [a.type, b.type].sort().join('、'));
  // One article names two events on purpose.
  if (a.article === b.article) add(reasons, 'event.one-article', '');
  addPeople(a, b, reasons);
  addPlaces(a, b, reasons);
  const organizer = common(a.organizers, b.organizers);
  if (organizer.length > 0) add(reasons, 'event.organizer', organizer[0] as string);
  else if (a.organizers.length > 0 && b.organizers.length > 0)
    add(reasons, 'event.other-organizer', [...a.organizers, ...b.organizers].sort().join('、'));
  const program = common(a.programs, b.programs);
  if (program.length > 0) add(reasons, 'event.program', program[0] as string);
  return reasons;
}

function add(reasons: EventReason[], feature: EventFeature, detail: string): void {
  reasons.push({ feature, weight: EVENT_POINTS[feature], detail });
}

function nameFeature({ telling: left }: Comparable, { telling: right }: Comparable): EventFeature | null {
  if (left.some((x) => right.some((y) => holds(x, y) || holds(y, x)))) return 'event.same-name';
  return left.some((x) => right.some((y) => isSameMeeting(x, y))) ? 'event.like-name' : null;
}

/** One name is the other, or holds it whole and it tells enough. */
function holds(longer: string, shorter: string): boolean {
  return longer === shorter || (shorter.length >= HELD_NAME && longer.includes(shorter));
}

/** An interview may be told as a visit, a launch as a meeting; 'other' is what extraction could not name. */
const CEREMONIAL = new Set(['meeting', 'ceremony', 'training', 'lecture']);

function areCompatible(a: string, b: string): boolean {
  return a === b || a === 'other' || b === 'other' || (CEREMONIAL.has(a) && CEREMONIAL.has(b));
}

function addPeople(a: Comparable, b: Comparable, reasons: EventReason[]): void {
  const chair = common(a.chairs, b.chairs);
  if (chair.length > 0) add(reasons, 'event.chair', chair[0] as string);
  else if (a.chairs.length > 0 && b.chairs.length > 0)
    add(reasons, 'event.other-chair', [...a.chairs, ...b.chairs].sort().join('、'));
  const both = common(a.people, b.people).filter((person) => !chair.includes(person));
  // 王昌荣在湖州调研 and 王昌荣赴湖州市专题调研…: who is in both names leads it.
  const lead = both.find((person) => [a, b].every(({ names }) => names.some((name) => name.includes(person))));
  if (lead) add(reasons, 'event.lead', lead);
  const shared = both.filter((person) => person !== lead);
  if (shared.length >= COMPANY) add(reasons, 'event.people', shared.slice(0, COMPANY).join('、'));
  else if (shared.length > 0) add(reasons, 'event.person', shared[0] as string);
}

function addPlaces(a: Comparable, b: Comparable, reasons: EventReason[]): void {
  if (a.places.length === 0 || b.places.length === 0) return;
  let best: EventFeature = 'event.other-place';
  let detail = '';
  for (const x of a.places)
    for (const y of b.places) {
      const { kind, level } = relatePlaces(x, y);
      if (kind === 'apart') continue;
      const feature = level >= NARROW ? 'event.narrow-place' : 'event.wide-place';
      if (best === 'event.other-place' || EVENT_POINTS[feature] > EVENT_POINTS[best])
        [best, detail] = [feature, [x, y].sort().join('、')];
    }
  add(reasons, best, detail || `${a.places[0]}、${b.places[0]}`);
}

function common(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length === 0 || b.length === 0) return [];
  const both = a.filter((one) => b.includes(one));
  return both.length < 2 ? both : [...new Set(both)].sort();
}
