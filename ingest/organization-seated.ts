/** Bodies that every place has (公安局, 法院), told apart by their seat: printed before them, shared, or known from above. */
import { zoneBody } from './organization-at-place.ts';
import { equalsBefore } from './organization-equals.ts';
import type { FoundOrganizations } from './organization-found.ts';
import { nameOrganization, withForm } from './organization-names.ts';
import type { PrintedSeat } from './organization-seats.ts';
import type { Tail } from './organization-words.ts';

/** Longest post between a body and the next one that the same person has a post in, in characters. */
const LONGEST_POST = 14;

/** Adds the body or bodies whose tail stands from `at` to `end` (UTF-16); false where the words name none. */
export function addSeated(found: FoundOrganizations, at: number, end: number, tail: Tail): boolean {
  const { word } = tail;
  const seat = found.seats.before(at, /./u) ?? found.seats.sharing(word, at);
  // 浙江法院: the courts of a province together.
  if (seat && word === '法院' && seat.level === '' && !seat.path?.includes('/')) return false;
  if (seat && (seat.path !== null || /[省市县区州]/u.test(seat.level))) {
    addAtSeat(found, seat, at, end, word);
    return true;
  }
  const { last } = found;
  if (last && last.end === at) {
    found.addPart(last, at, end, word);
    return true;
  }
  const shared = sharedSeat(found, at, end);
  if (shared !== null) {
    found.add(at, end, nameOrganization(word, shared), word, 'shared-seat', 0.85);
    return true;
  }
  const village = villageOf(found, at, end, word);
  if (village !== null) found.add(at, end, nameOrganization(word, village), word, 'village', 0.75);
  else if (!addOfZone(found, at, end, word)) found.addBare(at, end, word);
  return true;
}

function addAtSeat(found: FoundOrganizations, seat: PrintedSeat, at: number, end: number, word: string): void {
  const { text, seats } = found;
  const printed = text.slice(seat.start, end);
  // 浏阳、宁乡法院 are two; 浏阳市、宁乡市公安局 may be a city and a bureau.
  const equals = seat.level === '' ? equalsBefore(text, seats, seats.placeAt.get(at)) : [];
  for (const equal of equals.filter(({ end: to }) => !/[省市县区旗州]/u.test(text[to - 1] ?? ''))) {
    const named = nameOrganization(word, equal.place.path);
    found.add(equal.start, end, named, word, 'seat', 0.85);
  }
  const named = nameOrganization(seat.path === null ? seat.level + word : word, seat.path);
  const confidence = seat.path === null ? 0.6 : 0.95;
  found.add(seat.start, end, { ...named, aliases: withForm(named, printed) }, word, 'seat', confidence);
}

/** 省委常委、政法委书记; 副省长、公安厅长; 市发改委、文明办. */
function sharedSeat({ text, seats, words, last }: FoundOrganizations, at: number, end: number): string | null {
  const governor = /(省|市|县|区|州|镇|乡)长[、,，]$/u.exec(text.slice(Math.max(0, at - 3), at))?.[1];
  const gap = last ? text.slice(last.end, at) : '';
  if (last?.seat && /^(、|和|及|与|以及)$/u.test(gap)) return last.seat;
  if (!words.postHeads.startingAt(text, end)) return null;
  if (governor) return seats.ofLevel(governor, at);
  if (last?.seat && gap.length <= LONGEST_POST && /^[^。！？；;\n]*[、,，]$/u.test(gap)) return last.seat;
  return null;
}

/** 村委会 and, before a post, 党支部 mean the village at hand. */
function villageOf({ text, seats, words }: FoundOrganizations, at: number, end: number, word: string): string | null {
  if (!words.villageBodies.has(word)) return null;
  if (!word.startsWith('村') && !words.postHeads.startingAt(text, end)) return null;
  return seats.ofLevel('村', at);
}

/** 丽水经济技术开发区管委会: a body of a zone, which is no division and keeps its printed name. */
function addOfZone(found: FoundOrganizations, at: number, end: number, word: string): boolean {
  const left = found.leftPart(at, found.last?.end ?? 0);
  const named = zoneBody(found.text, left, end, word, found.seats, found.words);
  if (named) found.add(left.start, end, named, word, 'zone', 0.85);
  return named !== null;
}
