/** Walking the graph: what surrounds a node (counted before it is loaded), and the relations among what is shown. */
import { z } from 'zod';
import { briefsOf, type NodeBrief, RELATION_COLUMNS, type RelationBrief, RelationRow, relationBrief } from './brief.ts';
import { ID_PREFIX, kindOfId, type NodeKind, RelationType } from './model.ts';
import type { GraphStore, Statement } from './store.ts';

/** As seen from the node: `out` where the relation starts at it. */
export type Direction = 'out' | 'in';
const DIRECTIONS: readonly Direction[] = ['out', 'in'];

/** One kind of neighbour: a relation type, the way it points as seen from the node, and the kind at its other end. */
export interface Branch {
  readonly relation: RelationType;
  readonly direction: Direction;
  readonly kind: NodeKind;
}

export interface BranchCount extends Branch {
  /** Different nodes at the other end. */
  readonly total: number;
}

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

export interface Neighbours {
  readonly nodes: readonly NodeBrief[];
  /** Among the new nodes, and between them and the shown ones. */
  readonly relations: readonly RelationBrief[];
  /** New nodes that the limit left out. */
  readonly left: number;
}

export interface Subgraph {
  readonly nodes: readonly NodeBrief[];
  readonly relations: readonly RelationBrief[];
}

const CountRow = z.object({ relation: RelationType, prefix: z.string(), total: z.number() });
const CandidateRow = z.object({ id: z.string(), date: z.string(), degree: z.number() });
type CandidateRow = z.infer<typeof CandidateRow>;

/** The pattern from a node to its neighbour; both ends are labelled for the embedded engine's sake. */
const AROUND: Readonly<Record<Direction, string>> = {
  out: '(n:Entity {id: $id})-[r]->(m:Entity)',
  in: '(n:Entity {id: $id})<-[r]-(m:Entity)',
};

const countStatement = (id: string, direction: Direction): Statement<z.infer<typeof CountRow>> => ({
  cypher: `MATCH ${AROUND[direction]}
RETURN type(r) AS relation, split(m.id, '/')[0] AS prefix, count(DISTINCT m.id) AS total ORDER BY relation, prefix`,
  params: { id },
  row: CountRow,
});

/** How many neighbours a node has in each branch, without loading any. Empty for an id that nothing has. */
export async function countNeighbours(store: GraphStore, id: string): Promise<readonly BranchCount[]> {
  const counted = await Promise.all(
    DIRECTIONS.map(async (direction) =>
      (await store.read(countStatement(id, direction))).flatMap(({ relation, prefix, total }) => {
        const kind = kindOfId(`${prefix}/`);
        return kind ? [{ relation, direction, kind, total }] : [];
      }),
    ),
  );
  return counted.flat();
}

const candidates = (direction: Direction, { id, take, shown, only }: NeighbourInput): Statement<CandidateRow> => ({
  cypher: `MATCH ${AROUND[direction]}
WHERE (type(r) + '|' + split(m.id, '/')[0]) IN $take AND NOT m.id IN $shown${only ? ' AND m.id IN $only' : ''}
RETURN DISTINCT m.id AS id, coalesce(m.dateFrom, m.publishedOn, '') AS date, COUNT { (m)--(:Entity) } AS degree
ORDER BY id`,
  params: {
    id,
    take: take
      .filter((branch) => branch.direction === direction)
      .map(({ relation, kind }) => `${relation}|${prefixOf(kind)}`),
    shown: [...shown, id],
    ...(only && { only }),
  },
  row: CandidateRow,
});

/** The ids that an expansion would add, in order and before its limit. */
async function newNeighbours(store: GraphStore, input: NeighbourInput): Promise<readonly string[]> {
  const found = await Promise.all(
    DIRECTIONS.filter((direction) => input.take.some((branch) => branch.direction === direction)).map((direction) =>
      store.read(candidates(direction, input)),
    ),
  );
  const byId = new Map(found.flat().map((row) => [row.id, row]));
  return [...byId.values()].sort(input.order === 'date' ? byDate : byDegree).map(({ id }) => id);
}

/** How many nodes an expansion would add, and how many its limit would leave out. */
export async function previewNeighbours(
  store: GraphStore,
  input: NeighbourInput,
): Promise<{ adds: number; left: number }> {
  const total = (await newNeighbours(store, input)).length;
  const adds = Math.min(total, input.limit);
  return { adds, left: total - adds };
}

/** What an expansion would add, node by node: `limit` of them from the `offset`th on. */
export async function listNeighbours(
  store: GraphStore,
  input: NeighbourInput & { readonly offset: number },
): Promise<{ readonly nodes: readonly NodeBrief[]; readonly total: number }> {
  const ids = await newNeighbours(store, input);
  return { nodes: await briefsOf(store, ids.slice(input.offset, input.offset + input.limit)), total: ids.length };
}

/** The neighbours of a node in the chosen branches, and every relation between them and what is shown. */
export async function loadNeighbours(store: GraphStore, input: NeighbourInput): Promise<Neighbours> {
  const ids = await newNeighbours(store, input);
  const chosen = ids.slice(0, input.limit);
  const [nodes, relations] = await Promise.all([
    briefsOf(store, chosen),
    relationsBetween(store, chosen, [...chosen, ...input.shown, input.id]),
  ]);
  return { nodes, relations, left: ids.length - chosen.length };
}

/** The given nodes (those that exist) and all relations among them. */
export async function subgraphOf(store: GraphStore, ids: readonly string[]): Promise<Subgraph> {
  const [nodes, relations] = await Promise.all([briefsOf(store, ids), relationsBetween(store, ids, ids)]);
  return { nodes, relations };
}

/** Each relation has a new node at one end at least: it is looked for from either. */
const FROM_EITHER_END = [
  '(a:Entity)-[r]->(b:Entity) WHERE a.id IN $some AND b.id IN $all',
  '(b:Entity)<-[r]-(a:Entity) WHERE b.id IN $some AND a.id IN $all',
];

async function relationsBetween(
  store: GraphStore,
  some: readonly string[],
  all: readonly string[],
): Promise<readonly RelationBrief[]> {
  if (some.length === 0) return [];
  const found = await Promise.all(
    FROM_EITHER_END.map((pattern) =>
      store.read({
        cypher: `MATCH ${pattern} RETURN ${RELATION_COLUMNS}, r.key AS key ORDER BY key`,
        params: { some, all },
        row: RelationRow,
      }),
    ),
  );
  const byKey = new Map(found.flat().map((row) => [String(row.properties.key), relationBrief(row)]));
  return [...byKey.values()].sort((one, other) => compare(one.key, other.key));
}

function prefixOf(kind: NodeKind): string {
  return ID_PREFIX[kind].slice(0, -1);
}

function byDate(one: CandidateRow, other: CandidateRow): number {
  return compare(other.date, one.date) || compare(one.id, other.id);
}

function byDegree(one: CandidateRow, other: CandidateRow): number {
  return other.degree - one.degree || compare(one.id, other.id);
}

/** By code unit, so that the order is the same on every machine. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
