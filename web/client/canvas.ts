/** The one module that owns Cytoscape. It draws what it is given and reports what the reader did; it fetches nothing. */
import cytoscape, { type Core, type ElementDefinition, type NodeSingular } from 'cytoscape';
import type { NodeBrief, RelationBrief } from '../api.ts';
import { canvasStyle, MANY_EDGES } from './canvas-style.ts';
import { dateOf, glyphOf, labelOf } from './kinds.ts';
import type { Placed } from './view.ts';

export interface CanvasNode extends Placed {
  readonly node: NodeBrief;
}

export interface CanvasScene {
  readonly nodes: readonly CanvasNode[];
  readonly relations: readonly RelationBrief[];
  readonly selected: string | null;
  /** The node whose menu is open. */
  readonly menu: string | null;
  /** How a relation is called on its edge. */
  readonly edgeLabel: (relation: RelationBrief) => string;
}

export interface CanvasEvents {
  /** A node or an edge was picked, or nothing. */
  readonly select: (idOrKey: string | null) => void;
  readonly move: (placed: readonly Placed[]) => void;
  /** The menu of a node was asked for. */
  readonly menu: (id: string) => void;
  /** The picture was panned or zoomed: what floats beside a node must follow. */
  readonly viewport: () => void;
}

export interface GraphCanvas {
  show(scene: CanvasScene): void;
  fit(): void;
  /** Fit to places that nodes are still moving to. */
  fitTo(places: readonly Placed[]): void;
  /** The container has another size: what was in its middle stays there. */
  resize(): void;
  zoomBy(factor: number): void;
  /** Bring nodes into sight: pans to one; for several it zooms out, or on a narrow screen pans to the selected one. */
  bringIn(ids: readonly string[]): void;
  /** Where a node stands on the screen, in pixels from the container's corner, with its radius. */
  pointOf(id: string): { readonly x: number; readonly y: number; readonly radius: number } | null;
  /** The nearest node in a direction of the screen. */
  nearest(id: string, direction: 'up' | 'down' | 'left' | 'right'): string | null;
  /** Read the tokens again. */
  restyle(): void;
  destroy(): void;
}

const MIN_ZOOM = 0.15;
const MAX_ZOOM = 3;
/** Nobody needs a picture of three nodes blown up to the whole screen. */
const FIT_ZOOM = 1.1;
const FIT_PADDING = 60;
/** Where the canvas is narrower, labels are never shrunk: it pans instead. */
const NARROW = 640;
/** Diameter by number of relations: from 26, and 10 more at the most. */
const SIZE = { least: 26, most: 36, step: 1.6 };
const HIGHLIGHT = 'near';
const LABELLED = 'labelled';
/** A node with more edges than this shows their names one at a time, under the pointer: all at once cover each other. */
const MOST_LABELS = 10;

/** Draws into `container`, which must have a size. */
export function createGraphCanvas(container: HTMLElement, events: CanvasEvents): GraphCanvas {
  const token = (name: string) => getComputedStyle(container).getPropertyValue(name).trim();
  let manyEdges = false;
  let size = { width: container.clientWidth, height: container.clientHeight };
  const cy = cytoscape({
    container,
    style: canvasStyle(token, manyEdges),
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    boxSelectionEnabled: false,
    selectionType: 'single',
  });
  cy.on('tap', (event) => {
    if (event.target === cy) events.select(null);
    else events.select(event.target.id());
  });
  cy.on('cxttap', 'node', (event) => events.menu(event.target.id()));
  cy.on('dbltap', 'node', (event) => events.menu(event.target.id()));
  cy.on('dragfree', 'node', (event) => events.move([placed(event.target)]));
  cy.on('viewport', events.viewport);
  cy.on('mouseover', 'node, edge', ({ target }) => {
    container.classList.add('over');
    if (target.isEdge()) target.addClass('pointed');
  });
  cy.on('mouseout', 'node, edge', ({ target }) => {
    container.classList.remove('over');
    target.removeClass('pointed');
  });

  return {
    show(scene) {
      const wasEmpty = cy.nodes().empty();
      if (scene.relations.length > MANY_EDGES !== manyEdges) {
        manyEdges = !manyEdges;
        cy.style(canvasStyle(token, manyEdges));
      }
      cy.batch(() => draw(cy, scene));
      if (wasEmpty && scene.nodes.length > 0) fitAll(cy);
    },
    fit: () => fitAll(cy),
    fitTo(places) {
      cy.nodes().stop(true, true);
      for (const { id, x, y } of places) cy.getElementById(id).position({ x, y });
      fitAll(cy);
    },
    resize() {
      cy.resize();
      cy.panBy({ x: (container.clientWidth - size.width) / 2, y: (container.clientHeight - size.height) / 2 });
      size = { width: container.clientWidth, height: container.clientHeight };
    },
    zoomBy: (factor) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: middle(cy) }),
    bringIn(ids) {
      const nodes = ids.map((id) => cy.getElementById(id)).filter((node) => node.nonempty());
      if (nodes.every((node) => isInSight(cy, node))) return;
      if (nodes.length > 1 && cy.width() >= NARROW) fitAll(cy);
      else cy.center(nodes.length === 1 ? nodes[0] : cy.nodes(':selected'));
    },
    pointOf(id) {
      const node = cy.getElementById(id);
      if (node.empty()) return null;
      return { ...node.renderedPosition(), radius: node.renderedOuterWidth() / 2 };
    },
    nearest: (id, direction) => nearest(cy, id, direction),
    restyle: () => cy.style(canvasStyle(token, manyEdges)),
    destroy: () => cy.destroy(),
  };
}

