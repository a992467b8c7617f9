/** Which place a body belongs to when only its level is printed (市公安局), from the places around it. */
import type { PlaceLevel } from '../graph/model.ts';
import type { Gazetteer } from './gazetteer.ts';
import { PlaceSupport, placeOfSelfWord } from './place-context.ts';
import type { PlaceMention } from './types.ts';

const LEVEL_OF_WORD: Readonly<Record<string, PlaceLevel>> = {
  省: 'province',
  自治区: 'province',
  市: 'city',
  州: 'city',
  盟: 'city',
  县: 'county',
  区: 'county',
  旗: 'county',
  镇: 'township',
  乡: 'township',
  街道: 'township',
  村: 'village',
  社区: 'village',
};

/** The path of the place that a level word means at a position, or null. */
export type SeatOfLevel = (word: string, position: number) => string | null;

/** Prepares the answer for one document. `places` are in text order. */
export function seatFinder(places: readonly PlaceMention[], home: string | null, gazetteer: Gazetteer): SeatOfLevel {
  const support = new PlaceSupport();
  for (const { place } of places) support.add(place.path);
  const resolved = places.map(({ start, end, place, rule }) => ({ start, end, place, form: rule }));
  let count = 0;
  return (word, position) => {
    const level = LEVEL_OF_WORD[word];
    if (!level) return null;
    // Asked from left to right: the count of places before the position only grows.
    if ((resolved[count - 1]?.start ?? -1) >= position) count = 0;
    while ((resolved[count]?.start ?? position) < position) count++;
    // The first letter stands for the 本 or 全 that such words open with.
    return placeOfSelfWord(`本${word}`, level, resolved, count, support, home, gazetteer);
  };
}
