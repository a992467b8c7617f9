/** What the places of an article say about each other: superiors, equals, the places its 全市 and 该县 mean. */
import type { PlaceLevel } from '../graph/model.ts';
import { type Division, type Gazetteer, isWithin } from './gazetteer.ts';
import type { PlaceRef, Span } from './types.ts';

/** A place whose candidate is decided. */
export interface ResolvedPlace extends Span {
  readonly place: PlaceRef;
  readonly form: string;
}

const RANK: Readonly<Record<PlaceLevel, number>> = {
  country: 0,
  province: 1,
  city: 2,
  county: 3,
  township: 4,
  village: 5,
};

/** How deep a level lies: country 0 … village 5. */
export function rankOf(level: PlaceLevel): number {
  return RANK[level];
}

/** The last name of a path. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path without its last name; empty for a province. */
export function superiorOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

const lineages = new Map<string, readonly string[]>();
/** Articles name few places and ask for them often; what no list has could go on for ever, so that old answers are forgotten. */
const MOST_LINEAGES = 5000;

/** A path and its superiors, narrowest first. */
export function lineage(path: string): readonly string[] {
  const known = lineages.get(path);
  if (known) return known;
  const parts = path.split('/');
  const found = parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
  if (lineages.size >= MOST_LINEAGES) lineages.clear();
  lineages.set(path, found);
  return found;
}

/** Which places an article names, and which superiors they imply. */
export class PlaceSupport {
  readonly #named = new Map<string, number>();
  readonly #implied = new Map<string, number>();

  add(path: string): void {
    this.#named.set(path, (this.#named.get(path) ?? 0) + 1);
    for (const superior of lineage(path)) this.#implied.set(superior, (this.#implied.get(superior) ?? 0) + 1);
  }

  /** Whether the text names this very place. */
  names(path: string): boolean {
    return this.#named.has(path);
  }

  /** Whether the text names the place or one inside it. */
  implies(path: string): boolean {
    return this.#implied.has(path);
  }

  /** The place named or implied most often among those that pass, or null. */
  foremost(accept: (path: string) => boolean): string | null {
    let best: string | null = null;
    let count = 0;
    for (const [path, times] of this.#implied) {
      if (times > count && accept(path)) {
        best = path;
        count = times;
      }
    }
    return best;
  }
}

/** What stands between two places that are named together (南浔区、吴兴区), or directly after each other. */
export type Link = 'adjacent' | 'coordinate' | 'none';

/** How `start` follows a place that ended at `end`. */
export function linkBetween(text: string, end: number, start: number): Link {
  if (end === start) return 'adjacent';
  const gap = text.slice(end, start);
  if (gap === '·') return 'adjacent';
  return /^(、|和|及|与|以及|，|,)$/u.test(gap) ? 'coordinate' : 'none';
}

/**
 * The place that 全市, 该县 … mean at a position: the nearest one before it of that kind (or its superior of that kind),
 * else the one the article names most, else the paper's home. Who learns from a place is not in it.
 * @param text of the article
 * @param count how many of `places` stand before the position
 * @param word its last characters say the kind: 市 also means a county-level city
 */
export function placeOfSelfWord(
  text: string,
  word: string,
  level: PlaceLevel,
  places: readonly ResolvedPlace[],
  count: number,
  support: PlaceSupport,
  home: string | null,
  gazetteer: Gazetteer,
): string | null {
  const suffix = word.endsWith('街道') ? '街道' : word.slice(-1);
  const fits = (path: string): boolean => {
    const name = lastName(path);
    if (level === 'province') return gazetteer.at(path)?.level === 'province';
    if (level === 'village') return path.split('/').length > RANK.county && name.endsWith(word.slice(1));
    if (!name.endsWith(suffix)) return false;
    const known = gazetteer.at(path)?.level;
    if (suffix === '市') return known === 'city' || known === 'county' || (known === 'province' && home === path);
    return known === undefined ? rankOf(level) >= RANK.township : known === level;
  };
  const homes = home === null ? [] : lineage(home);
  if (level === 'province') return homes.find(fits) ?? support.foremost(fits);
  // 我市 in a city's own paper is that city.
  if (word.startsWith('我')) {
    const own = homes.find(fits);
    if (own) return own;
  }
  for (let index = count - 1; index >= Math.max(0, count - FARTHEST); index--) {
    const place = places[index] as ResolvedPlace;
    if (LEARNED_FROM.test(text.slice(Math.max(0, place.start - LEARNED_REACH), place.start))) continue;
    const found = lineage(place.place.path).find(fits);
    if (found) return found;
  }
  return homes.find(fits) ?? support.foremost(fits);
}

/** 舟山市借鉴桐乡市的经验，在全市推广: 全市 is 舟山市. */
const LEARNED_FROM = /(?:学习|借鉴|复制|引进|对标|移植|照搬|效仿)了?$/u;
const LEARNED_REACH = 3;
/** How many places back a word like 全市 may reach. */
const FARTHEST = 200;

/** Whether a division was valid in a month (`2017-07`); without a month, whether it is valid now. */
export function validAt(division: Division, month: string | null): boolean {
  if (month === null) return division.to === null;
  return (division.to === null || month < division.to) && (division.from === null || month >= division.from);
}

/** How well a division fits among the places around it: the higher, the better. */
export function fitness(
  division: Division,
  around: {
    readonly previous: ResolvedPlace | undefined;
    readonly link: Link;
    readonly support: PlaceSupport;
    readonly home: string | null;
    /** Nearest place before it in the same sentence, or undefined. */
    readonly sameSentence: ResolvedPlace | undefined;
  },
): number {
  const { previous, link, support, home, sameSentence } = around;
  const superior = superiorOf(division.path);
  let fit = PROMINENCE[division.level];
  if (previous && link === 'adjacent' && superior !== '' && isWithin(superior, previous.place.path)) fit += 1000;
  if (previous && link === 'coordinate' && superior === superiorOf(previous.place.path)) fit += 200;
  if (support.names(division.path)) fit += 150;
  const near = sameSentence && lineage(sameSentence.place.path).find((path) => path !== '' && isWithin(superior, path));
  if (near) fit += 25 * near.split('/').length;
  const named = lineage(superior).find((path) => path !== '' && support.implies(path));
  if (named) fit += 15 * named.split('/').length;
  const shared = home && lineage(home).find((path) => isWithin(division.path, path));
  if (shared) fit += 40 + 5 * shared.split('/').length;
  return fit;
}

/** With nothing else to go by, the larger place is meant. */
const PROMINENCE: Readonly<Record<PlaceLevel, number>> = {
  country: 0,
  province: 8,
  city: 6,
  county: 3,
  township: 0,
  village: 0,
};
