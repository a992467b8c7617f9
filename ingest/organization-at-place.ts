/** Names of bodies that a place stands before: 南浔区社会治理中心, 浙江大学, 丽水经济技术开发区管委会. */
import { equalsBefore } from './organization-equals.ts';
import type { LeftPart } from './organization-extent.ts';
import { type NamedOrganization, nameOrganization, withForm } from './organization-names.ts';
import type { SeatReader } from './organization-seats.ts';
import type { OrganizationWords, Tail } from './organization-words.ts';
import { lastName } from './place-context.ts';
import type { PlaceMention } from './types.ts';

/** A zone that a body governs: 丽水|经济技术开发区|管委会. */
const ZONE =
  /(?:开发区|新区|高新区|经开区|度假区|园区|集聚区|示范区|保税区|合作区|产业园|自贸区|试验区|风景区|景区|名胜区|经开|高新)$/u;
/** Shortest name of a zone without a place before it (白云山风景区), in characters. */
const SHORTEST_ZONE = 5;
/** A name in brackets behind a body, which is its other name, in characters. */
const BRACKET_REACH = 10;

interface BodyAtPlace {
  readonly start: number;
  readonly named: NamedOrganization;
  /** The end of the rule's name. */
  readonly rule: string;
  readonly confidence: number;
}

/** The body whose tail ends at `end` behind `place`, after those of the places that share the tail. */
export function bodiesAtPlace(
  text: string,
  left: LeftPart,
  place: PlaceMention,
  end: number,
  tail: Tail,
  seats: SeatReader,
  words: OrganizationWords,
): readonly BodyAtPlace[] {
  const printed = text.slice(left.start, end);
  const own = left.words + tail.word;
  const { path } = place.place;
  if (left.opening !== '' || words.printedName.has(tail.word)) {
    const name = text.slice(left.opening === '' ? place.start : left.start, end);
    const aliases = withForm({ name, aliases: [], seat: null }, printed, lastName(path) + own);
    return [{ start: left.start, named: { name, aliases, seat: path }, rule: 'printed', confidence: 0.85 }];
  }
  const body = usualTail(left.words, tail.word, words);
  const bracket = /^[（(]([\p{Script=Han}]{2,8})[)）]/u.exec(text.slice(end, end + BRACKET_REACH))?.[1];
  // 夹浦镇、泗安镇和煤山镇派出所: towns do not stand beside a station as its equals.
  const isShared = tail.kind === 'centre' || (own === tail.word && words.territorial.has(tail.word));
  const equals = isShared ? equalsBefore(text, seats, place) : [];
  return [...equals, place].map((each) => {
    const named = nameOrganization(body, each.place.path);
    const other =
      bracket && !/^(县|市|区|街道|乡镇|镇街)/u.test(bracket)
        ? [lastName(each.place.path) + bracket, `${named.name}（${bracket}）`]
        : [];
    const aliases = withForm(named, each === place ? printed : lastName(each.place.path) + own, ...other);
    const start = each === place ? left.start : each.start;
    return { start, named: { ...named, aliases }, rule: 'place', confidence: 0.9 };
  });
}

/** The body of a zone, which is no division and keeps its printed name; null where the words before name no zone. */
export function zoneBody(
  text: string,
  left: LeftPart,
  end: number,
  word: string,
  seats: SeatReader,
  words: OrganizationWords,
): NamedOrganization | null {
  if (!ZONE.test(left.words) || words.kindOpen.startingAt(left.words, 0) !== null) return null;
  if (!left.place && left.words.length < SHORTEST_ZONE) return null;
  const area = left.place?.place.path ?? (left.level === '' ? null : seats.ofLevel(left.level, left.start));
  const own = left.words + word;
  const printed = text.slice(left.place?.start ?? left.start, end);
  const name = left.place || area === null ? printed : lastName(area) + own;
  const forms = area === null ? [own] : [own, lastName(area) + own];
  return { name, aliases: withForm({ name, aliases: [], seat: area }, printed, ...forms), seat: area };
}

/** The words with the usual form of the tail: 陈家桥人民法庭 → 陈家桥法庭. */
export function usualTail(before: string, tail: string, words: OrganizationWords): string {
  return before + (words.sameTail.get(tail) ?? tail);
}
