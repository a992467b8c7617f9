/**
 * Whom the names in articles mean, where articles come, change or go: worked out for the blocks that they touch (`identity/`), also for
 * the other articles of these blocks, and for no more.
 */
import { z } from 'zod';
import { compare } from '../graph/compare.ts';
import { type Decision, decisionsAbout } from '../graph/decisions.ts';
import { groupBy } from '../graph/group-by.ts';
import { ID_PREFIX } from '../graph/model.ts';
import { readInSlices } from '../graph/records.ts';
import type { Reader } from '../graph/store.ts';
import { type Block, type BlockChanges, blockChanges, storedBlocks } from './block-records.ts';
import type { IdentityDecision, MentionRef, PersonProfile, PersonSummary, Resolution } from './identity/types.ts';
import { type BlockProfile, profilesOf, storedNamings } from './profile-records.ts';
import type { Profile, Resolver } from './resolver.ts';
import { identityText, storedUnits, type Unit } from './units.ts';
import type { Identity, Resolved } from './writes.ts';

export interface BlockChange {
  /** All units of the articles that change, as they are stored and as they shall be. */
  readonly before: readonly Unit[];
  readonly after: readonly Unit[];
  /** Decisions that are made, or withdrawn. */
  readonly decisions: readonly Decision[];
}

/** The same with the units of articles of which other names mean others than before, and the records of blocks for it. */
export interface ResolvedUnits extends BlockChanges {
  readonly before: readonly Unit[];
  readonly after: readonly Unit[];
}

/** Works out anew the blocks in which something changes. */
export async function resolveBlocks(
  store: Reader,
  { before, after, decisions }: BlockChange,
  resolver: Resolver,
): Promise<ResolvedUnits> {
  const profiles = profileReader(resolver);
  const [goneBy, comeBy] = [byBlock(before.flatMap(profiles)), byBlock(after.flatMap(profiles))];
  const touched = new Set([...before, ...after].map(({ article }) => article.id));
  const rulings = await decisionsInForce(store, [...touched], decisions);
  const ruled = refsOf([...rulings, ...decisions]);
  const decided = refsOf(decisions);
  const changed = [...new Set([...goneBy.keys(), ...comeBy.keys()])].filter((block) => {
    const [gone, come] = [goneBy.get(block) ?? [], comeBy.get(block) ?? []];
    const isSame = gone.length === come.length && JSON.stringify(gone) === JSON.stringify(come);
    return !isSame || gone.some(({ ref }) => decided.has(ref));
  });
  const stored = await storedBlocks(store, changed);
  const next = new Map<string, Block>();
  const assigned = new Map<MentionRef, Resolved>();
  const open: string[] = [];
  for (const block of changed) {
    const known = stored.get(block) as Block;
    const [gone, come] = [goneBy.get(block) ?? [], comeBy.get(block) ?? []];
    const isRuled = [...gone, ...come].some(({ ref }) => ruled.has(ref));
    const summary = isRuled ? null : withoutReading(known.summary, gone, come, resolver);
    const [only] = known.entities;
    if (summary === null || only === undefined) open.push(block);
    else {
      next.set(block, { ...known, summary });
      for (const { ref } of come) assigned.set(ref, { id: only, name: summary.name, reasons: [] });
    }
  }

  const entities = open.flatMap((block) => stored.get(block)?.entities ?? []);
  const others = await storedNamings(store, await articlesNaming(store, entities, touched), resolver);
  const isOpen = new Set(open);
  const othersBy = byBlock(others.flatMap(({ profiles: named }) => named.filter(([block]) => isOpen.has(block))));
  const members = [...touched, ...others.map(({ article }) => article)];
  const inForce = open.length === 0 ? [] : await decisionsInForce(store, members, decisions);
  for (const block of open) {
    const all = [...(othersBy.get(block) ?? []), ...(comeBy.get(block) ?? [])];
    const found = resolver.resolve(all, inForce);
    for (const { id, name, members: refs } of found.clusters)
      for (const { ref, reasons } of refs) assigned.set(ref, { id, name, reasons });
    if (all.length > 0) next.set(block, resolvedBlock(block, all, inForce, found, resolver));
  }

  const carried = new Map(before.flatMap((unit) => resolvedIn(unit)));
  const meantBy = (profile: Profile, before: Identity): [string, Resolved][] => {
    const resolved = assigned.get(profile.ref) ?? carried.get(profile.ref) ?? before.get(profile.local);
    return resolved && !isPlain(profile, resolved) ? [[profile.local, resolved]] : [];
  };
  const renamed = (unit: Unit): Unit => ({
    ...unit,
    identity: new Map(profiles(unit).flatMap(([, profile]) => meantBy(profile, unit.identity))),
  });
  const movedArticles = others.filter(({ identity, profiles: named }) => {
    const next = new Map(named.flatMap(([, profile]) => meantBy(profile, identity)));
    return identityText(next) !== identityText(identity);
  });
  const moved = await storedUnits(
    store,
    'article',
    movedArticles.map(({ article }) => article),
  );
  return {
    before: [...before, ...moved],
    after: [...after, ...moved].map(renamed),
    ...blockChanges(changed, stored, next),
  };
}

