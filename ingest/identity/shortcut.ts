/**
 * Telling from a small summary that mentions which come or go leave the rest of their block as it is. Sound, not complete: null means that the block
 * must be read. test/property/identity.test.ts holds it to the full computation.
 *
 * Why it holds. A name with one person has no contradiction among its firm units, so that they are one because enough pairs reach the threshold; a
 * unit more can only add pairs, unless it contradicts one. Companions only add to a score, so that scores without them are lower bounds. A mention
 * without a post joins the only person there is by what that one's posts are, of which more never lower its score.
 */

import { groupBy } from '../../graph/group-by.ts';
import { scoreBare, targetOf } from './bare-score.ts';
import { nameKey } from './block.ts';
import { ALL_PAIRS } from './candidates.ts';
import { spanOf } from './days.ts';
import { rulingsOn } from './decisions.ts';
import { type Firm, isOfOne, rarityOf, scoreFirm } from './person-score.ts';
import type { IdentityDecision, PersonProfile, PersonSummary, Resolution } from './types.ts';
import { firmKey, pressOf, standingsOf, unitsOf, workKey } from './units.ts';
import { LIMITS } from './weights.ts';

type Known = PersonSummary['units'][number];

/** The summary of a block, beside its resolution: of the same profiles and decisions. */
export function summaryOf(
  profiles: readonly PersonProfile[],
  decisions: readonly IdentityDecision[],
  { clusters }: Resolution,
): PersonSummary {
  const name = nameKey(profiles[0]?.name ?? '');
  const isDecided = rulingsOn(new Set(profiles.map(({ ref }) => ref)), decisions).refs.size > 0;
  if (clusters.length !== 1 || isDecided || isNamedTwice(profiles))
    return { name, clusters: clusters.length, units: [] };
  const distinct = [...new Map(profiles.map((profile) => [profile.ref, profile])).values()];
  const rarity = rarityOf(name);
  const units = unitsOf(distinct, new Set(), (work) => isOfOne(rarity, work)).filter(({ isFirm }) => isFirm);
  return {
    name,
    clusters: 1,
    units: units.map(({ posts, press, range, profiles: { length } }) => ({ posts, press, ...range, count: length })),
  };
}

/**
 * Mentions that come.
 * @param added all of one article's profiles of the block; their refs are new to it, and no decision speaks of them
 * @returns the summary with them, where they certainly join the one person of the name, keep its id, and change no other mention; else null
 */
export function joinsSurely(summary: PersonSummary, added: readonly PersonProfile[]): PersonSummary | null {
  if (summary.clusters !== 1 || summary.units.length === 0 || isNamedTwice(added)) return null;
  return added.reduce<PersonSummary | null>((known, profile) => known && withProfile(known, profile), summary);
}

/**
 * Mentions that go.
 * @param removed all of one article's profiles of the block, which it has; no decision speaks of them
 * @returns the summary without them, where all other mentions certainly stay as they are; else null
 */
export function leavesSurely(summary: PersonSummary, removed: readonly PersonProfile[]): PersonSummary | null {
  if (summary.clusters !== 1 || summary.units.length === 0 || isNamedTwice(removed)) return null;
  return removed.reduce<PersonSummary | null>((known, profile) => known && withoutProfile(known, profile), summary);
}

function withProfile(summary: PersonSummary, profile: PersonProfile): PersonSummary | null {
  const { name, units } = summary;
  const key = firmKey(profile);
  if (key === null) return isAttached(summary, profile) ? summary : null;
  const own: Known = {
    posts: standingsOf(profile),
    press: pressOf(profile),
    first: profile.published,
    last: profile.published,
    count: 1,
  };
  // Such mentions are no unit together: the name is too common for it.
  if (!isOfOne(rarityOf(name), own)) return null;
  // What a first byline or a first post among the others does to mentions without either cannot be told from here.
  if (own.press && !units.some(({ press }) => press)) return null;
  if (own.posts.length > 0 && !units.some(({ posts }) => posts.length > 0)) return null;
  const at = units.findIndex((unit) => keyOf(unit) === key);
  const rest = units.filter((_, index) => index !== at);
  const score = (a: Known, b: Known) => scoreFirm(rarityOf(name), firmOf(a), firmOf(b));
  const known = units[at];
  if (known === undefined) {
    const scores = rest.map((unit) => score(own, unit));
    const joins = scores.some(({ total }) => total >= LIMITS.join) && scores.every((one) => !one.isContradiction);
    return joins && units.length < ALL_PAIRS ? { ...summary, units: [...units, own] } : null;
  }
  const grown: Known = { ...known, ...spanOf(known, own), count: known.count + 1 };
  const isSafe = rest.every((unit) => {
    const after = score(grown, unit);
    return !after.isContradiction && after.total >= score(known, unit).total;
  });
  return isSafe && units.length <= ALL_PAIRS ? { ...summary, units: [...rest, grown] } : null;
}

/** The days of the summary stay as wide as they were: a wider range only makes contradictions likelier and scores lower. */
function withoutProfile(summary: PersonSummary, profile: PersonProfile): PersonSummary | null {
  const key = firmKey(profile);
  if (key === null) return summary;
  const { name, units } = summary;
  const known = units.find((unit) => keyOf(unit) === key);
  if (known === undefined || known.count < 2 || !isOfOne(rarityOf(name), known) || units.length > ALL_PAIRS)
    return null;
  if (!areLinked(summary) || !takesAnyMention(summary)) return null;
  return { ...summary, units: units.map((unit) => (unit === known ? { ...unit, count: unit.count - 1 } : unit)) };
}

/** Whether the units are one person by their posts alone, companions aside. */
function areLinked({ name, units }: PersonSummary): boolean {
  const rarity = rarityOf(name);
  const reached = new Set(units.slice(0, 1));
  for (const unit of reached)
    for (const other of units)
      if (!reached.has(other) && scoreFirm(rarity, firmOf(unit), firmOf(other)).total >= LIMITS.join)
        reached.add(other);
  return reached.size === units.length;
}

/** Whether a mention without a telling post joins wherever it stands and whatever else it says. */
function takesAnyMention({ name, units }: PersonSummary): boolean {
  const target = targetOf(units.map(firmOf));
  const elsewhere = {
    press: { kind: 'staff', publication: null, county: null },
    places: [NOWHERE],
    companions: NOBODY,
  } as const;
  const unlike = { body: NOWHERE, place: null, level: null, line: 'civil', former: false } as const;
  return [[], [unlike]].every(
    (posts) => scoreBare(rarityOf(name), { ...elsewhere, posts }, target).total >= LIMITS.joinOnly,
  );
}

/** A place and a body in no province. */
const NOWHERE = '-';

/** Whether a mention without a telling post joins the one person there is. */
function isAttached({ name, units }: PersonSummary, profile: PersonProfile): boolean {
  const bare = { posts: standingsOf(profile), press: pressOf(profile), places: profile.places, companions: NOBODY };
  return scoreBare(rarityOf(name), bare, targetOf(units.map(firmOf))).total >= LIMITS.joinOnly;
}

const NOBODY: Firm['companions'] = new Map();

function firmOf({ posts, press, first, last }: Known): Firm {
  return { posts, press, range: { first, last }, companions: NOBODY };
}

function keyOf({ posts, press }: Known): string {
  return workKey(posts, press);
}

function isNamedTwice(profiles: readonly PersonProfile[]): boolean {
  const texts = groupBy(
    profiles.filter(({ from }) => from === 'text'),
    ({ article }) => article,
  );
  return [...texts.values()].some(({ length }) => length > 1);
}