/** Makes the drawing equal to the scene. Only what differs is touched. */
function draw(cy: Core, { nodes, relations, selected, menu, edgeLabel }: CanvasScene): void {
  const wanted = new Set([...nodes.map(({ id }) => id), ...relations.map(({ key }) => key)]);
  cy.elements()
    .filter((element) => !wanted.has(element.id()))
    .remove();
  for (const node of nodes) drawNode(cy, node);
  for (const relation of relations) {
    const data = { id: relation.key, source: relation.from, target: relation.to, label: edgeLabel(relation) };
    const drawn = cy.getElementById(relation.key);
    if (drawn.nonempty()) drawn.data('label', data.label);
    else cy.add({ group: 'edges', data, classes: String(relation.properties.stage ?? '') });
  }
  const chosen = cy.elements().filter((element) => element.id() === selected);
  cy.elements().difference(chosen).unselect().removeClass(`${HIGHLIGHT} ${LABELLED}`);
  chosen.select();
  chosen.nodes().neighborhood().union(chosen.edges().connectedNodes()).addClass(HIGHLIGHT);
  const near = chosen.nodes().connectedEdges();
  if (near.length <= MOST_LABELS) near.addClass(LABELLED);
  cy.nodes('.menu').removeClass('menu');
  if (menu !== null) cy.getElementById(menu).addClass('menu');
}

function drawNode(cy: Core, { id, x, y, node }: CanvasNode): void {
  const size = Math.round(Math.min(SIZE.most, SIZE.least + SIZE.step * Math.sqrt(node.degree)));
  const date = node.kind === 'Event' || node.kind === 'Article' ? dateOf(node) : '';
  const data = {
    id,
    size,
    narrow: Math.round(size * 0.78),
    label: [labelOf(node.name), date].filter(Boolean).join('\n'),
  };
  const drawn = cy.getElementById(id);
  if (drawn.empty()) {
    const element: ElementDefinition = { group: 'nodes', data, position: { x, y }, classes: glyphOf(node) };
    cy.add(element);
    return;
  }
  drawn.data(data);
  const at = drawn.position();
  if (Math.abs(at.x - x) < 1 && Math.abs(at.y - y) < 1) return;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) drawn.position({ x, y });
  else drawn.animate({ position: { x, y } }, { duration: 220, easing: 'ease-out' });
}

function fitAll(cy: Core): void {
  cy.fit(cy.nodes(), FIT_PADDING);
  if (cy.zoom() > FIT_ZOOM) {
    cy.zoom(FIT_ZOOM);
    cy.center(cy.nodes());
  }
}

/** With its label, and clear of the edge. */
function isInSight(cy: Core, node: NodeSingular): boolean {
  const { x, y } = node.renderedPosition();
  return x > FIT_PADDING && y > FIT_PADDING && x < cy.width() - FIT_PADDING && y < cy.height() - FIT_PADDING;
}

function nearest(cy: Core, id: string, direction: 'up' | 'down' | 'left' | 'right'): string | null {
  const from = cy.getElementById(id);
  if (from.empty()) return cy.nodes()[0]?.id() ?? null;
  const origin = from.position();
  const towards = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] }[direction] as [number, number];
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

function middle(cy: Core): { x: number; y: number } {
  return { x: cy.width() / 2, y: cy.height() / 2 };
}

function placed(node: NodeSingular): Placed {
  const { x, y } = node.position();
  return { id: node.id(), x: Math.round(x), y: Math.round(y) };
}
