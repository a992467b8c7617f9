/**
 * Words that name a post (省委常委, 太湖街道晨光社区网格员), before anybody knows whose it is.
 * A post ends in a head (书记, 民警); from there the phrase is read leftwards over rank, field and body.
 */
import { loadWordLists } from './lexicon.ts';
import type { Token } from './segment.ts';
import { type TokenTable, tokenTable } from './token-table.ts';
import type { Document, PlaceMention, Span } from './types.ts';
import { WordIndex } from './word-index.ts';

/** One post: `body` + `title` are its words; both may carry places. */
export interface PostPhrase extends Span {
  /** Words before rank and head: 省委政法委, 市公安局路桥分局; may be empty. */
  readonly body: string;
  /** Rank and head: 副书记. */
  readonly rankedHead: string;
  readonly acting: boolean;
  readonly former: boolean;
}

/** 日前某县委书记: a time, no state. */
const NOT_STATE = /[日以之目年月天会此眼面当]前$/u;
/** 图为区司法局副局长: how captions begin. */
const CAPTION = '图为';
/** Longest body that is read, in characters; longer ones are a sign of a missed boundary. */
const LONGEST_BODY = 32;
/** Signs that stand in what somebody says and in no quoted name. */
const SAID = /[，。！？；]/u;
/** A word that ends so names a unit, whatever its tag says (办 as a verb, 所 as a particle). */
const UNIT_SUFFIX = /[部局委院办处厅室会所站队科庭组]$/u;
/** 调解|队, 督导|组: a verb that names a unit. */
const UNIT = /^(?:队|组|团|室|站|办|[处科局](?![长理于])|委员会|中心|工作)/u;
/** Bodies that say who is meant in general; a 负责人 of such is nobody. */
const GENERIC_BODY = /^$|(?:有关|主要|相关|分管|部门|单位|各级|各地|政府)$/u;
/** jieba tags of words that may stand inside the name of a body. */
const BODY_TAGS = /^(n|vn|j|b|m|x|an|a|f|q|eng|l|s|z|i|k|g|h)/u;

/** `tokens` are the words of the whole document (`tokenise`). */
export type FindPostPhrases = (
  doc: Document,
  tokens: readonly Token[],
  places: readonly PlaceMention[],
) => readonly PostPhrase[];

/** Prepares the matcher; the result finds the posts of a document in text order, without overlaps. */
export function postPhraseFinder(): FindPostPhrases {
  const lists = loadWordLists('posts.lex');
  const headLists = ['party', 'state', 'police', 'military', 'enterprise', 'grassroots', 'service'];
  const heads = new WordIndex(headLists.flatMap((branch) => lists.list(`head-${branch}`)));
  const ranks = new WordIndex(lists.list('ranks'));
  const states = new WordIndex([...lists.list('states-former'), ...lists.list('states-acting')]);
  const formerStates = new Set(lists.list('states-former'));
  const notPosts = new WordIndex(lists.list('post-not'));
  const headStops = new WordIndex(lists.list('head-stop'));
  const names = loadWordLists('names.lex');
  const borders: BodyBorders = {
    stops: new Set(lists.list('body-stop')),
    adjacent: new Set(lists.list('body-stop-adjacent')),
    verbs: new Set([...names.list('say-verbs'), ...names.list('act-verbs')]),
    surnames: new Set(names.list('surname-sure')),
  };

  /** The head at `at`, or null where none is or where it is part of another word (河长制, 主任会议). */
  const headAt = (text: string, at: number): string | null => {
    const head = heads.startingAt(text, at);
    if (head === null) return null;
    const longest = 6;
    for (let start = Math.max(0, at - longest); start <= at; start++) {
      const word = notPosts.startingAt(text, start);
      if (word !== null && start + word.length > at + head.length) return null;
    }
    return headStops.startingAt(text, at + head.length) === null ? head : null;
  };

  return (doc, tokens, places) => {
    const words = tokenTable(tokens);
    const placeEndingAt = new Map(places.map((place) => [place.end, place]));
    const { text } = doc;
    const found: PostPhrase[] = [];
    for (const sentence of doc.sentences) {
      for (let at = sentence.start; at < sentence.end; at++) {
        const head = headAt(text, at);
        if (head === null) continue;
        const end = at + head.length;
        let rankStart = at;
        for (let rank = ranks.endingAt(text, rankStart); rank !== null; rank = ranks.endingAt(text, rankStart)) {
          rankStart -= rank.length;
        }
        const floor = Math.max(sentence.start, found.at(-1)?.end ?? 0);
        rankStart = Math.max(rankStart, floor);
        const bodyStart = readBody(text, rankStart, floor, words, placeEndingAt, borders);
        const state = NOT_STATE.test(text.slice(Math.max(0, bodyStart - 2), bodyStart))
          ? null
          : states.endingAt(text, bodyStart);
        const acting = text.slice(rankStart, at).startsWith('代') || (state !== null && !formerStates.has(state));
        const body = text.slice(bodyStart, rankStart);
        // 各部门负责人: nobody's post.
        if (head === '负责人' && GENERIC_BODY.test(body)) continue;
        found.push({
          start: bodyStart,
          end,
          body,
          rankedHead: text.slice(rankStart, end),
          acting,
          former: state !== null && formerStates.has(state),
        });
        at = end - 1;
      }
    }
    return found;
  };
}

