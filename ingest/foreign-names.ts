/** Names that are not a Chinese surname with a given name: in Latin letters, with a middle dot, transliterated, Tibetan, Mongolian or Uyghur. */
import type { NameContext } from './name-context.ts';
import type { NameShapes } from './names.ts';
import type { Token } from './segment.ts';
import { tokenTable } from './token-table.ts';
import type { Span } from './types.ts';
import { WordIndex } from './word-index.ts';

/** Longest part of a dotted name. */
const PART = 7;
/** Tibetan names have two halves of two characters. */
const WHOLE = 4;
const HALF = 2;
/** Share of characters usual in transliterations from which a string is one. */
const FOREIGN_SHARE = 0.75;
/** Weights of what stands behind: a verb of saying or doing, or any verb. */
const RIGHT = { verb: 2, some: 1 } as const;
/** A word of grammar, or a verb, ends a name. */
const ENDS_NAME = /^(?:p|v|c|d|u|r|f)/u;
const DOT = /[·•‧・]/gu;

export interface Neighbours {
  /** Whether a post or a noun for a human ends at a position. */
  afterHuman(at: number): boolean;
  readonly startsPost: (at: number) => boolean;
}

export type FindForeignNames = (text: string, tokens: readonly Token[], neighbours: Neighbours) => Span[];

/** Prepares the lists once; the result finds such names in a text, without overlaps among those of one kind. */
export function foreignNameFinder(shapes: NameShapes, context: NameContext): FindForeignNames {
  const parts = new WordIndex(shapes.lists.list('minority-given'));
  const isForeign = (word: string) =>
    [...word].filter((character) => shapes.isTransliteration(character)).length >= word.length * FOREIGN_SHARE;

  return (text, tokens, { afterHuman, startsPost }) => {
    const words = tokenTable(tokens);
    const right = (at: number) => context.right(text, at, startsPost);
    const isHan = (at: number) => /\p{Script=Han}/u.test(text[at] ?? '');
    /** Where a name may start: behind a post or a human, a sign, or a word of grammar. */
    const startsHere = (at: number) => {
      if (!isHan(at - 1) || afterHuman(at)) return true;
      return /^[pc]/u.test(words.endingAt(at)?.tag ?? '');
    };
    /** Behind the last of the known parts of names that follow each other from `at`, and how many they are. */
    const knownParts = (at: number) => {
      let end = at;
      let count = 0;
      for (let part = parts.startingAt(text, end); part !== null; part = parts.startingAt(text, end)) {
        end += part.length;
        count += 1;
      }
      return { end, count };
    };
    const spans: Span[] = [];

    for (const { index } of text.matchAll(DOT)) {
      let start = index - 1;
      while (start > index - PART && isHan(start) && !startsHere(start)) start -= 1;
      let { end } = knownParts(index + 1);
      while (end <= index + PART && isHan(end) && !(end > index + 1 && endsHere(end))) end += 1;
      if (!isHan(start) || !startsHere(start) || end === index + 1 || /[“《]/u.test(text[start - 1] ?? '')) continue;
      const isName =
        afterHuman(start) || (isForeign(text.slice(start, index)) && isForeign(text.slice(index + 1, end)));
      if (isName) spans.push({ start, end });
    }
    function endsHere(at: number): boolean {
      const token = words.startingAt(at);
      return right(at) > 0 || (token !== undefined && ENDS_NAME.test(token.tag) && !isForeign(token.word));
    }

    for (const match of text.matchAll(/[A-Z][a-z]+(?: [A-Z][a-z.]+){0,3}/gu))
      if (afterHuman(match.index)) spans.push({ start: match.index, end: match.index + match[0].length });

    for (const { start, end, tag, word } of tokens) {
      if (end - start < 3 || !afterHuman(start)) continue;
      const isTransliterated = tag === 'nrt' || (tag.startsWith('nr') && isForeign(word));
      // 沈文良|作动员讲话: the verb's first character is no part of a name.
      const isUnknown = tag === 'x' && end - start === 4 && right(end) >= RIGHT.verb && right(end - 1) <= right(end);
      if (isTransliterated || isUnknown) spans.push({ start, end });
    }

    // 拥忠|卓玛: of the two halves one is known.
    for (const { start } of tokens) {
      const end = start + WHOLE;
      const isHalf =
        parts.startingAt(text, start)?.length === HALF || parts.startingAt(text, start + HALF)?.length === HALF;
      if (isHalf && afterHuman(start) && isHan(start) && isHan(end - 1) && (words.startingAt(end) || right(end) > 0))
        spans.push({ start, end });
    }

    for (let at = 0; at < text.length; at += 1) {
      if (parts.startingAt(text, at) === null || spans.some(({ start, end }) => start <= at && at < end)) continue;
      const { end, count } = knownParts(at);
      const isKnown = afterHuman(at) || (right(end) >= RIGHT.some && (count > 1 || startsHere(at)));
      if (end - at >= 3 && isKnown) spans.push({ start: at, end });
      at = end - 1;
    }
    return spans;
  };
}
