/** The relations of a picture as lines of an SVG file. */
import type { DrawnEdge, DrawnNode } from '../picture/drawn.ts';
import { escapeMarkup, FONT, PALE, polygon, round, text } from './svg-parts.ts';

type Token = (name: string) => string;

/** Two relations between one pair run side by side, so many pixels apart. */
const APART = 12;
/** Names of relations are written where there are at most so many: more would cover each other. */
const MOST_NAMED = 80;

/** Each relation whose ends are drawn; `token` gives the value of a token of the style sheet. */
export function edges(
  all: readonly DrawnEdge[],
  nodes: ReadonlyMap<string, DrawnNode>,
  isPale: (id: string) => boolean,
  token: Token,
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

/** Pixels. */
const ARROW = { length: 7, half: 3.5 };

function edgeOf({ from, to, side, label, stage }: Line, pale: boolean, token: Token): string {
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
function stageMark(stage: string, { x, y }: { x: number; y: number }, token: Token): string {
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
