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
  /** How many there are. */
  readonly total: number;
  /** Number of relations of those of whom it came to be known. */
  readonly degrees: ReadonlyMap<string, number>;
}

/** One relation of the node, and what is at its other end. */
const AroundRow = z.object({
  relation: RelationType,
  isOut: z.boolean(),
  id: z.string(),
  date: z.string(),
  degree: z.number(),
});
type AroundRow = z.infer<typeof AroundRow>;
/** The degrees of the node, where it has many relations; and, by a label in place of the id, how many nodes there are with it. */
const BesideRow = z.object({ relation: z.null(), id: z.string(), degree: z.number(), degrees: z.array(z.number()) });
const FirstRow = z.discriminatedUnion('relation', [AroundRow, BesideRow]);

/** So many relations are read sooner than what the engine would be asked instead. */
const FEW = 500;
const COLUMNS = `type(r) AS relation, startNode(r) = n AS isOut, m.id AS id, coalesce(m.dateFrom, m.publishedOn, '') AS date,
  COUNT { (m)--() } AS degree`;
/** Kinds of which it is known how many nodes there are, where an engine may walk their index. */
const SIZED = ['Article', 'Event'] as const;
const beside = (id: string, degree: string, degrees: string): string =>
  `RETURN null AS relation, false AS isOut, ${id} AS id, '' AS date, ${degree} AS degree, ${degrees} AS degrees`;

/** Everything around a node of few relations, or what is to be known of one with many. */
const around = (id: string, few: number, isSized: boolean): Statement<z.infer<typeof FirstRow>> => ({
  cypher: [
    `MATCH (n:Entity {id: $id}) WITH n, COUNT { (n)--() } AS relations WHERE relations <= $few
MATCH (n)-[r]-(m:Entity) RETURN ${COLUMNS}, [] AS degrees`,
    `MATCH (n:Entity {id: $id}) WHERE COUNT { (n)--() } > $few ${beside('n.id', '0', degreesColumn(id))}`,
    // Numbers that a server keeps: it must be asked for nothing beside them.
    ...(isSized ? SIZED : []).map(
      (kind) => `MATCH (x:${kind}) WITH count(x) AS nodes ${beside(`'${kind}'`, 'nodes', '[]')}`,
    ),
  ].join('\nUNION ALL\n'),
  params: { id, few },
  row: FirstRow,
});

/** Of what is around a node these alone, found from their end. */
const aroundOnly = (id: string, only: readonly string[]): Statement<AroundRow> => ({
  cypher: `MATCH (m:Entity) WHERE m.id IN $only MATCH (n:Entity {id: $id}) WITH DISTINCT m, n
MATCH (n)-[r]-(m) RETURN ${COLUMNS} ORDER BY id`,
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
  if (take.length === 0) return { ids: [], total: 0, degrees: new Map() };
  if (only !== undefined) return firstOf(await store.read(aroundOnly(id, only)), input, wanted);
  const rows = await store.read(around(id, few, store.walksIndexes));
  const hub = rows.find((row) => row.relation === null && row.id === id);
  if (hub?.relation !== null)
    return firstOf(
      rows.filter((row) => row.relation !== null),
      input,
      wanted,
    );
  const sizes = new Map(SIZED.map((kind) => [kind, rows.find((row) => row.id === kind)?.degree ?? 0]));
  const found = await firstOfMany(store, input, { degrees: degreesFrom(id, hub.degrees), sizes }, wanted);
  return { ...found, degrees: new Map() };
}

function firstOf(
  around: readonly AroundRow[],
  { id, take, shown, order }: NeighbourInput,
  wanted: number,
): NewNeighbours {
  const taken = new Set(take.map(({ relation, direction, kind }) => `${relation} ${direction} ${kind}`));
  const without = new Set([...shown, id]);
  const isTaken = (row: AroundRow): boolean =>
    taken.has(`${row.relation} ${DIRECTIONS[row.isOut ? 0 : 1]} ${kindOfId(row.id)}`) && !without.has(row.id);
  const found = [...new Map(around.filter(isTaken).map((row) => [row.id, row])).values()];
  found.sort(order === 'date' ? byDate : byDegree);
  const first = found.slice(0, wanted);
  return {
    ids: first.map((row) => row.id),
    total: found.length,
    degrees: new Map(first.map((row) => [row.id, row.degree])),
  };
}

function byDate(one: AroundRow, other: AroundRow): number {
  return compare(other.date, one.date) || compare(one.id, other.id);
}

function byDegree(one: AroundRow, other: AroundRow): number {
  return other.degree - one.degree || compare(one.id, other.id);
}
