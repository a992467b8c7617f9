/** Attaches the mentions that no post or byline explains: to somebody known, else to each other, else to nobody. */

import { groupBy } from '../../graph/group-by.ts';
import { isEnough, scoreBare, type Target, targetOf } from './bare-score.ts';
import { candidatePairs, tokensOf } from './candidates.ts';
import type { Score } from './person-score.ts';
import type { Work } from './persons.ts';
import type { Unit } from './units.ts';
import { LIMITS } from './weights.ts';

/** Attaches each bare unit to the only or the clearly nearest group that has a firm one. */
export function attachBare({ units, rarity, groups, grounds }: Work): void {
  const firm = units.flatMap((unit, index) => (unit.isFirm ? [index] : []));
  const people = groupBy(firm, (index) => groups.of(index)).values();
  const known = new Map([...people].map((of) => [of[0] as number, targetOf(of.map((index) => units[index] as Unit))]));
  if (known.size === 0) return;
  const near = nearby(known);
  const found: { readonly unit: number; readonly to: number; readonly score: Score }[] = [];
  for (const [index, unit] of units.entries()) {
    if (groups.members(index).some((member) => units[member]?.isFirm)) continue;
    const scores = near(unit)
      .map((to) => ({ unit: index, to, score: scoreBare(rarity, unit, known.get(to) as Target) }))
      .sort((a, b) => b.score.total - a.score.total || a.to - b.to);
    const [best, next] = scores;
    if (best === undefined) continue;
    const second = next?.score.total ?? (known.size > 1 ? rarity.weight : Number.NEGATIVE_INFINITY);
    if (isEnough(best.score.total, second)) found.push(best);
    else grounds.against(index, index, best.score);
  }
  for (const { unit, to, score } of found) if (groups.join(unit, to)) grounds.attached(unit, score);
}

/** Which of the known people a mention is compared with: all while they are few, else those that share something with it, and the leaders. */
function nearby(known: ReadonlyMap<number, Target>): (unit: Unit) => readonly number[] {
  const all = [...known.keys()];
  if (all.length <= MOST_COMPARED) return () => all;
  const sharing = new Map<string, number[]>();
  const leaders: number[] = [];
  for (const [id, target] of known) {
    if (target.posts.some(({ line, level }) => line === 'leader' && level !== null && level <= 1)) leaders.push(id);
    for (const token of tokensOf(target)) sharing.set(token, [...(sharing.get(token) ?? []), id]);
  }
  return (unit) =>
    [...new Set([...tokensOf(unit).flatMap((token) => sharing.get(token) ?? []), ...leaders])].sort((a, b) => a - b);
}
const MOST_COMPARED = 64;

/** Joins the bare units that are left with each other; those that stay alone are said to be uncertain. */
export function joinBare({ units, rarity, groups, grounds }: Work): void {
  const left = units.flatMap((_, index) =>
    groups.members(index).some((member) => units[member]?.isFirm) ? [] : [index],
  );
  const unitAt = (at: number): Unit => units[left[at] as number] as Unit;
  const links = candidatePairs(
    left.map((index) => units[index] as Unit),
    rarity.weight >= LIMITS.joinBare,
  ).flatMap(([a, b]) => {
    const [x, y] = [unitAt(a), unitAt(b)];
    const both = [scoreBare(rarity, x, y), scoreBare(rarity, y, x)] as const;
    const score = both[0].total <= both[1].total ? both[0] : both[1];
    return score.total >= LIMITS.joinBare ? [{ a: left[a] as number, b: left[b] as number, score }] : [];
  });
  links.sort((x, y) => y.score.total - x.score.total || x.a - y.a || x.b - y.b);
  for (const { a, b, score } of links) if (groups.join(a, b)) grounds.linked(a, b, score);
  for (const index of left) grounds.unsure(index);
}
