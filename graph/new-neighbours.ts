/**
 * Which neighbours an expansion adds, in their order. Of a node with few relations all are read and sorted here, by one statement; of others
 * the engine gives the first and the counts (`many-neighbours.ts`).
 */
import { z } from 'zod';
import { type Branch, DIRECTIONS } from './branches.ts';
import { compare } from './compare.ts';
import { firstOfMany } from './many-neighbours.ts';
import { kindOfId, RelationType } from './model.ts';
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

/** So many relations are read sooner than what the engine would be asked instead. */
const FEW = 500;
const COLUMNS = `type(r) AS relation, startNode(r) = n AS isOut, m.id AS id, coalesce(m.dateFrom, m.publishedOn, '') AS date,
  COUNT { (m)--() } AS degree ORDER BY id`;

/** Everything around a node of few relations; nothing of one with many. */
const aroundFew = (id: string): Statement<AroundRow> => ({
  cypher: `MATCH (n:Entity {id: $id}) WITH n, COUNT { (n)--() } AS relations WHERE relations <= $few
MATCH (n)-[r]-(m:Entity) RETURN ${COLUMNS}`,
  params: { id, few: FEW },
  row: AroundRow,
});

/** Of what is around a node these alone, found from their end. */
const aroundOnly = (id: string, only: readonly string[]): Statement<AroundRow> => ({
  cypher: `MATCH (m:Entity) WHERE m.id IN $only MATCH (n:Entity {id: $id}) WITH DISTINCT m, n
MATCH (n)-[r]-(m) RETURN ${COLUMNS}`,
  params: { id, only },
  row: AroundRow,
});

/** @param wanted how many ids are needed, from the first on */
export async function newNeighbours(store: GraphStore, input: NeighbourInput, wanted: number): Promise<NewNeighbours> {
  const { id, take, only } = input;
  if (take.length === 0) return { ids: [], total: 0 };
  if (only !== undefined) return firstOf(await store.read(aroundOnly(id, only)), input, wanted);
  const around = await store.read(aroundFew(id));
  return around.length > 0 ? firstOf(around, input, wanted) : firstOfMany(store, input, wanted);
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
  return { ids: found.slice(0, wanted).map((row) => row.id), total: found.length };
}

function byDate(one: AroundRow, other: AroundRow): number {
  return compare(other.date, one.date) || compare(one.id, other.id);
}

function byDegree(one: AroundRow, other: AroundRow): number {
  return other.degree - one.degree || compare(one.id, other.id);
}
