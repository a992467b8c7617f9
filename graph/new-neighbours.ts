/**
 * Which neighbours an expansion adds, in their order. Of a node with few relations all are read and sorted here, by one statement; of others
 * the engine gives the first and the counts (`many-neighbours.ts`).
 */
import { z } from 'zod';
import { type Branch, DIRECTIONS, degreesColumn, degreesFrom } from './branches.ts';
import { compare } from './compare.ts';
import { firstOfMany } from './many-neighbours.ts';
import { kindOfId } from './model.ts';
import { RelationType } from './shapes.ts';
import type { GraphStore, Statement } from './store.ts';

/** `date`: newest first, undated last; `degree`: most relations first. */
export type NeighbourOrder = 'date' | 'degree';

export interface NeighbourInput {
  readonly id: string;
  readonly take: readonly Branch[];
  /** At most this many new nodes. */
  readonly limit: number;
  readonly order: NeighbourOrder;
  /** Ids of the nodes already shown: they are not loaded again, but the relations to them are. */
  readonly shown: readonly string[];
  /** Takes only these of the new nodes; default all. */
  readonly only?: readonly string[] | undefined;
}

export interface NewNeighbours {
  /** In order, as many as were wanted, or all. */
  readonly ids: readonly string[];
  /** How many there are; of a node with many relations it may still be counted when the first are known. */
  readonly total: Promise<number>;
  /** Number of relations of those of whom it came to be known. */
  readonly degrees: ReadonlyMap<string, number>;
}

/**
 * Relations of a node, each at the same place of every list, as an engine sends and a driver reads lists in half the time of rows: type,
 * whether it starts at the node, and of what is at its other end id, day (or empty) and number of relations. Or numbers only, with what they
 * are of: the node (by `degreesFrom`), or the nodes of a label.
 */
const AroundRow = z.object({
  of: z.string(),
  relations: z.array(RelationType),
  isOut: z.array(z.boolean()),
  ids: z.array(z.string()),
  dates: z.array(z.string()),
  degrees: z.array(z.number()),
});
type AroundRow = z.infer<typeof AroundRow>;

/** So many relations are read sooner than what the engine would be asked instead. */
const FEW = 500;
const RELATIONS_OF = 'relations';
const NODE = 'node';
const NOTHING: AroundRow = { of: RELATIONS_OF, relations: [], isOut: [], ids: [], dates: [], degrees: [] };
/** Kinds of which it is known how many nodes there are, where an engine may walk their index. */
const SIZED = ['Article', 'Event'] as const;
const RELATIONS = `WITH type(r) AS relation, startNode(r) = n AS isOut, m.id AS id, coalesce(m.dateFrom, m.publishedOn, '') AS date,
  COUNT { (m)--() } AS degree
RETURN '${RELATIONS_OF}' AS of, collect(relation) AS relations, collect(isOut) AS isOut, collect(id) AS ids, collect(date) AS dates, collect(degree) AS degrees`;
const numbers = (of: string, degrees: string): string =>
  `RETURN '${of}' AS of, [] AS relations, [] AS isOut, [] AS ids, [] AS dates, ${degrees} AS degrees`;

/** Everything around a node of few relations, or what is to be known of one with many. */
const around = (id: string, few: number, isSized: boolean): Statement<AroundRow> => ({
  cypher: [
    `MATCH (n:Entity {id: $id}) WITH n, COUNT { (n)--() } AS relations WHERE relations <= $few
MATCH (n)-[r]-(m:Entity) ${RELATIONS}`,
    `MATCH (n:Entity {id: $id}) WHERE COUNT { (n)--() } > $few ${numbers(NODE, degreesColumn(id))}`,
    // Numbers that a server keeps: it must be asked for nothing beside them.
    ...(isSized ? SIZED : []).map((kind) => `MATCH (x:${kind}) WITH count(x) AS nodes ${numbers(kind, '[nodes]')}`),
  ].join('\nUNION ALL\n'),
  params: { id, few },
  row: AroundRow,
});

/** Of what is around a node these alone, found from their end. */
const aroundOnly = (id: string, only: readonly string[]): Statement<AroundRow> => ({
  cypher: `MATCH (m:Entity) WHERE m.id IN $only MATCH (n:Entity {id: $id}) WITH DISTINCT m, n
MATCH (n)-[r]-(m) ${RELATIONS}`,
  params: { id, only },
  row: AroundRow,
});

/**
 * @param wanted how many ids are needed, from the first on
 * @param few a node of more relations is not read as a whole
 */
export async function newNeighbours(
  store: GraphStore,
  input: NeighbourInput,
  wanted: number,
  few = FEW,
): Promise<NewNeighbours> {
  const { id, take, only } = input;
  if (take.length === 0) return { ids: [], total: Promise.resolve(0), degrees: new Map() };
  if (only !== undefined) return firstOf(await store.read(aroundOnly(id, only)), input, wanted);
  const rows = await store.read(around(id, few, store.walksIndexes));
  const hub = rows.find(({ of }) => of === NODE);
  if (!hub) return firstOf(rows, input, wanted);
  const sizes = new Map(SIZED.map((kind) => [kind, rows.find(({ of }) => of === kind)?.degrees[0] ?? 0]));
  const found = await firstOfMany(store, input, { degrees: degreesFrom(id, hub.degrees), sizes }, wanted);
  return { ...found, degrees: new Map() };
}

/** A neighbour, by one of its relations. */
interface Neighbour {
  readonly id: string;
  readonly date: string;
  readonly degree: number;
}

function firstOf(
  rows: readonly AroundRow[],
  { id, take, shown, order }: NeighbourInput,
  wanted: number,
): NewNeighbours {
  const taken = new Set(take.map(({ relation, direction, kind }) => `${relation} ${direction} ${kind}`));
  const without = new Set([...shown, id]);
  const { relations, isOut, ids, dates, degrees } = rows.find(({ of }) => of === RELATIONS_OF) ?? NOTHING;
  const isTaken = (other: string, at: number): boolean =>
    taken.has(`${relations[at]} ${DIRECTIONS[isOut[at] ? 0 : 1]} ${kindOfId(other)}`) && !without.has(other);
  const byId = new Map<string, Neighbour>();
  for (const [at, other] of ids.entries())
    if (isTaken(other, at)) byId.set(other, { id: other, date: dates[at] ?? '', degree: degrees[at] ?? 0 });
  const found = [...byId.values()].sort(order === 'date' ? byDate : byDegree);
  const first = found.slice(0, wanted);
  return {
    ids: first.map((neighbour) => neighbour.id),
    total: Promise.resolve(found.length),
    degrees: new Map(first.map((neighbour) => [neighbour.id, neighbour.degree])),
  };
}

function byDate(one: Neighbour, other: Neighbour): number {
  return compare(other.date, one.date) || compare(one.id, other.id);
}

function byDegree(one: Neighbour, other: Neighbour): number {
  return other.degree - one.degree || compare(one.id, other.id);
}
