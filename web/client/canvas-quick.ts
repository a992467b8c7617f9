/** Drawing a large picture quickly, as Cytoscape draws it but for what is selected: straight lines, shapes, names. */
import { type Camera, cameraFor } from './canvas-camera.ts';
import { type CanvasScene, NARROW } from './canvas-draw.ts';
import { FADED_OPACITY, HEXAGON, LEAST_FONT, SHEET } from './canvas-style.ts';
import { colourOf, GLYPH_NAMES, type GlyphName } from './kinds.ts';
import type { DrawnEdge, DrawnNode } from './picture/drawn.ts';

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

/** What has round corners: their radius as a share of the size, as Cytoscape has it, and its most. */
const ROUND: Readonly<Partial<Record<GlyphName, number>>> = { org: 0.25, program: 0.1, event: 0.1 };
const ROUNDEST = 8;

/** What has a rim of its own: tokens, and its width. */
const RIMS: Readonly<
  Partial<Record<GlyphName, { readonly fill: string; readonly line: string; readonly width: number }>>
> = {
  article: { fill: '--k-article-tint', line: '--k-article', width: 1.5 },
  reporter: { fill: '--canvas', line: '--k-person', width: 2.2 },
};

type Corner = readonly [x: number, y: number];

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The first drawing of a large picture, all of it in sight, before Cytoscape has been fetched.
 * @returns the canvas over the container, which `createGraphCanvas` takes over
 */
export function drawAhead(container: HTMLElement, scene: CanvasScene): HTMLCanvasElement {
  const canvas = addQuickCanvas(container);
  const size = { width: container.clientWidth, height: container.clientHeight };
  drawQuickly(canvas, container, scene, cameraFor(scene.nodes, size), tokensOf(container), null);
  canvas.style.display = 'block';
  return canvas;
}

/** A canvas over all that stands in the container, not to be seen yet. */
export function addQuickCanvas(container: HTMLElement): HTMLCanvasElement {
  const canvas = container.appendChild(document.createElement('canvas'));
  Object.assign(canvas.style, { position: 'absolute', inset: '0', pointerEvents: 'none', display: 'none' });
  return canvas;
}

/** Reads custom properties of the style sheet where an element stands. */
export function tokensOf(element: HTMLElement): (name: string) => string {
  return (name) => getComputedStyle(element).getPropertyValue(name).trim();
}

/**
 * @param paled what this gave for the same nodes and edges at the same place and size, or null
 * @returns the whole picture, pale, over which what does not fade is drawn; null where nothing fades
 */
export function drawQuickly(
  canvas: HTMLCanvasElement,
  container: HTMLElement,
  scene: CanvasScene,
  camera: Camera,
  token: (name: string) => string,
  paled: HTMLCanvasElement | null,
): HTMLCanvasElement | null {
  const context = clearedContext(canvas, container, camera);
  if (!context) return null;
  const beneath = scene.faded.size === 0 ? null : (paled ?? palePicture(scene, container, camera, token));
  if (beneath) {
    context.save();
    context.resetTransform();
    context.drawImage(beneath, 0, 0);
    context.restore();
  }
  drawBright(context, scene, sightOf(container, camera), camera.zoom, token);
  return beneath;
}

/** The whole picture as it is where all of it fades. */
export function palePicture(
  { nodes, edges }: CanvasScene,
  container: HTMLElement,
  camera: Camera,
  token: (name: string) => string,
): HTMLCanvasElement {
  const paled = document.createElement('canvas');
  const context = clearedContext(paled, container, camera);
  if (!context) return paled;
  const sight = sightOf(container, camera);
  context.lineWidth = LINE_WIDTH;
  context.strokeStyle = token('--edge-time');
  strokeLines(context, linesOf(edges, new Map(nodes.map((node) => [node.id, node])), sight));
  context.globalAlpha = FADED_OPACITY;
  drawNodes(context, nodes, sight, camera.zoom, token);
  return paled;
}

/** What is not faded. */
function drawBright(
  context: CanvasRenderingContext2D,
  { nodes, edges, faded }: CanvasScene,
  sight: Box,
  zoom: number,
  token: (name: string) => string,
): void {
  const places = new Map(nodes.filter(({ id }) => !faded.has(id)).map((node) => [node.id, node]));
  context.lineWidth = LINE_WIDTH;
  context.strokeStyle = token('--edge');
  strokeLines(
    context,
    linesOf(
      edges.filter(({ id }) => !faded.has(id)),
      places,
      sight,
    ),
  );
  drawNodes(context, [...places.values()], sight, zoom, token);
}

/** Those in sight, with their names where these are not too small. */
function drawNodes(
  context: CanvasRenderingContext2D,
  nodes: readonly DrawnNode[],
  sight: Box,
  zoom: number,
  token: (name: string) => string,
): void {
  const seen = nodes.filter((node) => canBeSeen(node, node, sight));
  fillNodes(context, seen, token);
  if (zoom * FONT_SIZE >= LEAST_FONT.many) writeLabels(context, seen, token);
}

/** The part of the graph that is in sight. */
function sightOf({ clientWidth, clientHeight }: HTMLElement, { zoom, pan }: Camera): Box {
  return {
    left: -pan.x / zoom,
    top: -pan.y / zoom,
    right: (clientWidth - pan.x) / zoom,
    bottom: (clientHeight - pan.y) / zoom,
  };
}

function linesOf(
  edges: readonly DrawnEdge[],
  places: ReadonlyMap<string, DrawnNode>,
  sight: Box,
): readonly (readonly [DrawnNode, DrawnNode])[] {
  return edges.flatMap(({ from, to }) => {
    const [one, other] = [places.get(from), places.get(to)];
    return one && other && canBeSeen(one, other, sight) ? [[one, other] as const] : [];
  });
}

/** The canvas as large as the container, empty, in the coordinates of the graph. */
function clearedContext(
  canvas: HTMLCanvasElement,
  { clientWidth, clientHeight }: HTMLElement,
  { zoom, pan }: Camera,
): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio;
  const [width, height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  Object.assign(canvas.style, { width: `${clientWidth}px`, height: `${clientHeight}px` });
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * pan.x, ratio * pan.y);
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
    const rim = RIMS[glyph];
    context.fillStyle = token(rim?.fill ?? `--k-${colourOf(glyph)}`);
    if (rim) Object.assign(context, { strokeStyle: token(rim.line), lineWidth: rim.width });
    for (const { glyph: own, x, y, size } of nodes) {
      if (own !== glyph) continue;
      context.beginPath();
      const corners = CORNERS[glyph];
      const width = glyph === 'article' ? size * NARROW : size;
      if (corners)
        traceCorners(
          context,
          corners.map(([cx, cy]) => [x + (cx * width) / 2, y + (cy * size) / 2]),
          Math.min(ROUNDEST, size * (ROUND[glyph] ?? 0)),
        );
      else context.arc(x, y, size / 2, 0, 2 * Math.PI);
      context.closePath();
      context.fill();
      if (rim) context.stroke();
    }
  }
}

function traceCorners(context: CanvasRenderingContext2D, corners: readonly Corner[], radius: number): void {
  const [first, last] = [corners[0], corners.at(-1)];
  if (!first || !last) return;
  // From the middle of a side, so that the first corner is round as well.
  context.moveTo((first[0] + last[0]) / 2, (first[1] + last[1]) / 2);
  for (const [at, [x, y]] of corners.entries()) {
    const [nextX, nextY] = corners[at + 1] ?? first;
    if (radius > 0) context.arcTo(x, y, nextX, nextY, radius);
    else context.lineTo(x, y);
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
