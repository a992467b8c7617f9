/** How two places stand to each other, read off their paths. */

const MUNICIPALITIES = new Set(['北京市', '天津市', '上海市', '重庆市']);

/** 0 nation, 1 province, 2 city, 3 county, 4 township, 5 village. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5;

/** The steps of a path by level: a municipality stands at both of the first two. The empty path is the nation. */
function steps(path: string): readonly string[] {
  if (path === '') return [];
  const parts = path.split('/');
  return MUNICIPALITIES.has(parts[0] as string) && parts.length > 1 ? [parts[0] as string, ...parts] : parts;
}

/** The level that a path reaches. */
export function levelOf(path: string): Level {
  return Math.min(5, steps(path).length) as Level;
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
  const left = steps(a);
  const right = steps(b);
  const shorter = Math.min(left.length, right.length);
  let common = 0;
  while (common < shorter && left[common] === right[common]) common++;
  return { kind: common === shorter ? 'within' : 'apart', level: Math.min(5, common) as Level };
}

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
