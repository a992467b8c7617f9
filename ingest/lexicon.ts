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
