/** Edges pull, nodes push: what belongs together comes together. */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Spot } from '../view.ts';
import { clearOfPinned, type LayoutTask, mean, type Progress } from './task.ts';

/** The length an edge would like to have: two nodes with their labels side by side. */
const EDGE_LENGTH = 190;
const REPULSION = -900;
/** Beyond this nodes do not feel each other: parts without a connection stay in sight of each other. */
const REACH = 1200;
/** Half of what a node takes up with its label. */
const RADIUS = 58;
/** Pulls everything gently together, so that parts without a connection do not drift away. */
const GRAVITY = 0.04;
/** Steps until a small picture rests; a large one gets fewer, as each takes longer and the first ones do most. */
const STEPS = { most: 300, least: 120, nodes: 900 };
/** Progress is told after so many steps. */
const TELL = 5;
/** The golden angle spreads starting points without a pattern and without chance. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

interface Body extends SimulationNodeDatum {
  readonly id: string;
}

/** New places for all nodes that are not pinned. */
export function forceLayout({ nodes, edges }: Pick<LayoutTask, 'nodes' | 'edges'>, tell: Progress): readonly Spot[] {
  const pinned = nodes.filter((node) => node.pinned);
  const centre = { x: mean(pinned.map(({ x }) => x)), y: mean(pinned.map(({ y }) => y)) };
  const bodies = nodes.map(({ id, x, y, pinned: isPinned }, index): Body => {
    const radius = (EDGE_LENGTH / 2) * Math.sqrt(index);
    const start = { x: centre.x + radius * Math.cos(index * GOLDEN), y: centre.y + radius * Math.sin(index * GOLDEN) };
    return isPinned ? { id, x, y, fx: x, fy: y } : { id, ...start };
  });
  const known = new Set(nodes.map(({ id }) => id));
  const links = edges
    .filter(([from, to]) => from !== to && known.has(from) && known.has(to))
    .map(([source, target]): SimulationLinkDatum<Body> => ({ source, target }));
  const simulation = forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, SimulationLinkDatum<Body>>(links)
        .id(({ id }) => id)
        .distance(EDGE_LENGTH),
    )
    .force('charge', forceManyBody().strength(REPULSION).distanceMax(REACH))
    .force('collide', forceCollide(RADIUS))
    .force('x', forceX(centre.x).strength(GRAVITY))
    .force('y', forceY(centre.y).strength(GRAVITY))
    .stop();
  const steps = Math.max(STEPS.least, Math.min(STEPS.most, Math.round((STEPS.most * STEPS.nodes) / nodes.length)));
  simulation.alphaDecay(1 - simulation.alphaMin() ** (1 / steps));
  for (let step = 0; step < steps; step++) {
    simulation.tick();
    if (step % TELL === 0) tell(step / steps);
  }
  const spots = bodies.map(({ id, x = 0, y = 0 }) => ({ id, x: Math.round(x), y: Math.round(y) }));
  return clearOfPinned(nodes, spots);
}
