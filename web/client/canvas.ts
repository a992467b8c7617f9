/** The one module that owns Cytoscape. It draws what it is given and reports what the reader did; it fetches nothing. */
import cytoscape, { type Core, type NodeSingular } from 'cytoscape';
import { bringIntoSight, fitAll, fitPlaces, MIN_ZOOM, nearestNode, type Way } from './canvas-camera.ts';
import { type CanvasScene, createDrawing, EMPTY_SCENE, MOST_ANIMATED } from './canvas-draw.ts';
import { createWidePan, type WidePan } from './canvas-pan.ts';
import { addQuickCanvas, tokensOf } from './canvas-quick.ts';
import { keepNoFirstCopy } from './canvas-renderer.ts';
import { canvasStyle, MANY_EDGES } from './canvas-style.ts';
import { createVeil } from './canvas-veil.ts';
import type { Spot } from './view.ts';

export interface CanvasEvents {
  /** A node, a group or an edge was picked, or nothing. */
  readonly select: (idOrKey: string | null) => void;
  /** A node was picked beside those that are selected. */
  readonly toggle: (id: string) => void;
  /** A frame was drawn around these nodes. */
  readonly frame: (ids: readonly string[]) => void;
  /** Nodes were dragged. */
  readonly move: (placed: readonly Spot[]) => void;
  /** The menu of a node or a group was asked for. */
  readonly menu: (id: string) => void;
  /** The picture was panned or zoomed: what floats beside a node must follow. */
  readonly viewport: () => void;
}

export interface GraphCanvas {
  show(scene: CanvasScene): void;
  /** A time window may be moved soon. */
  expectWindow(): void;
  fit(): void;
  /** Fit to places that nodes are still moving to. */
  fitTo(places: readonly Spot[]): void;
  /** The container has another size: what was in its middle stays there. */
  resize(): void;
  zoomBy(factor: number): void;
  /** Bring nodes into sight. */
  bringIn(ids: readonly string[]): void;
  /** Where a node stands on the screen, in pixels from the container's corner, with its radius. */
  pointOf(id: string): { readonly x: number; readonly y: number; readonly radius: number } | null;
  /** The nearest node in a direction of the screen. */
  nearest(id: string, way: Way): string | null;
  /** Read the tokens again. */
  restyle(): void;
  destroy(): void;
}

const MAX_ZOOM = 3;

/**
 * Draws into `container`, which must have a size and hide what reaches beyond its edges.
 * @param ahead what `drawAhead` has drawn there of a large picture, which is the first to be shown
 */
