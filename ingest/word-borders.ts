/** What the segmenter's words say for or against a name that begins and ends at, or inside, them. */
import type { Token } from './segment.ts';
import type { TokenTable } from './token-table.ts';

/** Taken off a candidate that a dictionary word covers or cuts. */
export const WORD_COVERS = 3;
export const WORD_CROSSES = 1.5;
/** Share of a word's weight that counts where a name is likely all the same. */
export const LIKELY_SHARE = 0.4;
/** Taken off when the given name is a dictionary word (谈|平安). */
const GIVEN_IS_WORD = 0.8;
/** Taken off when besides the surname is a function word to jieba (都|可以, 都|得). */
const FUNCTION_AND_WORD = 2;
export const FUNCTION_TAG = /^[dpcruvmft]/u;
export const GRAMMAR_TAG = /^[dpcru]/u;
const WORD_OF_GRAMMAR = /^[dpcrumft]/u;
/** Nouns end so, names do not: 安全|感, 满意|度, 银行|卡. */
const ABSTRACT = /^\p{Script=Han}{2}[感度率性卡券费票]$/u;
/** Tags of dictionary words that can be names as well (饶恕, 江山). */
const CONTENT_TAG = /^[nvazisl]/u;
/** Tags of words that given names are made of as well: unknown ones, names and places (兴国, 长安). */
const NAMELIKE_TAG = /^(?:x|nr|ns|nz)/u;
/** Added when jieba reads exactly the candidate as a name. */
const TAGGED_NAME = 1.5;

/**
 * What jieba's word borders say for or against a name from `start` to `end`. `isLikely`: a post stands before it or a
 * verb of saying after it, so that a dictionary word at its start (吴兴|勇, 金方|定) counts for less; `isWordLikely`: the same
 * for a word that is the whole candidate (饶恕), where a verb after it proves nothing (方向明确).
 */
export function boundaryWeight(
  tokens: TokenTable,
  start: number,
  end: number,
  surnameLength: number,
  isLikely: boolean,
  isWordLikely: boolean,
): number {
  const first = tokens.startingAt(start);
  if (!first) return -WORD_CROSSES;
  const isName = first.tag.startsWith('nr') || first.tag === 'x';
  const share = isLikely ? LIKELY_SHARE : 1;
  if (first.end === end) {
    if (ABSTRACT.test(first.word)) return -WORD_COVERS - WORD_CROSSES;
    if (first.tag.startsWith('nr')) return TAGGED_NAME;
    if (first.tag === 'x') return 0;
    return -WORD_COVERS * (isWordLikely && CONTENT_TAG.test(first.tag) ? LIKELY_SHARE : 1);
  }
  if (first.end > end) return isName ? -GIVEN_IS_WORD : -WORD_COVERS;
  const isWord = first.end - first.start > 1 && !isName && first.end - first.start !== surnameLength;
  let weight = isWord ? -WORD_COVERS * share : 0;
  const isFunctionWord = first.end - first.start === surnameLength && FUNCTION_TAG.test(first.tag);
  let at = first.end;
  for (let token = tokens.startingAt(at); token && token.end <= end; token = tokens.startingAt(at)) {
    if (token.end - token.start > 1 && !NAMELIKE_TAG.test(token.tag)) {
      weight -= isFunctionWord ? FUNCTION_AND_WORD : GIVEN_IS_WORD;
    } else if (isFunctionWord && GRAMMAR_TAG.test(first.tag) && FUNCTION_TAG.test(token.tag))
      weight -= FUNCTION_AND_WORD;
    at = token.end;
  }
  // An unknown word that runs over the end (勇常) is a guess of the segmenter's and counts for less.
  const crossing = tokens.startingAt(at)?.tag === 'x' ? WORD_CROSSES / 2 : WORD_CROSSES;
  return at === end ? weight : weight - crossing;
}

/**
 * Whether a word of the dictionary is never a name: three characters that name no place (银行卡), a word of grammar (马上), or one that only begins
 * like a rare surname (全程).
 */
export function isNoName({ word, tag }: Token, isFunction: boolean): boolean {
  if (/^n[sz]/u.test(tag)) return false;
  return word.length === 3 || isFunction || WORD_OF_GRAMMAR.test(tag);
}

/** Whether the dictionary knows a token, and as something else than a name. */
export function isKnownWord({ word, tag }: Token): boolean {
  return word.length > 1 && tag !== 'x' && !tag.startsWith('nr');
}