/** Words at which the body of a post starts: everywhere, or only right before the head. */
interface BodyBorders {
  readonly stops: ReadonlySet<string>;
  readonly adjacent: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
  /** Those with which an unknown word at the start of a clause is a name. */
  readonly surnames: ReadonlySet<string>;
}

/** Walks left from `end` over words that can name a body; returns where the body starts. */
function readBody(
  text: string,
  end: number,
  floor: number,
  words: TokenTable,
  placeEndingAt: ReadonlyMap<number, PlaceMention>,
  { stops, adjacent, verbs, surnames }: BodyBorders,
): number {
  let start = end;
  let reachedPlace = false;
  const limit = Math.max(floor, end - LONGEST_BODY);
  for (;;) {
    const at = start;
    const place = placeEndingAt.get(at);
    if (place && place.start >= limit) {
      start = place.start;
      reachedPlace = true;
      continue;
    }
    if (reachedPlace || at <= limit) return start;
    if (text[at - 1] === '”') {
      const open = text.lastIndexOf('“', at - 1);
      // “…进一扇门。”某县委副书记某人说: what was said, and no name of a body.
      if (open >= limit && open < at && !SAID.test(text.slice(open, at))) {
        start = open;
        continue;
      }
    }
    const token = words.before(at);
    if (!token) return start;
    const word = text.slice(token.start, at);
    if (!/^[\p{Script=Han}A-Za-z0-9·]+$/u.test(word)) return start;
    // A name right before the head is its holder (习近平总书记, 刘伟副局长), not a body.
    const isName =
      token.tag.startsWith('nr') ||
      (token.tag === 'x' &&
        word.length <= 3 &&
        surnames.has(word.charAt(0)) &&
        !/\p{Script=Han}/u.test(text[token.start - 1] ?? ''));
    if (start === end && isName && word.length > 1 && !UNIT_SUFFIX.test(word)) return start;
    if (word.startsWith(CAPTION)) return token.start + CAPTION.length;
    if (start === end && adjacent.has(word)) return start;
    const isUnitName = start < end && UNIT.test(text.slice(start, start + 3));
    if (stops.has(word) || (verbs.has(word) && !isUnitName) || (word.length > 1 && /[着了过]$/u.test(word)))
      return start;
    const isVerb = token.tag.startsWith('v') && token.tag !== 'vn';
    if (
      !BODY_TAGS.test(token.tag) &&
      !UNIT_SUFFIX.test(word) &&
      !(isVerb && (word.length > 1 || UNIT_SUFFIX.test(word)))
    )
      return start;
    if (token.start < limit) return start;
    start = token.start;
  }
}
