/** What cannot both be so: found among facts, shown with all sides, and never settled here. Nothing in this file reads the graph. */
import { firstDay, lastDay } from '../export/format.ts';
import { groupBy } from '../group-by.ts';
import { isWithin } from './event-filter.ts';
import { heldAlone } from './exclusive-posts.ts';

export interface HeldPost {
  readonly key: string;
  readonly person: string;
  readonly body: string;
  readonly bodyName: string;
  readonly title: string;
  /** First and last day of printing, cut to what is known. */
  readonly from: string;
  readonly to: string;
}

export interface HeldIn {
  readonly key: string;
  readonly event: string;
  readonly type: string;
  readonly place: string;
}

export interface Reported {
  readonly key: string;
  readonly event: string;
  readonly date: string;
  readonly article: string;
  readonly printedOn: string;
}

/**
 * That a program is in a place: `stage` origin says that it began there. Days cut to what is known; null without a stated date.
 * One relation comes once for each date that its sentences give.
 */
export interface Launched {
  readonly key: string;
  readonly program: string;
  readonly place: string;
  readonly stage: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** A relation, and the date by which it contradicts where its sentences give several. */
export interface Side {
  readonly key: string;
  readonly date: string | null;
}

const CONFLICT_KINDS = ['post', 'places', 'date', 'launch'] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** Facts that cannot all be so. */
export interface FoundConflict {
  /** From its content: kind, and keys of its sides. */
  readonly id: string;
  readonly kind: ConflictKind;
  /** The relations that contradict each other, sorted; one may contradict itself by two dates. */
  readonly sides: readonly Side[];
  /** The body, the event or the program that they are about. */
  readonly about: string;
  /** Of a post: how it is called, why it is held by one alone, and the days on which both were seen to hold it. */
  readonly post: { readonly name: string; readonly reason: { readonly zh: string; readonly en: string } } | null;
  readonly from: string;
  readonly to: string;
}

/** Events that are in one place; who inspects or operates may go from place to place. */
const STAYS: readonly string[] = ['meeting', 'lecture', 'training', 'ceremony', 'interview', 'incident'];

/** Posts that one person at a time holds and that several were seen to hold at one time. */
export function postConflicts(posts: readonly HeldPost[]): readonly FoundConflict[] {
  const alone = posts.flatMap((held) => {
    const found = heldAlone(held.title, held.bodyName);
    const isOfTime = found && (found.post.since === null || Number(held.from.slice(0, 4)) >= found.post.since);
    return found && isOfTime ? [{ held, name: found.name, reason: found.post.reason }] : [];
  });
  return [...groupBy(alone, ({ held, name }) => `${held.body} ${name}`).values()].flatMap((group) => {
    const [{ name, reason, held: first }] = group as [(typeof group)[number]];
    return clashes(group.map(({ held }) => held)).map((cluster): FoundConflict => {
      const seen = overlapOf(cluster);
      return conflict(
        'post',
        cluster.map(({ key }) => key),
        first.body,
        { post: { name, reason }, ...seen },
      );
    });
  });
}

/** Events that stay in one place and are said to be in several, of which none holds the other. */
export function placeConflicts(held: readonly HeldIn[]): readonly FoundConflict[] {
  return [...groupBy(held, ({ event }) => event)].flatMap(([event, all]) => {
    if (!all.every(({ type }) => STAYS.includes(type))) return [];
    const narrow = all.filter(({ place }) =>
      all.every((other) => other.place === place || !isWithin(other.place, place)),
    );
    if (new Set(narrow.map(({ place }) => place)).size < 2) return [];
    return [
      conflict(
        'places',
        narrow.map(({ key }) => key),
        event,
        { post: null, from: '', to: '' },
      ),
    ];
  });
}

/** Events that were reported before the first day that they may have been. */
export function dateConflicts(reports: readonly Reported[]): readonly FoundConflict[] {
  const early = reports.filter(({ date, printedOn }) => lastDay(printedOn) < firstDay(date));
  return [...groupBy(early, ({ event }) => event)].map(([event, all]) => {
    const from = all.map(({ printedOn }) => printedOn).sort()[0] ?? '';
    return conflict(
      'date',
      all.map(({ key }) => key),
      event,
      { post: null, from, to: all[0]?.date ?? '' },
    );
  });
}

/**
 * Programs that are said to have begun in several places, of which none holds the other, or at times that cannot both be: to have been in
 * practice somewhere before they began. Such times stand in `from` and `to`; without them it is the places.
 */
export function launchConflicts(launched: readonly Launched[]): readonly FoundConflict[] {
  return [...groupBy(launched, ({ program }) => program)].flatMap(([program, all]) => {
    const origins = all.filter(({ stage }) => stage === 'origin');
    const had = all.filter(({ stage }) => stage === 'origin' || stage === 'practised');
    const apart = origins.filter((one) => origins.some((other) => isElsewhere(one.place, other.place)));
    const early = had.flatMap((one) => {
      const later = origins.filter((origin) => isBefore(one, origin));
      return later.length > 0 ? [one, ...later] : [];
    });
    if (apart.length + early.length === 0) return [];
    const dated = groupBy(all, ({ key }) => key);
    const sides = [...apart, ...early].map(({ key, from }) => ({
      key,
      date: (dated.get(key)?.length ?? 0) > 1 ? from : null,
    }));
    const days = early.flatMap(({ from }) => from ?? []).sort();
    return [conflict('launch', sides, program, { post: null, from: days[0] ?? '', to: days.at(-1) ?? '' })];
  });
}

/** Whether neither place lies in the other. */
function isElsewhere(one: string, other: string): boolean {
  return !isWithin(one, other) && !isWithin(other, one);
}

/** Whether the one was surely so before the other began. */
function isBefore(one: Launched, other: Launched): boolean {
  if (one.from === null || other.from === null) return false;
  return lastDay(one.to ?? one.from) < firstDay(other.from);
}

function conflict(
  kind: ConflictKind,
  given: readonly (string | Side)[],
  about: string,
  rest: Pick<FoundConflict, 'post' | 'from' | 'to'>,
): FoundConflict {
  const named = new Map(
    given.map((one) => {
      const side = typeof one === 'string' ? { key: one, date: null } : one;
      return [side.date === null ? side.key : `${side.key}@${side.date}`, side];
    }),
  );
  const sides = [...named].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    id: `${kind} ${sides.map(([name]) => name).join(' ')}`,
    kind,
    sides: sides.map(([, side]) => side),
    about,
    ...rest,
  };
}

