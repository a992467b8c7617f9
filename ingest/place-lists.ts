/** Townships that share one suffix at the end of their list: 沙溪、白桥、渡口等街道. */
import type { Division } from './gazetteer.ts';
import type { Span } from './types.ts';

export interface ListedName extends Span {
  /** The printed words; those of the first in a list may begin with what stands before the name (来自沙溪). */
  readonly words: string;
  /** What may end its full name. */
  readonly suffixes: readonly string[];
}

const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  街道: ['街道'],
  镇: ['镇'],
  乡: ['乡'],
  乡镇: ['镇', '乡'],
  镇街: ['镇', '街道'],
};
const COUNTED =
  /(?:等(?:[\d一二两三四五六七八九十多几]{1,3}个)?|[\d两三四五六七八九十]{1,2}个?|(?<=[、和及]\p{Script=Han}{2,4}))(街道|乡镇|镇街|镇|乡)(?![长级党干村])/gu;
/** Without one of these the pattern above, which is slow, finds nothing. */
const SUFFIX_LETTER = /[街镇乡]/u;
/** Two or more names at the end of a text. */
const LIST = /\p{Script=Han}{2,8}(?:[、和及]\p{Script=Han}{2,4})+$/u;
/** A list is looked for in so many characters before its count. */
const REACH = 60;
const LONGEST_STEM = 4;
const SHORTEST_STEM = 2;

/** The names of such lists, in text order. */
export function listedNames(text: string): readonly ListedName[] {
  if (!SUFFIX_LETTER.test(text)) return [];
  return [...text.matchAll(COUNTED)].flatMap(({ index, 1: suffix = '' }) => {
    const list = LIST.exec(text.slice(Math.max(0, index - REACH), index))?.[0] ?? '';
    return [...list.matchAll(/[^、和及]+/gu)].map(({ index: at, 0: words }) => {
      const start = index - list.length + at;
      return { start, end: start + words.length, words, suffixes: SUFFIXES[suffix] ?? [] };
    });
  });
}

/** The one among `divisions` that a listed name means, and where its name starts; null if none has that name. */
export function listedDivision(
  { words, end, suffixes }: ListedName,
  divisions: readonly Division[],
): { readonly division: Division; readonly start: number } | null {
  for (let length = Math.min(words.length, LONGEST_STEM); length >= SHORTEST_STEM; length -= 1) {
    const stem = words.slice(-length);
    const division = divisions.find(({ name }) => suffixes.some((suffix) => name === stem + suffix));
    if (division) return { division, start: end - length };
  }
  return null;
}
