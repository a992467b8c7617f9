/** Mentions without a telling post: how much speaks for their being somebody who is known by one, or each other. */

import { companyReasons, type Reason, reason, type Score, sumOf } from './person-score.ts';
import { relatePlaces } from './places.ts';
import { companionsOf, type Unit } from './units.ts';
import { type Feature, LIMITS, weightOf } from './weights.ts';

/** Several units as one, as far as a mention without a post is compared with it. */
export interface Target {
  readonly posts: Unit['posts'];
  readonly press: Unit['press'];
  /** Seats of the posts, the empty path for the nation; for a group without posts the places tied to it. */
  readonly places: readonly string[];
  readonly companions: Unit['companions'];
}

/** What is known of a person by units that were found to be one. */
export function targetOf(units: readonly Pick<Unit, 'posts' | 'press' | 'companions'>[]): Target {
  const posts = units.flatMap((unit) => unit.posts);
  return {
    posts,
    press: units.find(({ press }) => press !== null)?.press ?? null,
    places: [...new Set(posts.flatMap(({ place }) => (place === null ? [] : [place])))],
    companions: companionsOf(units.flatMap(({ companions }) => [...companions])),
  };
}

type Bare = Pick<Unit, 'posts' | 'press' | 'places' | 'companions'>;

/** Compares a mention with somebody known. More posts and companions of the latter never lower the score. */
export function scoreBare(rarity: Reason, bare: Bare, target: Target): Score {
  const reasons = [
    rarity,
    ...placeReasons(bare.places, target.places),
    ...(target.posts.length > 0 ? officialReasons(bare, target) : []),
    ...pressReasons(bare, target),
    ...companyReasons(bare.companions, target.companions),
  ];
  return { total: sumOf(reasons), reasons, isContradiction: false };
}

function placeReasons(own: readonly string[], known: readonly string[]): readonly Reason[] {
  let best: readonly [Feature, string, string] | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const a of own)
    for (const b of known) {
      const feature = placeFeature(a, b);
      const weight = weightOf(feature);
      if (weight > most) [best, most] = [[feature, a, b], weight];
    }
  if (best === null) return [];
  const [feature, a, b] = best;
  return [reason(feature, a === b ? a : [a, b].sort().join('、'))];
}

function placeFeature(a: string, b: string): Feature {
  const { kind, level } = relatePlaces(a, b);
  if (kind === 'apart') {
    if (level >= 3) return 'bare.city';
    return level === 2 ? 'bare.other-county' : level === 1 ? 'bare.other-city' : 'bare.other-province';
  }
  if (level >= 4) return 'bare.village';
  return level === 3 ? 'bare.county' : level === 2 ? 'bare.city' : 'bare.province';
}

function officialReasons(bare: Bare, { posts }: Target): readonly Reason[] {
  const shared = bare.posts.find(({ body }) => posts.some((post) => post.body === body && !body.startsWith('place/')));
  if (shared) return [reason('body.same-unplaced', shared.body.slice(shared.body.indexOf('/') + 1))];
  const line = bare.posts.length === 0 ? null : bare.posts.some((own) => posts.some((post) => post.line === own.line));
  if (line !== null) return line ? [] : [reason('standing.other-line', '')];
  const level = Math.min(...posts.flatMap(({ line, level }) => (line === 'leader' && level !== null ? [level] : [])));
  const known = KNOWN[level];
  return [reason('bare.no-post', ''), ...(known ? [reason(known, '')] : [])];
}

/** Papers leave out the post of those whom their readers know. By level of the highest leading post. */
const KNOWN: Readonly<Record<number, Feature>> = {
  0: 'bare.well-known-nation',
  1: 'bare.well-known-province',
};

function pressReasons(bare: Bare, target: Target): readonly Reason[] {
  if (bare.press && target.press) return [reason('press.unknown-paper', '')];
  return bare.press || target.press ? [reason('bare.reporter', '')] : [];
}

/** Whether a sum is enough to attach a mention, given the next best (minus infinity where there is no other). */
export function isEnough(best: number, next: number): boolean {
  if (next === Number.NEGATIVE_INFINITY) return best >= LIMITS.joinOnly;
  return best >= LIMITS.joinNearest && best - next >= LIMITS.lead;
}
