/**
 * A quick drawing of what stands out, over a large picture that is paled as a whole: for each step of a time window that is being moved,
 * and for a picture that has just come. Cytoscape styles and draws thousands of elements one by one, which takes several frames; it does so when nothing has changed for a moment.
 */
import type { Core } from 'cytoscape';
import type { CanvasScene } from './canvas-draw.ts';
import { FADED_OPACITY, HEXAGON, LEAST_FONT, SHEET } from './canvas-style.ts';
import { colourOf, GLYPH_NAMES, type GlyphName } from './kinds.ts';
import type { DrawnNode } from './picture/drawn.ts';

export interface Veil {
  /** Draws it quickly now, and by Cytoscape once nothing has been shown for a while. */
  show(scene: CanvasScene): void;
  /** Does not wait. */
  settle(): void;
  /** Something else is drawn instead. */
  drop(): void;
}

/** A time window that has not moved for so many milliseconds rests. */
const REST_MS = 200;
const LINE_WIDTH = 1.2;
/** Lines of one stroke: of very many at once each takes longer. */
const LINES_A_STROKE = 50;
const FONT_SIZE = 12;
const LINE_HEIGHT = 1.3;
const LABEL_GAP = 5;

/** Corners of what is not round, in a square from -1 to 1. */
const CORNERS: Readonly<Partial<Record<GlyphName, readonly Corner[]>>> = {
  place: cornersOf(HEXAGON),
  org: cornersOf('-1 -1 1 -1 1 1 -1 1'),
  program: cornersOf('0 -1 1 0 0 1 -1 0'),
  event: cornersOf('0 -1 1 1 -1 1'),
  article: cornersOf(SHEET),
};

type Corner = readonly [x: number, y: number];

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * @param container what is in sight; Cytoscape draws into its first child
 * @param margin how far the drawing reaches beyond it on each side, in pixels
 * @param draw makes Cytoscape's drawing equal to a scene
 */
export function createVeil(
  cy: Core,
  container: HTMLElement,
  margin: () => number,
  token: (name: string) => string,
  draw: (scene: CanvasScene) => void,
): Veil {
  const picture = container.firstElementChild as HTMLElement;
  const canvas = container.appendChild(document.createElement('canvas'));
  Object.assign(canvas.style, { position: 'absolute', inset: '0', pointerEvents: 'none', display: 'none' });
  let waiting: { readonly scene: CanvasScene; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  const drop = () => {
    if (!waiting) return;
    clearTimeout(waiting.timer);
    waiting = null;
    cy.one('render', () => {
      if (waiting) return;
      canvas.style.display = 'none';
      picture.style.opacity = '';
    });
  };
  const settle = () => {
    const scene = waiting?.scene;
    drop();
    if (scene) draw(scene);
  };
  return {
    show(scene) {
      if (waiting) clearTimeout(waiting.timer);
      waiting = { scene, timer: setTimeout(settle, REST_MS) };
      const context = clearedContext(canvas, container, cy, margin());
      if (!context) return;
      drawBright(context, scene, cy, token);
      canvas.style.display = 'block';
      picture.style.opacity = String(FADED_OPACITY);
    },
    settle,
    drop,
  };
}

function drawBright(
  context: CanvasRenderingContext2D,
  { nodes, edges, faded }: CanvasScene,
  cy: Core,
  token: (name: string) => string,
): void {
  const { x1, y1, x2, y2 } = cy.extent();
  const sight = { left: x1, top: y1, right: x2, bottom: y2 };
  const places = new Map(nodes.filter(({ id }) => !faded.has(id)).map((node) => [node.id, node]));
  context.lineWidth = LINE_WIDTH;
  context.strokeStyle = token('--edge');
  strokeLines(
    context,
    edges.flatMap(({ id, from, to }) => {
      const [one, other] = [places.get(from), places.get(to)];
      return one && other && !faded.has(id) && canBeSeen(one, other, sight) ? [[one, other] as const] : [];
    }),
  );
  const seen = [...places.values()].filter((node) => canBeSeen(node, node, sight));
  fillNodes(context, seen, token);
  if (cy.zoom() * FONT_SIZE >= LEAST_FONT.many) writeLabels(context, seen, token);
}

/** The canvas as large as the container, empty, in the coordinates of the graph. */
function clearedContext(
  canvas: HTMLCanvasElement,
  { clientWidth, clientHeight }: HTMLElement,
  cy: Core,
  margin: number,
): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio;
  const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  Object.assign(canvas.style, { width: `${clientWidth}px`, height: `${clientHeight}px` });
  const context = canvas.getContext('2d');
  if (!context) return null;
  const [pan, zoom] = [cy.pan(), cy.zoom()];
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * (pan.x - margin), ratio * (pan.y - margin));
  return context;
}

function canBeSeen(one: DrawnNode, other: DrawnNode, { left, top, right, bottom }: Box): boolean {
  const reach = Math.max(one.size, other.size);
  return (
    Math.max(one.x, other.x) + reach >= left &&
    Math.min(one.x, other.x) - reach <= right &&
    Math.max(one.y, other.y) + reach >= top &&
    Math.min(one.y, other.y) - reach <= bottom
  );
}

function strokeLines(
  context: CanvasRenderingContext2D,
  lines: readonly (readonly [one: DrawnNode, other: DrawnNode])[],
): void {
  for (let start = 0; start < lines.length; start += LINES_A_STROKE) {
    context.beginPath();
    for (const [one, other] of lines.slice(start, start + LINES_A_STROKE)) {
      context.moveTo(one.x, one.y);
      context.lineTo(other.x, other.y);
    }
    context.stroke();
  }
}

function fillNodes(
  context: CanvasRenderingContext2D,
  nodes: readonly DrawnNode[],
  token: (name: string) => string,
): void {
  for (const glyph of GLYPH_NAMES) {
    context.fillStyle = token(`--k-${colourOf(glyph)}`);
    for (const { glyph: own, x, y, size } of nodes) {
      if (own !== glyph) continue;
      context.beginPath();
      const corners = CORNERS[glyph];
      if (corners) for (const [cx, cy] of corners) context.lineTo(x + (cx * size) / 2, y + (cy * size) / 2);
      else context.arc(x, y, size / 2, 0, 2 * Math.PI);
      context.fill();
    }
  }
}

function cornersOf(points: string): readonly Corner[] {
  const numbers = points.split(' ').map(Number);
  return Array.from({ length: numbers.length / 2 }, (_, index) => [
    numbers[2 * index] ?? 0,
    numbers[2 * index + 1] ?? 0,
  ]);
}

function writeLabels(
  context: CanvasRenderingContext2D,
  nodes: readonly DrawnNode[],
  token: (name: string) => string,
): void {
  context.font = `${FONT_SIZE}px ${token('--font-ui')}`;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.fillStyle = token('--ink');
  for (const { x, y, size, label } of nodes) {
    for (const [line, text] of label.split('\n').entries())
      context.fillText(text, x, y + size / 2 + LABEL_GAP + line * FONT_SIZE * LINE_HEIGHT);
  }
}
