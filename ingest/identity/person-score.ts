/** How much speaks for two units being one person: a sum of named features, each with its weight and the words that it was read from. */

import { gapBetween } from './days.ts';
import { expectedBearers } from './name-frequency.ts';
import { relatePlaces } from './places.ts';
import type { Press, Standing } from './types.ts';
import type { Unit } from './units.ts';
import { AT_ONCE_DAYS, type Feature, LIMITS, SOON_DAYS, weightOf } from './weights.ts';

/** One bar of the waterfall. */
export interface Reason {
  readonly feature: Feature | 'name.rarity';
  /** Nats. */
  readonly weight: number;
  /** What was seen: a body, a place, a name. */
  readonly detail: string;
}

export interface Score {
  readonly total: number;
  readonly reasons: readonly Reason[];
  /** Two posts or professions that one person does not have: these two are never joined, whatever else speaks for it. */
  readonly isContradiction: boolean;
}

/** What is compared of a unit with firm evidence. */
export type Firm = Pick<Unit, 'posts' | 'press' | 'range' | 'companions'>;

const LEVELS = ['nation', 'province', 'city', 'county', 'township', 'village'] as const;

export function reason(feature: Feature, detail: string): Reason {
  return { feature, weight: weightOf(feature), detail };
}

/** The bar that the name gives to every pair of a block: minus the logarithm of the number of its bearers to be expected. */
export function rarityOf(name: string): Reason {
  const expected = expectedBearers(name);
  const weight = Math.max(-LIMITS.rarity, Math.min(LIMITS.rarity, -Math.log(expected)));
  return { feature: 'name.rarity', weight, detail: `${name} ×${expected.toPrecision(2)}` };
}

/** The weights of reasons together, in nats (`weights.ts`). */
export function sumOf(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, { weight }) => sum + weight, 0);
}

/** Compares two units that have posts or bylines. Symmetric. */
export function scoreFirm(rarity: Reason, a: Firm, b: Firm): Score {
  const reasons = [rarity, ...workReasons(a, b), ...companyReasons(a.companions, b.companions)];
  return { total: sumOf(reasons), reasons, isContradiction: isContradiction(a, b) };
}

/**
 * Whether one person cannot be both: current posts in two places, neither within the other, in the same weeks, with no body in common; or a
 * newspaper's staff and the holder of a post.
 */
export function isContradiction(a: Firm, b: Firm): boolean {
  if (isStaffAndOfficial(a, b) || isStaffAndOfficial(b, a)) return true;
  if (a.posts.length === 0 || b.posts.length === 0) return false;
  const gap = gapBetween(a.range, b.range);
  if (gap === null || gap > AT_ONCE_DAYS) return false;
  if (a.posts.some((x) => b.posts.some((y) => x.body === y.body && x.place === y.place))) return false;
  return a.posts.some((x) => b.posts.some((y) => areApart(x, y)));
}

function isStaffAndOfficial(a: Firm, b: Firm): boolean {
  return a.press?.kind === 'staff' && a.posts.length === 0 && b.press === null && b.posts.length > 0;
}

function areApart(a: Standing, b: Standing): boolean {
  return (
    !a.former && !b.former && a.place !== null && b.place !== null && relatePlaces(a.place, b.place).kind === 'apart'
  );
}

function workReasons(a: Firm, b: Firm): readonly Reason[] {
  const press = a.press && b.press ? pressReasons(a.press, b.press) : [];
  if (a.posts.length > 0 && b.posts.length > 0) return [...press, ...bestPost(a, b)];
  if (press.length > 0) return press;
  const only = a.press ?? b.press;
  return only === null ? [] : [reason(only.kind === 'staff' ? 'press.official' : 'press.correspondent-official', '')];
}

function pressReasons(a: Press, b: Press): readonly Reason[] {
  const paper = `${a.publication ?? '?'}`;
  if (a.publication === null || b.publication === null) return [reason('press.unknown-paper', paper)];
  if (a.publication !== b.publication) return [reason('press.other-paper', `${paper}、${b.publication}`)];
  if (a.kind !== b.kind) return [reason('press.mixed', paper)];
  if (a.kind === 'staff') return [reason('press.same-paper', paper)];
  const reasons = [reason('press.correspondent', paper)];
  if (a.county === null || b.county === null) return reasons;
  return [...reasons, reason(placeFeature(a.county, b.county, false), detailOf(a.county, b.county))];
}

/** Whether all who are described so are taken for one person, however far apart in time: the name is rare enough for it. */
export function isOfOne(rarity: Reason, { posts, press }: Pick<Unit, 'posts' | 'press'>): boolean {
  const work = { posts, press, range: { first: null, last: null }, companions: new Map() };
  return sumOf([rarity, ...workReasons(work, work)]) >= LIMITS.join;
}

