/** The picture as an SVG file: what the canvas draws, under a head and over a legend. A pure function; all text is escaped. */
import type { GlyphName } from '../kinds.ts';
import type { Drawn, DrawnNode } from '../picture/drawn.ts';
import { edges } from './svg-edges.ts';
import { glyphOf, nodeOf } from './svg-nodes.ts';
import { escapeMarkup, FONT, text } from './svg-parts.ts';

export interface Picture {
  readonly drawn: Drawn;
  /** Title, counts, address …: one line each. */
  readonly head: readonly string[];
  readonly legend: readonly { readonly glyph: GlyphName; readonly word: string }[];
  /** The value of a token of the style sheet, such as `--k-person`. */
  readonly token: (name: string) => string;
}

export interface SvgFile {
  readonly text: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const MARGIN = 48;
const LINE = 17;
const TITLE = 24;
/** Wide enough for a head of ordinary length. */
const LEAST_WIDTH = 560;
const LEGEND_STEP = 20;

export function svgOf({ drawn, head, legend, token }: Picture): SvgFile {
  const box = boxOf(drawn.nodes);
  const top = MARGIN + TITLE + head.length * LINE;
  const width = Math.max(LEAST_WIDTH, Math.ceil(box.width + 2 * MARGIN));
  const height = Math.ceil(top + box.height + 2 * MARGIN + LEGEND_STEP);
  const shift = { x: MARGIN - box.x + Math.max(0, (LEAST_WIDTH - box.width - 2 * MARGIN) / 2), y: top - box.y };
  const nodes = new Map(drawn.nodes.map((node) => [node.id, { ...node, x: node.x + shift.x, y: node.y + shift.y }]));
  const isPale = (id: string) => drawn.faded.has(id);
  const parts = [
    `<rect width="${width}" height="${height}" fill="${escapeMarkup(token('--canvas'))}"/>`,
    ...headLines(head, token),
    ...edges(drawn.edges, nodes, isPale, token),
    ...[...nodes.values()].map((node) => nodeOf(node, isPale(node.id), token)),
    ...legendOf(legend, height - MARGIN / 2, token),
  ];
  const font = escapeMarkup(token('--font-ui'));
  return {
    width,
    height,
    text: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}" font-size="${FONT}">
<title>${escapeMarkup(head[0] ?? '')}</title>
${parts.join('\n')}
</svg>
`,
  };
}

function boxOf(nodes: readonly DrawnNode[]): { x: number; y: number; width: number; height: number } {
  const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)];
  const [left, right] = [least(xs), -least(xs.map((x) => -x))];
  const [top, bottom] = [least(ys), -least(ys.map((y) => -y))];
  return { x: left - MARGIN, y: top - MARGIN / 2, width: right - left + 2 * MARGIN, height: bottom - top + 2 * MARGIN };
}

function least(values: readonly number[]): number {
  return values.reduce((one, other) => Math.min(one, other), values[0] ?? 0);
}

function headLines([title = '', ...lines]: readonly string[], token: Picture['token']): string[] {
  return [
    text(MARGIN, MARGIN, title, { size: 18, weight: 600, fill: token('--ink'), anchor: 'start' }),
    ...lines.map((line, index) =>
      text(MARGIN, MARGIN + TITLE + index * LINE, line, {
        size: FONT,
        weight: 400,
        fill: token('--ink-2'),
        anchor: 'start',
      }),
    ),
  ];
}

function legendOf(legend: Picture['legend'], y: number, token: Picture['token']): string[] {
  let x = MARGIN;
  return legend.map(({ glyph, word }) => {
    const part = `${glyphOf(glyph, x, y - 4, 6, token)}${text(x + 12, y, word, { size: FONT, weight: 400, fill: token('--ink-2'), anchor: 'start' })}`;
    x += 12 + [...word].length * FONT + LEGEND_STEP;
    return part;
  });
}
