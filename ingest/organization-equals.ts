/** Places that share one body at the end of their list. */
import type { SeatReader } from './organization-seats.ts';
import type { PlaceMention } from './types.ts';

/** 南浔区、吴兴区社会治理中心: the places of the same level that share the tail. */
export function equalsBefore(text: string, seats: SeatReader, place: PlaceMention | undefined): PlaceMention[] {
  const equals: PlaceMention[] = [];
  if (!place) return equals;
  let { start } = place;
  while (/[、和及与]/u.test(text[start - 1] ?? '')) {
    const before = seats.placeAt.get(start - 1);
    if (!before || before.place.level !== place.place.level) break;
    equals.unshift(before);
    start = before.start;
  }
  return equals;
}
