/** Rows from where relations start to where they end: people above their events, events above their places. */
import { Graph, layout } from '@dagrejs/dagre';
import { ROOM } from '../place.ts';
import type { Spot } from '../view.ts';
import { type LayoutTask, settled } from './task.ts';

const GAP = { x: 28, y: 70 };
/** Above this many nodes the exact ranking takes minutes; the longest path does nearly as well. */
const EXACT = 150;
/** A rank wider than this many times the square root of all nodes is broken into several rows, at least so long. */
const ROW = { share: 2.2, least: 10 };

export function hierarchyLayout({ nodes, edges }: Pick<LayoutTask, 'nodes' | 'edges'>): readonly Spot[] {
  const graph = new Graph();
  graph.setGraph({
    rankdir: 'TB',
    nodesep: GAP.x,
    ranksep: GAP.y,
    ranker: nodes.length > EXACT ? 'longest-path' : 'network-simplex',
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) graph.setNode(id, { width: ROOM.x, height: ROOM.y });
  for (const [from, to] of edges) if (from !== to && graph.hasNode(from) && graph.hasNode(to)) graph.setEdge(from, to);
  layout(graph);
  const ranks = new Map<number, { id: string; x: number }[]>();
  for (const { id } of nodes) {
    const { x = 0, y = 0 } = graph.node(id) as { x?: number; y?: number };
    const rank = ranks.get(y);
    if (rank) rank.push({ id, x });
    else ranks.set(y, [{ id, x }]);
  }
  const spots = rowsOf(
    [...ranks].sort(([one], [other]) => one - other).map(([, rank]) => rank),
    nodes.length,
  );
  return settled(nodes, (id) => spots.get(id) ?? { x: 0, y: 0 });
}

/** Ranks in their order, each in the order of its x; where one is too wide, all are set in rows of their own. */
function rowsOf(
  ranks: readonly (readonly { readonly id: string; readonly x: number }[])[],
  count: number,
): ReadonlyMap<string, { x: number; y: number }> {
  const longest = Math.max(ROW.least, Math.ceil(ROW.share * Math.sqrt(count)));
  const isWide = ranks.some((rank) => rank.length > longest);
  const spots = new Map<string, { x: number; y: number }>();
  let y = 0;
  for (const rank of ranks) {
    const sorted = rank.toSorted((one, other) => one.x - other.x);
    for (let start = 0; start < sorted.length; start += longest) {
      const row = sorted.slice(start, start + longest);
      for (const [index, { id, x }] of row.entries()) {
        spots.set(id, { x: isWide ? (index - (row.length - 1) / 2) * (ROOM.x + GAP.x) : x, y });
      }
      y += ROOM.y + (start + longest < sorted.length ? GAP.x : GAP.y);
    }
  }
  return spots;
}
