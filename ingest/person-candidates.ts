/** Possible names: every place where a surname starts, weighed by shape, surroundings and word borders. */

import { nameContext } from './name-context.ts';
import type { NameShapes, Surname } from './names.ts';
import { postBorders } from './person-posts.ts';
import { personTokens, WORD_SURNAME } from './person-tokens.ts';
import type { PostPhrase } from './post-phrases.ts';
import type { Token } from './segment.ts';
import type { TokenTable } from './token-table.ts';
import type { Document, Span } from './types.ts';
import { boundaryWeight, isKnownWord, isNoName, WORD_CROSSES } from './word-borders.ts';
import { WordIndex } from './word-index.ts';

/** Sum of weights from which a licensed candidate is a name on its own. The weights were set on the development pages by their errors. */
export const ACCEPT = 4.2;
/** Weights of the left and right side from which they licence a name; `some` is a weak right side, `say` a verb of saying. */
export const LICENCE = { left: 2.5, right: 2, some: 1, say: 3, human: 3, post: 5, any: 0.5 } as const;
/** Taken off a two-character reading whose next character is usual in given names and no licence. */
const CUT_SHORT = 2.2;
/** Taken off a three-character reading whose last character begins a verb. */
const SWALLOWS_VERB = 2;
/** Taken off a name that would begin inside a word of the dictionary (出|席会议), unless a post, a human noun or a list stands before it. */
const TEARS_WORD = 4;
/** Weight of any verb or adverb behind a name; verbs of having and being are as usual behind things. */
const VERB = 0.7;
/** 陈某书记: a title without a body behind the name. */
const TITLED = 2.5;
/** The same where the verb's object follows: 余某见|不少. */
const SWALLOWS_OBJECT = 3.5;
/** Words that begin like an unknown name behind a post and are none: 村民代表去议, 民警要管. */
const NOT_SURNAME =
  /^[去来做说看想要会能可得该给让叫请再才又已正在就只最更很不没未还先后各每也都将把被则与和及或是为以从到对向用有]/u;
/** Shape from which three characters that the segmenter keeps together are a name by themselves. */
const WHOLE_NAME = 2.7;
const UNKNOWN_SURNAME = -0.5;
/** What is left of the weight of a surname that is a common word, where the segmenter reads an adverb or a preposition. */
const ADVERB_SURNAME = -0.8;
const WORKER_LEFT = 2;
/** A post printed with its body (某大学教授) is nearly always followed by who holds it. */
const FULL_POST = 0.8;
/** Added when the segmenter knows no other reading of three characters behind a post or a human noun. */
const UNKNOWN_WHOLE = 1.2;
const GIVEN_LENGTHS = [2, 1] as const;

export interface Candidate extends Span {
  readonly name: string;
  /** Weight of surname and given name alone. */
  readonly shape: number;
  readonly isFunction: boolean;
  /** Whether it is a word of the dictionary, and no name there (满意). */
  readonly isWord: boolean;
  /** What word borders added or took. */
  readonly border: number;
  score: number;
  readonly left: number;
  readonly right: number;
  /** Whether its surroundings say that a person stands here; without that a shape is never a name on its own. */
  licensed: boolean;
}

export type FindCandidates = (
  doc: Document,
  tokens: TokenTable,
  posts: readonly PostPhrase[],
  blocked: readonly Span[],
) => Candidate[];

