/** A force layout, for when a reader asks for one. Pure and without chance: the same picture gives the same result. */
import type { Placed } from './view.ts';

export interface LayoutTask {
  readonly nodes: readonly Placed[];
  /** Pairs of node ids. */
  readonly edges: readonly (readonly [string, string])[];
}

/** The length an edge would like to have: two nodes with their labels side by side. */
const EDGE_LENGTH = 190;
/** Steps until the picture rests. */
const STEPS = 400;
/** Pulls everything gently together, so that parts without a connection do not drift away. */
const GRAVITY = 0.03;
/** The golden angle spreads starting points without a pattern and without chance. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

interface Body {
  x: number;
  y: number;
  dx: number;
  dy: number;
}

/**
 * New places for all nodes: edges pull, nodes push each other away (Fruchterman and Reingold 1991), moves shrink step
 * by step. Quadratic in the nodes: run it in a worker.
 */
export function forceLayout({ nodes, edges }: LayoutTask): readonly Placed[] {
  const bodies = nodes.map((_, index): Body => {
    const radius = (EDGE_LENGTH / 2) * Math.sqrt(index);
    return { x: radius * Math.cos(index * GOLDEN), y: radius * Math.sin(index * GOLDEN), dx: 0, dy: 0 };
  });
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
  const springs = edges.flatMap(([from, to]) => {
    const [one, other] = [bodies[indexOf.get(from) ?? -1], bodies[indexOf.get(to) ?? -1]];
    return one && other && one !== other ? [[one, other] as const] : [];
  });
  for (let step = 0; step < STEPS; step++) {
    repel(bodies);
    for (const [one, other] of springs) pull(one, other);
    move(bodies, EDGE_LENGTH * (1 - step / STEPS));
  }
  return nodes.map(({ id }, index) => {
    const { x, y } = bodies[index] as Body;
    return { id, x: Math.round(x), y: Math.round(y) };
  });
}

function repel(bodies: readonly Body[]): void {
  for (let i = 0; i < bodies.length; i++) {
    const one = bodies[i] as Body;
    for (let j = i + 1; j < bodies.length; j++) {
      const other = bodies[j] as Body;
      const [dx, dy] = [one.x - other.x, one.y - other.y];
      const force = EDGE_LENGTH ** 2 / Math.max(1, dx * dx + dy * dy);
      one.dx += dx * force;
      one.dy += dy * force;
      other.dx -= dx * force;
      other.dy -= dy * force;
    }
  }
}

function pull(one: Body, other: Body): void {
  const [dx, dy] = [one.x - other.x, one.y - other.y];
  const force = Math.hypot(dx, dy) / EDGE_LENGTH;
  one.dx -= dx * force;
  one.dy -= dy * force;
  other.dx += dx * force;
  other.dy += dy * force;
}

/** No body moves further than `reach` in one step. */
function move(bodies: readonly Body[], reach: number): void {
  for (const body of bodies) {
    body.dx -= body.x * GRAVITY;
    body.dy -= body.y * GRAVITY;
    const length = Math.hypot(body.dx, body.dy);
    const share = length > reach ? reach / length : 1;
    body.x += body.dx * share;
    body.y += body.dy * share;
    body.dx = 0;
    body.dy = 0;
  }
}
