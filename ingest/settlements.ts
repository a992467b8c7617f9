/** Townships and villages that no list has, found by their suffix: 上林桥村, 祥和片区. */
import type { PlaceLevel } from '../graph/model.ts';
import type { WordLists } from './lexicon.ts';
import type { PlaceCandidate } from './place-candidates.ts';
import { WordIndex } from './word-index.ts';

/**
 * The settlements between two offsets, in text order.
 * @param before the place that ends nearest before `floor`, or null
 */
export type FindSettlement = (
  text: string,
  floor: number,
  ceiling: number,
  before: PlaceCandidate | null,
) => readonly PlaceCandidate[];

/** 仙桥乡|河口镇村: no township lies in a township, so what ends in 镇村 directly after one is the name of a village. */
export function isTownBeforeVillage(text: string, before: PlaceCandidate | null, end: number): boolean {
  if (before === null || text[end] !== '村' || /[级干民镇街组规]/u.test(text[end + 1] ?? '')) return false;
  return before.level === 'township' || (before.divisions[0]?.level === 'township' && before.form === 'name');
}

function isTownship({ level, divisions, form }: PlaceCandidate): boolean {
  return (
    level === 'township' ||
    (form === 'name' && divisions.length > 0 && divisions.every((one) => one.level === 'township'))
  );
}

/** Longest name before the suffix, in characters: directly after a superior, and elsewhere. */
const LONGEST_AFTER_SUPERIOR = 8;
const LONGEST_ALONE = 4;
/** 铁东区|和平社区 holds 和; in 铁东区|和友谊社区 it joins. */
const SHORTEST_LISTED = 2;
const COUNT = /[两三四五六七八九十]/u;
/** 一区 of a quarter built in parts. */
const NUMBERED = /^[一二三四五六七八九十东南西北][区村]$/u;
/** Words for kinds of village that are names of villages as often, where their people or bodies follow. */
const NAMES_TOO = /^(?:明星|联合|民主|先进|文明)村(?:村民|村委|村支|村部|村“|党支|党总)/u;
/** 塘口镇|自力村, 得胜村, 第一村: a function word opens no name of two characters but these. */
const OPENS_NAME = /^(?:自[力强立治得信豪]|得[胜利意安]|第[一二三四五六七八九十])村/u;
const HAN = /\p{Script=Han}/u;

