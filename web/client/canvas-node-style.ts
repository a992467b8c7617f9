/** The look of nodes: shapes, names, and what marks them. */
import { tintStyles } from './canvas-tints.ts';
import { colourOf, GLYPH_NAMES, type GlyphName } from './kinds.ts';
import { TINTS } from './picture/tint.ts';

/** A sheet of paper with its upper right corner cut. */
export const SHEET = '-1 -1 0.3 -1 1 -0.5 1 1 -1 1';
/** A hexagon standing on a point, in Cytoscape's square from -1 to 1. */
export const HEXAGON = '0 -1 0.87 -0.5 0.87 0.5 0 1 -0.87 0.5 -0.87 -0.5';

const SHAPES: Readonly<Record<GlyphName, Record<string, string | number>>> = {
  official: { shape: 'ellipse' },
  reporter: { shape: 'ellipse' },
  person: { shape: 'ellipse' },
  place: { shape: 'polygon', 'shape-polygon-points': HEXAGON },
  org: { shape: 'round-rectangle' },
  program: { shape: 'round-diamond' },
  event: { shape: 'round-triangle' },
  article: { shape: 'polygon', 'shape-polygon-points': SHEET },
};

/** Names that would be smaller than this on the screen are left out: in a large picture they cost frames and cannot be read. */
export const LEAST_FONT = { few: 7, many: 9 };
/** Of a node that is faded. */
export const FADED_OPACITY = 0.3;
export const PIN_CLASS = 'pinned';

/** Rules in the order in which they override each other. */
export function nodeStyles(token: (name: string) => string, manyEdges: boolean) {
  return [
    {
      selector: 'node',
      style: {
        width: 'data(size)',
        height: 'data(size)',
        label: 'data(label)',
        'font-family': token('--font-ui'),
        'font-size': 12,
        color: token('--ink'),
        'text-valign': 'bottom',
        'text-margin-y': 5,
        'text-wrap': 'wrap',
        'line-height': 1.3,
        'text-outline-color': token('--canvas'),
        'text-outline-width': 2.5,
        'min-zoomed-font-size': manyEdges ? LEAST_FONT.many : LEAST_FONT.few,
        ...(manyEdges ? {} : { 'border-width': 1.5, 'border-color': token('--node-rim') }),
      },
    },
    ...kindStyles(token),
    ...selectionStyles(token),
    ...Array.from({ length: TINTS }, (_, tint) => tintStyles(token, tint)).flat(),
    groupStyle(token),
    ...cornerStyles(token),
    { selector: 'node.faded', style: { opacity: FADED_OPACITY } },
  ];
}

/** Shape and colour of each kind; an official has a second line, a reporter is a ring. */
function kindStyles(token: (name: string) => string) {
  return [
    ...GLYPH_NAMES.map((glyph) => ({
      selector: `node.${glyph}`,
      style: { 'background-color': token(`--k-${colourOf(glyph)}`), ...SHAPES[glyph] },
    })),
    {
      selector: 'node.official',
      style: { 'outline-width': 1.6, 'outline-offset': 2, 'outline-color': token('--k-person') },
    },
    {
      selector: 'node.reporter',
      style: { 'background-color': token('--canvas'), 'border-color': token('--k-person'), 'border-width': 2.2 },
    },
    {
      selector: 'node.article',
      style: {
        'background-color': token('--k-article-tint'),
        'border-width': 1.5,
        'border-color': token('--k-article'),
        width: 'data(narrow)',
      },
    },
  ];
}

/** What is chosen, what is beside it, and what a menu is open for. */
function selectionStyles(token: (name: string) => string) {
  return [
    { selector: 'node.near, node.chosen', style: { 'font-weight': 600 } },
    {
      selector: 'node.chosen',
      style: { 'text-margin-y': 12, 'outline-width': 2, 'outline-offset': 6, 'outline-color': token('--select') },
    },
    {
      selector: 'node.menu',
      style: {
        'text-margin-y': 12,
        'outline-width': 2,
        'outline-offset': 6,
        'outline-style': 'dashed',
        'outline-color': token('--ink-2'),
      },
    },
  ];
}

/** Pinned: a needle at the upper right. New to the canvas or the graph: a dot at the upper left. */
function cornerStyles(token: (name: string) => string) {
  return [
    {
      selector: `node.${PIN_CLASS}`,
      style: {
        'background-image': svg(
          14,
          `<path d="M4.5 1.5h5l-.8 4 2.3 2.4H3l2.3-2.4zM7 7.9v4.6" fill="${token('--ink-2')}" stroke="${token('--canvas')}" stroke-width=".6"/>`,
        ),
        'background-width': 14,
        'background-height': 14,
        'background-position-x': '100%',
        'background-position-y': 0,
        'background-offset-x': 12,
        'background-offset-y': -8,
        'background-clip': 'none',
        'background-image-containment': 'over',
        'bounds-expansion': 14,
      },
    },
    {
      selector: 'node.fresh',
      style: {
        'background-image': svg(
          8,
          `<circle cx="4" cy="4" r="3.2" fill="${token('--ink')}" stroke="${token('--canvas')}"/>`,
        ),
        'background-width': 10,
        'background-height': 10,
        'background-position-x': 0,
        'background-position-y': 0,
        'background-offset-x': -5,
        'background-offset-y': -5,
        'background-clip': 'none',
        'background-image-containment': 'over',
        'bounds-expansion': 10,
      },
    },
  ];
}

/** A second shape behind it, and the number on it. */
function groupStyle(token: (name: string) => string) {
  const count = (element: { data: (name: string) => number }) =>
    svg(
      24,
      `<text x="12" y="16.2" text-anchor="middle" font-family="sans-serif" font-size="12" font-weight="600" fill="${token('--surface')}">${element.data('count')}</text>`,
    );
  return {
    selector: 'node.group',
    style: {
      'background-image': count,
      'background-width': 24,
      'background-height': 24,
      ghost: 'yes',
      'ghost-offset-x': 5,
      'ghost-offset-y': -5,
      'ghost-opacity': 0.35,
    },
  };
}

/** A square picture of so many units, as an address. */
function svg(size: number, body: string): string {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${size * 2}" height="${size * 2}" viewBox="0 0 ${size} ${size}">${body}</svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(text)}`;
}
