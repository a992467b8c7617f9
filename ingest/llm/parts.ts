/** Cuts an article into parts that fit a request. */
import { sentenceAt } from '../spans.ts';
import type { Document, Span } from '../types.ts';

/** Articles up to this length are asked for in one piece, in UTF-16 units: some 6,000 tokens, which leave room for the answer in a context of 16,000. */
export const PART_SIZE = 6000;

/**
 * The parts of a range of the document, of at most `size` UTF-16 units each: whole paragraphs, as many as fit; of a longer
 * paragraph its sentences; a longer sentence is cut where the part is full. The parts tile the range.
 */
export function partsOf(doc: Pick<Document, 'sentences' | 'text'>, range: Span, size: number): readonly Span[] {
  const parts: Span[] = [];
  let start = range.start;
  while (range.end - start > size) {
    const limit = start + size;
    const paragraphEnd = doc.text.lastIndexOf('\n', limit - 1) + 1;
    const sentenceStart = sentenceAt(doc, limit)?.start ?? 0;
    const cut = [paragraphEnd, sentenceStart].find((position) => position > start) ?? wholeCharacter(doc.text, limit);
    parts.push({ start, end: cut });
    start = cut;
  }
  if (start < range.end) parts.push({ start, end: range.end });
  return parts;
}

/** No cut goes through a character of two units. */
function wholeCharacter(text: string, position: number): number {
  const isInside = /[\uD800-\uDBFF]/u.test(text.charAt(position - 1));
  return isInside ? position - 1 : position;
}