/** Prepares the contexts once. `tokens` are the document's words; `blocked` spans hold no names. */
export function candidateFinder(shapes: NameShapes): FindCandidates {
  const context = nameContext(shapes.lists);
  const addresses = new Set(shapes.lists.list('not-given').filter(({ length }) => length === 2));
  const notNames = new Set(shapes.lists.list('not-name'));
  const doctrine = new WordIndex(shapes.lists.list('doctrine-after'));

  return (doc, tokens, posts, blocked) => {
    const { text } = doc;
    const { ends: postEnds, fullEnds: fullPostEnds, starts: postStarts, bareHeads } = postBorders(text, posts);
    const { isWord, isTorn, isVerb, isWorker, isRestOfName, isAdverb, isLoose, isTransitive, startsDeed } =
      personTokens(text, tokens, shapes);
    const endsPost = (at: number) => postEnds.has(at);
    const startsPost = (at: number) => postStarts.has(at);
    const inside = coverage(text.length, blocked);
    const inPost = coverage(text.length, posts);
    /** A word unknown to every list, right after a post or a human noun, is a name with a rare surname; one of two characters only where the post is printed in full. */
    const unknownSurname = (at: number) => {
      const token = endsPost(at) || context.followsHuman(text, at) ? tokens.startingAt(at) : undefined;
      if (token?.word.length === 2 && !token.tag.startsWith('nr') && !fullPostEnds.has(at)) return null;
      const isUnknown =
        token !== undefined &&
        (token.tag === 'x' || token.tag.startsWith('nr')) &&
        /^\p{Script=Han}{2,3}$/u.test(token.word) &&
        !NOT_SURNAME.test(token.word);
      return isUnknown ? { length: 1 as const, weight: UNKNOWN_SURNAME, isFunction: true } : null;
    };
    const shapeAt = (at: number, surname: Surname, given: 1 | 2) => {
      const start = at + surname.length;
      // 邵|先生: a form of address, of which 先 is no given name.
      if (addresses.has(text.slice(start, start + 2))) return null;
      if (notNames.has(text.slice(at, start + given))) return null;
      const givenWeight = text.length >= start + given ? shapes.givenWeight(text.slice(start, start + given)) : null;
      if (givenWeight === null) return null;
      return {
        end: start + given,
        weight: (isAdverb(at, surname) ? ADVERB_SURNAME : surname.weight) + givenWeight,
        surnameLength: surname.length,
        isSure: surname.weight > WORD_SURNAME,
        needsBoth: surname.isFunction || isAdverb(at, surname),
        isGoodGiven:
          given === 2 && (!isWord(start, start + given) || /^[na]/u.test(tokens.startingAt(start)?.tag ?? '')),
      };
    };
    /** A separator ends at `at` and a name could end before it: the item before decides in the second pass. */
    const listedAt = new Map<number, number>();
    const isListed = (at: number) => (listedAt.get(at) ?? 0) >= ACCEPT;
    /** Several readings end at one position: what stands behind it is weighed once. */
    const rights = new Float64Array(text.length + 1).fill(Number.NaN);
    const rightOf = (end: number): number => {
      let weight = rights[end] as number;
      if (Number.isNaN(weight)) {
        weight = context.right(text, end, startsPost);
        rights[end] = weight;
      }
      return weight;
    };
    const leftOf = (at: number): number =>
      Math.max(context.left(text, at, endsPost, isListed), isWorker(at) ? WORKER_LEFT : 0) +
      (fullPostEnds.has(at) ? FULL_POST : 0);
    const candidates: Candidate[] = [];
    for (const sentence of doc.sentences) {
      for (let at = sentence.start; at < sentence.end; at++) {
        if (inside[at]) continue;
        const surname = shapes.surnameAt(text, at, doc.home) ?? unknownSurname(at);
        if (!surname) continue;
        // The same for every length of the given name.
        let left: number | undefined;
        for (const given of GIVEN_LENGTHS) {
          const shape = shapeAt(at, surname, given);
          if (!shape || shape.end > sentence.end || inside[shape.end - 1]) continue;
          if (inPost[at] && !endsPost(at)) continue;
          // 黄靖|在授课: no given name ends so.
          if (text[shape.end - 1] === '在' && /\p{Script=Han}/u.test(text[shape.end] ?? '')) continue;
          if (doctrine.startingAt(text, shape.end) !== null) continue;
          const token = tokens.startingAt(at);
          const isWhole = token?.end === shape.end;
          const isNameToken = isWhole && (token.tag === 'x' || token.tag.startsWith('nr'));
          // 调研员毕力为大家授课: behind a whole post, and with a verb behind it, even an adverb is a name.
          const isHeld = given === 1 && !shape.needsBoth && fullPostEnds.has(at) && rightOf(shape.end) >= LICENCE.right;
          if (isWhole && !isNameToken && !isHeld && isNoName(token, shape.needsBoth)) continue;
          left ??= leftOf(at);
          const isPerson = left >= LICENCE.human;
          const canAct =
            (isPerson && !shape.needsBoth) || (isNameToken && (shape.isSure || (isPerson && shape.end - at === 3)));
          const right = Math.max(
            rightOf(shape.end),
            canAct && isVerb(shape.end) ? VERB : 0,
            bareHeads.has(shape.end) ? TITLED : 0,
          );
          const next = text[shape.end];
          const isCut =
            given === 1 &&
            right === 0 &&
            next !== undefined &&
            (isRestOfName(next, tokens.startingAt(shape.end)) ||
              isLoose(tokens.startingAt(shape.end)) ||
              startsDeed(shape.end));
          const isIntroduced = endsPost(at) || left >= LICENCE.human;
          const isLikely = isIntroduced || (left >= LICENCE.left && right >= LICENCE.right);
          // 连城|作批示: a shorter name that a verb follows leaves that verb's first character to it.
          const behindShorter = given === 2 ? rightOf(shape.end - 1) : 0;
          const last = given === 2 ? tokens.startingAt(shape.end - 1) : undefined;
          const swallowsWord = last?.end === shape.end && /^[和与及从对]$/u.test(last.word);
          // 葛余|调了: what has an aspect is a verb.
          const takesObject =
            (given === 2 && right < LICENCE.right && isTransitive(shape.end - 1)) ||
            /[了着]/u.test(text[shape.end] ?? '');
          const swallows = swallowsWord || takesObject || (behindShorter >= LICENCE.right && behindShorter > right);
          const border = boundaryWeight(
            tokens,
            at,
            shape.end,
            shape.surnameLength,
            isLikely || right >= LICENCE.say,
            isLikely,
          );
          const whole = isNameToken && left >= LICENCE.human && shape.end - at === 3 ? UNKNOWN_WHOLE : 0;
          // 黄葛树|下: things have places.
          const isThing =
            right === 0 && left < LICENCE.left && tokens.startingAt(shape.end)?.tag === 'f' ? WORD_CROSSES : 0;
          const torn = left < LICENCE.left && isTorn(at) ? TEARS_WORD : 0;
          const score =
            shape.weight +
            left +
            right +
            border +
            whole -
            torn -
            isThing -
            (isCut ? CUT_SHORT : 0) -
            (takesObject ? SWALLOWS_OBJECT : swallows ? SWALLOWS_VERB : 0);
          const isPlaceWord = endsPost(at) && right > 0 && /^n[sz]/u.test(token?.tag ?? '');
          // 满意率: the beginning of a word is no freer than a whole one.
          const isWordThere = token !== undefined && token.end >= shape.end && isKnownWord(token);
          const isFree =
            isPlaceWord || !isWordThere || right >= LICENCE.right || (isIntroduced && text[shape.end] === '、');
          const licensed =
            isFree &&
            ((isNameToken && left >= LICENCE.human && right > 0) ||
              isLicensed(left, right, shape.needsBoth) ||
              (shape.needsBoth && endsPost(at) && shape.isGoodGiven && right > 0) ||
              (isWholeName(tokens.startingAt(at), shape.end) && shape.weight >= WHOLE_NAME));
          candidates.push({
            start: at,
            end: shape.end,
            name: text.slice(at, shape.end),
            shape: shape.weight,
            isFunction: shape.needsBoth,
            isWord: isWordThere,
            border,
            score,
            left,
            right,
            licensed,
          });
          const separator = context.separatorAt(text, shape.end);
          if (separator > 0) {
            const next = shape.end + separator;
            listedAt.set(next, Math.max(listedAt.get(next) ?? 0, score));
          }
        }
      }
    }
    return candidates;
  };
}

/** Whether the weights of both sides licence a name; a surname that is a function word (于, 应) needs both. */
export function isLicensed(left: number, right: number, isFunction: boolean): boolean {
  if (isFunction) return left >= LICENCE.left && right >= LICENCE.any;
  return left >= LICENCE.left || right >= LICENCE.right || (right >= LICENCE.some && left > 0);
}

/** Whether the segmenter reads exactly these three characters as one unknown word or name. */
function isWholeName(token: Token | undefined, end: number): boolean {
  return (
    token !== undefined &&
    token.end === end &&
    end - token.start === 3 &&
    (token.tag === 'x' || token.tag.startsWith('nr'))
  );
}

/** 1 where a span covers a position. */
function coverage(length: number, spans: readonly Span[]): Uint8Array {
  const covered = new Uint8Array(length);
  for (const { start, end } of spans) covered.fill(1, start, end);
  return covered;
}
