/** One node with its facts: everything the details panel shows, each fact with the first sentence that states it. */
import { z } from 'zod';
import {
  arrow,
  type BranchCount,
  countLinks,
  countNeighbours,
  type Degrees,
  DIRECTIONS,
  type Direction,
  type Link,
  type Way,
  wayName,
  waysFrom,
} from './branches.ts';
import {
  type NodeBrief,
  NodeRow,
  nodeBrief,
  nodeColumns,
  notesOf,
  RELATION_COLUMNS,
  type RelationBrief,
  RelationRow,
  relationBrief,
  stringList,
} from './brief.ts';
import { compare } from './compare.ts';
import { type Quote, quotesOf } from './evidence.ts';
import { groupBy } from './group-by.ts';
import { formatEvidence, type Properties, parseEvidence, RELATIONS, type RelationType } from './model.ts';
import { noSuchNode } from './namesakes.ts';
import { type ReadNode, readNode } from './read-node.ts';
import type { GraphStore, Statement } from './store.ts';

/** Relations loaded for one node; the counts say how many there are in all. */
const MAX_FACTS = 400;
/** Relations of one type that are put in order to take the first of them; of more than that, it is the first of some. */
const MOST_SORTED = 2_000;
/** Facts that come with their sentence; the others get theirs when they are opened. */
const QUOTED_FACTS = 60;

export interface Fact {
  readonly relation: RelationBrief;
  readonly other: NodeBrief;
  /** The first sentence that states it. */
  readonly quote: Quote | null;
}

export interface FactGroup {
  readonly relation: RelationType;
  readonly direction: Direction;
  /** Different nodes at the other end, which may be more than there are facts here. */
  readonly total: number;
  readonly facts: readonly Fact[];
}

export interface NodeDetails {
  readonly node: NodeBrief;
  /** What is stored, but for the search forms and the text of an article. */
  readonly properties: Properties;
  readonly branches: readonly BranchCount[];
  /** In the order of `RELATIONS`, facts by time. */
  readonly groups: readonly FactGroup[];
}

/** A relation of the node, and what is at its other end. */
const FoundRow = z.object({ ...RelationRow.shape, ...NodeRow.shape });
type FoundRow = z.infer<typeof FoundRow>;
const FOUND_COLUMNS = `${RELATION_COLUMNS}, ${nodeColumns('m')}`;

/**
 * A node, its properties and its facts by relation and direction.
 * @throws ZhituError `not-found` where nothing has that id; for a name that several people bear, it lists them
 */
export async function nodeDetails(store: GraphStore, id: string): Promise<NodeDetails> {
  const read = readNode(store, id);
  const [known, own, { branches, found }] = await Promise.all([
    read,
    notesOf(store, [id]),
    aroundNode(store, id, read),
  ]);
  const node = known && nodeBrief(known.row, own);
  if (!node) throw await noSuchNode(store, id);
  const ordered = byTime(found);
  const [quotes, notes] = await Promise.all([
    firstQuotes(store, ordered),
    notesOf(store, [...new Set(found.map((row) => row.id))]),
  ]);
  const groups = groupBy(ordered, (row) => `${row.type}|${directionFrom(id, row)}`);
  return {
    node,
    properties: known.properties,
    branches,
    groups: (Object.keys(RELATIONS) as RelationType[]).flatMap((relation) =>
      DIRECTIONS.flatMap((direction) => {
        const group = groups.get(`${relation}|${direction}`);
        if (!group) return [];
        const facts = group.flatMap((row) => {
          const other = nodeBrief(row, notes);
          return other ? [{ relation: relationBrief(row), other, quote: quotes.get(keyOf(row)) ?? null }] : [];
        });
        return [{ relation, direction, total: totalOf(branches, relation, direction), facts }];
      }),
    ),
  };
}

interface Around {
  readonly branches: readonly BranchCount[];
  readonly found: readonly FoundRow[];
}

/** What surrounds a node of few relations is counted here; a server counts, and gives the first, of what many have. */
async function aroundNode(store: GraphStore, id: string, read: Promise<ReadNode | null>): Promise<Around> {
  const all = await store.read(allFacts(id));
  if (all.length > 0) return { branches: countLinks(all.flatMap((row) => linksOf(id, row))), found: all };
  const degrees = (await read)?.degrees ?? new Map();
  const [branches, found] = await Promise.all([countNeighbours(store, id), firstOfWays(store, id, degrees)]);
  return { branches, found };
}

/**
 * Of each relation and direction the first by key, so that none of them is missing because of another. Mentions come last and only fill what
 * room is left: they state nothing.
 */
