/**
 * A quick drawing over a large picture: for each step of a time window that is being moved, and for a picture that has just come or was laid
 * out anew. Cytoscape styles and draws thousands of elements one by one, which takes several frames; it does so a little at a time, beneath.
 */
import type { Core, Position } from 'cytoscape';
import type { CanvasScene, Drawing } from './canvas-draw.ts';
import { createSlices } from './canvas-slices.ts';
import { FADED_OPACITY, HEXAGON, LEAST_FONT, SHEET } from './canvas-style.ts';
import { colourOf, GLYPH_NAMES, type GlyphName } from './kinds.ts';
import type { DrawnEdge, DrawnNode } from './picture/drawn.ts';

/** What Cytoscape shows meanwhile: the same picture, of which only what fades differs, or another, which is not to be seen. */
export type Beneath = 'same' | 'other';

export interface Veil {
  /** Draws it quickly with the next frame, and by Cytoscape as soon as that does no harm. */
  show(scene: CanvasScene, beneath: Beneath): void;
  /** Whether Cytoscape has not drawn yet what is seen. */
  isUp(): boolean;
  /** The reader looks elsewhere: follows with the next frame. */
  follow(): void;
  /** Has Cytoscape draw it now. */
  settle(): void;
  /** Something else is drawn instead. */
  drop(): void;
}

/** A time window that has not moved for so many milliseconds rests. */
const REST_MS = 200;
/** Time for a picture that has just come to be seen before Cytoscape begins. */
const SEEN_MS = 50;
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
 * @param container what is in sight; Cytoscape draws into its first child
 * @param toContainer where a point that Cytoscape gives stands in the container
 * @param drawing makes Cytoscape's drawing equal to a scene
 */
export function createVeil(
  cy: Core,
  container: HTMLElement,
  toContainer: (point: Position) => Position,
  token: (name: string) => string,
  drawing: Drawing,
): Veil {
  const picture = container.firstElementChild as HTMLElement;
  const canvas = container.appendChild(document.createElement('canvas'));
  Object.assign(canvas.style, { position: 'absolute', inset: '0', pointerEvents: 'none', display: 'none' });
  const slices = createSlices(cy);
  let up: {
    readonly scene: CanvasScene;
    readonly beneath: Beneath;
    readonly timer: ReturnType<typeof setTimeout>;
  } | null = null;
  let frame = 0;
  /** What Cytoscape drew, paled; null where it drew since. */
  let paled: HTMLCanvasElement | null = null;
  cy.on('render', () => {
    paled = null;
    if (up?.beneath === 'same') follow();
  });
  const drop = () => {
    if (!up) return;
    clearTimeout(up.timer);
    cancelAnimationFrame(frame);
    frame = 0;
    up = null;
    slices.stop();
    cy.one('render', () => {
      if (up) return;
      canvas.style.display = 'none';
      picture.style.opacity = '';
    });
    cy.forceRender();
  };
  const paint = () => {
    frame = 0;
    const context = up && clearedContext(canvas, container, cy.zoom(), toContainer(cy.pan()));
    if (!up || !context) return;
    const sight = sightOf(container, cy.zoom(), toContainer(cy.pan()));
    if (up.beneath === 'other') drawPale(context, up.scene, sight, token);
    else {
      paled ??= paledPicture(picture, container);
      context.save();
      context.resetTransform();
      context.drawImage(paled, 0, 0);
      context.restore();
    }
    drawBright(context, up.scene, sight, cy.zoom(), token);
    canvas.style.display = 'block';
    // One layer to put on the screen instead of four, at each step; what cannot be seen can still be pointed at.
    picture.style.opacity = '0';
  };
  const begin = () => {
    if (!up) return;
    // Not before it was seen.
    if (frame !== 0) up = { ...up, timer: setTimeout(begin, SEEN_MS) };
    else slices.start(drawing.steps(up.scene), drop);
  };
  const follow = () => {
    if (up && frame === 0) frame = requestAnimationFrame(paint);
  };
  return {
    show(scene, beneath) {
      if (up) clearTimeout(up.timer);
      slices.stop();
      const isOther = beneath === 'other' || up?.beneath === 'other';
      const timer = setTimeout(begin, isOther ? SEEN_MS : REST_MS);
      up = { scene, beneath: isOther ? 'other' : 'same', timer };
      // What nobody sees need not follow.
      if (isOther) slices.hold();
      follow();
    },
    isUp: () => up !== null,
    follow,
    settle() {
      if (!up) return;
      const { scene } = up;
      slices.stop();
      drawing.draw(scene);
      drop();
    },
    drop,
  };
}

/** All that is drawn in `picture`, as it stands in the container, pale. */
function paledPicture(picture: HTMLElement, container: HTMLElement): HTMLCanvasElement {
  const ratio = window.devicePixelRatio;
  const paled = document.createElement('canvas');
  const box = container.getBoundingClientRect();
  Object.assign(paled, { width: Math.round(box.width * ratio), height: Math.round(box.height * ratio) });
  const context = paled.getContext('2d');
  if (!context) return paled;
  context.globalAlpha = FADED_OPACITY;
  for (const layer of picture.querySelectorAll('canvas')) {
    const { left, top, width, height } = layer.getBoundingClientRect();
    context.drawImage(layer, (left - box.left) * ratio, (top - box.top) * ratio, width * ratio, height * ratio);
  }
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
  const seen = [...places.values()].filter((node) => canBeSeen(node, node, sight));
  fillNodes(context, seen, token);
  if (zoom * FONT_SIZE >= LEAST_FONT.many) writeLabels(context, seen, token);
}

/** What is faded, without names. */
function drawPale(
  context: CanvasRenderingContext2D,
  { nodes, edges, faded }: CanvasScene,
  sight: Box,
  token: (name: string) => string,
): void {
  if (faded.size === 0) return;
  const places = new Map(nodes.map((node) => [node.id, node]));
  const isPale = ({ id, from, to }: DrawnEdge) => faded.has(id) || faded.has(from) || faded.has(to);
  context.lineWidth = LINE_WIDTH;
  context.strokeStyle = token('--edge-time');
  strokeLines(context, linesOf(edges.filter(isPale), places, sight));
  context.globalAlpha = FADED_OPACITY;
  fillNodes(
    context,
    nodes.filter((node) => faded.has(node.id) && canBeSeen(node, node, sight)),
    token,
  );
  context.globalAlpha = 1;
}

/** The part of the graph that is in sight. */
function sightOf({ clientWidth, clientHeight }: HTMLElement, zoom: number, pan: Position): Box {
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
  zoom: number,
  pan: Position,
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
      if (corners) for (const [cx, cy] of corners) context.lineTo(x + (cx * size) / 2, y + (cy * size) / 2);
      else context.arc(x, y, size / 2, 0, 2 * Math.PI);
      context.closePath();
      context.fill();
      if (rim) context.stroke();
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
