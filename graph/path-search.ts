/** Paths in what was read around two nodes. Pure: reading is done by `paths.ts`. */
import { firstDay, lastDay } from './export/format.ts';
import type { Hop } from './hops.ts';

/** What was read around one end: how far each node is, in steps. */
export interface Reached {
  readonly start: string;
  readonly depth: ReadonlyMap<string, number>;
  readonly hops: readonly Hop[];
  /** Steps that were walked in full. */
  readonly level: number;
}

/** First and last day that something may have been on, `2019-07-01`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The days of a date that may be cut to its month or year, or of two such; null where there is none. */
export function daysOf(from: string | null, to: string | null): Days | null {
  return from === null ? null : { from: firstDay(from), to: lastDay(to ?? from) };
}

/** Ids from one end to the other. */
export type NodePath = readonly string[];

/** Steps that a search in order of time tries at most. */
const MOST_TRIED = 300_000;

/** The nodes that both ends have reached in their last steps; every shortest path passes one of them. */
export function meetingPoints(one: Reached, other: Reached): readonly string[] {
  return [...one.depth.keys()]
    .filter((id) => one.depth.get(id) === one.level && other.depth.get(id) === other.level)
    .sort();
}

/** All shortest paths through the meeting points: how many there are, and the first `most` by their ids. */
export function shortestPaths(
  one: Reached,
  other: Reached,
  most: number,
): { readonly paths: readonly NodePath[]; readonly total: number } {
  const [back, on] = [parentsOf(one), parentsOf(other)];
  const [counted, countedOn] = [countsOf(back), countsOf(on)];
  const meeting = meetingPoints(one, other);
  const total = meeting.reduce((sum, id) => sum + counted(id) * countedOn(id), 0);
  const paths: NodePath[] = [];
  for (const id of meeting) {
    const ends = linesTo(on, id, most);
    for (const start of linesTo(back, id, most)) {
      for (const end of ends) {
        if (paths.length === most) return { paths, total };
        paths.push([...start, ...end.toReversed().slice(1)]);
      }
    }
  }
  return { paths, total };
}

/** For each node the ones that are a step nearer to the start. */
function parentsOf({ depth, hops }: Reached): ReadonlyMap<string, readonly string[]> {
  const parents = new Map<string, Set<string>>();
  for (const { at, other } of hops) {
    if (depth.get(other) !== (depth.get(at) ?? 0) + 1) continue;
    const known = parents.get(other);
    if (known) known.add(at);
    else parents.set(other, new Set([at]));
  }
  return new Map([...parents].map(([id, ids]) => [id, [...ids].sort()]));
}

/** How many ways lead from the start to a node. */
function countsOf(parents: ReadonlyMap<string, readonly string[]>): (id: string) => number {
  const counts = new Map<string, number>();
  const count = (id: string): number => {
    const known = counts.get(id);
    if (known !== undefined) return known;
    const above = parents.get(id);
    const ways = above ? above.reduce((sum, parent) => sum + count(parent), 0) : 1;
    counts.set(id, ways);
    return ways;
  };
  return count;
}

/** At most so many ways from the start to a node, the start first. */
function linesTo(parents: ReadonlyMap<string, readonly string[]>, id: string, most: number): readonly NodePath[] {
  const above = parents.get(id);
  if (!above) return [[id]];
  const lines: NodePath[] = [];
  for (const parent of above) {
    for (const line of linesTo(parents, parent, most - lines.length)) lines.push([...line, id]);
    if (lines.length >= most) break;
  }
  return lines.slice(0, most);
}

interface Step {
  readonly other: string;
  readonly when: Days | null;
}

/**
 * Paths from `from` to `to` of at most `longest` steps on which dates do not decrease, the shortest first: each dated node and
 * relation can be given a day of its interval that is no earlier than the one before. A path on which nothing is dated is
 * in no order and left out. `start` is when `from` itself happened.
 */
export function pathsInTime(
  hops: readonly Hop[],
  from: string,
  to: string,
  { longest, most, start }: { readonly longest: number; readonly most: number; readonly start: Days | null },
): { readonly paths: readonly NodePath[]; readonly complete: boolean } {
  const { steps, dated } = readHops(hops);
  const left = distancesTo(to, steps);
  const found = new Map<string, NodePath>();
  let tried = 0;

  function walk(path: readonly string[], day: string, isDated: boolean, length: number): void {
    const at = path.at(-1) as string;
    if (at === to) {
      if (isDated && path.length - 1 === length) found.set(path.join('\n'), path);
      return;
    }
    for (const { other, when } of steps.get(at) ?? []) {
      if (found.size === most || tried > MOST_TRIED) return;
      if (path.length + (left.get(other) ?? Number.POSITIVE_INFINITY) > length || path.includes(other)) continue;
      tried++;
      const next = after(after(day, when), dated.get(other) ?? null);
      if (next !== null) walk([...path, other], next, isDated || when !== null || dated.has(other), length);
    }
  }

  for (let length = left.get(from) ?? longest + 1; length <= longest; length++) {
    walk([from], start?.from ?? '', start !== null, length);
  }
  return { paths: [...found.values()], complete: tried <= MOST_TRIED && found.size < most };
}

/** The earliest day that is in an interval and not before another day; null where there is none. */
function after(day: string | null, when: Days | null): string | null {
  if (day === null || when === null) return day;
  if (day > when.to) return null;
  return day > when.from ? day : when.from;
}

/** Steps from each node, one for each pair and interval, and the intervals of dated nodes. */
function readHops(hops: readonly Hop[]): {
  readonly steps: ReadonlyMap<string, readonly Step[]>;
  readonly dated: ReadonlyMap<string, Days>;
} {
  const steps = new Map<string, Map<string, Step>>();
  const dated = new Map<string, Days>();
  const add = (at: string, other: string, when: Days | null) => {
    const known = steps.get(at) ?? new Map<string, Step>();
    known.set(`${other}|${when?.from}|${when?.to}`, { other, when });
    steps.set(at, known);
  };
  for (const { at, other, nodeFrom, nodeTo, relationFrom, relationTo } of hops) {
    const when = daysOf(relationFrom, relationTo);
    add(at, other, when);
    add(other, at, when);
    const own = daysOf(nodeFrom, nodeTo);
    if (own) dated.set(other, own);
  }
  const sorted = [...steps].map(
    ([id, of]) => [id, [...of.values()].sort((one, other) => (one.other < other.other ? -1 : 1))] as const,
  );
  return { steps: new Map(sorted), dated };
}

function distancesTo(to: string, steps: ReadonlyMap<string, readonly Step[]>): ReadonlyMap<string, number> {
  const distance = new Map([[to, 0]]);
  let edge = [to];
  for (let far = 1; edge.length > 0; far++) {
    const next: string[] = [];
    for (const id of edge) {
      for (const { other } of steps.get(id) ?? []) {
        if (distance.has(other)) continue;
        distance.set(other, far);
        next.push(other);
      }
    }
    edge = next;
  }
  return distance;
}