/** A post with the days that it was certainly seen from and to, worked out once: a body may have a thousand holders. */
interface Seen {
  readonly held: HeldPost;
  readonly from: string;
  readonly to: string;
}

/** Whether both were certainly seen to hold it at one time, however the days within a month or year fell. */
function overlaps(one: Seen, other: Seen): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** Holders of one post that overlap, each with at least one other person of the same group. */
function clashes(posts: readonly HeldPost[]): readonly (readonly HeldPost[])[] {
  const groups: Seen[][] = [];
  const order = [...posts].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.key < b.key ? -1 : 1));
  for (const held of order) {
    const seen = { held, from: lastDay(held.from), to: firstDay(held.to) };
    const group = groups.find((members) =>
      members.some((member) => member.held.person !== held.person && overlaps(member, seen)),
    );
    if (group) group.push(seen);
    else groups.push([seen]);
  }
  return groups.filter((members) => members.length > 1).map((members) => members.map(({ held }) => held));
}

/** The days that the first two of a group share. */
function overlapOf(cluster: readonly HeldPost[]): { readonly from: string; readonly to: string } {
  const starts = cluster.map(({ from }) => from).sort();
  const ends = cluster.map(({ to }) => to).sort();
  return { from: starts[1] ?? '', to: ends.at(-2) ?? '' };
}
