/** Where the nodes of a query's answer stand in its small picture, and what of a larger answer is left out. */
import type { NodeBrief, RelationBrief } from '../../api.ts';
import { glyphOf } from '../kinds.ts';
import { forceLayout } from '../layouts/force.ts';

/** Beyond this names cover each other; the canvas of the explorer has room. */
export const MAX_DRAWN = 60;
/** Room that names and shapes need at the rim, in the units of the picture. */
const MARGIN = { x: 70, top: 26, bottom: 46 } as const;

export interface ResultPicture {
  readonly nodes: readonly { readonly node: NodeBrief; readonly x: number; readonly y: number }[];
  /** One for two nodes, with all that relates them. */
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly types: readonly RelationBrief['type'][];
  }[];
  readonly width: number;
  readonly height: number;
  /** Nodes that are not drawn. */
  readonly left: number;
}

/**
 * The picture of the first nodes and of what relates them; the same answer gives the same picture. Mentions are
 * left out, unless there is nothing else.
 */
export function pictureOf(all: readonly NodeBrief[], relations: readonly RelationBrief[]): ResultPicture {
  const drawn = all.slice(0, MAX_DRAWN);
  const ids = new Set(drawn.map(({ id }) => id));
  const among = relations.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const stated = among.filter(({ type }) => type !== 'MENTIONS');
  const kept = stated.length > 0 ? stated : among;
  const pairs = new Map<string, { from: string; to: string; types: Set<RelationBrief['type']> }>();
  for (const { from, to, type } of kept) {
    const key = [from, to].sort().join(' ');
    const pair = pairs.get(key) ?? { from, to, types: new Set() };
    pairs.set(key, { ...pair, types: pair.types.add(type) });
  }
  const edges = [...pairs.values()].map(({ from, to, types }) => ({ from, to, types: [...types].sort() }));
  const spots = forceLayout(
    {
      nodes: drawn.map((node) => ({ id: node.id, x: 0, y: 0, pinned: false, glyph: glyphOf(node), date: node.date })),
      edges: edges.map(({ from, to }) => [from, to] as const),
    },
    () => {},
  );
  const [left, top] = [Math.min(0, ...spots.map(({ x }) => x)), Math.min(0, ...spots.map(({ y }) => y))];
  const places = new Map(spots.map(({ id, x, y }) => [id, { x: x - left + MARGIN.x, y: y - top + MARGIN.top }]));
  return {
    nodes: drawn.flatMap((node) => {
      const place = places.get(node.id);
      return place ? [{ node, ...place }] : [];
    }),
    edges,
    width: Math.max(0, ...spots.map(({ x }) => x)) - left + 2 * MARGIN.x,
    height: Math.max(0, ...spots.map(({ y }) => y)) - top + MARGIN.top + MARGIN.bottom,
    left: all.length - drawn.length,
  };
}

/** The nodes of an answer that are worth drawing: articles are where a row is known from, and alone they are the answer. */
export function nodesToShow(nodes: readonly NodeBrief[]): readonly NodeBrief[] {
  const things = nodes.filter(({ kind }) => kind !== 'Article');
  return things.length > 0 ? things : nodes;
}
