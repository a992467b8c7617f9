/** How two nodes hang together: all shortest paths, and paths along which dates do not decrease. */
import { briefsOf, type NodeBrief, type RelationBrief } from './brief.ts';
import { ZhituError } from './errors.ts';
import { type Hop, hopsFrom, walkedTypes } from './hops.ts';
import { daysOf, meetingPoints, type NodePath, pathsInTime, type Reached, shortestPaths } from './path-search.ts';
import type { GraphStore } from './store.ts';
import { subgraphOf } from './traverse.ts';

/** Paths that are listed. */
const MOST_PATHS = 50;
/** Nodes that a search may meet before it gives up. */
const MOST_MET = 30_000;

export interface PathsInput {
  readonly from: string;
  readonly to: string;
  /** `shortest`: all of the least length; `time`: up to `longest` steps, dates not decreasing from `from` to `to`. */
  readonly order: 'shortest' | 'time';
  /** 1 to `LONGEST_PATH`. */
  readonly longest: number;
  /** Whether to walk by mentions and along parts of places and bodies too, which join everything to everything. */
  readonly hubs: boolean;
}

export interface PathStep {
  readonly from: string;
  readonly to: string;
  /** Keys of all relations between the two. */
  readonly relations: readonly string[];
}

export interface Paths {
  readonly paths: readonly { readonly nodes: NodePath; readonly steps: readonly PathStep[] }[];
  /** How many there are; more than are listed where `MOST_PATHS` cut them, at least so many where `complete` is false. */
  readonly total: number;
  /** False where the graph around the two was too large to look through. */
  readonly complete: boolean;
  /** What the paths consist of. */
  readonly nodes: readonly NodeBrief[];
  readonly relations: readonly RelationBrief[];
}

interface Growing extends Reached {
  readonly depth: Map<string, number>;
  readonly hops: Hop[];
  level: number;
  edge: readonly string[];
}

/**
 * Paths between two nodes, whichever way their relations point.
 * @throws ZhituError `bad-input` where both are the same, `not-found` where one is missing
 */
export async function findPaths(store: GraphStore, input: PathsInput): Promise<Paths> {
  const { from, to, order, longest, hubs } = input;
  if (from === to) {
    throw new ZhituError('bad-input', `expected two different nodes, saw ${JSON.stringify(from)} twice: pick another`, {
      from,
    });
  }
  const ends = await briefsOf(store, [from, to]);
  const missing = [from, to].find((id) => !ends.some((node) => node.id === id));
  if (missing !== undefined) {
    throw new ZhituError('not-found', `no node has the id ${JSON.stringify(missing)}: search for it by name`, {
      id: missing,
    });
  }
  const [one, other] = [start(from), start(to)];
  const complete = await grow(store, one, other, { longest, hubs, untilMet: order === 'shortest' });
  if (order === 'shortest') {
    const { paths, total } = shortestPaths(one, other, MOST_PATHS);
    return { ...(await described(store, paths, hubs)), total, complete };
  }
  const [first] = ends;
  const found = pathsInTime([...one.hops, ...other.hops], from, to, {
    longest,
    most: MOST_PATHS,
    start: first?.date ? daysOf(first.date, first.dateTo) : null,
  });
  return {
    ...(await described(store, found.paths, hubs)),
    total: found.paths.length,
    complete: complete && found.complete,
  };
}

function start(id: string): Growing {
  return { start: id, depth: new Map([[id, 0]]), hops: [], level: 0, edge: [id] };
}

/** Walks from both ends in turn, the smaller edge first, until they meet or the longest path would be exceeded. */
async function grow(
  store: GraphStore,
  one: Growing,
  other: Growing,
  { longest, hubs, untilMet }: { readonly longest: number; readonly hubs: boolean; readonly untilMet: boolean },
): Promise<boolean> {
  let complete = true;
  while (one.level + other.level < longest) {
    const growing = [one, other].filter(({ edge }) => edge.length > 0);
    const smaller = growing.sort((a, b) => a.edge.length - b.edge.length)[0];
    if (!smaller || (untilMet && growing.length < 2)) break;
    const { hops, complete: all } = await hopsFrom(store, smaller.edge, hubs);
    complete &&= all;
    smaller.level++;
    smaller.hops.push(...hops);
    const reached = [...new Set(hops.map(({ other: id }) => id))].filter((id) => !smaller.depth.has(id));
    for (const id of reached) smaller.depth.set(id, smaller.level);
    smaller.edge = reached;
    if (untilMet && meetingPoints(one, other).length > 0) break;
    if (one.depth.size + other.depth.size > MOST_MET) return false;
  }
  return complete;
}

async function described(
  store: GraphStore,
  paths: readonly NodePath[],
  hubs: boolean,
): Promise<Pick<Paths, 'paths' | 'nodes' | 'relations'>> {
  const { nodes, relations } = await subgraphOf(store, [...new Set(paths.flat())]);
  const types = new Set<string>(walkedTypes(hubs));
  const keysOf = new Map<string, string[]>();
  for (const { key, type, from, to } of relations) {
    if (!types.has(type)) continue;
    for (const pair of [`${from}\n${to}`, `${to}\n${from}`]) keysOf.set(pair, [...(keysOf.get(pair) ?? []), key]);
  }
  const walked = paths.map((path) => ({
    nodes: path,
    steps: path.slice(1).map((id, index): PathStep => {
      const from = path[index] as string;
      return { from, to: id, relations: keysOf.get(`${from}\n${id}`) ?? [] };
    }),
  }));
  const used = new Set(walked.flatMap(({ steps }) => steps.flatMap((step) => step.relations)));
  return { paths: walked, nodes, relations: relations.filter(({ key }) => used.has(key)) };
}
