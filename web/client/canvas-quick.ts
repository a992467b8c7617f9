/** Drawing a large picture quickly, as Cytoscape draws it but for what is selected: straight lines, shapes, names. */
import { type Camera, cameraFor } from './canvas-camera.ts';
import type { CanvasScene } from './canvas-draw.ts';
import { FADED_OPACITY, LEAST_FONT } from './canvas-node-style.ts';
import { fillNodes } from './canvas-shapes.ts';
import type { DrawnEdge, DrawnNode } from './picture/drawn.ts';

const LINE_WIDTH = 1.2;
/** Lines of one stroke: of very many at once each takes longer. */
const LINES_A_STROKE = 50;
const FONT_SIZE = 12;
const LINE_HEIGHT = 1.3;
const LABEL_GAP = 5;

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
  { nodes, edges, tints }: CanvasScene,
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
  drawNodes(context, nodes, tints, sight, camera.zoom, token);
  return paled;
}

/** What is not faded. */
function drawBright(
  context: CanvasRenderingContext2D,
  { nodes, edges, faded, tints }: CanvasScene,
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
  drawNodes(context, [...places.values()], tints, sight, zoom, token);
}

/** Those in sight, with their names where these are not too small. */
function drawNodes(
  context: CanvasRenderingContext2D,
  nodes: readonly DrawnNode[],
  tints: CanvasScene['tints'],
  sight: Box,
  zoom: number,
  token: (name: string) => string,
): void {
  const seen = nodes.filter((node) => canBeSeen(node, node, sight));
  fillNodes(context, seen, tints, token);
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
