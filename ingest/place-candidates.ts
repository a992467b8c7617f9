/** Stretches of a text that may name a place, before anything is known about the places around them. */

import type { PlaceLevel } from '../graph/model.ts';
import { CharacterSet } from './character-set.ts';
import type { Division, Gazetteer, NameAtPosition } from './gazetteer.ts';
import { type FindSettlement, isTownBeforeVillage, settlementFinder } from './settlements.ts';
import type { Span } from './types.ts';
import { WordIndex } from './word-index.ts';

/**
 * - `name`: full name of the gazetteer; `bare`: without its suffix; `short`: one letter in a frame (在杭召开)
 * - `settlement`: township or village by its suffix only; `self`: 全市, 该县; `country`: a foreign country
 */
export type PlaceForm = 'name' | 'bare' | 'short' | 'settlement' | 'self' | 'country';

export interface PlaceCandidate extends Span {
  readonly form: PlaceForm;
  /** The words, for `settlement` without what stands before the name. */
  readonly name: string;
  /** What it may be, for `name`, `bare` and `short`. */
  readonly divisions: readonly Division[];
  /** For `settlement` and `self`. */
  readonly level: PlaceLevel | null;
  /**
   * `sure` names a place wherever it stands; `doubtful` needs its superior or its home in the text;
   * `weak` is a common word too and needs its full name, its superior or its equals beside it.
   */
  readonly trust: 'sure' | 'doubtful' | 'weak';
}

/** 会同, a level and the name of a body, in characters. */
const JOINED_REACH = 14;

export type FindPlaceCandidates = (text: string) => readonly PlaceCandidate[];

const HAN = /\p{Script=Han}/u;

const SHORT_CITY_NAME = 3;
const PROVINCE = '省';

const finders = new WeakMap<Gazetteer, FindPlaceCandidates>();

/** The finder of a gazetteer; prepared once for each. Candidates come in text order and do not overlap. */
export function placeCandidateFinder(gazetteer: Gazetteer): FindPlaceCandidates {
  let finder = finders.get(gazetteer);
  if (!finder) {
    finder = prepare(gazetteer);
    finders.set(gazetteer, finder);
  }
  return finder;
}

function prepare(gazetteer: Gazetteer): FindPlaceCandidates {
  const { words } = gazetteer;
  const generic = new Set(words.list('full-generic'));
  const trapLeft = new Set(words.list('trap-left'));
  // 完成|都市: a short name of a city is not read out of two other words either.
  const isCut = (text: string, at: number, { length, divisions }: NameAtPosition): boolean =>
    length <= SHORT_CITY_NAME &&
    divisions.every(({ level }) => level === 'city') &&
    trapLeft.has(text.slice(at - 1, at + 1));
  const countries = new WordIndex(words.list('countries'));
  const bare = bareNameJudge(gazetteer);
  const short = shortNameReader(gazetteer);
  const self = selfWordReader(gazetteer);
  const cutsLongerName = cutsLongerNameIn(gazetteer);
  const settlement = settlementFinder(words);
  const posts = new WordIndex(words.list('person-post-before'));

  return (text) => {
    const found: PlaceCandidate[] = [];
    for (let at = 0; at < text.length; at++) {
      const candidate = read(text, at);
      if (!candidate) continue;
      if (!isCutShort(text, candidate, found.at(-1))) found.push(candidate);
      at = candidate.end - 1;
    }
    return withSettlements(text, withoutHolders(text, found), settlement);
  };

  /** 常务副书记岳阳讲话: a bare name directly after a post is its holder's, there and elsewhere. */
  function withoutHolders(text: string, found: readonly PlaceCandidate[]): readonly PlaceCandidate[] {
    const isHeld = ({ form, start }: PlaceCandidate): boolean =>
      form === 'bare' && posts.endingAt(text, start) !== null;
    const held = new Set(found.filter(isHeld).map(({ name }) => name));
    return held.size === 0 ? found : found.filter(({ form, name }) => form !== 'bare' || !held.has(name));
  }

  function read(text: string, at: number): PlaceCandidate | null {
    const selfWord = self(text, at);
    if (selfWord) return selfWord;
    const named = gazetteer.longestAt(text, at);
    if (named?.form === 'bare' && joins(text, at, named.length)) return null;
    if (named?.form === 'name') {
      if (cutsLongerName(text, at, named) || isCut(text, at, named) || joinsBodies(text, at)) return null;
      // 解放街|道路口
      if (text.startsWith('道', at + named.length - 1) && /[路口]/u.test(text[at + named.length] ?? '')) return null;
      const name = text.slice(at, at + named.length);
      const trust = generic.has(name) ? 'weak' : name.length <= 2 ? 'doubtful' : 'sure';
      return { start: at, end: at + named.length, form: 'name', name, divisions: named.divisions, level: null, trust };
    }
    if (named) return bare(text, at, named.length, named.divisions);
    const country = countries.startingAt(text, at);
    if (country) {
      const end = at + country.length;
      return { start: at, end, form: 'country', name: country, divisions: [], level: 'country', trust: 'sure' };
    }
    return short(text, at);
  }

  /** 和|龙游: the conjunction is no part of 和龙. */
  function joins(text: string, at: number, length: number): boolean {
    const other = text[at] === '和' ? gazetteer.longestAt(text, at + 1) : null;
    return other !== null && other.length >= length;
  }
}

