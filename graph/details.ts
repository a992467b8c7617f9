/** One node with its facts: everything the details panel shows, each fact with the first sentence that states it. */
import { z } from 'zod';
import {
  arrow,
  type BranchCount,
  countNeighbours,
  type Degrees,
  type Direction,
  degreesOf,
  type Way,
  wayName,
  waysFrom,
} from './branches.ts';
import {
  briefsOf,
  type NodeBrief,
  RELATION_COLUMNS,
  type RelationBrief,
  RelationRow,
  relationBrief,
  stringList,
} from './brief.ts';
import { compare } from './compare.ts';
import { type Quote, quotesOf } from './evidence.ts';
import { groupBy } from './group-by.ts';
import { formatEvidence, Properties, parseEvidence, RELATIONS, type RelationType } from './model.ts';
import { noSuchNode } from './namesakes.ts';
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

interface Found {
  readonly direction: Direction;
  readonly row: RelationRow;
}

/**
 * A node, its properties and its facts by relation and direction.
 * @throws ZhituError `not-found` where nothing has that id; for a name that several people bear, it lists them
 */
export async function nodeDetails(store: GraphStore, id: string): Promise<NodeDetails> {
  const degrees = degreesOf(store, id);
  const [[node], branches, properties, found] = await Promise.all([
    briefsOf(store, [id]),
    countNeighbours(store, id, degrees),
    propertiesOf(store, id),
    factsAround(store, id, degrees),
  ]);
  if (!node || !properties) throw await noSuchNode(store, id);
  const others = await briefsOf(store, [...new Set(found.map(otherEnd))]);
  const byId = new Map(others.map((other) => [other.id, other]));
  const facts = found.flatMap((item) => {
    const other = byId.get(otherEnd(item));
    return other ? [{ ...item, other }] : [];
  });
  facts.sort((one, other) => compare(timeOf(one), timeOf(other)) || compare(keyOf(one.row), keyOf(other.row)));
  const quotes = await firstQuotes(
    store,
    facts.map(({ row }) => row),
  );
  const groups = groupBy(facts, ({ row, direction }) => `${row.type}|${direction}`);
  return {
    node,
    properties,
    branches,
    groups: (Object.keys(RELATIONS) as RelationType[]).flatMap((relation) =>
      (['out', 'in'] as const).flatMap((direction) => {
        const group = groups.get(`${relation}|${direction}`);
        if (!group) return [];
        return [
          {
            relation,
            direction,
            total: totalOf(branches, relation, direction),
            facts: group.map(({ row, other }) => ({
              relation: relationBrief(row),
              other,
              quote: quotes.get(keyOf(row)) ?? null,
            })),
          },
        ];
      }),
    ),
  };
}

/**
 * Of each relation and direction the first by key, so that none of them is missing because of another. Mentions come last and only fill what
 * room is left: they state nothing.
 */
async function factsAround(store: GraphStore, id: string, asked: Promise<Degrees>): Promise<readonly Found[]> {
  const all = await store.read(allFacts(id));
  if (all.length > 0) return all.map((row) => ({ direction: row.from === id ? 'out' : 'in', row }));
  const degrees = await asked;
  const degreeOf = (way: Way): number => degrees.get(wayName(way)) ?? 0;
  const read = async (ways: readonly Way[], room: number): Promise<readonly Found[]> => {
    const limits = shares(ways.map(degreeOf), room);
    const found = await Promise.all(
      ways.map((way, index) => {
        const limit = limits[index] ?? 0;
        return limit > 0 ? store.read(firstFacts(id, way, limit)) : [];
      }),
    );
    return ways.flatMap(({ direction }, index) => (found[index] ?? []).map((row) => ({ direction, row })));
  };
  const ways = waysFrom(id).filter((way) => degreeOf(way) > 0);
  const [stating, mentioning] = [ways.filter(isStatement), ways.filter((way) => !isStatement(way))];
  const stated = stating.reduce((sum, way) => sum + degreeOf(way), 0);
  return (await Promise.all([read(stating, MAX_FACTS), read(mentioning, Math.max(0, MAX_FACTS - stated))])).flat();
}

/** Everything around a node that has no more than is shown; nothing of another one. */
const allFacts = (id: string): Statement<RelationRow> => ({
  cypher: `MATCH (n:Entity {id: $id}) WITH n, COUNT { (n)--() } AS relations WHERE relations <= $limit
MATCH (n)-[r]-(m:Entity) WITH r, startNode(r) AS a, endNode(r) AS b RETURN ${RELATION_COLUMNS}, r.key AS key ORDER BY key`,
  params: { id, limit: MAX_FACTS },
  row: RelationRow,
});

const firstFacts = (id: string, { relation, direction }: Way, limit: number): Statement<RelationRow> => {
  const [from, to] = direction === 'out' ? ['a', 'b'] : ['b', 'a'];
  return {
    cypher: `MATCH (${from}:Entity {id: $id})${arrow(direction, relation)}(${to}:Entity) WITH a, r, b LIMIT $most
RETURN ${RELATION_COLUMNS}, r.key AS key ORDER BY key LIMIT $limit`,
    params: { id, limit, most: MOST_SORTED },
    row: RelationRow,
  };
};

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

export async function propertiesOf(store: GraphStore, id: string): Promise<Properties | null> {
  const rows = await store.read({
    cypher: 'MATCH (n:Entity {id: $id}) RETURN properties(n) AS properties',
    params: { id },
    row: z.object({ properties: Properties }),
  });
  if (!rows[0]) return null;
  const { search: _search, text: _text, ...shown } = rows[0].properties;
  return shown;
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

function otherEnd({ direction, row }: Found): string {
  return direction === 'out' ? row.to : row.from;
}

/** A fact's own date, or that of the event or article at its other end; the undated come last. */
function timeOf({ row, other }: Found & { readonly other: NodeBrief }): string {
  const { dateFrom, observedFrom } = row.properties;
  return String(dateFrom ?? observedFrom ?? other.date ?? '9');
}

function keyOf(row: RelationRow): string {
  return String(row.properties.key);
}

function totalOf(branches: readonly BranchCount[], relation: RelationType, direction: Direction): number {
  return branches
    .filter((branch) => branch.relation === relation && branch.direction === direction)
    .reduce((sum, { total }) => sum + total, 0);
}