/** The decisions on mentions in these articles that count once others are made or withdrawn. */
async function decisionsInForce(
  store: Reader,
  articles: readonly string[],
  made: readonly Decision[],
): Promise<readonly Decision[]> {
  const stored = await decisionsAbout(store, articles);
  const all = new Map([...stored, ...made].map((decision) => [decision.id, decision]));
  return [...all.values()].filter(({ withdrawn }) => withdrawn === null);
}

function refsOf(decisions: readonly Decision[]): ReadonlySet<MentionRef> {
  return new Set(decisions.flatMap(({ a, b }) => [a, b]));
}

/** What an article says of its names, computed once a unit. */
function profileReader(resolver: Resolver): (unit: Unit) => readonly BlockProfile[] {
  const known = new Map<Unit['article'], readonly BlockProfile[]>();
  return (unit) => {
    const profiles = unit.ready?.profiles ?? known.get(unit.article) ?? profilesOf(unit, resolver);
    known.set(unit.article, profiles);
    return profiles;
  };
}

/** Distinct profiles by block. */
function byBlock(profiles: readonly BlockProfile[]): ReadonlyMap<string, readonly Profile[]> {
  const groups = groupBy(profiles, ([block]) => block);
  return new Map(
    [...groups].map(([block, members]) => [block, distinctProfiles(members.map(([, profile]) => profile))]),
  );
}

/** Profiles sorted by mention, one a mention: where two pages print an article, the smaller text of the two. */
export function distinctProfiles(profiles: readonly Profile[]): readonly Profile[] {
  const all = [...profiles].sort((a, b) =>
    a.ref === b.ref ? compare(JSON.stringify(a), JSON.stringify(b)) : compare(a.ref, b.ref),
  );
  return all.filter(({ ref }, index) => ref !== all[index - 1]?.ref);
}

/** The summary of a block after mentions went and came, where it certainly means one person before and after; else null. */
function withoutReading(
  summary: PersonSummary | null,
  gone: readonly Profile[],
  come: readonly Profile[],
  { shortcut }: Resolver,
): PersonSummary | null {
  if (!shortcut || summary === null) return null;
  const persons = (profiles: readonly Profile[]) => profiles.filter((profile) => profile.kind === 'Person');
  const [goneBy, comeBy] = [groupBy(persons(gone), articleOf), groupBy(persons(come), articleOf)];
  let known: PersonSummary | null = summary;
  for (const article of new Set([...goneBy.keys(), ...comeBy.keys()])) {
    const [removed, added] = [goneBy.get(article) ?? [], comeBy.get(article) ?? []];
    if (JSON.stringify(removed) === JSON.stringify(added)) continue;
    if (known && removed.length > 0) known = shortcut.leavesSurely(known, removed);
    if (known && added.length > 0) known = shortcut.joinsSurely(known, added);
  }
  return known;
}

function articleOf({ article }: Profile): string {
  return article;
}

/** What is kept of a block that was resolved. */
export function resolvedBlock(
  block: string,
  profiles: readonly Profile[],
  decisions: readonly IdentityDecision[],
  found: Resolution,
  { shortcut }: Resolver,
): Block {
  const entities = found.clusters.map(({ id }) => id).sort();
  const persons = profiles.filter((profile): profile is PersonProfile => profile.kind === 'Person');
  const isTelling = shortcut !== undefined && persons.length > 0 && block.startsWith('person:');
  return { entities, summary: isTelling ? shortcut.summaryOf(persons, decisions, found) : null };
}

/** The articles that mention or are reported by one of these, but for some, sorted. */
async function articlesNaming(
  store: Reader,
  entities: readonly string[],
  without: ReadonlySet<string>,
): Promise<readonly string[]> {
  const rows = await readInSlices(entities, (ids) =>
    store.read({
      cypher: `UNWIND $ids AS id MATCH (e:Entity {id: id})<-[:MENTIONS|REPORTED_BY]-(a:Entity) RETURN DISTINCT a.id AS id`,
      params: { ids },
      row: z.object({ id: z.string() }),
    }),
  );
  return [...new Set(rows.flatMap(({ id }) => (without.has(id) ? [] : [id])))].sort();
}

function resolvedIn({ article, identity }: Unit): [MentionRef, Resolved][] {
  return [...identity].map(([local, resolved]) => [`${article.id}!${local}`, resolved]);
}

const BYLINE = 'byline/';
/** The one reason of a name that means one person: it goes without saying. */
const ONE_PERSON = 'name.one-person';

/** Whether a mention means just what it says: then nothing is kept about it. */
export function isPlain({ local, name }: Profile, resolved: Resolved): boolean {
  const usual = local.startsWith(BYLINE) ? ID_PREFIX.Person + local.slice(BYLINE.length) : local;
  const isSaid = resolved.reasons.some((reason) => reason !== ONE_PERSON);
  return resolved.id === usual && resolved.name === name && !isSaid;
}