export function createGraphCanvas(
  container: HTMLElement,
  events: CanvasEvents,
  ahead: HTMLCanvasElement | null = null,
): GraphCanvas {
  const token = tokensOf(container);
  let manyEdges = ahead !== null;
  let size = { width: container.clientWidth, height: container.clientHeight };
  const ground = document.createElement('div');
  container.prepend(ground);
  Object.assign(ground.style, { position: 'absolute', inset: '0' });
  const cy = cytoscape({
    container: ground,
    style: canvasStyle(token, manyEdges),
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    boxSelectionEnabled: true,
    // What is selected is told by the view, never by the drawing.
    autounselectify: true,
  });
  keepNoFirstCopy(cy);
  const drawing = createDrawing(cy);
  let shown = EMPTY_SCENE;
  const moved = () => {
    veil.follow();
    events.viewport();
  };
  const pan = createWidePan(cy, ground, moved);
  pan.setWide(manyEdges);
  const quick = ahead ?? addQuickCanvas(container);
  const veil = createVeil(cy, container, quick, pan.toContainer, token, drawing);
  const fitPicture = () => {
    if (veil.isUp()) fitPlaces(cy, shown.nodes, pan.margin());
    else fitAll(cy, pan.margin());
  };
  // Whoever takes hold of something must find it there.
  container.addEventListener('pointerdown', veil.settle, { capture: true });
  listen(cy, container, pan, { ...events, viewport: moved });

  return {
    show(scene) {
      const before = shown;
      shown = scene;
      if (scene.edges.length > MANY_EDGES !== manyEdges) {
        manyEdges = !manyEdges;
        cy.style(canvasStyle(token, manyEdges));
        pan.setWide(manyEdges);
      }
      const isFirst = before.nodes.length === 0 && scene.nodes.length > 0;
      if (manyEdges && isFirst) fitPlaces(cy, scene.nodes, pan.margin());
      if (manyEdges && isMuchElse(before, scene)) veil.show(scene, 'more');
      else if (manyEdges && onlyFadesDiffer(before, scene)) veil.show(scene, 'fades');
      else {
        veil.drop();
        // Where it is no longer the picture that was drawn ahead.
        if (before === EMPTY_SCENE) quick.style.display = 'none';
        drawing.draw(scene);
        if (isFirst) fitPicture();
      }
    },
    expectWindow() {
      if (manyEdges && shown !== EMPTY_SCENE) veil.expect(shown);
    },
    fit: fitPicture,
    fitTo(places) {
      if (!veil.isUp()) {
        cy.nodes().stop(true, true);
        cy.batch(() => {
          for (const { id, x, y } of places) cy.getElementById(id).position({ x, y });
        });
      }
      fitPicture();
    },
    resize() {
      cy.resize();
      cy.panBy({ x: (container.clientWidth - size.width) / 2, y: (container.clientHeight - size.height) / 2 });
      size = { width: container.clientWidth, height: container.clientHeight };
      veil.follow();
    },
    zoomBy(factor) {
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    },
    bringIn(ids) {
      if (veil.isUp() && ids.length > 1) fitPicture();
      else if (ids.length > 0) {
        veil.settle();
        bringIntoSight(cy, ids, pan.margin());
      }
    },
    pointOf(id) {
      // A picture that has just come may wait to be drawn in full.
      if (cy.getElementById(id).empty()) veil.settle();
      const node = cy.getElementById(id);
      if (node.empty()) return null;
      return { ...pan.toContainer(node.renderedPosition()), radius: node.renderedOuterWidth() / 2 };
    },
    nearest(id, way) {
      veil.settle();
      return nearestNode(cy, id, way);
    },
    restyle() {
      cy.style(canvasStyle(token, manyEdges));
      veil.follow();
    },
    destroy() {
      veil.drop();
      container.removeEventListener('pointerdown', veil.settle, { capture: true });
      pan.destroy();
      cy.destroy();
      container.replaceChildren();
    },
  };
}

/** Whether more nodes came or stand elsewhere than can be drawn without anybody noticing. */
function isMuchElse(before: CanvasScene, { nodes }: CanvasScene): boolean {
  if (before.nodes === nodes) return false;
  const known = new Map(before.nodes.map((node) => [node.id, node]));
  const isElse = ({ id, x, y }: Spot) => {
    const one = known.get(id);
    return !one || one.x !== x || one.y !== y;
  };
  return nodes.filter(isElse).length > MOST_ANIMATED;
}

function onlyFadesDiffer(one: CanvasScene, other: CanvasScene): boolean {
  return (
    one.faded !== other.faded &&
    one.nodes === other.nodes &&
    one.edges === other.edges &&
    one.tints === other.tints &&
    one.fresh === other.fresh &&
    one.menu === other.menu &&
    one.selected.join('\n') === other.selected.join('\n')
  );
}

function listen(cy: Core, container: HTMLElement, pan: WidePan, events: CanvasEvents): void {
  cy.on('tap', ({ target, originalEvent }) => {
    if (pan.hasDragged()) return;
    if (target === cy) events.select(null);
    else if (target.isNode() && (originalEvent.shiftKey || originalEvent.ctrlKey || originalEvent.metaKey))
      events.toggle(target.id());
    else events.select(target.id());
  });
  cy.on('cxttap dbltap taphold', 'node', ({ target }) => events.menu(target.id()));
  cy.on('dragfree', 'node', ({ target }) => events.move([spotOf(target)]));
  cy.on('viewport', events.viewport);
  let framed: string[] = [];
  cy.on('boxstart', () => {
    framed = [];
  });
  cy.on('box', 'node', ({ target }) => framed.push(target.id()));
  // `box` comes for each element after `boxend`.
  cy.on('boxend', () => queueMicrotask(() => framed.length > 0 && events.frame(framed)));
  cy.on('mouseover', 'node, edge', ({ target }) => {
    container.classList.add('over');
    if (target.isEdge()) target.addClass('pointed');
  });
  cy.on('mouseout', 'node, edge', ({ target }) => {
    container.classList.remove('over');
    target.removeClass('pointed');
  });
}

function spotOf(node: NodeSingular): Spot {
  const { x, y } = node.position();
  return { id: node.id(), x: Math.round(x), y: Math.round(y) };
}
