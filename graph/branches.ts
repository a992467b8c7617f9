/** What surrounds a node, by branches, counted without loading any of it. */
import { z } from 'zod';
import { compare } from './compare.ts';
import { groupBy } from './group-by.ts';
import { kindOfId, type NodeKind, RELATIONS } from './model.ts';
import { RelationType } from './shapes.ts';
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
 * What `degreesFrom` reads, of a node `n` with this id. A server keeps these numbers with the node where it has many, as long as nothing is said of
 * the other end. All ways of its kind, so that there is one text a kind: a server plans each text anew.
 */
export function degreesColumn(id: string): string {
  return `[${waysFrom(id).map((way) => `COUNT { (n)${arrow(way.direction, way.relation)}() }`)}]`;
}

/** How many relations a node has each way that its kind allows, from that column; ways without any are left out. */
export function degreesFrom(id: string, degrees: readonly number[]): Degrees {
  const named = waysFrom(id).map((way, index) => [wayName(way), degrees[index] ?? 0] as const);
  return new Map(named.filter(([, degree]) => degree > 0));
}

/** Names a way in what `degreesFrom` returns. */
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

/** A row holds the degrees of all ways, or the neighbours of one kind on one way. */
const CountRow = z.object({ degrees: z.array(z.number()), way: z.string(), prefix: z.string(), total: z.number() });

/**
 * How many neighbours a node has in each branch, without loading any, in one exchange. Empty for an id that nothing has. Where there are as many
 * neighbours as relations a server knows the number; on the other ways it looks at each relation, and at the end of it only where that may be
 * of several kinds.
 */
export async function countNeighbours(store: Reader, id: string): Promise<readonly BranchCount[]> {
  const ways = waysFrom(id);
  if (ways.length === 0) return [];
  const looked = ways.filter((way) => !isPlain(way));
  const rows = await store.read({
    cypher: [
      `MATCH (n:Entity {id: $id}) RETURN '' AS way, '' AS prefix, 0 AS total, ${degreesColumn(id)} AS degrees`,
      ...looked.map(
        (way) => `MATCH (n:Entity {id: $id})${arrow(way.direction, way.relation)}(m)
RETURN '${wayName(way)}' AS way, ${kindsAt(way).length > 1 ? "split(m.id, '/')[0]" : "''"} AS prefix, count(DISTINCT m) AS total, [] AS degrees`,
      ),
    ].join('\nUNION ALL\n'),
    params: { id },
    row: CountRow,
  });
  const degrees = degreesFrom(id, rows.find(({ way }) => way === '')?.degrees ?? []);
  const plain = ways.filter(isPlain).flatMap((way) => branchesOf(way, kindsAt(way), degrees.get(wayName(way)) ?? 0));
  const others = looked.flatMap((way) =>
    rows
      .filter((row) => row.way === wayName(way))
      .flatMap(({ prefix, total }) => {
        const kind = kindOfId(`${prefix}/`);
        return branchesOf(way, prefix === '' ? kindsAt(way) : kind ? [kind] : [], total);
      }),
  );
  return [...plain, ...others].sort(inOrder);
}

function branchesOf(way: Way, kinds: readonly NodeKind[], total: number): readonly BranchCount[] {
  return total > 0 ? kinds.map((kind) => ({ ...way, kind, total })) : [];
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
