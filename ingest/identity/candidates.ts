/** Which pairs are worth comparing, so that a name with thousands of mentions costs little more than reading them. */
import { relevantPrefixes } from './places.ts';
import type { Unit } from './units.ts';

/** Up to this many items every pair is compared. */
export const ALL_PAIRS = 300;
/** Of items that share a feature, each is compared with so many that follow it. */
const WINDOW = 24;

/** What a unit can share with another one that would speak for their being one person. */
export function tokensOf({
  posts,
  press,
  places,
  companions,
}: Pick<Unit, 'posts' | 'press' | 'places' | 'companions'>): readonly string[] {
  const paths = [...places, ...posts.flatMap(({ place }) => (place === null ? [] : [place]))];
  return [
    ...new Set([
      ...paths.flatMap(relevantPrefixes),
      ...posts.map(({ body }) => body),
      ...(press?.publication == null ? [] : [`press|${press.publication}`]),
      ...[...companions].flatMap(([name, reach]) => (reach === 'local' ? [`with|${name}`] : [])),
    ]),
  ];
}

/**
 * Pairs of indices of `units`, the smaller index first, each once: all of them while there are few; else those that share a feature and stand near
 * each other among the units that have it. `isRare`: a name that needs no shared feature, so that neighbours of any kind are compared as well.
 */
export function candidatePairs(units: readonly Unit[], isRare: boolean): readonly (readonly [number, number])[] {
  const order = units.map((_, index) => index).sort((a, b) => compareDays(units[a] as Unit, units[b] as Unit) || a - b);
  if (units.length <= ALL_PAIRS) return order.flatMap((a) => order.flatMap((b) => (a < b ? [[a, b] as const] : [])));
  const sharing = new Map<string, number[]>();
  for (const index of order)
    for (const token of [...tokensOf(units[index] as Unit), ...(isRare ? ['any'] : [])]) {
      const list = sharing.get(token);
      if (list) list.push(index);
      else sharing.set(token, [index]);
    }
  const pairs = new Set<number>();
  for (const list of sharing.values())
    for (const [at, a] of list.entries())
      for (const b of list.slice(at + 1, at + 1 + WINDOW)) pairs.add(Math.min(a, b) * units.length + Math.max(a, b));
  return [...pairs].sort((a, b) => a - b).map((pair) => [Math.floor(pair / units.length), pair % units.length]);
}

function compareDays({ range: a }: Unit, { range: b }: Unit): number {
  const [x, y] = [a.first ?? '', b.first ?? ''];
  return x === y ? 0 : x < y ? -1 : 1;
}
