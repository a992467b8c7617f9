/** What the words that the segmenter reads at a position say of a name that begins or ends there. */
import type { NameShapes } from './names.ts';
import type { Token } from './segment.ts';
import type { TokenTable } from './token-table.ts';
import { FUNCTION_TAG, GRAMMAR_TAG } from './word-borders.ts';

/** Weight in given names above which a character is usual in them. */
const USUAL_GIVEN = 0.2;
/** Characters that take an object and are hardly found in given names. */
const TAKES_OBJECT = /[见向让请用教替帮劝问把给陪]/u;
/** A character of a name, a verb and its aspect: 余调了. */
const DEED = /^(?![又也就都才还刚便再却先已曾正共仅只各分均则])\p{Script=Han}\p{Script=Han}[了着过]/u;
const DEED_REACH = 3;
const PREDICATE_TAG = /^(?:v|d|p)(?!n)/u;
const COPULA = /^(?:是|有|为|等|无|没有|成为|属于|位于|来自|以|于|至|到|中|上|下|化|型|内|外)$/u;
/** Nouns for people by their work (船工, 技术员): a weak licence. */
const WORKER = /(?:[员师工户匠手生翁民兵友农商犯客]|(?<![个本他别众旁])人)$/u;
/** Weight of surnames that are common words as well. */
export const WORD_SURNAME = 1;

/** Questions to the words of one document, which are `tokens`. Positions count UTF-16 units of `text`. */
export function personTokens(text: string, tokens: TokenTable, shapes: NameShapes) {
  const isWord = (start: number, end: number) => {
    const token = tokens.startingAt(start);
    return token?.end === end && end - start > 1 && token.tag !== 'x' && !token.tag.startsWith('nr');
  };
  /** Whether a word of the dictionary covers the seam before `at`. */
  const isTorn = (at: number) => {
    const token = tokens.before(at);
    return token !== undefined && token.end > at && token.tag !== 'x' && !token.tag.startsWith('nr');
  };
  const isVerb = (at: number) => {
    const token = tokens.startingAt(at);
    if (token === undefined || !PREDICATE_TAG.test(token.tag) || COPULA.test(token.word)) return false;
    return token.word.length > 1 || /\p{Script=Han}/u.test(text[token.end] ?? '');
  };
  const isWorker = (at: number) => {
    const token = tokens.endingAt(at);
    return token !== undefined && token.word.length > 1 && token.tag.startsWith('n') && WORKER.test(token.word);
  };
  /** Whether a character goes on with a name better than with anything else: usual in names, or alone and no function word. */
  const isRestOfName = (character: string, token: Token | undefined) => {
    const weight = shapes.givenWeight(character) ?? -1;
    const isAlone = token !== undefined && token.end - token.start === 1 && !FUNCTION_TAG.test(token.tag);
    const isWordStart =
      token !== undefined && token.end - token.start > 1 && token.tag !== 'x' && !token.tag.startsWith('n');
    return (weight > USUAL_GIVEN && !isWordStart) || (isAlone && weight >= 0);
  };
  /** 女婿|都|孝顺: a surname that is a word of grammar here. */
  const isAdverb = (at: number, { weight, length }: { readonly weight: number; readonly length: number }) => {
    const token = tokens.startingAt(at);
    return weight === WORD_SURNAME && token?.end === at + length && GRAMMAR_TAG.test(token.tag);
  };
  /** 卫东来、: a single character before a sign, which no phrase needs. */
  const isLoose = (token: Token | undefined) =>
    token !== undefined &&
    token.end - token.start === 1 &&
    /^[、，。；]/u.test(text[token.end] ?? '') &&
    /^[vn]/u.test(token.tag);
  /** 书记余某|见不少人: the character is a verb or a preposition with its object behind it, which is no verb itself (向 has those too). */
  const isTransitive = (at: number) => {
    if (!TAKES_OBJECT.test(text[at] ?? '')) return false;
    const object = tokens.startingAt(at + 1);
    return object !== undefined && object.word.length > 1 && (text[at] === '向' || !/^(?:v|p|c|x)/u.test(object.tag));
  };
  /** 麻进余|调了, 王立群|用普通话: of an unknown word behind a short name only the second character is a verb. */
  const startsDeed = (at: number) => {
    if (!DEED.test(text.slice(at, at + DEED_REACH))) return isUnknownPair(at) && isTransitive(at + 1);
    return isUnknownPair(at);
  };
  const isUnknownPair = (at: number) => {
    const token = tokens.before(at + 2);
    return token?.tag === 'x' && token.end === at + 2;
  };
  return { isWord, isTorn, isVerb, isWorker, isRestOfName, isAdverb, isLoose, isTransitive, startsDeed };
}
