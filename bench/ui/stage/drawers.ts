/** The three that are compared on the same graph and places: our canvas, Cytoscape as it comes, sigma.js as it comes. */
import cytoscape from 'cytoscape';
import { UndirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { createGraphCanvas } from '../../../web/client/canvas.ts';
import type { CanvasScene } from '../../../web/client/canvas-draw.ts';
import { drawnEdges, drawnNodes, drawnPale } from '../../../web/client/picture/drawn.ts';
import { fadedIds } from '../../../web/client/picture/scene.ts';
import { timelineOf } from '../../../web/client/time/moments.ts';
import { outsideOf, spanOf } from '../../../web/client/time/window.ts';
import type { BenchGraph } from '../graph.ts';

export interface Drawer {
  zoomToRead(): void;
  /** Where a point of the graph stands in the container, in pixels. */
  toScreen(x: number, y: number): { readonly x: number; readonly y: number };
  /** The pointer comes to the time bar; only our canvas makes use of it. */
  expectWindow?(): void;
  /** Fades what lies outside a time window, first and last day included; only our canvas can. */
  showWindow?(from: string, to: string): void;
  destroy(): void;
}

export type DrawerName = 'zhitu' | 'cytoscape' | 'sigma';

type Draw = (container: HTMLElement, graph: BenchGraph) => Drawer;

/** What a reader of labels needs. */
const LABEL_SIZE = 12;
/** sigma leaves out labels of nodes that are drawn smaller than this; the others draw all. */
const SIGMA_LABELS_FROM = 0;

export const drawers: Readonly<Record<DrawerName, Draw>> = {
  zhitu: drawZhitu,
  cytoscape: drawCytoscape,
  sigma: drawSigma,
};

function drawZhitu(container: HTMLElement, { nodes, relations }: BenchGraph): Drawer {
  const nothing = () => undefined;
  const canvas = createGraphCanvas(container, {
    select: nothing,
    toggle: nothing,
    frame: nothing,
    move: nothing,
    menu: nothing,
    viewport: nothing,
  });
  const scene: CanvasScene = {
    nodes: drawnNodes(nodes, [], () => ''),
    edges: drawnEdges(relations, [], () => ''),
    faded: new Set(),
    fresh: new Set(),
    selected: [],
    menu: null,
    tints: null,
  };
  canvas.show(scene);
  canvas.fit();
  const timeline = timelineOf({ nodes, relations }, 'happened');
  /** Two nodes far from each other tell the scale. */
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (!first || !last) throw new RangeError('expected at least one node, saw none');
  const pointOf = (id: string) => canvas.pointOf(id) ?? { x: 0, y: 0 };
  const scale = () => {
    const [one, other] = [pointOf(first.id), pointOf(last.id)];
    return Math.hypot(one.x - other.x, one.y - other.y) / Math.hypot(first.x - last.x, first.y - last.y);
  };
  return {
    zoomToRead: () => canvas.zoomBy(1 / scale()),
    toScreen(x, y) {
      const [origin, zoom] = [pointOf(first.id), scale()];
      return { x: origin.x + (x - first.x) * zoom, y: origin.y + (y - first.y) * zoom };
    },
    expectWindow: canvas.expectWindow,
    showWindow(from, to) {
      const outside = outsideOf(timeline, relations, spanOf({ from, to }));
      canvas.show({ ...scene, faded: drawnPale(fadedIds(nodes, relations, null, outside), []) });
    },
    destroy: () => canvas.destroy(),
  };
}

function drawCytoscape(container: HTMLElement, { nodes, relations }: BenchGraph): Drawer {
  const cy = cytoscape({
    container,
    style: [{ selector: 'node', style: { label: 'data(label)', 'font-size': LABEL_SIZE } }],
    layout: { name: 'preset' },
    elements: [
      ...nodes.map(({ id, x, y, node }) => ({ data: { id, label: node.name }, position: { x, y } })),
      ...relations.map(({ key, from, to }) => ({ data: { id: key, source: from, target: to } })),
    ],
  });
  return {
    zoomToRead: () => cy.zoom({ level: 1, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }),
    toScreen: (x, y) => ({ x: x * cy.zoom() + cy.pan().x, y: y * cy.zoom() + cy.pan().y }),
    destroy: () => cy.destroy(),
  };
}

function drawSigma(container: HTMLElement, { nodes, relations }: BenchGraph): Drawer {
  const graph = new UndirectedGraph();
  for (const { id, x, y, node } of nodes) graph.addNode(id, { x, y: -y, size: 6, label: node.name });
  for (const { from, to } of relations) graph.addEdge(from, to);
  const sigma = new Sigma(graph, container, {
    labelSize: LABEL_SIZE,
    labelRenderedSizeThreshold: SIGMA_LABELS_FROM,
  });
  const toScreen = (x: number, y: number) => sigma.graphToViewport({ x, y: -y });
  return {
    zoomToRead() {
      const [one, other] = [toScreen(0, 0), toScreen(1, 0)];
      const camera = sigma.getCamera();
      camera.setState({ ratio: camera.getState().ratio * Math.hypot(one.x - other.x, one.y - other.y) });
      sigma.refresh();
    },
    toScreen,
    destroy: () => sigma.kill(),
  };
}