/** The pair of posts that agrees best; one whose place is unknown only where no other can be compared. */
function bestPost(a: Firm, b: Firm): readonly Reason[] {
  const gap = gapBetween(a.range, b.range);
  let best: readonly Reason[] = [];
  let most = Number.NEGATIVE_INFINITY;
  const isBothPlaced = a.posts.some(isPlaced) && b.posts.some(isPlaced);
  for (const x of a.posts)
    for (const y of b.posts) {
      if (isBothPlaced && !(isPlaced(x) && isPlaced(y)) && x.body !== y.body) continue;
      const reasons = postReasons(x, y, gap);
      const sum = sumOf(reasons);
      if (sum > most) [best, most] = [reasons, sum];
    }
  return best;
}

function isPlaced({ place }: Standing): boolean {
  return place !== null;
}

/** Days between the two sightings: null where one is undated. */
function postReasons(a: Standing, b: Standing, gap: number | null): readonly Reason[] {
  const isSameBody = a.body === b.body && !a.body.startsWith('place/');
  const reasons: Reason[] = [];
  if (a.place !== null && b.place !== null) {
    reasons.push(reason(placeFeature(a.place, b.place, isHigh(a) && isHigh(b)), detailOf(a.place, b.place)));
    if (areApart(a, b) && (gap === null || gap <= SOON_DAYS))
      reasons.push(reason(gap !== null && gap <= AT_ONCE_DAYS ? 'time.at-once' : 'time.soon-after', `${gap ?? '?'} d`));
    // 城中派出所 of another county is another one.
    if (isSameBody && a.place === b.place) reasons.push(reason('body.same', nameOf(a.body)));
  } else if (isSameBody) reasons.push(reason('body.same-unplaced', nameOf(a.body)));
  const standing = standingFeature(a, b);
  if (standing !== null && (!isSameBody || weightOf(standing) > 0)) reasons.push(reason(standing, ''));
  return reasons;
}

function placeFeature(a: string, b: string, areHigh: boolean): Feature {
  const { kind, level } = relatePlaces(a, b);
  if (kind === 'same') return `place.${LEVELS[level]}`;
  if (kind === 'within') return level >= 4 ? 'place.within-township' : `place.within-${WIDE[level]}`;
  if (level >= 3) return 'place.other-township';
  if (level > 0) return level === 2 ? 'place.other-county' : 'place.other-city';
  return areHigh ? 'place.other-province-leader' : 'place.other-province';
}

const WIDE = ['nation', 'province', 'city', 'county', 'county', 'county'] as const;
const HIGHEST_MOVED = 2;

/** Those who are moved between provinces as a matter of course. */
function isHigh({ line, level }: Standing): boolean {
  return line === 'leader' && level !== null && level < HIGHEST_MOVED;
}

const OFFICES = new Set(['leader', 'department']);

function standingFeature(a: Standing, b: Standing): Feature | null {
  if (a.level === null || b.level === null) return null;
  const steps = Math.abs(a.level - b.level);
  const isOneLine = a.line === b.line;
  if (isOneLine && steps === 0) {
    if (a.line !== 'leader') return `standing.${a.line}`;
    return a.level >= 4 ? 'standing.leader-township' : `standing.leader-${WIDE[a.level]}`;
  }
  const areOffices = OFFICES.has(a.line) && OFFICES.has(b.line);
  if (steps <= 1) return isOneLine || areOffices ? 'standing.next-level' : 'standing.other-line';
  return isOneLine || areOffices ? 'standing.far-level' : 'standing.unlike';
}

/** Shared companions, rarest first, up to the limit. */
export function companyReasons(a: Unit['companions'], b: Unit['companions']): readonly Reason[] {
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  const shared: Reason[] = [];
  for (const [name, reach] of fewer) {
    const other = more.get(name);
    if (other === undefined) continue;
    const known = [reach, other].includes('province') ? 'province' : [reach, other].includes('city') ? 'city' : 'local';
    const feature = `company.${known}` as const;
    shared.push({
      feature,
      weight: Math.max(0, weightOf(feature) - Math.log(1 + expectedBearers(name))),
      detail: name,
    });
  }
  shared.sort((x, y) => y.weight - x.weight || (x.detail < y.detail ? -1 : 1));
  let left: number = LIMITS.company;
  return shared.flatMap((one) => {
    const weight = Math.min(one.weight, left);
    left -= weight;
    return weight > 0 ? [{ ...one, weight }] : [];
  });
}

function detailOf(a: string, b: string): string {
  return a === b ? a : [a, b].sort().join('、');
}

function nameOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
