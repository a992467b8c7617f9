/** Many words looked for in long texts: by their first and last characters, so that a position costs one look-up. */
import type { Span } from './types.ts';

/**
 * Slots of the tables that say which characters words begin and end with, a power of two. A table stays small enough for the
 * processor's nearest cache; two characters may share a slot, which only costs a look-up in vain.
 */
const SLOTS = 1024;

export class WordIndex {
  readonly #all: ReadonlySet<string>;
  /** By the code of a word's first or last character, the words from the longest to the shortest. */
  readonly #byFirst = new Map<number, string[]>();
  readonly #byLast = new Map<number, string[]>();
  readonly #firsts = new Uint8Array(SLOTS);
  readonly #lasts = new Uint8Array(SLOTS);

  constructor(words: Iterable<string>) {
    this.#all = new Set(words);
    for (const word of this.#all) {
      if (word === '') continue;
      push(this.#byFirst, this.#firsts, word.charCodeAt(0), word);
      push(this.#byLast, this.#lasts, word.charCodeAt(word.length - 1), word);
    }
    for (const lists of [this.#byFirst, this.#byLast])
      for (const list of lists.values()) list.sort((a, b) => b.length - a.length);
  }

  has(word: string): boolean {
    return this.#all.has(word);
  }

  /** The longest word that starts at `start`, or null. */
  startingAt(text: string, start: number): string | null {
    const code = text.charCodeAt(start);
    if (this.#firsts[code & (SLOTS - 1)] === 0) return null;
    const words = this.#byFirst.get(code);
    if (words) for (const word of words) if (text.startsWith(word, start)) return word;
    return null;
  }

  /** The longest word that ends before `end`, or null. */
  endingAt(text: string, end: number): string | null {
    const code = text.charCodeAt(end - 1);
    if (this.#lasts[code & (SLOTS - 1)] === 0) return null;
    const words = this.#byLast.get(code);
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

function push(lists: Map<number, string[]>, slots: Uint8Array, code: number, word: string): void {
  slots[code & (SLOTS - 1)] = 1;
  const list = lists.get(code);
  if (list) list.push(word);
  else lists.set(code, [word]);
}
