/** Small pictures of answers as SVG: plain text, no scripts, the same bytes for the same answer. */
import { readFileSync } from 'node:fs';
import { displayWidth } from '../../graph/table-text.ts';
import type { NodeBrief } from '../../web/api.ts';
import { colourOf, glyphOf, labelOf } from '../../web/client/kinds.ts';
import type { ResultPicture } from '../../web/client/queries/result-layout.ts';

/** A cell in words, and what it is. */
export interface ShownCell {
  readonly text: string;
  readonly node: NodeBrief | null;
  readonly isQuote: boolean;
}

/** In pixels: the picture's width at most, a row, what half a Chinese character takes at 12 px, and room beside a cell. */
const [WIDTH, ROW, UNIT, PAD] = [760, 26, 6.2, 10] as const;
/** A column's width at most, in half characters. */
const WIDEST = 34;
const GLYPH = 14;
const FONT = "font-family='system-ui, sans-serif' font-size='12'";
/** A graph is drawn at this share of its size. */
const SCALE = 0.7;

const tokens = readFileSync(new URL('../../web/client/styles/tokens.css', import.meta.url), 'utf8');

/** The light value of a design token. */
function token(name: string): string {
  const value = new RegExp(`--${name}: (#[0-9a-f]{6})`, 'u').exec(tokens)?.[1];
  if (value === undefined) throw new Error(`tokens.css has no colour --${name}`);
  return value;
}

/** The first rows of an answer as a table; `left` is how many more there are, `alt` what the picture shows, for who does not see it. */
export function tableSvg(
  columns: readonly string[],
  rows: readonly (readonly ShownCell[])[],
  left: number,
  alt: string,
): string {
  const wanted = columns.map((column, index) => {
    const cells = rows.map((row) => displayWidth(row[index]?.text ?? '') * UNIT + (row[index]?.node ? GLYPH : 0));
    return Math.min(WIDEST * UNIT, Math.max(displayWidth(column) * UNIT, ...cells)) + UNIT + 2 * PAD;
  });
  const scaled = fitted(wanted);
  const starts = scaled.map((_, index) => scaled.slice(0, index).reduce((sum, width) => sum + width, 0));
  const height = ROW * (rows.length + 1 + (left > 0 ? 1 : 0));
  const width = Math.round(scaled.reduce((sum, one) => sum + one, 0));
  const cellsOf = (row: readonly ShownCell[], top: number): string =>
    row.map((cell, index) => cellSvg(cell, starts[index] ?? 0, scaled[index] ?? 0, top)).join('');
  const head = columns.map((column) => ({ text: column, node: null, isQuote: false }));
  return svg(width, height, alt, [
    `<rect width='${width}' height='${ROW}' fill='${token('sunken')}'/>`,
    `<g font-weight='600'>${cellsOf(head, 0)}</g>`,
    ...rows.map((row, index) => cellsOf(row, ROW * (index + 1)) + line(ROW * (index + 1), width)),
    ...(left > 0
      ? [line(ROW * (rows.length + 1), width), textSvg(PAD, ROW * (rows.length + 1), `… +${left}`, token('ink-3'))]
      : []),
  ]);
}

/** Widths that fit into the picture: narrow columns keep theirs, the others share what is left. */
function fitted(wanted: readonly number[]): readonly number[] {
  const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);
  if (sum(wanted) <= WIDTH) return wanted;
  const isNarrow = (width: number): boolean => width <= WIDTH / wanted.length;
  const left = WIDTH - sum(wanted.filter(isNarrow));
  const wide = sum(wanted.filter((width) => !isNarrow(width)));
  return wanted.map((width) => (isNarrow(width) ? width : (width * left) / wide));
}

/** The nodes of an answer and what relates them. */
export function graphSvg(
  { nodes, edges, width, height }: ResultPicture,
  word: (type: string) => string,
  alt: string,
): string {
  const at = (value: number): number => Math.round(value * SCALE);
  const places = new Map(nodes.map(({ node, x, y }) => [node.id, { x: at(x), y: at(y) }]));
  return svg(at(width), at(height), alt, [
    ...edges.flatMap(({ from, to, types }) => {
      const [a, b] = [places.get(from), places.get(to)];
      if (!a || !b) return [];
      const [x, y] = [Math.round((a.x + b.x) / 2), Math.round((a.y + b.y) / 2) - 3];
      return [
        `<path d='M${a.x} ${a.y}L${b.x} ${b.y}' stroke='${token('edge')}'/>`,
        `<text x='${x}' y='${y}' text-anchor='middle' font-size='10' fill='${token('ink-3')}'>${escaped(types.map(word).join('、'))}</text>`,
      ];
    }),
    ...nodes.map(({ node }) => {
      const { x, y } = places.get(node.id) ?? { x: 0, y: 0 };
      const lines = labelOf(node.name).split('\n');
      const names = lines.map((text, index) => `<tspan x='${x}' dy='${index === 0 ? 0 : 13}'>${escaped(text)}</tspan>`);
      return `<circle cx='${x}' cy='${y}' r='8' fill='${token(`k-${colourOf(glyphOf(node))}`)}'/><text y='${y + 21}' text-anchor='middle' font-size='11'>${names.join('')}</text>`;
    }),
  ]);
}

function svg(width: number, height: number, alt: string, parts: readonly string[]): string {
  return `<svg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}' viewBox='0 0 ${width} ${height}' role='img' ${FONT} fill='${token('ink')}'>
<title>${escaped(alt)}</title>
<rect width='${width}' height='${height}' fill='${token('surface')}'/>
${parts.join('\n')}
</svg>
`;
}

function cellSvg({ text, node, isQuote }: ShownCell, left: number, width: number, top: number): string {
  const start = Math.round(left + PAD);
  const room = Math.floor((width - 2 * PAD - (node ? GLYPH : 0)) / UNIT);
  const shown = cut(text, room);
  const mark = isQuote
    ? `<rect x='${start - 2}' y='${top + 5}' width='${Math.round(displayWidth(shown) * UNIT) + 4}' height='${ROW - 10}' fill='${token('mark')}'/>`
    : '';
  const glyph = node
    ? `<circle cx='${start + 4}' cy='${top + ROW / 2}' r='4' fill='${token(`k-${colourOf(glyphOf(node))}`)}'/>`
    : '';
  return mark + glyph + textSvg(start + (node ? GLYPH : 0), top, shown, null);
}

function textSvg(x: number, top: number, text: string, fill: string | null): string {
  return `<text x='${x}' y='${top + ROW - 9}'${fill === null ? '' : ` fill='${fill}'`}>${escaped(text)}</text>`;
}

const line = (y: number, width: number): string => `<path d='M0 ${y}.5H${width}' stroke='${token('line')}'/>`;

function cut(text: string, room: number): string {
  if (displayWidth(text) <= room) return text;
  let kept = '';
  for (const character of text) {
    if (displayWidth(kept + character) > room - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&apos;');
}
