/**
 * Who is who among the mentions of one name. A function of the set of profiles and decisions: everything is sorted before it is looked at.
 * Firm units (posts, bylines) are joined best pair first and never against a contradiction; mentions without a post are attached afterwards.
 */
import { groupBy } from '../../graph/group-by.ts';
import { attachBare, joinBare } from './bare.ts';
import { nameKey } from './block.ts';
import { candidatePairs } from './candidates.ts';
import { type Rulings, rulingsOn } from './decisions.ts';
import { distinctProfiles } from './distinct.ts';
import { Grounds } from './grounds.ts';
import { type Groups, groupsOf } from './groups.ts';
import { personIds } from './labels.ts';
import { isContradiction, isOfOne, type Reason, rarityOf, scoreFirm } from './person-score.ts';
import type { Cluster, IdentityDecision, MentionRef, PersonProfile, Resolution } from './types.ts';
import { type Unit, unitsOf } from './units.ts';
import { LIMITS } from './weights.ts';

/** The units of a block, and how they are grouped while it is resolved. */
export interface Work {
  readonly units: readonly Unit[];
  readonly rarity: Reason;
  readonly groups: Groups;
  /** Why each unit is where it is. */
  readonly grounds: Grounds;
}

/**
 * Resolves the mentions of one name.
 * @param profiles all of one block (`blockOf`), in any order; repeats of a ref count once
 * @param decisions those on other mentions are left aside; 'same' joins whatever the score, 'different' keeps apart, and 'same' wins where both are said
 * @throws ZhituError `bad-input` for profiles of two blocks
 */
export function resolvePersons(profiles: readonly PersonProfile[], decisions: readonly IdentityDecision[]): Resolution {
  const known = distinctProfiles(profiles, 'profiles of one name');
  const [first] = known;
  if (first === undefined) return { clusters: [] };
  const rulings = rulingsOn(new Set(known.map(({ ref }) => ref)), decisions);
  const work = prepare(known, rulings);
  joinFirm(work);
  attachBare(work);
  joinBare(work);
  return { clusters: clustersOf(work, nameKey(first.name)) };
}

function prepare(profiles: readonly PersonProfile[], { refs, same, different }: Rulings): Work {
  const named = namedTwice(profiles);
  const rarity = rarityOf(nameKey((profiles[0] as PersonProfile).name));
  const units = unitsOf(profiles, new Set([...refs, ...named.flat()]), (work) => isOfOne(rarity, work));
  const unitOf = new Map<MentionRef, number>(
    units.flatMap((unit, index) => unit.profiles.map(({ ref }) => [ref, index] as const)),
  );
  const pairKey = (a: number, b: number): number => Math.min(a, b) * units.length + Math.max(a, b);
  const apart = new Set(
    [...different, ...named].map(([a, b]) => pairKey(unitOf.get(a) as number, unitOf.get(b) as number)),
  );
  const isForbidden = (a: number, b: number): boolean => {
    if (apart.size > 0 && apart.has(pairKey(a, b))) return true;
    const [x, y] = [units[a] as Unit, units[b] as Unit];
    return x.isFirm && y.isFirm && isContradiction(x, y);
  };
  const groups = groupsOf(units.length, isForbidden);
  const grounds = new Grounds(units);
  for (const [a, b] of same) {
    groups.force(unitOf.get(a) as number, unitOf.get(b) as number);
    for (const ref of [a, b]) grounds.decided(unitOf.get(ref) as number, 'decision.same');
  }
  for (const pair of different)
    for (const ref of pair) grounds.decided(unitOf.get(ref) as number, 'decision.different');
  return { units, rarity, groups, grounds };
}

/** Pairs of mentions that one article's text keeps apart though they have one name: whoever extracted it knew two people. */
function namedTwice(profiles: readonly PersonProfile[]): readonly (readonly [MentionRef, MentionRef])[] {
  const texts = groupBy(
    profiles.filter(({ from }) => from === 'text'),
    ({ article }) => article,
  );
  return [...texts.values()].flatMap((same) =>
    same.flatMap(({ ref }, index) => same.slice(index + 1).map((other) => [ref, other.ref] as const)),
  );
}

function joinFirm({ units, rarity, groups, grounds }: Work): void {
  const firm = units.flatMap((unit, index) => (unit.isFirm ? [index] : []));
  const unitAt = (at: number): Unit => units[firm[at] as number] as Unit;
  const links = candidatePairs(
    firm.map((index) => units[index] as Unit),
    rarity.weight >= LIMITS.join,
  ).flatMap(([a, b]) => {
    const score = scoreFirm(rarity, unitAt(a), unitAt(b));
    const link = { a: firm[a] as number, b: firm[b] as number, score };
    if (!score.isContradiction && score.total >= LIMITS.join) return [link];
    grounds.against(link.a, link.b, score);
    return [];
  });
  links.sort((x, y) => y.score.total - x.score.total || x.a - y.a || x.b - y.b);
  for (const { a, b, score } of links) if (groups.join(a, b)) grounds.linked(a, b, score);
}

function clustersOf({ units, groups, grounds }: Work, name: string): readonly Cluster[] {
  const members = [...groupBy(units.keys(), (unit) => groups.of(unit)).values()];
  const profiles = members.map((group) => group.flatMap((unit) => (units[unit] as Unit).profiles));
  const isOne = members.length === 1;
  const clusters = personIds(name, profiles).map((id, at) => ({
    id,
    name,
    members: (members[at] as number[])
      .flatMap((unit) => {
        const reasons = grounds.of(unit, isOne, (members[at] as number[]).length > 1);
        return (units[unit] as Unit).profiles.map(({ ref }) => ({ ref, id, reasons }));
      })
      .sort((a, b) => (a.ref < b.ref ? -1 : 1)),
  }));
  return clusters.sort((a, b) => (a.id < b.id ? -1 : 1));
}
