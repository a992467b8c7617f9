/** How two places stand to each other, read off their paths. */

const MUNICIPALITIES = new Set(['北京市', '天津市', '上海市', '重庆市']);

/** 0 nation, 1 province, 2 city, 3 county, 4 township, 5 village. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5;

/** Path → how many levels it names: one a part, and a municipality stands for a province and a city. The empty path is the nation. */
function depthOf(path: string): number {
  if (path === '') return 0;
  let parts = 1;
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) parts++;
  return parts > 1 && isInMunicipality(path) ? parts + 1 : parts;
}

function isInMunicipality(path: string): boolean {
  return path.charAt(MUNICIPALITY_LENGTH) === '/' && MUNICIPALITIES.has(path.slice(0, MUNICIPALITY_LENGTH));
}
const MUNICIPALITY_LENGTH = 3;
const DEEPEST: Level = 5;

/** The level that a path reaches. */
export function levelOf(path: string): Level {
  return Math.min(DEEPEST, depthOf(path)) as Level;
}

export interface PlaceRelation {
  /** `same`; `within`: one holds the other; `apart`: neither. */
  readonly kind: 'same' | 'within' | 'apart';
  /** The narrowest level at which they agree: that of both, of the wider one, or of what holds both. */
  readonly level: Level;
}

/** Compares two paths. */
export function relatePlaces(a: string, b: string): PlaceRelation {
  if (a === b) return { kind: 'same', level: levelOf(a) };
  if (a === '' || b === '') return { kind: 'within', level: 0 };
  let common = 0;
  let at = 0;
  for (; at <= a.length && at <= b.length; at++) {
    const [x, y] = [codeAt(a, at), codeAt(b, at)];
    if (x !== y) break;
    if (x === SLASH) common++;
  }
  const isWithin = at > a.length || at > b.length;
  if (common > 0 && isInMunicipality(a) && isInMunicipality(b)) common++;
  return { kind: isWithin ? 'within' : 'apart', level: Math.min(DEEPEST, common) as Level };
}

const SLASH = '/'.charCodeAt(0);

/** The unit at a position; past the end a separator, because a part ends there. */
function codeAt(path: string, at: number): number {
  return at < path.length ? path.charCodeAt(at) : SLASH;
}

/** The county (or what stands wider) that a path lies in. */
export function countyOf(path: string): string {
  const parts = path.split('/');
  return parts.slice(0, isInMunicipality(path) ? COUNTY_PARTS - 1 : COUNTY_PARTS).join('/');
}
const COUNTY_PARTS = 3;

/** Only the paths that hold no other of the list, sorted. */
export function narrowest(paths: Iterable<string>): readonly string[] {
  const all = [...new Set(paths)].sort();
  return all.filter((path) => !all.some((other) => other !== path && other.startsWith(`${path}/`)));
}

const NARROW_ENOUGH: Level = 2;

/** A path and what holds it, down from the city: a common province joins nobody. */
export function relevantPrefixes(path: string): readonly string[] {
  const parts = path.split('/');
  return parts
    .map((_, index) => parts.slice(0, index + 1).join('/'))
    .filter((prefix) => levelOf(prefix) >= NARROW_ENOUGH);
}
