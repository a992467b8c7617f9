/** What a layout is given, and what all layouts share. They are pure and without chance: the same picture gives the same result. */
import type { GlyphName } from '../kinds.ts';
import { apart, placeAround } from '../place.ts';
import type { Spot } from '../view.ts';

export const LAYOUTS = ['force', 'concentric', 'hierarchy', 'timeline'] as const;
export type LayoutName = (typeof LAYOUTS)[number];

export interface LayoutNode extends Spot {
  /** Stays where it is. */
  readonly pinned: boolean;
  readonly glyph: GlyphName;
  /** First day of an event or day of an article, `2019-07-01`, `2019-07` or `2019`. */
  readonly date: string | null;
}

export interface LayoutTask {
  readonly name: LayoutName;
  readonly nodes: readonly LayoutNode[];
  /** Pairs of node ids, each pair once. */
  readonly edges: readonly (readonly [string, string])[];
  /** The node that stands in the middle of a concentric layout; default the one with most edges. */
  readonly centre: string | null;
}

/** Says how much is done, 0 to 1. */
export type Progress = (share: number) => void;

/** The spots of a layout in whole pixels, with pinned nodes where they were, and the others moved along with them and clear of them. */
export function settled(
  nodes: readonly LayoutNode[],
  spotOf: (id: string) => { x: number; y: number },
): readonly Spot[] {
  const pinned = nodes.filter((node) => node.pinned);
  const shift = {
    x: mean(pinned.map((node) => node.x - spotOf(node.id).x)),
    y: mean(pinned.map((node) => node.y - spotOf(node.id).y)),
  };
  const spots = nodes.map((node) => {
    if (node.pinned) return { id: node.id, x: node.x, y: node.y };
    const { x, y } = spotOf(node.id);
    return { id: node.id, x: Math.round(x + shift.x), y: Math.round(y + shift.y) };
  });
  return clearOfPinned(nodes, spots);
}

/** The spots, with each that lies on a pinned node put beside that one, where nothing else is. Both in one order. */
export function clearOfPinned(nodes: readonly LayoutNode[], spots: readonly Spot[]): readonly Spot[] {
  const pinned = spots.filter((_, index) => nodes[index]?.pinned);
  const isPinned = new Set(pinned.map(({ id }) => id));
  const beneath = new Map(
    spots.flatMap((spot) => {
      const over = isPinned.has(spot.id) ? undefined : pinned.find((one) => !apart(one, spot));
      return over ? [[spot.id, over] as const] : [];
    }),
  );
  const taken = spots.filter(({ id }) => !beneath.has(id));
  return spots.map((spot) => {
    const over = beneath.get(spot.id);
    if (!over) return spot;
    const beside = placeAround(over, [spot.id], taken)[0] as Spot;
    taken.push(beside);
    return beside;
  });
}

/** 0 for none. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Who is joined to whom, among the given nodes; in the order of the nodes and edges. */
export function adjacency({
  nodes,
  edges,
}: Pick<LayoutTask, 'nodes' | 'edges'>): ReadonlyMap<string, readonly string[]> {
  const near = new Map(nodes.map(({ id }) => [id, [] as string[]]));
  for (const [one, other] of edges) {
    if (one === other || !near.has(one) || !near.has(other)) continue;
    near.get(one)?.push(other);
    near.get(other)?.push(one);
  }
  return near;
}
