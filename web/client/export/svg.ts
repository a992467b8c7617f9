/** The picture as an SVG file: what the canvas draws, under a head and over a legend. A pure function; all text is escaped. */
import type { GlyphName } from '../kinds.ts';
import type { Drawn, DrawnEdge, DrawnNode } from '../picture/drawn.ts';

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
const FONT = 12;
/** Wide enough for a head of ordinary length. */
const LEAST_WIDTH = 560;
/** Two relations between one pair run side by side, so many pixels apart. */
const APART = 12;
/** Names of relations are written where there are at most so many: more would cover each other. */
const MOST_NAMED = 80;
const PALE = 0.3;
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

/** What XML 1.0 has no place for, even escaped: control characters, halves of a pair. */
const FORBIDDEN =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[^\t\n\r\u0020-\uffff]|[\ufffe\uffff]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as the content of an element or of an attribute, in XML and in HTML. */
export function escapeMarkup(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
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

interface TextStyle {
  readonly size: number;
  readonly weight: number;
  readonly fill: string;
  readonly anchor: 'start' | 'middle';
  /** Drawn around the letters, so that lines behind them do not disturb. */
  readonly halo?: string;
}

function text(x: number, y: number, words: string, { size, weight, fill, anchor, halo }: TextStyle): string {
  const around =
    halo === undefined
      ? ''
      : ` stroke="${escapeMarkup(halo)}" stroke-width="3" paint-order="stroke" stroke-linejoin="round"`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${escapeMarkup(fill)}" text-anchor="${anchor}"${around}>${escapeMarkup(words)}</text>`;
}

function edges(
  all: readonly DrawnEdge[],
  nodes: ReadonlyMap<string, DrawnNode>,
  isPale: (id: string) => boolean,
  token: Picture['token'],
): string[] {
  const pairOf = ({ from, to }: DrawnEdge) => [from, to].sort().join('\n');
  const pairs = new Map<string, DrawnEdge[]>();
  for (const edge of all) pairs.set(pairOf(edge), [...(pairs.get(pairOf(edge)) ?? []), edge]);
  return all.flatMap((edge) => {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    if (!from || !to) return [];
    const beside = pairs.get(pairOf(edge)) ?? [edge];
    const side = (beside.indexOf(edge) - (beside.length - 1) / 2) * APART * (edge.from < edge.to ? 1 : -1);
    const label = all.length <= MOST_NAMED ? edge.label : '';
    return [edgeOf({ from, to, side, label, stage: edge.stage }, isPale(edge.from) || isPale(edge.to), token)];
  });
}

interface Line {
  readonly from: DrawnNode;
  readonly to: DrawnNode;
  /** Pixels aside of the straight line. */
  readonly side: number;
  readonly label: string;
  readonly stage: string;
}

const ARROW = { length: 7, half: 3.5 };

function edgeOf({ from, to, side, label, stage }: Line, pale: boolean, token: Picture['token']): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [sx, sy] = [-uy * side, ux * side];
  const start = { x: from.x + ux * (from.size / 2) + sx, y: from.y + uy * (from.size / 2) + sy };
  const end = { x: to.x - ux * (to.size / 2 + 3) + sx, y: to.y - uy * (to.size / 2 + 3) + sy };
  const colour = escapeMarkup(token(pale ? '--edge-time' : '--edge'));
  const base = { x: end.x - ux * ARROW.length, y: end.y - uy * ARROW.length };
  const corner = (sign: number) =>
    `${round(base.x - uy * ARROW.half * sign)},${round(base.y + ux * ARROW.half * sign)}`;
  const mark =
    stage === ''
      ? `<polygon points="${round(end.x)},${round(end.y)} ${corner(1)} ${corner(-1)}" fill="${colour}"/>`
      : `<g${pale ? ` opacity="${PALE}"` : ''}>${stageMark(stage, end, token)}</g>`;
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 + FONT / 3 };
  const name =
    label === '' || pale
      ? ''
      : text(middle.x, middle.y, label, {
          size: 11,
          weight: 400,
          fill: token('--ink-2'),
          anchor: 'middle',
          halo: token('--canvas'),
        });
  return `<line x1="${round(start.x)}" y1="${round(start.y)}" x2="${round(base.x)}" y2="${round(base.y)}" stroke="${colour}" stroke-width="1.2"/>${mark}${name}`;
}

/** How far a program is in a place stands at the place: a diamond, a disc or a ring. */
function stageMark(stage: string, { x, y }: { x: number; y: number }, token: Picture['token']): string {
  const colour = escapeMarkup(token('--k-program'));
  if (stage === 'origin')
    return polygon(
      [
        [x, y - 5],
        [x + 5, y],
        [x, y + 5],
        [x - 5, y],
      ],
      colour,
    );
  const fill = stage === 'planned' ? escapeMarkup(token('--canvas')) : colour;
  return `<circle cx="${round(x)}" cy="${round(y)}" r="4" fill="${fill}" stroke="${colour}" stroke-width="1.5"/>`;
}

function nodeOf(node: DrawnNode, pale: boolean, token: Picture['token']): string {
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
function glyphOf(glyph: GlyphName, x: number, y: number, r: number, token: Picture['token']): string {
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

function circle(x: number, y: number, r: number, fill: string, stroke: string, width: number): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}" stroke="${stroke}" stroke-width="${width}"/>`;
}

function polygon(points: readonly (readonly [number, number])[], fill: string, stroke = 'none'): string {
  const corners = points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
  return `<polygon points="${corners}" fill="${fill}" stroke="${stroke}" stroke-width="1.5" stroke-linejoin="round"/>`;
}

function legendOf(legend: Picture['legend'], y: number, token: Picture['token']): string[] {
  let x = MARGIN;
  return legend.map(({ glyph, word }) => {
    const part = `${glyphOf(glyph, x, y - 4, 6, token)}${text(x + 12, y, word, { size: FONT, weight: 400, fill: token('--ink-2'), anchor: 'start' })}`;
    x += 12 + [...word].length * FONT + LEGEND_STEP;
    return part;
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
