/** The nodes of a picture as shapes of an SVG file. */
import type { GlyphName } from '../kinds.ts';
import type { DrawnNode } from '../picture/drawn.ts';
import { circle, escapeMarkup, FONT, PALE, polygon, text } from './svg-parts.ts';

type Token = (name: string) => string;

/** A node with its name below and, for a group, its number; `token` gives the value of a token of the style sheet. */
export function nodeOf(node: DrawnNode, pale: boolean, token: Token): string {
  const { x, y, size, label, glyph, count } = node;
  const lines = label.split('\n').map((line, index) =>
    text(x, y + size / 2 + 15 + index * 15, line, {
      size: FONT,
      weight: 400,
      fill: token('--ink'),
      anchor: 'middle',
      halo: token('--canvas'),
    }),
  );
  const number =
    count > 0
      ? text(x, y + 4, String(count), { size: FONT, weight: 600, fill: token('--surface'), anchor: 'middle' })
      : '';
  return `<g${pale ? ` opacity="${PALE}"` : ''}>${glyphOf(glyph, x, y, size / 2, token)}${number}${lines.join('')}</g>`;
}

/** The shape of a kind, `r` pixels from its middle to its edge. */
export function glyphOf(glyph: GlyphName, x: number, y: number, r: number, token: Token): string {
  const kind = glyph === 'official' || glyph === 'reporter' ? 'person' : glyph;
  const fill = escapeMarkup(token(`--k-${kind}`));
  const at = (points: readonly (readonly [number, number])[]) =>
    points.map(([dx, dy]) => [x + dx * r, y + dy * r] as const);
  switch (glyph) {
    case 'place':
      return polygon(
        at([
          [0, -1],
          [0.87, -0.5],
          [0.87, 0.5],
          [0, 1],
          [-0.87, 0.5],
          [-0.87, -0.5],
        ]),
        fill,
      );
    case 'org':
      return polygon(
        at([
          [-0.85, -0.85],
          [0.85, -0.85],
          [0.85, 0.85],
          [-0.85, 0.85],
        ]),
        fill,
      );
    case 'program':
      return polygon(
        at([
          [0, -1],
          [1, 0],
          [0, 1],
          [-1, 0],
        ]),
        fill,
      );
    case 'event':
      return polygon(
        at([
          [0, -1],
          [1, 0.9],
          [-1, 0.9],
        ]),
        fill,
      );
    case 'article':
      return polygon(
        at([
          [-0.78, -1],
          [0.3, -1],
          [0.78, -0.5],
          [0.78, 1],
          [-0.78, 1],
        ]),
        escapeMarkup(token('--k-article-tint')),
        fill,
      );
    case 'reporter':
      return circle(x, y, r - 1, escapeMarkup(token('--canvas')), fill, 2.2);
    case 'official':
      return circle(x, y, r, fill, 'none', 0) + circle(x, y, r + 2.8, 'none', fill, 1.6);
    case 'person':
      return circle(x, y, r, fill, 'none', 0);
  }
}
