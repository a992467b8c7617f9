/** Which place of a coarser level another lies in, read off ids: a place's id is its path. */
import { ID_PREFIX, type PlaceLevel } from '../model.ts';
import { stepEnds } from './path-steps.ts';
import { presentPath } from './successors.ts';
import type { SpreadLevel } from './types.ts';

/** Cities that are provinces: what lies in them is a county, and between the two is no city. */
const MUNICIPALITIES: readonly string[] = ['北京市', '天津市', '上海市', '重庆市'];
/** Names of provinces. Another country stands beside them, and is none. */
const PROVINCE = /(?:省|自治区|特别行政区)$/u;
const DEPTH: Readonly<Record<SpreadLevel, number>> = { province: 1, city: 2, county: 3, township: 4 };

export function pathOf(id: string): string {
  return id.slice(ID_PREFIX.Place.length);
}

/**
 * The place of `level` that a place is or lies in; null for one that is above it, for another country, and for a county of a municipality at
 * the level of cities. A place of a city without counties (东莞市) keeps its depth: its township stands at the level of counties. A former
 * division counts as its heir; a township that became a county stays a township at the level of townships.
 */
export function placeAt(id: string, level: SpreadLevel): string | null {
  const path = pathOf(id);
  return cutTo(presentPath(path), level) ?? cutTo(path, level);
}

function cutTo(path: string, level: SpreadLevel): string | null {
  const ends = stepEnds(path, DEPTH.township);
  const depth = depthOf(path.slice(0, ends[0]), level);
  return depth === null || ends.length < depth ? null : `${ID_PREFIX.Place}${path.slice(0, ends[depth - 1])}`;
}

/** The places as which a place is counted, one for each depth at which it lies in one. */
export function placesAbove(id: string): readonly string[] {
  const path = pathOf(id);
  const present = presentPath(path);
  const township = present === path ? null : placeAt(id, 'township');
  const above = stepEnds(present, DEPTH.township).map((end) => `${ID_PREFIX.Place}${present.slice(0, end)}`);
  return township === null || above.includes(township) ? above : [...above, township];
}

/** The level that a place has by the length of its path; villages and what lies below townships or in other countries count as `village`. */
export function levelOf(id: string): PlaceLevel {
  const parts = pathOf(id).split('/');
  const level = (Object.keys(DEPTH) as SpreadLevel[]).find((one) => depthOf(parts[0] ?? '', one) === parts.length);
  return level ?? (parts.length === 1 ? 'country' : 'village');
}

/** Whether one place lies in another; a place does not lie in itself. */
export function liesIn(id: string, above: string): boolean {
  return id.startsWith(`${above}/`);
}

/** Whether a place is another or lies in it, by the present divisions. */
export function isIn(id: string, above: string): boolean {
  const present = `${ID_PREFIX.Place}${presentPath(pathOf(id))}`;
  return present === above || liesIn(present, above);
}

export function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function depthOf(province: string, level: SpreadLevel): number | null {
  if (!MUNICIPALITIES.includes(province)) return PROVINCE.test(province) ? DEPTH[level] : null;
  if (level === 'city') return null;
  return level === 'province' ? DEPTH.province : DEPTH[level] - 1;
}
