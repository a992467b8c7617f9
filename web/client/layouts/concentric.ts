/** One node in the middle, and the others on rings by how many relations away they are. */
import { ROOM } from '../place.ts';
import type { Spot } from '../view.ts';
import { adjacency, type LayoutTask, settled } from './task.ts';

/** Between two rings: a node, two lines of label and a date. */
const RING_STEP = 150;

export function concentricLayout(task: Pick<LayoutTask, 'nodes' | 'edges' | 'centre'>): readonly Spot[] {
  const near = adjacency(task);
  const most = task.nodes.reduce<string | null>(
    (best, { id }) => (best !== null && degree(near, best) >= degree(near, id) ? best : id),
    null,
  );
  const centre = task.centre !== null && near.has(task.centre) ? task.centre : most;
  const rings = centre === null ? [] : ringsAround(centre, near);
  const spots = new Map<string, { x: number; y: number }>();
  let radius = 0;
  for (const [index, ring] of rings.entries()) {
    if (index > 0) radius = Math.max(radius + RING_STEP, (ring.length * ROOM.x) / (2 * Math.PI));
    for (const [at, id] of ring.entries()) {
      const angle = -Math.PI / 2 + (at * 2 * Math.PI) / ring.length;
      spots.set(id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
    }
  }
  return settled(task.nodes, (id) => spots.get(id) ?? { x: 0, y: 0 });
}

function degree(near: ReadonlyMap<string, readonly string[]>, id: string): number {
  return near.get(id)?.length ?? 0;
}

/** Ids by distance from the centre, neighbours of one node side by side; what is not connected makes the outermost ring. */
function ringsAround(centre: string, near: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const reached = new Set([centre]);
  const rings: string[][] = [[centre]];
  for (let edge = [centre]; edge.length > 0; ) {
    edge = edge.flatMap((id) => near.get(id) ?? []).filter((id) => !reached.has(id) && reached.add(id));
    if (edge.length > 0) rings.push(edge);
  }
  const rest = [...near.keys()].filter((id) => !reached.has(id));
  return rest.length > 0 ? [...rings, rest] : rings;
}
