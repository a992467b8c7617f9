/**
 * Whom the names in articles mean, where articles come, change or go: worked out for the blocks that they touch (`identity/`), also for
 * the other articles of these blocks, and for no more.
 */
import { z } from 'zod';
import { type Decision, decisionsAbout } from '../graph/decisions.ts';
import { groupBy } from '../graph/group-by.ts';
import { ID_PREFIX } from '../graph/model.ts';
import { readInSlices } from '../graph/records.ts';
import type { Reader } from '../graph/store.ts';
import { type Block, type BlockChanges, blockChanges, storedBlocks } from './block-records.ts';
import { blockOf } from './identity/block.ts';
import type { IdentityDecision, MentionRef, PersonProfile, PersonSummary, Resolution } from './identity/types.ts';
import type { Profile, Resolver } from './resolver.ts';
import { identityText, storedUnits, type Unit } from './units.ts';
import type { Resolved } from './writes.ts';

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
  const [goneBy, comeBy] = [byBlock(before, profiles), byBlock(after, profiles)];
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
  const others = await unitsNaming(store, entities, touched);
  const othersBy = byBlock(others, profiles);
  const members = [...touched, ...others.map(({ article }) => article.id)];
  const inForce = open.length === 0 ? [] : await decisionsInForce(store, members, decisions);
  for (const block of open) {
    const all = [...(othersBy.get(block) ?? []), ...(comeBy.get(block) ?? [])];
    const found = resolver.resolve(all, inForce);
    for (const { id, name, members: refs } of found.clusters)
      for (const { ref, reasons } of refs) assigned.set(ref, { id, name, reasons });
    if (all.length > 0) next.set(block, resolvedBlock(block, all, inForce, found, resolver));
  }

  const carried = new Map(before.flatMap((unit) => resolvedIn(unit)));
  const renamed = (unit: Unit): Unit => ({
    ...unit,
    identity: new Map(
      profiles(unit).flatMap((profile): [string, Resolved][] => {
        const resolved = assigned.get(profile.ref) ?? carried.get(profile.ref) ?? unit.identity.get(profile.local);
        return resolved && !isPlain(profile, resolved) ? [[profile.local, resolved]] : [];
      }),
    ),
  });
  const moved = movedArticles(others, renamed);
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
function profileReader(resolver: Resolver): (unit: Unit) => readonly Profile[] {
  const known = new Map<Unit['article'], readonly Profile[]>();
  return ({ article, source }) => {
    const profiles = known.get(article) ?? resolver.profiles({ source, articles: [article] });
    known.set(article, profiles);
    return profiles;
  };
}

/** Distinct profiles by block. */
function byBlock(
  units: readonly Unit[],
  profiles: (unit: Unit) => readonly Profile[],
): ReadonlyMap<string, readonly Profile[]> {
  return groupBy(distinctProfiles(units.flatMap(profiles)), blockOf);
}

/** Profiles sorted by mention, one a mention: where two pages print an article, the smaller text of the two. */
export function distinctProfiles(profiles: readonly Profile[]): readonly Profile[] {
  const all = [...profiles].sort((a, b) =>
    a.ref === b.ref ? order(JSON.stringify(a), JSON.stringify(b)) : order(a.ref, b.ref),
  );
  return all.filter(({ ref }, index) => ref !== all[index - 1]?.ref);
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
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

/** All units of the articles that mention or are reported by one of these, but for some articles. */
async function unitsNaming(
  store: Reader,
  entities: readonly string[],
  without: ReadonlySet<string>,
): Promise<readonly Unit[]> {
  const rows = await readInSlices(entities, (ids) =>
    store.read({
      cypher: `UNWIND $ids AS id MATCH (e:Entity {id: id})<-[:MENTIONS|REPORTED_BY]-(a:Entity) RETURN DISTINCT a.id AS id`,
      params: { ids },
      row: z.object({ id: z.string() }),
    }),
  );
  const articles = new Set(rows.flatMap(({ id }) => (without.has(id) ? [] : [id])));
  return storedUnits(store, 'article', [...articles].sort());
}

/** The units of articles of which at least one name means another than before. */
function movedArticles(units: readonly Unit[], renamed: (unit: Unit) => Unit): readonly Unit[] {
  const moved = new Set(
    units
      .filter((unit) => identityText(renamed(unit).identity) !== identityText(unit.identity))
      .map(({ article }) => article.id),
  );
  return units.filter(({ article }) => moved.has(article.id));
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
