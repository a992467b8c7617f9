/** The shapes of kinds on a canvas, as Cytoscape draws them. */
import { NARROW } from './canvas-draw.ts';
import { HEXAGON, SHEET } from './canvas-node-style.ts';
import { tintOf } from './canvas-tints.ts';
import { colourOf, GLYPH_NAMES, type GlyphName } from './kinds.ts';
import type { DrawnNode } from './picture/drawn.ts';
import { TINTS } from './picture/tint.ts';

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

/**
 * Fills nodes at their places, one kind after the other.
 * @param tints the tint of dated nodes, or null
 * @param token reads a custom property of the style sheet
 */
export function fillNodes(
  context: CanvasRenderingContext2D,
  nodes: readonly DrawnNode[],
  tints: ReadonlyMap<string, number> | null,
  token: (name: string) => string,
): void {
  for (const glyph of GLYPH_NAMES) {
    const rim = RIMS[glyph];
    const tinted = tints ? Array.from({ length: TINTS }, (_, tint) => tintOf(glyph, tint, token)) : [];
    const plain = { fill: token(rim?.fill ?? `--k-${colourOf(glyph)}`), line: rim ? token(rim.line) : '' };
    if (rim) context.lineWidth = rim.width;
    for (const node of nodes) {
      if (node.glyph !== glyph) continue;
      const tint = tinted[tints?.get(node.id) ?? -1];
      context.fillStyle = (glyph !== 'reporter' && tint) || plain.fill;
      if (rim) context.strokeStyle = (glyph === 'reporter' && tint) || plain.line;
      traceShape(context, node);
      context.fill();
      if (rim) context.stroke();
    }
  }
}

function traceShape(context: CanvasRenderingContext2D, { glyph, x, y, size }: DrawnNode): void {
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
