/** Which place a level word (省, 市, 县 …) means where it stands: the seat of a body that names none. */
import { firstFrom } from './spans.ts';
import type { PlaceMention } from './types.ts';

/** How many parts the path of a seat has, by level word. */
const DEPTH: Readonly<Record<string, number>> = {
  省: 1,
  自治区: 1,
  市: 2,
  州: 2,
  盟: 2,
  县: 3,
  区: 3,
  旗: 3,
  镇: 4,
  乡: 4,
  街道: 4,
  村: 5,
  社区: 5,
};
/** Municipalities are provinces whose 市 is one part of a path, not two. */
const MUNICIPALITIES = new Set(['北京市', '天津市', '上海市', '重庆市']);

/** How many places on either side may tell the seat: an article has fewer, a damaged scan need not be searched whole. */
const PLACES_AROUND = 100;

export interface SeatContext {
  /** Places in text order. */
  readonly places: readonly PlaceMention[];
  readonly home: string | null;
}

/** The level word at the start of a body (`省委政法委` → `省`), or null. */
export function levelWordOf(body: string): string | null {
  return /^(?:自治区|街道|社区|省|市|县|区|旗|州|盟|镇|乡|村)/u.exec(body)?.[0] ?? null;
}

/**
 * The path that a level word means at `position`: that level of `previous` (the seat of the conjunct before), else of the nearest place
 * before it that reaches the level, else of the first one after it, else of the paper's home; null if none reaches it.
 */
export function seatOfLevel(
  word: string,
  position: number,
  previous: string | null,
  context: SeatContext,
): string | null {
  const at = firstFrom(context.places, position);
  const before = context.places.slice(Math.max(0, at - PLACES_AROUND), at).reverse();
  const after = context.places.slice(at, at + PLACES_AROUND);
  const paths = [
    previous,
    ...before.map(({ place }) => place.path),
    ...after.map(({ place }) => place.path),
    context.home,
  ];
  // 市 beside a county-level city is that city: what ends in the word itself goes before what only has its rank.
  for (const isSame of [true, false]) {
    for (const path of paths) {
      const seat = path === null ? null : isSame ? partNamed(path, word) : cutToLevel(path, word);
      if (seat !== null) return seat;
    }
  }
  return null;
}

/** The narrowest part of a path, the province aside, whose name ends in the word. */
function partNamed(path: string, word: string): string | null {
  const parts = path.split('/');
  for (let depth = parts.length; depth > (word === '省' || MUNICIPALITIES.has(path) ? 0 : 1); depth--) {
    if (word !== '' && parts[depth - 1]?.endsWith(word)) return parts.slice(0, depth).join('/');
  }
  return null;
}

/** The part of a path that a level word names, or null if the path ends above it. */
function cutToLevel(path: string, word: string): string | null {
  const parts = path.split('/');
  const isMunicipality = MUNICIPALITIES.has(parts[0] as string);
  const depth = DEPTH[word] ?? parts.length;
  const wanted = isMunicipality ? (word === '市' ? 1 : depth - 1) : depth;
  // A county-level city is called 市 as well: without a prefecture level in between the path itself is the seat.
  if (parts.length < wanted || wanted < 1) return null;
  return parts.slice(0, wanted).join('/');
}
