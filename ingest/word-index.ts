/** Many words looked for in long texts: by their first and last characters, so that a position costs one look-up. */
import type { Span } from './types.ts';

export class WordIndex {
  readonly #all: ReadonlySet<string>;
  readonly #byFirst = new Map<string, string[]>();
  readonly #byLast = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    this.#all = new Set(words);
    for (const word of this.#all) {
      push(this.#byFirst, word.charAt(0), word);
      push(this.#byLast, word.charAt(word.length - 1), word);
    }
    for (const lists of [this.#byFirst, this.#byLast])
      for (const list of lists.values()) list.sort((a, b) => b.length - a.length);
  }

  has(word: string): boolean {
    return this.#all.has(word);
  }

  /** The longest word that starts at `start`, or null. */
  startingAt(text: string, start: number): string | null {
    const words = this.#byFirst.get(text.charAt(start));
    if (words) for (const word of words) if (text.startsWith(word, start)) return word;
    return null;
  }

  /** The longest word that ends before `end`, or null. */
  endingAt(text: string, end: number): string | null {
    const words = this.#byLast.get(text.charAt(end - 1));
    if (words) for (const word of words) if (text.endsWith(word, end)) return word;
    return null;
  }

  /** Position of the first word in `text`, or -1. */
  first(text: string): number {
    for (let i = 0; i < text.length; i += 1) if (this.startingAt(text, i) !== null) return i;
    return -1;
  }

  /** All words of a text from left to right, the longest at each place and none inside another. */
  find(text: string): (Span & { readonly word: string })[] {
    const found: (Span & { readonly word: string })[] = [];
    for (let i = 0; i < text.length; i += 1) {
      const word = this.startingAt(text, i);
      if (word === null) continue;
      found.push({ start: i, end: i + word.length, word });
      i += word.length - 1;
    }
    return found;
  }
}

function push(lists: Map<string, string[]>, key: string, word: string): void {
  if (key === '') return;
  const list = lists.get(key);
  if (list) list.push(word);
  else lists.set(key, [word]);
}
