/** Where the names in a small picture stand, so that none covers another. */
import { FIELD } from './ego.ts';

/** A node with its name, in the units of the field. */
export interface Named {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly lines: readonly string[];
  /** The side that is taken where there is room on both. */
  readonly side: 'above' | 'below';
}

export interface Label {
  readonly anchor: 'start' | 'middle' | 'end';
  readonly x: number;
  /** The baseline of the first line. */
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** From the rim of a node to the baseline of its name's first line below it, and of its last line above; from line to line. */
const [BELOW, ABOVE] = [14, 7] as const;
export const LINE = 14;
/** From the rim to a name beside it. */
const BESIDE = 5;
/** What a line takes above its baseline and below it, with letters of 12 pixels. */
const [ASCENT, DESCENT] = [11, 3] as const;
/** How wide a Chinese character is, and about any other. */
const [WIDE, SLIM] = [12, 7] as const;

/**
 * Each name on the side that its node prefers, or else on the first on which it stays in the field and covers neither names nor nodes; where there is none,
 * on the one that it prefers. The first nodes choose first.
 */
export function placeLabels(nodes: readonly Named[]): ReadonlyMap<string, Label> {
  const shapes = nodes.map(({ id, x, y, radius }) => ({
    id,
    box: { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius },
  }));
  const placed: Box[] = [];
  return new Map(
    nodes.map((node) => {
      const isFree = (label: Label): boolean => {
        const box = boxOf(node, label);
        const others = shapes.filter(({ id }) => id !== node.id).map((shape) => shape.box);
        return isInField(box) && ![...placed, ...others].some((other) => meet(box, other));
      };
      const choices = choicesFor(node);
      const label = choices.find(isFree) ?? choices[0];
      placed.push(boxOf(node, label));
      return [node.id, label];
    }),
  );
}

function choicesFor({ x, y, radius, lines, side }: Named): readonly [Label, ...Label[]] {
  const above: Label = { anchor: 'middle', x, y: y - radius - ABOVE - (lines.length - 1) * LINE };
  const below: Label = { anchor: 'middle', x, y: y + radius + BELOW };
  const middle = y + (ASCENT - DESCENT) / 2 - ((lines.length - 1) * LINE) / 2;
  const [left, right]: readonly [Label, Label] = [
    { anchor: 'end', x: x - radius - BESIDE, y: middle },
    { anchor: 'start', x: x + radius + BESIDE, y: middle },
  ];
  const first = side === 'above' ? [above, below] : [below, above];
  // Away from the middle, where most lines are.
  return [...first, ...(x < FIELD.width / 2 ? [left, right] : [right, left])] as [Label, ...Label[]];
}

function boxOf({ lines }: Named, { anchor, x, y }: Label): Box {
  const width = Math.max(0, ...lines.map(widthOf));
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  return { left, top: y - ASCENT, right: left + width, bottom: y + (lines.length - 1) * LINE + DESCENT };
}

function widthOf(line: string): number {
  return [...line].reduce(
    (sum, character) => sum + (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character) ? WIDE : SLIM),
    0,
  );
}

function isInField({ left, top, right, bottom }: Box): boolean {
  return left >= 0 && top >= 0 && right <= FIELD.width && bottom <= FIELD.height;
}

function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