async function firstOfWays(store: GraphStore, id: string, degrees: Degrees): Promise<readonly FoundRow[]> {
  const ways = waysFrom(id);
  const limits = new Map<Way, number>();
  const degreeOf = (way: Way): number => degrees.get(wayName(way)) ?? 0;
  const share = (some: readonly Way[], room: number): void => {
    const parts = shares(some.map(degreeOf), room);
    for (const [index, way] of some.entries()) limits.set(way, parts[index] ?? 0);
  };
  const stating = ways.filter(isStatement);
  share(stating, MAX_FACTS);
  share(
    ways.filter((way) => !isStatement(way)),
    Math.max(0, MAX_FACTS - stating.reduce((sum, way) => sum + degreeOf(way), 0)),
  );
  return [...limits.values()].some((limit) => limit > 0)
    ? store.read(
        firstFacts(
          id,
          ways.map((way) => [way, limits.get(way) ?? 0]),
        ),
      )
    : [];
}

/** Everything around a node that has no more than is shown; nothing of another one. */
const allFacts = (id: string): Statement<FoundRow> => ({
  cypher: `MATCH (n:Entity {id: $id}) WITH n, COUNT { (n)--() } AS relations WHERE relations <= $limit
MATCH (n)-[r]-(m:Entity) WITH r, startNode(r) AS a, endNode(r) AS b, m
RETURN ${FOUND_COLUMNS}, r.key AS key ORDER BY key`,
  params: { id, limit: MAX_FACTS },
  row: FoundRow,
});

/** The first on each way, in one exchange; all ways of the kind are named, so that there is one text a kind. */
const firstFacts = (id: string, limits: readonly (readonly [Way, number])[]): Statement<FoundRow> => ({
  cypher: limits
    .map(([way], index) => {
      const [from, to] = way.direction === 'out' ? ['n', 'm'] : ['m', 'n'];
      return `MATCH (n:Entity {id: $id})${arrow(way.direction, way.relation)}(m:Entity) WITH n, r, m LIMIT $most${index}
WITH ${from} AS a, ${to} AS b, r, m ORDER BY r.key LIMIT $limit${index} RETURN ${FOUND_COLUMNS}`;
    })
    .join('\nUNION ALL\n'),
  params: {
    id,
    ...Object.fromEntries(
      limits.flatMap(([, limit], index) => [
        [`most${index}`, limit > 0 ? MOST_SORTED : 0],
        [`limit${index}`, limit],
      ]),
    ),
  },
  row: FoundRow,
});

/** The ways in which a relation leads away from the node: two where it leads back to it. */
function linksOf(id: string, { type, from, to, id: other }: FoundRow): readonly Link[] {
  const [out, into]: readonly Link[] = DIRECTIONS.map((direction) => ({ relation: type, direction, id: other }));
  return [...(from === id && out ? [out] : []), ...(to === id && into ? [into] : [])];
}

function directionFrom(id: string, { from }: FoundRow): Direction {
  return from === id ? 'out' : 'in';
}

function isStatement({ relation }: Way): boolean {
  return relation !== 'MENTIONS';
}

/** How much of each list is taken, at most `room` of all: each in full where that is possible, else as much of each. */
function shares(lengths: readonly number[], room: number): readonly number[] {
  const taken = lengths.map(() => 0);
  let left = room;
  const shortestFirst = [...lengths.keys()].sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0));
  for (const [index, list] of shortestFirst.entries()) {
    const part = Math.min(lengths[list] ?? 0, Math.floor(left / (lengths.length - index)));
    taken[list] = part;
    left -= part;
  }
  return taken;
}

async function firstQuotes(store: GraphStore, rows: readonly RelationRow[]): Promise<ReadonlyMap<string, Quote>> {
  const refs = rows.flatMap((row) => {
    const first = stringList(row.properties.evidence)[0];
    const ref = first === undefined ? null : parseEvidence(first);
    return ref ? [{ key: keyOf(row), ref }] : [];
  });
  const wanted = refs.slice(0, QUOTED_FACTS);
  const quotes = new Map(
    (
      await quotesOf(
        store,
        wanted.map(({ ref }) => ref),
      )
    ).map((quote) => [quote.ref, quote]),
  );
  return new Map(
    wanted.flatMap(({ key, ref }) => {
      const quote = quotes.get(formatEvidence(ref));
      return quote ? [[key, quote] as const] : [];
    }),
  );
}

function byTime(rows: readonly FoundRow[]): readonly FoundRow[] {
  const timed = rows.map((row) => ({ row, time: timeOf(row), key: keyOf(row) }));
  timed.sort((one, other) => compare(one.time, other.time) || compare(one.key, other.key));
  return timed.map(({ row }) => row);
}

/** A fact's own date, or that of the event or article at its other end; the undated come last. */
function timeOf(row: FoundRow): string {
  const { dateFrom, observedFrom } = row.properties;
  return String(dateFrom ?? observedFrom ?? row.dateFrom ?? row.publishedOn ?? '9');
}

function keyOf(row: RelationRow): string {
  return String(row.properties.key);
}

function totalOf(branches: readonly BranchCount[], relation: RelationType, direction: Direction): number {
  return branches
    .filter((branch) => branch.relation === relation && branch.direction === direction)
    .reduce((sum, { total }) => sum + total, 0);
}
