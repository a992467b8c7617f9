import { expect, test } from 'vitest';
import { fillNodes } from '../../../web/client/canvas-shapes.ts';
import { tintOf } from '../../../web/client/canvas-tints.ts';
import { GLYPH_NAMES } from '../../../web/client/kinds.ts';
import type { DrawnNode } from '../../../web/client/picture/drawn.ts';

/** Every token a colour of its own. */
const token = (name: string): string => `#${Buffer.from(name).subarray(-3).toString('hex')}`;

/** The colours that each node is filled and rimmed with, in the order of drawing; a rim only where it has one. */
function coloursOf(nodes: readonly DrawnNode[], tints: ReadonlyMap<string, number> | null): readonly string[][] {
  const drawn: string[][] = [];
  const context = {
    fillStyle: '',
    strokeStyle: '',
    fill: () => drawn.push([context.fillStyle]),
    stroke: () => drawn.at(-1)?.push(context.strokeStyle),
    ...Object.fromEntries(
      ['beginPath', 'closePath', 'moveTo', 'lineTo', 'arcTo', 'arc'].map((name) => [name, () => {}]),
    ),
  };
  fillNodes(context as unknown as CanvasRenderingContext2D, nodes, tints, token);
  return drawn;
}

const nodes = GLYPH_NAMES.map(
  (glyph): DrawnNode => ({ id: glyph, glyph, x: 0, y: 0, size: 30, label: '', pinned: false, count: 0 }),
);

test('a node is filled with the tint of its date, and a reporter, who is a ring, is rimmed with it', () => {
  const plain = coloursOf(nodes, null);
  const tinted = coloursOf(nodes, new Map(GLYPH_NAMES.map((glyph) => [glyph, 1])));
  for (const [at, glyph] of GLYPH_NAMES.entries()) {
    const [[fill, rim], tint] = [plain[at] as string[], tintOf(glyph, 1, token)];
    expect(tint).not.toBe(fill);
    expect(tinted[at]).toEqual(glyph === 'reporter' ? [fill, tint] : [tint, rim].filter(Boolean));
  }
});

test('a node without a date keeps the colour of its kind beside those that have one', () => {
  const tinted = coloursOf(nodes, new Map([['place', 0]]));
  const isSame = GLYPH_NAMES.map((_, at) => coloursOf(nodes, null)[at]?.join() === tinted[at]?.join());
  expect(GLYPH_NAMES.filter((_, at) => !isSame[at])).toEqual(['place']);
});
