/** Which place a body belongs to when only its level is printed (市公安局), from the places around it. */
import type { PlaceLevel } from '../graph/model.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { OrganizationWords } from './organization-words.ts';
import { lastName, lineage, PlaceSupport, placeOfSelfWord } from './place-context.ts';
import type { Document, PlaceMention } from './types.ts';

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
type SeatOfLevel = (word: string, position: number) => string | null;

/** Prepares the answer for one document. `places` are in text order. */
function seatFinder(
  text: string,
  places: readonly PlaceMention[],
  home: string | null,
  gazetteer: Gazetteer,
): SeatOfLevel {
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
    return placeOfSelfWord(text, `本${word}`, level, resolved, count, support, home, gazetteer);
  };
}

/** A seat printed before a body. */
export interface PrintedSeat {
  readonly start: number;
  /** Null where the level word means no known place. */
  readonly path: string | null;
  /** The level word, or an empty string after a place. */
  readonly level: string;
}

/** From the province to the village. */
const DEEPEST_PATH = 5;

/** Reads the seats of bodies in one document. */
export class SeatReader {
  /** Places by their end; words like 全市 are left out. */
  readonly placeAt: ReadonlyMap<number, PlaceMention>;
  /** The path of the place that a level word means at a position, or null. */
  readonly ofLevel: SeatOfLevel;
  readonly #text: string;
  readonly #places: readonly PlaceMention[];
  readonly #gazetteer: Gazetteer;
  readonly #words: OrganizationWords;
  #placesBefore = 0;

  constructor(doc: Document, places: readonly PlaceMention[], gazetteer: Gazetteer, words: OrganizationWords) {
    this.#text = doc.text;
    this.#places = places;
    this.#gazetteer = gazetteer;
    this.#words = words;
    this.ofLevel = seatFinder(doc.text, places, doc.home, gazetteer);
    this.placeAt = new Map(places.filter(({ rule }) => rule !== 'places.self').map((place) => [place.end, place]));
  }

  /** The seat printed right before `at`: a place, or a level word. */
  before(at: number, accept: RegExp): PrintedSeat | null {
    const text = this.#text;
    const place = this.placeAt.get(at);
    if (place) {
      if (!accept.test(text.slice(place.start, place.end)) || place.place.level === 'country') return null;
      return { start: this.chainStart(place), path: place.place.path, level: '' };
    }
    const level = this.#words.levels.endingAt(text, at);
    if (!level || !accept.test(level)) return null;
    const start = at - level.length;
    if (level.length === 1 && this.#words.levelTraps.has(text.slice(at - 2, at))) return null;
    const own = this.placeAt.get(start);
    // 唐县县委: the level word is printed again.
    if (own && lastName(own.place.path).endsWith(level))
      return { start: this.chainStart(own), path: own.place.path, level };
    if (this.isAnyLevel(start)) return null;
    return { start, path: this.ofLevel(level, start), level };
  }

  /** The place whose suffix opens the body's own name: 南明山|街道|办事处, 枫源|村|委会. */
  sharing(body: string, at: number): PrintedSeat | null {
    const suffix = /^(?:街道|村(?!民))/u.exec(body)?.[0];
    const place = suffix === undefined ? undefined : this.placeAt.get(at + suffix.length);
    return place && place.start < at ? { start: this.chainStart(place), path: place.place.path, level: '' } : null;
  }

  /** Whether the level word that starts at `at` means any place of its level: 各市, 全省, 县、乡. */
  isAnyLevel(at: number): boolean {
    const text = this.#text;
    if (/[各每全两几）)]/u.test(text[at - 1] ?? '')) return true;
    return text[at - 1] === '、' && this.#words.levels.endingAt(text, at - 1) !== null && !this.placeAt.has(at - 1);
  }

  /** Where the places that stand side by side up to this one begin. */
  chainStart(place: PlaceMention): number {
    let { start } = place;
    for (let depth = 1; depth < DEEPEST_PATH; depth++) {
      const before = this.placeAt.get(start);
      if (!before) break;
      start = before.start;
    }
    return start;
  }

  /** The county of the township that a body is named after (仙桥派出所: 仙桥镇), where the document names that; else null. */
  countyOfTownship(stem: string): string | null {
    const isNamesake = (name: string) => ['镇', '乡', '街道'].some((suffix) => name === stem + suffix);
    const township = this.#places.find(({ place }) => place.level === 'township' && isNamesake(lastName(place.path)));
    return township === undefined ? null : this.#countyOf(township.place.path);
  }

  #countyOf(path: string): string | null {
    return lineage(path).find((superior) => this.#gazetteer.at(superior)?.level === 'county') ?? null;
  }

  /** The county of the place named last before a position, if it is in one: where a police station lies that names none. */
  countyAround(position: number): string | null {
    while ((this.#places[this.#placesBefore]?.start ?? position) < position) this.#placesBefore++;
    const place = this.#places[this.#placesBefore - 1]?.place;
    return place ? this.#countyOf(place.path) : null;
  }
}
