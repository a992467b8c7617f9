/** How wide a field in a sentence is: as wide as what stands in it, so that the sentence reads on. */

/** A Chinese character is as wide as two figures. */
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60]/u;
/** For padding, a glyph and the cursor, and the width below which a field is hard to hit; in figures. */
const [ROOM, LEAST] = [5, 7] as const;

/** A CSS width for a text, or for the hint while it is empty. */
export function roomFor(text: string, hint: string): string {
  const width = [...(text || hint)].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
  return `${Math.max(LEAST, width + ROOM)}ch`;
}
