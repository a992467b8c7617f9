/** How old nodes are tinted, once a reader asks for that. */
import { colourOf, GLYPH_NAMES, type GlyphName } from './kinds.ts';
import { TINTS } from './picture/tint.ts';

/** `tint`: 0 the oldest, up to `TINTS` − 1. */
export const tintClass = (tint: number): string => `tint-${tint}`;

/** How much of its kind's colour the oldest date keeps: enough to tell the kinds apart. */
const PALEST = 0.3;

/** The style of each kind at one tint. */
export function tintStyles(token: (name: string) => string, tint: number) {
  return GLYPH_NAMES.map((glyph) => ({
    selector: `node.${glyph}.${tintClass(tint)}`,
    style: { [glyph === 'reporter' ? 'border-color' : 'background-color']: tintOf(glyph, tint, token) },
  }));
}

/** Each kind keeps its hue; the older, the nearer to the ground. A reporter is a ring. */
export function tintOf(glyph: GlyphName, tint: number, token: (name: string) => string): string {
  const share = PALEST + ((1 - PALEST) * tint) / (TINTS - 1);
  return mix(token(`--k-${colourOf(glyph)}`), token('--canvas'), share);
}

/** Two colours `#rrggbb`, with so much of the first. */
function mix(one: string, other: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [a, b] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number];
    return Math.round(a * share + b * (1 - share));
  });
  return `rgb(${parts.join(',')})`;
}
