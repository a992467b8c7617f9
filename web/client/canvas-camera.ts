/** Where the reader looks: fitting, bringing into sight, and which node lies in a direction. */
import type { Core, NodeSingular } from 'cytoscape';
import type { Spot } from './view.ts';

export type Way = 'up' | 'down' | 'left' | 'right';

/** Five thousand nodes fit into a window at this. */
export const MIN_ZOOM = 0.04;
/** Nobody needs a picture of three nodes blown up to the whole screen. */
const FIT_ZOOM = 1.1;
const FIT_PADDING = 60;
/** What a node takes beside its middle, with its label. */
const NODE_REACH = 40;
/** Where the canvas is narrower, labels are never shrunk: it pans instead. */
const NARROW = 640;

/** @param margin how far the drawing reaches beyond what is in sight on each side, in pixels */
export function fitAll(cy: Core, margin: number): void {
  cy.fit(cy.nodes(), FIT_PADDING + margin);
  if (cy.zoom() > FIT_ZOOM) {
    cy.zoom(FIT_ZOOM);
    cy.center(cy.nodes());
  }
}

/** How much larger the graph is drawn, and where its origin stands, in pixels. */
export interface Camera {
  readonly zoom: number;
  readonly pan: { readonly x: number; readonly y: number };
}

/** What shows all of these places in so large a window, in pixels. */
export function cameraFor(
  places: readonly Spot[],
  { width, height }: { readonly width: number; readonly height: number },
): Camera {
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs) - NODE_REACH, Math.max(...xs) + NODE_REACH];
  const [top, bottom] = [Math.min(...ys) - NODE_REACH, Math.max(...ys) + NODE_REACH];
  const fitting = Math.min((width - 2 * FIT_PADDING) / (right - left), (height - 2 * FIT_PADDING) / (bottom - top));
  const zoom = Math.max(MIN_ZOOM, Math.min(FIT_ZOOM, fitting));
  return { zoom, pan: { x: width / 2 - (zoom * (left + right)) / 2, y: height / 2 - (zoom * (top + bottom)) / 2 } };
}

/** The same as `fitAll` for nodes that are not drawn yet. */
export function fitPlaces(cy: Core, places: readonly Spot[], margin: number): void {
  const window = { width: cy.width() - 2 * margin, height: cy.height() - 2 * margin };
  const { zoom, pan } = cameraFor(places, window);
  cy.viewport({ zoom, pan: { x: pan.x + margin, y: pan.y + margin } });
}

/** Pans to one node; for several it zooms out, or on a narrow screen pans to the first. */
export function bringIntoSight(cy: Core, ids: readonly string[], margin: number): void {
  const nodes = ids.map((id) => cy.getElementById(id)).filter((node) => node.nonempty());
  if (nodes.every((node) => isInSight(cy, node, FIT_PADDING + margin))) return;
  if (nodes.length > 1 && cy.width() - 2 * margin >= NARROW) fitAll(cy, margin);
  else cy.center(nodes[0]);
}

/** The nearest node in a direction of the screen; any node where there is none of that id. */
export function nearestNode(cy: Core, id: string, way: Way): string | null {
  const from = cy.getElementById(id);
  if (from.empty()) return cy.nodes()[0]?.id() ?? null;
  const origin = from.position();
  const towards = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] }[way] as [number, number];
  const ahead = cy
    .nodes()
    .toArray()
    .filter((node) => node.id() !== id)
    .map((node) => {
      const { x, y } = (node as NodeSingular).position();
      const [dx, dy] = [x - origin.x, y - origin.y];
      const along = dx * towards[0] + dy * towards[1];
      const across = Math.abs(dx * towards[1]) + Math.abs(dy * towards[0]);
      return { id: node.id(), along, cost: along + 2 * across };
    })
    .filter(({ along, cost }) => along > 0 && cost < along * 4);
  return ahead.sort((one, other) => one.cost - other.cost)[0]?.id ?? null;
}

/** With its label, and clear of the edge. */
function isInSight(cy: Core, node: NodeSingular, padding: number): boolean {
  const { x, y } = node.renderedPosition();
  return x > padding && y > padding && x < cy.width() - padding && y < cy.height() - padding;
}