/** 县委政法委|会同|县水利局: between two bodies the words join them, though 会同县 and 和县 are counties. */
function joinsBodies(text: string, at: number): boolean {
  return (
    /[委局院府办队所部厅会处站心]/u.test(text[at - 1] ?? '') &&
    /^(?:会同|和)县\p{Script=Han}{1,8}?(?:[局院委办队所部厅处联]|中心)/u.test(text.slice(at, at + JOINED_REACH))
  );
}

function isCutShort(
  text: string,
  { start, end, divisions }: PlaceCandidate,
  last: PlaceCandidate | undefined,
): boolean {
  return last?.end === start && divisions[0]?.level === 'township' && isTownBeforeVillage(text, last, end);
}

/** 平安|镇原县: a township's name must not cut the name of a county that starts inside it. */
function cutsLongerNameIn(gazetteer: Gazetteer) {
  return (text: string, at: number, { length, divisions }: NameAtPosition): boolean => {
    if (divisions.some(({ level }) => level !== 'township')) return false;
    for (let inside = at + 1; inside < at + length; inside++) {
      const other = gazetteer.longestAt(text, inside);
      if (other?.form !== 'name' || inside + other.length <= at + length) continue;
      if (other.divisions.some(({ level }) => level !== 'township')) return true;
    }
    return false;
  };
}

/** Judges a bare name by its direct surroundings; null where it is part of another word or a person's name. */
function bareNameJudge({ words }: Gazetteer) {
  const trapLeft = new Set(words.list('trap-left'));
  const trapRight = new WordIndex(words.list('trap-right'));
  const afterDirection = words.characters('trap-after-direction');
  const frameLeft = new WordIndex(words.list('frame-left'));
  const frameRight = new WordIndex(words.list('frame-right'));
  const seatRight = new WordIndex(words.list('seat-right'));
  const villageSuffixes = new WordIndex(words.list('settlement-village'));
  const posts = new WordIndex(words.list('person-post-left'));
  const surnames = words.characters('person-surname');
  const cityWords = new Set(words.list('bare-ambiguous'));
  const countyWords = new Set([...words.list('bare-ambiguous-zhejiang'), ...words.list('bare-ambiguous-county')]);
  const isWord = (division: Division): boolean =>
    (division.level === 'county' ? countyWords : cityWords).has(division.stem);

  return (text: string, start: number, length: number, divisions: readonly Division[]): PlaceCandidate | null => {
    const end = start + length;
    const name = text.slice(start, end);
    if (trapLeft.has(text.slice(start - 1, start + 1)) || trapRight.startingAt(text, end)) return null;
    // 枸杞乡龙泉村 is a village, whatever 龙泉 is elsewhere.
    if (villageSuffixes.startingAt(text, end)) return null;
    if (/[东南西北]$/u.test(name) && afterDirection.has(text[end] ?? '')) return null;
    const before = text[start - 1] ?? '';
    if (surnames.has(before) && (!HAN.test(text[start - 2] ?? '') || posts.endingAt(text, start - 1))) return null;
    const words = divisions.every(isWord);
    const framed =
      frameRight.startingAt(text, end) !== null &&
      (!words || !HAN.test(before) || frameLeft.endingAt(text, start) !== null);
    const certain = framed || (!words && divisions.some((division) => division.level !== 'county'));
    const trust = certain ? 'sure' : words && !seatRight.startingAt(text, end) ? 'weak' : 'doubtful';
    return { start, end, form: 'bare', name, divisions, level: null, trust };
  };
}

