/** Graphs for the benches of the page: as many nodes and edges as asked, with hubs, made by a seed. */
import { ID_PREFIX, kindOfId, type NodeKind, RELATIONS, relationKey } from '../../graph/model.ts';
import { openRandom, type Random } from '../../graph/random.ts';
import { RelationType } from '../../graph/shapes.ts';
import type { NodeBrief, RelationBrief } from '../../web/api.ts';

export interface BenchNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly node: NodeBrief;
}

export interface BenchGraph {
  readonly nodes: readonly BenchNode[];
  readonly relations: readonly RelationBrief[];
}

/** Kinds in the shares that the seed pages have them in, about. */
const KINDS: readonly NodeKind[] = [
  'Person',
  'Person',
  'Place',
  'Organization',
  'Program',
  'Event',
  'Event',
  'Article',
];
const CHARACTERS = '浙江省湖州市温州宁波平安建设推进会全科网格雪亮工程座谈会现场会调研王李张陈林基层治理';
/** Two nodes with their labels side by side. */
const SPACING = 130;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Every so many nodes one is a hub, which a third of all edges end at. */
const NODES_A_HUB = 100;
const HUB_SHARE = 3;
const FIRST_YEAR = 2017;
const YEARS = 5;

/**
 * A graph that looks like one of pages: names of 2 to 12 characters, dated events and articles, a few hubs, relations that the model has.
 * @param nodes how many nodes
 * @param edges how many relations, no two between the same pair
 * @param seed the same seed gives the same graph
 */
export function benchGraph(nodes: number, edges: number, seed: number): BenchGraph {
  const random = openRandom(seed, nodes, edges);
  const kinds = Array.from({ length: nodes }, () => random.of(KINDS));
  const ids = kinds.map((kind, index) => `${ID_PREFIX[kind]}${index}`);
  const pairs = pairsOf(ids, edges, random);
  const degrees = new Map<string, number>();
  for (const [from, to] of pairs) for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  return {
    nodes: ids.map((id, index) => ({
      id,
      ...spotOf(index),
      node: briefOf(id, kinds[index] as NodeKind, degrees.get(id) ?? 0, random),
    })),
    relations: pairs.map(([from, to, type]) => ({
      key: relationKey(type, from, to),
      type,
      from,
      to,
      evidence: 1,
      properties: {},
    })),
  };
}

type Joined = readonly [from: string, to: string, type: RelationType];

function pairsOf(ids: readonly string[], edges: number, random: Random): readonly Joined[] {
  const possible = (ids.length * (ids.length - 1)) / 2;
  if (edges > possible / 8)
    throw new RangeError(`expected at most an eighth of the ${possible} pairs of ${ids.length} nodes, saw ${edges}`);
  const hubs = ids.filter((_, index) => index % NODES_A_HUB === 0);
  const found = new Map<string, Joined>();
  while (found.size < edges) {
    const from = random.of(ids);
    const to = random.below(HUB_SHARE) === 0 ? random.of(hubs) : random.of(ids);
    const type = typeBetween(from, to);
    if (from !== to && type) found.set([from, to].sort().join(' '), [from, to, type]);
  }
  return [...found.values()];
}

/** The first that the model has between nodes of these kinds, or none. */
function typeBetween(from: string, to: string): RelationType | undefined {
  const [one, other] = [kindOfId(from), kindOfId(to)];
  return RelationType.options.find((type) => {
    const ends: { readonly from: readonly (NodeKind | null)[]; readonly to: readonly (NodeKind | null)[] } =
      RELATIONS[type];
    return ends.from.includes(one) && ends.to.includes(other);
  });
}

/** Seeds of a sunflower: evenly spread, and the same for every layout compared. */
function spotOf(index: number): { readonly x: number; readonly y: number } {
  const radius = SPACING * Math.sqrt(index);
  const angle = index * GOLDEN_ANGLE;
  return { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) };
}

function briefOf(id: string, kind: NodeKind, degree: number, random: Random): NodeBrief {
  const name = Array.from({ length: 2 + random.below(11) }, () => random.of([...CHARACTERS])).join('');
  const dated = kind === 'Event' || kind === 'Article';
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${FIRST_YEAR + random.below(YEARS)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
  return {
    id,
    kind,
    labels: [],
    name,
    note: null,
    type: null,
    date: dated ? date : null,
    dateTo: kind === 'Event' ? date : null,
    datePrecision: dated ? 'day' : null,
    dateText: null,
    issue: null,
    degree,
  };
}
