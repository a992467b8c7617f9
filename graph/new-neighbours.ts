/**
 * Which neighbours an expansion adds, in their order. Of a node with few, all are read and sorted here. A place that a hundred thousand
 * articles mention has too many for that: its newest are found by walking the index of days from its end.
 */
import { z } from 'zod';
import { arrow, type Branch, countNeighbours, DIRECTIONS, type Direction, degreesOf, wayName } from './branches.ts';
import { compare } from './compare.ts';
import { ID_PREFIX, type NodeKind } from './model.ts';
import type { GraphStore, Reader, Statement } from './store.ts';

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

const CandidateRow = z.object({ id: z.string(), date: z.string(), degree: z.number() });
type CandidateRow = z.infer<typeof CandidateRow>;
const NewestRow = z.object({ id: z.string(), date: z.string() });
const TotalRow = z.object({ total: z.number() });

/** The property of a kind that has an index of days. */
const DAY: Partial<Readonly<Record<NodeKind, 'publishedOn' | 'dateFrom'>>> = {
  Article: 'publishedOn',
  Event: 'dateFrom',
};
/** So few are read and sorted in any case. */
const FEW = 1_000;
/** Looking whether a node of the index is a neighbour takes so many times what reading a neighbour takes. */
const WALK_COST = 2;

/** @param wanted how many ids are needed, from the first on */
export async function newNeighbours(store: GraphStore, input: NeighbourInput, wanted: number): Promise<NewNeighbours> {
  const walked = await branchesToWalk(store, input, wanted);
  const others = input.take.filter((branch) => !walked.includes(branch));
  const [found, ...newest] = await Promise.all([
    candidatesOf(store, input, others),
    ...walked.map((branch) => newestOf(store, input, branch, wanted)),
  ]);
  const byId = new Map([...newest.flat(), ...found].map((row) => [row.id, row]));
  const totals = await Promise.all(
    walked.map((branch) =>
      newTotal(
        store,
        input,
        branch,
        found.map(({ id }) => id),
      ),
    ),
  );
  const ids = [...byId.values()].sort(input.order === 'date' ? byDate : byDegree).map(({ id }) => id);
  return { ids: ids.slice(0, wanted), total: totals.reduce((sum, total) => sum + total, found.length) };
}

/**
 * The branches for which walking the index is cheaper: it meets a neighbour every `nodes of the kind / neighbours` steps. Of a kind that two
 * large branches lead to none is walked, as only reading tells how many nodes they share.
 */
async function branchesToWalk(
  store: Reader,
  { id, take, order, only }: NeighbourInput,
  wanted: number,
): Promise<readonly Branch[]> {
  if (order !== 'date' || only !== undefined) return [];
  const dated = take.filter(({ kind }) => DAY[kind] !== undefined);
  const degrees = await degreesOf(store, id, dated);
  const degreeOf = (branch: Branch): number => degrees.get(wayName(branch)) ?? 0;
  const large = dated.filter((branch) => degreeOf(branch) > FEW);
  const alone = large.filter(({ kind }) => large.filter((other) => other.kind === kind).length === 1);
  const sizes = await Promise.all(alone.map(({ kind }) => sizeOf(store, kind)));
  return alone.filter((branch, index) => degreeOf(branch) ** 2 > WALK_COST * wanted * (sizes[index] as number));
}

/** Number of the nodes of a kind, which a server keeps. */
async function sizeOf(store: Reader, kind: NodeKind): Promise<number> {
  const rows = await store.read({ cypher: `MATCH (x:${kind}) RETURN count(x) AS total`, row: TotalRow });
  return rows[0]?.total ?? 0;
}

/** The neighbours in some branches, each once. */
async function candidatesOf(
  store: Reader,
  input: NeighbourInput,
  branches: readonly Branch[],
): Promise<readonly CandidateRow[]> {
  const found = await Promise.all(
    DIRECTIONS.map((direction) => {
      const taken = branches.filter((branch) => branch.direction === direction);
      return taken.length === 0 ? [] : store.read(candidates(direction, input, taken));
    }),
  );
  return [...new Map(found.flat().map((row) => [row.id, row])).values()];
}

function candidates(
  direction: Direction,
  { id, shown, only }: NeighbourInput,
  taken: readonly Branch[],
): Statement<CandidateRow> {
  const types = [...new Set(taken.map(({ relation }) => relation))].join('|');
  return {
    cypher: `MATCH (n:Entity {id: $id})${arrow(direction, types)}(m:Entity)
WHERE (type(r) + '|' + split(m.id, '/')[0]) IN $take AND NOT m.id IN $shown${only ? ' AND m.id IN $only' : ''}
RETURN DISTINCT m.id AS id, coalesce(m.dateFrom, m.publishedOn, '') AS date, COUNT { (m)--() } AS degree
ORDER BY id`,
    params: {
      id,
      take: taken.map(({ relation, kind }) => `${relation}|${ID_PREFIX[kind].slice(0, -1)}`),
      shown: [...shown, id],
      ...(only && { only }),
    },
    row: CandidateRow,
  };
}

/** The newest neighbours in a branch; those without a day, which come last, where there are too few with one. */
async function newestOf(
  store: Reader,
  input: NeighbourInput,
  branch: Branch,
  wanted: number,
): Promise<readonly CandidateRow[]> {
  const { id, shown } = input;
  const day = DAY[branch.kind];
  const rows = await store.read({
    cypher: `MATCH (m:${branch.kind}) WHERE m.${day} > '' AND NOT m.id IN $shown
AND EXISTS { MATCH (m)${arrow(branch.direction === 'out' ? 'in' : 'out', branch.relation)}(n:Entity {id: $id}) }
RETURN m.id AS id, m.${day} AS date ORDER BY date DESC, id LIMIT $wanted`,
    params: { id, shown: [...shown, id], wanted },
    row: NewestRow,
  });
  if (rows.length < wanted) return candidatesOf(store, input, [branch]);
  // The order by degree is never walked, so that the degree does not count.
  return rows.map((row) => ({ ...row, degree: 0 }));
}

/** How many neighbours in a branch are neither shown nor found already. */
async function newTotal(
  store: Reader,
  { id, shown }: NeighbourInput,
  branch: Branch,
  found: readonly string[],
): Promise<number> {
  const [counts, rows] = await Promise.all([
    countNeighbours(store, id),
    store.read({
      cypher: `MATCH (m:Entity) WHERE m.id IN $ids
AND EXISTS { MATCH (m)${arrow(branch.direction === 'out' ? 'in' : 'out', branch.relation)}(n:Entity {id: $id}) }
RETURN count(m) AS total`,
      params: { id, ids: [...new Set([...shown, ...found])] },
      row: TotalRow,
    }),
  ]);
  const all = counts.find(
    ({ relation, direction, kind }) =>
      relation === branch.relation && direction === branch.direction && kind === branch.kind,
  );
  return (all?.total ?? 0) - (rows[0]?.total ?? 0);
}

function byDate(one: CandidateRow, other: CandidateRow): number {
  return compare(other.date, one.date) || compare(one.id, other.id);
}

function byDegree(one: CandidateRow, other: CandidateRow): number {
  return other.degree - one.degree || compare(one.id, other.id);
}
