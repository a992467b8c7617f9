/** Reads leftwards from the tail of an organization's name to where the name starts. */
import type { SeatReader } from './organization-seats.ts';
import type { OrganizationWords } from './organization-words.ts';
import type { PlaceMention } from './types.ts';

/** What stands before a tail. */
export interface LeftPart {
  /** Where the name starts, with its places. */
  readonly start: number;
  /** The words between place, level word or boundary and the tail, without quotation marks. */
  readonly words: string;
  /** The place right before the words, or null. */
  readonly place: PlaceMention | null;
  /** A level word that opens the words (省平安建设督导组), or an empty string. */
  readonly level: string;
  /** What belongs to the name before its place (武警衢州支队), or an empty string. */
  readonly opening: string;
}

/** Longest words before a tail, in characters. */
const LONGEST = 30;
const JOINTLY = '联合';
const HAN_LETTER_DIGIT = /[\p{Script=Han}A-Za-z0-9]/u;

/** Prepares the reader of one document. */
export function leftPartReader(
  text: string,
  seats: SeatReader,
  words: OrganizationWords,
): (at: number, floor: number) => LeftPart {
  return (at, floor) => {
    const limit = Math.max(floor, at - LONGEST);
    let start = at;
    let place: PlaceMention | null = null;
    while (start > limit) {
      const here = seats.placeAt.get(start);
      if (here && here.start >= floor && here.place.level !== 'country') {
        place = here;
        break;
      }
      const open = openingOf(text, start, limit);
      if (open !== null) {
        start = open;
        continue;
      }
      if (!HAN_LETTER_DIGIT.test(text[start - 1] as string) || stopsAt(start)) break;
      start--;
    }
    if (!place) place = seats.placeAt.get(start) ?? null;
    if (place && (place.start < floor || place.place.level === 'country')) place = null;
    let own = text.slice(start, at).replace(/[“”]/gu, '');
    if (place) {
      const chain = seats.chainStart(place);
      const opening = words.nameOpen.endingAt(text, chain) ?? '';
      return { start: chain - opening.length, words: own, place, level: '', opening };
    }
    // 联合黄泽法庭, 联合县人民医院: the verb is no part of the name.
    if (own.startsWith(JOINTLY)) {
      start += JOINTLY.length;
      own = own.slice(JOINTLY.length);
    }
    const level = words.notLevels.startingAt(own, 0) === null ? (words.levels.startingAt(own, 0) ?? '') : '';
    return { start, words: own.slice(level.length), place: null, level, opening: '' };
  };

  function stopsAt(end: number): boolean {
    if (words.stopWords.endingAt(text, end) !== null) return true;
    const letter = text[end - 1] as string;
    // 2013年, 5日; 3家: a date or a count ends here.
    if (/[年月日家名所号]/u.test(letter) && /[\d一两几多]/u.test(text[end - 2] ?? '')) return true;
    if (letter === '和' || words.stops.has(letter)) {
      return !words.notStops.has(text.slice(end - 2, end)) && !words.notStops.has(text.slice(end - 1, end + 1));
    }
    return false;
  }
}

/** Where a quotation or bracket that closes at `end` opens, if the name may hold it; else null. */
function openingOf(text: string, end: number, limit: number): number | null {
  const close = text[end - 1] as string;
  const pair = { '”': '“', '）': '（', ')': '(', '》': '《' }[close];
  if (!pair) return null;
  const open = text.lastIndexOf(pair, end - 2);
  if (open < limit || /[。！？；\n，,：]/u.test(text.slice(open, end))) return null;
  // 县（市、区）: a list of levels, no part of a name.
  return /[、]/u.test(text.slice(open, end)) ? null : open;
}
