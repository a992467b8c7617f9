/** Looking things up by their place in a text. All lists are in text order (by start), which makes a search a bisection. */
import type { Document, Sentence, Span } from './types.ts';

/** Index of the first item that starts at or after `position`. */
export function firstFrom(items: readonly Span[], position: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle] as Span).start < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The items that lie inside a span, in text order. */
export function within<T extends Span>(items: readonly T[], { start, end }: Span): readonly T[] {
  const inside: T[] = [];
  for (let index = firstFrom(items, start); index < items.length; index++) {
    const item = items[index] as T;
    if (item.start >= end) break;
    if (item.end <= end) inside.push(item);
  }
  return inside;
}

/** The sentence that holds a position; sentences tile the text, so there is one for each position inside it. */
export function sentenceAt({ sentences }: Pick<Document, 'sentences'>, position: number): Sentence | undefined {
  const next = sentences[firstFrom(sentences, position)];
  return next?.start === position ? next : sentences[firstFrom(sentences, position) - 1];
}
