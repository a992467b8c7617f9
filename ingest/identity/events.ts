/** Which reports of a day tell of one event. A function of the set of profiles and decisions, like `persons.ts`. */
import { groupBy } from '../../graph/group-by.ts';
import { ID_PREFIX } from '../../graph/model.ts';
import { rulingsOn } from './decisions.ts';
import { distinctProfiles } from './distinct.ts';
import { type Comparable, comparable, type EventScore, linkOf, scoreEvents } from './event-score.ts';
import { groupsOf } from './groups.ts';
import type { Cluster, EventProfile, IdentityDecision, MentionRef, Resolution } from './types.ts';

/** Up to this many events of a day every pair is compared; else those that share a person or three characters of a name, without which no sum is enough. */
const ALL_PAIRS = 40;
/** Of those that share one each is compared with so many that follow. */
const WINDOW = 40;

/**
 * Resolves the events of one day (or one undated article).
 * @param profiles all of one block (`blockOf`), in any order; repeats of a ref count once
 * @param decisions as in `resolvePersons`
 * @throws ZhituError `bad-input` for profiles of two blocks
 */
export function resolveEvents(profiles: readonly EventProfile[], decisions: readonly IdentityDecision[]): Resolution {
  const known = distinctProfiles(profiles, 'events of one day');
  const compared = known.map(comparable);
  const at = new Map<MentionRef, number>(known.map(({ ref }, index) => [ref, index]));
  const { same, different } = rulingsOn(new Set(at.keys()), decisions);
  const indices = (pairs: typeof same) => pairs.map(([a, b]) => [at.get(a) as number, at.get(b) as number] as const);
  const apart = new Set(indices(different).map(([a, b]) => Math.min(a, b) * known.length + Math.max(a, b)));
  const groups = groupsOf(known.length, (a, b) => {
    if (apart.has(Math.min(a, b) * known.length + Math.max(a, b))) return true;
    return scoreEvents(compared[a] as Comparable, compared[b] as Comparable).total < CONTRADICTION;
  });
  const reasons = new Map<number, readonly string[]>();
  const say = (index: number, words: readonly string[]) =>
    reasons.set(index, [...(reasons.get(index) ?? []), ...words]);
  for (const pair of indices(same)) {
    groups.force(...pair);
    for (const index of pair) say(index, ['decision.same']);
  }
  for (const pair of indices(different)) for (const index of pair) say(index, ['decision.different']);
  const linked = new Set<number>();
  for (const { a, b, score } of linksOf(known, compared))
    if (groups.join(a, b))
      for (const index of [a, b]) {
        if (!linked.has(index)) say(index, shown(score));
        linked.add(index);
      }
  const members = [...groupBy(known.keys(), (index) => groups.of(index)).values()];
  const clusters = members.map((group) => group.map((index) => known[index] as EventProfile));
  return { clusters: named(clusters, (ref) => [...new Set(reasons.get(at.get(ref) as number) ?? [])]) };
}

/** Two profiles that speak against each other so much are never in one event, whatever third one joins both. */
const CONTRADICTION = -2;

interface Link {
  readonly a: number;
  readonly b: number;
  readonly score: EventScore;
}

function linksOf(known: readonly EventProfile[], compared: readonly Comparable[]): readonly Link[] {
  const links = pairsOf(known).flatMap(([a, b]) => {
    const score = linkOf(compared[a] as Comparable, compared[b] as Comparable);
    return score === null ? [] : [{ a, b, score }];
  });
  return links.sort((x, y) => y.score.total - x.score.total || x.a - y.a || x.b - y.b);
}

function pairsOf(known: readonly EventProfile[]): readonly (readonly [number, number])[] {
  const all = known.map((_, index) => index);
  if (known.length <= ALL_PAIRS) return all.flatMap((a) => all.slice(a + 1).map((b) => [a, b] as const));
  const sharing = new Map<string, number[]>();
  for (const [index, { name, aliases, roles }] of known.entries())
    for (const token of new Set([...roles.map(({ person }) => person), ...[name, ...aliases].flatMap(triples)])) {
      const list = sharing.get(token);
      if (list) list.push(index);
      else sharing.set(token, [index]);
    }
  const pairs = new Set<number>();
  for (const list of sharing.values())
    for (const [order, a] of list.entries())
      for (const b of list.slice(order + 1, order + 1 + WINDOW)) pairs.add(a * known.length + b);
  return [...pairs].sort((a, b) => a - b).map((pair) => [Math.floor(pair / known.length), pair % known.length]);
}

/** Every three characters of a name that follow each other; a sentence that stands for a name is long enough after its beginning. */
function triples(name: string): readonly string[] {
  const length = Math.min(name.length, LONGEST_NAME);
  return Array.from({ length: Math.max(0, length - 2) }, (_, at) => name.slice(at, at + 3));
}
const LONGEST_NAME = 60;

/** The fullest name is the event's: the longest, the smaller one of two as long. Its profile gives the id; events that would share one get the hash of their article. */
function named(
  clusters: readonly (readonly EventProfile[])[],
  reasonsOf: (ref: MentionRef) => readonly string[],
): readonly Cluster[] {
  const fullest = clusters.map(
    (members) =>
      [...members].sort(
        (a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1) || (a.local < b.local ? -1 : 1),
      )[0] as EventProfile,
  );
  const uses = groupBy(fullest, ({ local }) => local);
  return clusters
    .map((members, index) => {
      const { local, name } = fullest[index] as EventProfile;
      const id = uses.get(local)?.length === 1 ? local : `${local}（${labelOf(members, local)}）`;
      return {
        id,
        name,
        members: members
          .map(({ ref }) => ({ ref, id, reasons: reasonsOf(ref) }))
          .sort((a, b) => (a.ref < b.ref ? -1 : 1)),
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The article from which an event has its id: no other event of that id is of the same article. */
function labelOf(members: readonly EventProfile[], local: string): string {
  const articles = members.filter((one) => one.local === local).map(({ article }) => article);
  return (articles.sort()[0] as string).slice(ID_PREFIX.Article.length);
}

function shown({ reasons }: EventScore): readonly string[] {
  return reasons.map(
    ({ feature, weight, detail }) =>
      `${feature} ${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}${detail === '' ? '' : ` ${detail}`}`,
  );
}
