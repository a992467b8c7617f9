/** Profiles that say the same are one unit: a name with five thousand mentions has far fewer posts. */

import { groupBy } from '../../graph/group-by.ts';
import { type DayRange, spanOf } from './days.ts';
import { isTelling, standingKey, standingOf } from './standing.ts';
import type { Companion, MentionRef, PersonProfile, Press, Standing } from './types.ts';

export interface Unit {
  readonly key: string;
  /** Sorted by ref. */
  readonly profiles: readonly PersonProfile[];
  readonly posts: readonly Standing[];
  readonly press: Press | null;
  readonly range: DayRange;
  /** Places tied to the person, posts aside. */
  readonly places: readonly string[];
  readonly companions: ReadonlyMap<string, Companion['reach']>;
  /** Whether a post or a byline says who it is; the others are attached to these. */
  readonly isFirm: boolean;
}

/** What a profile says of the person's work. */
export function pressOf({ press, publication, places }: Work): Press | null {
  if (press.length === 0) return null;
  if (!press.every((role) => role === 'correspondent')) return { kind: 'staff', publication, county: null };
  return { kind: 'correspondent', publication, county: places[0] ?? null };
}

type Work = Pick<PersonProfile, 'press' | 'publication' | 'places'>;

/** The posts of a profile as they are compared, each once, sorted. */
export function standingsOf({ posts }: Pick<PersonProfile, 'posts'>): readonly Standing[] {
  const standings = new Map(posts.map(standingOf).map((standing) => [standingKey(standing), standing]));
  return [...standings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, standing]) => standing);
}

/** What makes profiles alike; null where nothing says who it is. */
export function firmKey(profile: Work & Pick<PersonProfile, 'posts'>): string | null {
  const press = pressOf(profile);
  const posts = standingsOf(profile);
  return posts.some(isTelling) || (press !== null && press.publication !== null) ? workKey(posts, press) : null;
}

/** One text for posts and bylines. */
export function workKey(posts: readonly Standing[], press: Press | null): string {
  return [...posts.map(standingKey), ...(press ? [`${press.kind}|${press.publication}|${press.county}`] : [])].join(
    '\n',
  );
}

/**
 * The units of a block, sorted by key. A profile without firm evidence is a unit of its own, and so is each of `single`: those that a
 * decision or their own article tells apart from the rest. `isEnough` tells whether a name is rare enough for what such profiles have in common.
 */
export function unitsOf(
  profiles: readonly PersonProfile[],
  single: ReadonlySet<MentionRef>,
  isEnough: (work: Pick<Unit, 'posts' | 'press'>) => boolean,
): readonly Unit[] {
  const known = new Map<string, boolean>();
  const isOne = (key: string, profile: PersonProfile): boolean => {
    const is = known.get(key) ?? isEnough({ posts: standingsOf(profile), press: pressOf(profile) });
    known.set(key, is);
    return is;
  };
  const groups = groupBy(profiles, (profile) => {
    const firm = firmKey(profile);
    if (firm !== null && !single.has(profile.ref) && isOne(firm, profile)) return firm;
    return `${firm ?? '?'}\n!${profile.ref}`;
  });
  return [...groups].map(([key, members]) => unitOf(key, members)).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Each name once, with the narrowest reach: who is known by his post in one article stands without it in another. */
export function companionsOf(all: Iterable<readonly [string, Companion['reach']]>): Unit['companions'] {
  const companions = new Map<string, Companion['reach']>();
  for (const [name, reach] of all) {
    const known = companions.get(name);
    if (known === undefined || WIDTH[reach] < WIDTH[known]) companions.set(name, reach);
  }
  return companions;
}

const WIDTH = { local: 0, city: 1, province: 2, nation: 3 } as const;

function unitOf(key: string, members: readonly PersonProfile[]): Unit {
  const [one] = members as readonly [PersonProfile, ...PersonProfile[]];
  return {
    key,
    profiles: members,
    posts: standingsOf(one),
    press: pressOf(one),
    range: rangeOf(members),
    places: [...new Set(members.flatMap(({ places }) => places))].sort(),
    companions: companionsOf(
      members.flatMap((member) => member.companions.map(({ name, reach }) => [name, reach] as const)),
    ),
    isFirm: firmKey(one) !== null,
  };
}

/** From the first to the last day on which profiles were published. */
export function rangeOf(members: readonly Pick<PersonProfile, 'published'>[]): DayRange {
  return members.reduce<DayRange>((range, { published }) => spanOf(range, { first: published, last: published }), {
    first: null,
    last: null,
  });
}
