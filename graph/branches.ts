/** What surrounds a node, by branches, counted without loading any of it. */
import { z } from 'zod';
import { compare } from './compare.ts';
import { groupBy } from './group-by.ts';
import { kindOfId, type NodeKind, RELATIONS, RelationType } from './model.ts';
import type { Reader } from './store.ts';

/** As seen from the node: `out` where the relation starts at it. */
export type Direction = 'out' | 'in';
export const DIRECTIONS: readonly Direction[] = ['out', 'in'];

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

export type Way = Pick<Branch, 'relation' | 'direction'>;

/** Types of which one pair of nodes may have several: by post, by stage, by role, by what was learned. */
const SEVERAL_A_PAIR: readonly RelationType[] = ['HOLDS', 'LAUNCHED_IN', 'REPORTED_BY', 'LEARNED_FROM'];

/** An arrow of these types (`A|B`) as seen from the node on its left. */
export function arrow(direction: Direction, types: string): string {
  return direction === 'out' ? `-[r:${types}]->` : `<-[r:${types}]-`;
}

/** Numbers of relations, by `wayName`. */
export type Degrees = ReadonlyMap<string, number>;

/**
 * How many relations a node has each way that its kind allows; ways without any are left out. A server keeps these numbers with the node where
 * it has many, as long as nothing is said of the other end, so that of a place with a hundred thousand articles none is looked at.
 */
export async function degreesOf(store: Reader, id: string): Promise<Degrees> {
  const [row] = await store.read({
    cypher: `MATCH (n:Entity {id: $id}) RETURN ${degreesColumn(id)} AS degrees`,
    params: { id },
    row: DegreesRow,
  });
  return row ? degreesFrom(id, row.degrees) : new Map();
}

const DegreesRow = z.object({ degrees: z.array(z.number()) });

/** What `degreesFrom` reads, of a node `n` with this id. All ways of its kind, so that there is one text a kind: a server plans each text anew. */
export function degreesColumn(id: string): string {
  return `[${waysFrom(id).map((way) => `COUNT { (n)${arrow(way.direction, way.relation)}() }`)}]`;
}

export function degreesFrom(id: string, degrees: readonly number[]): Degrees {
  const named = waysFrom(id).map((way, index) => [wayName(way), degrees[index] ?? 0] as const);
  return new Map(named.filter(([, degree]) => degree > 0));
}

/** Names a way in what `degreesOf` returns. */
export function wayName({ relation, direction }: Way): string {
  return `${relation}_${direction}`;
}

/** The kinds that may stand at the other end. */
export function kindsAt({ relation, direction }: Way): readonly NodeKind[] {
  return direction === 'out' ? RELATIONS[relation].to : RELATIONS[relation].from;
}

/** Whether each relation leads to another node. */
export function isOnce({ relation }: Way): boolean {
  return !SEVERAL_A_PAIR.includes(relation);
}

/** Whether each relation leads to another node of one kind, so that there are as many neighbours as relations. */
export function isPlain(way: Way): boolean {
  return kindsAt(way).length === 1 && isOnce(way);
}

/** The ways that lead from a node of the kind that an id says. */
export function waysFrom(id: string): readonly Way[] {
  const kind = kindOfId(id);
  if (kind === null) return [];
  return DIRECTIONS.flatMap((direction) =>
    RelationType.options
      .filter((relation) => {
        const kinds: readonly NodeKind[] = direction === 'out' ? RELATIONS[relation].from : RELATIONS[relation].to;
        return kinds.includes(kind);
      })
      .map((relation) => ({ relation, direction })),
  );
}

const CountRow = z.object({ relation: RelationType, prefix: z.string(), total: z.number() });

/**
 * How many neighbours a node has in each branch, without loading any. Empty for an id that nothing has.
 * @param asked the node's degrees, where they are asked for anyway
 */
export async function countNeighbours(
  store: Reader,
  id: string,
  asked: Degrees | Promise<Degrees> = degreesOf(store, id),
): Promise<readonly BranchCount[]> {
  const ways = waysFrom(id);
  const degrees = await asked;
  const present = ways.filter((way) => degrees.has(wayName(way)));
  const counted = await Promise.all(
    DIRECTIONS.map((direction) => {
      const isCounted = (way: Way): boolean => way.direction === direction && !isPlain(way);
      return present.some(isCounted) ? countThose(store, id, direction, ways.filter(isCounted)) : [];
    }),
  );
  const plain = present
    .filter(isPlain)
    .flatMap((way) =>
      kindsAt(way).map((kind): BranchCount => ({ ...way, kind, total: degrees.get(wayName(way)) ?? 0 })),
    );
  return [...plain, ...counted.flat()].sort(inOrder);
}

/** A relation as seen from the node, with the id at its other end. */
export interface Link extends Way {
  readonly id: string;
}

/** The same of all relations of a node, where they are at hand. */
export function countLinks(links: readonly Link[]): readonly BranchCount[] {
  const branches = groupBy(links, (link) => `${wayName(link)} ${kindOfId(link.id)}`);
  return [...branches.values()]
    .flatMap((group): readonly BranchCount[] => {
      const [first] = group;
      const kind = first && kindOfId(first.id);
      if (!first || !kind) return [];
      return [
        { relation: first.relation, direction: first.direction, kind, total: new Set(group.map(({ id }) => id)).size },
      ];
    })
    .sort(inOrder);
}

function inOrder(one: BranchCount, other: BranchCount): number {
  return (
    DIRECTIONS.indexOf(one.direction) - DIRECTIONS.indexOf(other.direction) ||
    compare(one.relation, other.relation) ||
    compare(one.kind, other.kind)
  );
}

/** Counts the neighbours on these ways of one direction by looking at each. */
async function countThose(
  store: Reader,
  id: string,
  direction: Direction,
  ways: readonly Way[],
): Promise<readonly BranchCount[]> {
  const types = ways.map(({ relation }) => relation).join('|');
  const rows = await store.read({
    cypher: `MATCH (n:Entity {id: $id})${arrow(direction, types)}(m:Entity)
RETURN type(r) AS relation, split(m.id, '/')[0] AS prefix, count(DISTINCT m.id) AS total ORDER BY relation, prefix`,
    params: { id },
    row: CountRow,
  });
  return rows.flatMap(({ relation, prefix, total }) => {
    const kind = kindOfId(`${prefix}/`);
    return kind ? [{ relation, direction, kind, total }] : [];
  });
}