/** Prepares the finder from `places.lex`. */
export function settlementFinder(words: WordLists): FindSettlement {
  const levels = new Map<string, PlaceLevel>();
  for (const suffix of words.list('settlement-township')) levels.set(suffix, 'township');
  for (const suffix of words.list('settlement-village')) levels.set(suffix, 'village');
  const suffixes = new WordIndex(levels.keys());
  const generic = new WordIndex(words.list('generic-end'));
  const strong = new Set(words.list('generic-strong'));
  const alone = new Set(words.list('generic-alone'));
  const stops = words.characters('settlement-inner-stop');
  const stopWords = new WordIndex(words.list('settlement-inner-word'));
  const licences = words.characters('settlement-licence');
  const communityVerbs = new Set(words.list('community-verbs'));
  const notAfterVillage = words.characters('not-after-village');
  const notAfterTown = words.characters('not-after-town');

  return (text, floor, ceiling, before) => {
    const found: PlaceCandidate[] = [];
    let from = floor;
    for (let at = floor; at < ceiling; at++) {
      const suffix = suffixes.startingAt(text, at);
      if (!suffix || at + suffix.length > ceiling) continue;
      const settlement = settlementAt(text, from, at, suffix, found.at(-1) ?? before);
      if (!settlement) continue;
      found.push(settlement);
      from = settlement.end;
      at = from - 1;
    }
    return found;
  };

  function settlementAt(
    text: string,
    floor: number,
    at: number,
    suffix: string,
    before: PlaceCandidate | null,
  ): PlaceCandidate | null {
    const end = at + suffix.length;
    const level = levels.get(suffix) as PlaceLevel;
    if (continuesAsWord(text, end, suffix)) return null;
    if (suffix === '社区' && communityVerbs.has(text.slice(at - 2, at))) return null;
    // 古林、横街、集士港|三镇: a count of what was listed.
    if (level === 'township' && COUNT.test(text[at - 1] ?? '')) return null;
    const afterSuperior = before !== null && before.end === floor && before.form !== 'country';
    if (level === 'township' && afterSuperior && isTownBeforeVillage(text, before, end)) return null;
    // 大港头镇|古堰画乡: no township lies in another.
    if (level === 'township' && afterSuperior && isTownship(before)) return null;
    const genericEnd = generic.endingAt(text, end);
    if (afterSuperior && at > floor && at - floor <= LONGEST_AFTER_SUPERIOR && clean(text, floor, at, true)) {
      // 杰下村 ends like 下村 but is a name; 示范村 and 农村 never are.
      // 梧田街道|南村社区
      const isVillageName = genericEnd === '村社区' && at - floor > 1;
      // 池河镇|明星村村民
      const isNamed = isTownship(before) && NAMES_TOO.test(text.slice(at - 2, end + 2));
      const word =
        !isVillageName &&
        !isNamed &&
        genericEnd &&
        (genericEnd.length > 2 || genericEnd.length >= end - floor || strong.has(genericEnd));
      const shortest = level === 'township' ? 2 : 1;
      return word || at - floor < shortest ? null : candidate(text, floor, end, level, 'sure');
    }
    const start = leftEdge(text, floor, at);
    if (
      genericEnd &&
      (level === 'township' || genericEnd.length > 2 || genericEnd.length >= end - start || alone.has(genericEnd))
    )
      return null;
    if (at === start || !clean(text, start, at, false)) return null;
    return candidate(text, start, end, level, 'doubtful');
  }

  /** 村民, 镇长, 乡村: the suffix belongs to the next word. */
  function continuesAsWord(text: string, end: number, suffix: string): boolean {
    const next = text[end] ?? '';
    // 张村村的党员: the village of 张村; 张村村委会 is the body of 张村.
    if (suffix === '村' && next === '村') return !/[委务民党干级支两规集部口头史情]/u.test(text[end + 1] ?? '');
    if (suffix === '村') return notAfterVillage.has(next);
    if (suffix === '镇' || suffix === '乡') return notAfterTown.has(next);
    return false;
  }

  /** Only Han, and no function word; directly after a superior a few more characters are allowed (祥和片区 holds 和). */
  function clean(text: string, start: number, end: number, afterSuperior: boolean): boolean {
    // 翠苑街道|翠苑一区社区
    const last = afterSuperior && NUMBERED.test(text.slice(end - 2, end)) ? end - 2 : end;
    for (let at = start; at < last; at++) {
      const character = text[at] as string;
      if (!HAN.test(character)) return false;
      const inside = afterSuperior && at > start && end - start <= LONGEST_ALONE + 1;
      const isTown = inside && at === end - 1 && /[镇乡村]/u.test(character);
      // 天荒坪镇|余村
      if (afterSuperior && at === start && (character === '余' || OPENS_NAME.test(text.slice(at, end + 1)))) continue;
      if (stops.has(character) && !isTown && !(inside && /[地自第那这本得会]/u.test(character))) return false;
      if (at + 2 <= end && stopWords.startingAt(text, at)) return false;
    }
    return !(afterSuperior && licences.has(text[start] as string) && end - start > SHORTEST_LISTED);
  }

  /** Where a name without a superior starts: after punctuation, a licence or a stop. */
  function leftEdge(text: string, floor: number, end: number): number {
    let start = end;
    while (start > floor && end - start <= LONGEST_ALONE) {
      const character = text[start - 1] as string;
      const isOwn = character === '村' && start === end && /^(?:村|社区)/u.test(text.slice(end, end + 2));
      if (!HAN.test(character) || (stops.has(character) && !isOwn)) break;
      if (licences.has(character) && end - start >= 2) break;
      if (end - start >= 2 && stopWords.endingAt(text, start)) break;
      start--;
    }
    return start;
  }

  function candidate(
    text: string,
    start: number,
    end: number,
    level: PlaceLevel,
    trust: 'sure' | 'doubtful',
  ): PlaceCandidate {
    return { start, end, form: 'settlement', name: text.slice(start, end), divisions: [], level, trust };
  }
}