/** Reads one-letter names (在杭召开, 赴甬). */
function shortNameReader(gazetteer: Gazetteer) {
  const { words } = gazetteer;
  const left = new CharacterSet(words.list('short-left'));
  const right = new WordIndex(words.list('short-right'));
  const arrivals = new CharacterSet('赴抵莅来');
  const meanings = new Map<string, Division[]>();
  for (const [letter, path] of [...words.pairs('short-city'), ...words.pairs('short-province')]) {
    const division = gazetteer.at(path);
    if (division) meanings.set(letter, [...(meanings.get(letter) ?? []), division]);
  }
  return (text: string, at: number): PlaceCandidate | null => {
    if (!left.at(text, at - 1)) return null;
    const closes = arrivals.at(text, at - 1) && /[，,。、]/u.test(text[at + 1] ?? '');
    if (!closes && !right.startingAt(text, at + 1)) return null;
    const letter = text[at] ?? '';
    if (!HAN.test(letter)) return null;
    const divisions = meanings.get(letter) ?? [];
    return { start: at, end: at + 1, form: 'short', name: letter, divisions, level: null, trust: 'doubtful' };
  };
}

/** Reads 全市, 我省, 该县, and the 省 of 省委. */
function selfWordReader({ words }: Gazetteer) {
  const starts = new CharacterSet([...words.list('self-head'), PROVINCE]);
  const tails = new Map(words.pairs('self-tail')) as ReadonlyMap<string, PlaceLevel>;
  const provinceBodies = new WordIndex(words.list('province-body'));
  const notAfter = words.characters('self-not-after');
  const longestTail = 2;
  return (text: string, at: number): PlaceCandidate | null => {
    if (!starts.at(text, at)) return null;
    if (text[at] === PROVINCE) {
      if (!provinceBodies.startingAt(text, at + 1)) return null;
      return { start: at, end: at + 1, form: 'self', name: PROVINCE, divisions: [], level: 'province', trust: 'sure' };
    }
    for (let length = longestTail; length > 0; length--) {
      const tail = text.slice(at + 1, at + 1 + length);
      const level = tails.get(tail);
      const end = at + 1 + tail.length;
      if (!level || notAfter.has(text[end] ?? '')) continue;
      return { start: at, end, form: 'self', name: text.slice(at, end), divisions: [], level, trust: 'sure' };
    }
    return null;
  };
}

/** Adds townships and villages that no list has, and bare names of townships before them (椒江区|洪家|上林桥村). */
function withSettlements(text: string, known: readonly PlaceCandidate[], find: FindSettlement): PlaceCandidate[] {
  const found: PlaceCandidate[] = [];
  let floor = 0;
  for (const [index, next] of [...known, null].entries()) {
    if (next && next.start < floor) continue;
    const across = next?.form === 'bare' && next.trust !== 'sure' ? acrossBare(next, known[index + 1]) : null;
    if (across) {
      found.push(across);
      floor = across.end;
      continue;
    }
    found.push(...find(text, floor, next?.start ?? text.length, found.at(-1) ?? null));
    if (next) {
      found.push(next);
      floor = next.end;
    }
  }
  return found;

  /** The settlement whose name a bare name elsewhere would cut, or null. */
  function acrossBare(next: PlaceCandidate, following: PlaceCandidate | undefined): PlaceCandidate | null {
    const ceiling = following?.form === 'name' ? following.start : text.length;
    const before = found.at(-1) ?? null;
    const [across] = find(text, floor, Math.min(ceiling, next.end + LONGEST_SETTLEMENT), before);
    if (!across || across.end <= next.start) return null;
    // 椒江区|洪家|上林桥村: that 上林 is a county elsewhere does not cut the name of the village; nor does 镇海 in 安昌镇|海盐村.
    if (across.trust === 'sure' && across.start === floor)
      return across.end > next.end || /[镇乡]/u.test(next.name[0] ?? '') ? across : null;
    // 玉泉坝村 is no 坝村 in 玉泉.
    return across.start === next.start && across.end - next.end === suffixLength(across) + 1 ? across : null;
  }
}

function suffixLength({ name }: PlaceCandidate): number {
  return /(?:社区|片区|街道)$/u.test(name) ? 2 : 1;
}

/** How far behind a doubtful bare name the end of a settlement is looked for, in characters. */
const LONGEST_SETTLEMENT = 8;
