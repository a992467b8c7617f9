/** The head of an entity's page: what it is called, what it is, how much there is of it, and who else bears its name. */
import { countNeighbours } from '../branches.ts';
import { briefsOf, type NodeBrief, nodeBrief, notesOf, stringList } from '../brief.ts';
import { compare } from '../compare.ts';
import { optional } from '../evidence.ts';
import { ID_PREFIX, kindOfId, type RelationType } from '../model.ts';
import { namesakesOf, noSuchNode } from '../namesakes.ts';
import { splitPinyin } from '../pinyin.ts';
import { readNode } from '../read-node.ts';
import type { GraphStore } from '../store.ts';
import { tonedPinyin } from '../toned-pinyin.ts';
import { countEvents } from './event-links.ts';
import { careerOf, holdersOf, holdersSeatedIn, type Tenure, type Tenures } from './tenures.ts';

export interface EntityHead {
  readonly node: NodeBrief;
  readonly aliases: readonly string[];
  /** With tones where every character has a reading, else the syllables without; null where they are not known. */
  readonly pinyin: string | null;
  readonly path: string | null;
  readonly code: string | null;
  readonly dateBasis: string | null;
  /** Events that it has a part in, each once. */
  readonly events: number;
  /** Relations by type, each other end once in each direction. */
  readonly counts: readonly { readonly relation: RelationType; readonly count: number }[];
  /** Other people of the name, or of the plain name that this one was told apart from. */
  readonly namesakes: readonly NodeBrief[];
  /** What stands in the id to tell this one from others of the name. */
  readonly toldApartBy: string | null;
  /** Posts: a person's own, or those in a body or place; of `postsTotal` the latest seen. */
  readonly posts: readonly Tenure[];
  readonly postsTotal: number;
  /** Others with posts in a person's bodies; of a place, who has posts in the bodies that have their seat there. */
  readonly others: Tenures;
}

/** A name that several people bear: nobody's page, but the way to each of theirs. */
export interface SharedName {
  readonly name: string;
  readonly people: readonly NodeBrief[];
}

const NO_TENURES: Tenures = { total: 0, listed: [] };

/**
 * What stands at the head of the page of an id.
 * @throws ZhituError `not-found` where neither a node nor several people of that name are there
 */
export async function entityHead(store: GraphStore, id: string): Promise<EntityHead | SharedName> {
  const [known, notes, counts, events, namesakes, { posts, total, others }] = await Promise.all([
    readNode(store, id),
    notesOf(store, [id]),
    countsOf(store, id),
    countEvents(store, id),
    othersOfName(store, id),
    postsOf(store, id),
  ]);
  const node = known && nodeBrief(known.row, notes);
  if (!node) return sharedName(store, id);
  const { properties } = known;
  const pinyin = optional(properties.pinyin);
  const syllables = pinyin === null ? null : splitPinyin(pinyin, optional(properties.initials) ?? '');
  const aliases = stringList(properties.aliases).filter((alias) => alias !== node.name);
  return {
    node,
    aliases,
    pinyin: tonedPinyin(node.name, node.kind === 'Person') ?? syllables?.join(' ') ?? pinyin,
    path: optional(properties.path),
    code: properties.code === undefined ? null : String(properties.code),
    dateBasis: optional(properties.dateBasis),
    events,
    counts,
    namesakes,
    toldApartBy: apart(id)?.by ?? null,
    posts,
    postsTotal: total,
    others,
  };
}

/** The plain name and what tells this id from others of the name (`person/王伟（湖州市委）`), or null for an id without that. */
export function apart(id: string): { readonly name: string; readonly by: string } | null {
  const match = /^person\/(.+?)（(.+)）$/u.exec(id);
  return match ? { name: match[1] as string, by: match[2] as string } : null;
}

async function sharedName(store: GraphStore, id: string): Promise<SharedName> {
  const people = await briefsOf(store, await namesakesOf(store, id));
  if (people.length === 0) throw await noSuchNode(store, id);
  return { name: id.slice(ID_PREFIX.Person.length), people };
}

async function othersOfName(store: GraphStore, id: string): Promise<readonly NodeBrief[]> {
  if (kindOfId(id) !== 'Person') return [];
  const plain = ID_PREFIX.Person + (apart(id)?.name ?? id.slice(ID_PREFIX.Person.length));
  const ids = [plain, ...(await namesakesOf(store, plain))].filter((other) => other !== id);
  return briefsOf(store, ids);
}

async function postsOf(
  store: GraphStore,
  id: string,
): Promise<{ readonly posts: readonly Tenure[]; readonly total: number; readonly others: Tenures }> {
  const kind = kindOfId(id);
  if (kind === 'Person') {
    const { own, others } = await careerOf(store, id);
    return { posts: own.listed, total: own.total, others };
  }
  if (kind !== 'Place' && kind !== 'Organization') return { posts: [], total: 0, others: NO_TENURES };
  const [{ total, listed }, others] = await Promise.all([holdersOf(store, id), holdersSeatedIn(store, id)]);
  return { posts: listed, total, others };
}

/** Types by which a pair may be joined more than once are counted by looking; of the others a server keeps the number. */
async function countsOf(store: GraphStore, id: string): Promise<EntityHead['counts']> {
  const counts = new Map<RelationType, number>();
  for (const { relation, total } of await countNeighbours(store, id))
    counts.set(relation, (counts.get(relation) ?? 0) + total);
  return [...counts]
    .map(([relation, count]) => ({ relation, count }))
    .sort((one, other) => compare(one.relation, other.relation));
}
