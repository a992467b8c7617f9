/** Word lists as data: `lexicon/*.lex` files of `key = item item …` lines, checked when they are loaded. */
import { readFileSync } from 'node:fs';
import { ZhituError } from '../graph/errors.ts';

/** The lists of one file. */
export interface WordLists {
  /** The items of a list, in the file's order. Throws `bad-input` for a list the file does not have. */
  list(key: string): readonly string[];
  /** The characters of all items of a list: for lists of single characters, which may be written without spaces. */
  characters(key: string): ReadonlySet<string>;
  /** Items written `key:value`, as pairs; an item without a colon is an error. */
  pairs(key: string): readonly (readonly [string, string])[];
}

/**
 * Reads a lists file.
 * @param name file name inside `ingest/lexicon/`
 * @throws ZhituError `bad-input` for a line that is no `key = items`, a repeated key, or an empty list
 */
export function loadWordLists(name: string): WordLists {
  const text = readFileSync(new URL(`./lexicon/${name}`, import.meta.url), 'utf8');
  return parseWordLists(text, name);
}

/** The same for a text; `name` is used in messages. */
export function parseWordLists(text: string, name: string): WordLists {
  const lists = new Map<string, readonly string[]>();
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replace(/(^|\s)#.*$/u, '').trim();
    if (line === '') continue;
    const match = /^([a-z][a-z0-9-]*) = (\S.*)$/u.exec(line);
    const key = match?.[1];
    if (!match || !key || lists.has(key)) {
      const seen = key === undefined ? line.slice(0, 40) : `a second list ${key}`;
      throw new ZhituError('bad-input', `${name}:${index + 1}: expected "key = items", saw ${seen}`);
    }
    lists.set(key, (match[2] as string).split(/\s+/u));
  }
  const list = (key: string): readonly string[] => {
    const items = lists.get(key);
    if (!items)
      throw new ZhituError('bad-input', `${name} has no list "${key}"; it has ${[...lists.keys()].join(', ')}`);
    return items;
  };
  return {
    list,
    characters: (key) => new Set(list(key).join('')),
    pairs: (key) =>
      list(key).map((item) => {
        const at = item.indexOf(':');
        if (at < 1)
          throw new ZhituError('bad-input', `${name}: "${item}" of list "${key}" should be written key:value`);
        return [item.slice(0, at), item.slice(at + 1)] as const;
      }),
  };
}

/** Finds the longest of many words at a position: sets by length, behind a look at the one character that all of them share a side with. */
export class WordMatcher {
  readonly #byLength: readonly (readonly [number, ReadonlySet<string>])[];
  readonly #firsts = new Set<string>();
  readonly #lasts = new Set<string>();

  constructor(words: Iterable<string>) {
    const sets = new Map<number, Set<string>>();
    for (const word of words) {
      const set = sets.get(word.length) ?? new Set();
      sets.set(word.length, set.add(word));
      this.#firsts.add(word[0] as string);
      this.#lasts.add(word.at(-1) as string);
    }
    this.#byLength = [...sets].sort((a, b) => b[0] - a[0]);
  }

  /** The longest word that starts at `start`, or null. */
  startingAt(text: string, start: number): string | null {
    if (!this.#firsts.has(text[start] as string)) return null;
    for (const [length, words] of this.#byLength) {
      const candidate = text.slice(start, start + length);
      if (candidate.length === length && words.has(candidate)) return candidate;
    }
    return null;
  }

  /** The longest word that ends before `end`, or null. */
  endingAt(text: string, end: number): string | null {
    if (!this.#lasts.has(text[end - 1] as string)) return null;
    for (const [length, words] of this.#byLength) {
      if (length > end) continue;
      const candidate = text.slice(end - length, end);
      if (words.has(candidate)) return candidate;
    }
    return null;
  }

  has(word: string): boolean {
    return this.#byLength.some(([length, words]) => length === word.length && words.has(word));
  }
}
