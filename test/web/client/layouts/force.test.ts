import { describe, expect, it } from 'vitest';
import { forceLayout as layout } from '../../../../web/client/layouts/force.ts';
import type { LayoutNode } from '../../../../web/client/layouts/task.ts';

const node = (id: string): LayoutNode => ({ id, x: 0, y: 0, pinned: false, glyph: 'person', date: null });
const forceLayout = (task: Parameters<typeof layout>[0]) => layout(task, () => undefined);
const distance = (places: ReturnType<typeof forceLayout>, one: string, other: string) => {
  const [a, b] = [one, other].map((id) => places.find((place) => place.id === id));
  return Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0));
};

describe('forceLayout', () => {
  it('brings joined nodes nearer to each other than strangers', () => {
    const nodes = ['a', 'b', 'c', 'd', 'e', 'f'].map(node);
    const edges = [
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'c'],
      ['d', 'e'],
      ['e', 'f'],
      ['d', 'f'],
    ] as const;
    const places = forceLayout({ nodes, edges });
    expect(distance(places, 'a', 'b')).toBeLessThan(distance(places, 'a', 'd'));
    expect(distance(places, 'd', 'f')).toBeLessThan(distance(places, 'c', 'f'));
  });

  it('keeps nodes apart that have no edges at all', () => {
    const places = forceLayout({ nodes: ['a', 'b', 'c', 'd'].map(node), edges: [] });
    expect(distance(places, 'a', 'b')).toBeGreaterThan(100);
  });

  it('gives the same picture for the same graph, in the order of its nodes', () => {
    const task = { nodes: ['a', 'b', 'c'].map(node), edges: [['a', 'b']] as const };
    expect(forceLayout(task)).toEqual(forceLayout(task));
    expect(forceLayout(task).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('ignores edges to nodes it was not given, and of a node to itself', () => {
    const nodes = ['a', 'b'].map(node);
    expect(
      forceLayout({
        nodes,
        edges: [
          ['a', 'x'],
          ['b', 'b'],
        ],
      }),
    ).toEqual(forceLayout({ nodes, edges: [] }));
  });

  it('leaves pinned nodes where they are, and the others near them', () => {
    const pinned = { ...node('a'), x: 4000, y: 4000, pinned: true };
    const places = forceLayout({ nodes: [pinned, node('b')], edges: [['a', 'b']] });
    expect(places[0]).toEqual({ id: 'a', x: 4000, y: 4000 });
    expect(distance(places, 'a', 'b')).toBeLessThan(400);
  });

  it('says how far it is, from nothing towards all', () => {
    const told: number[] = [];
    layout({ nodes: ['a', 'b'].map(node), edges: [] }, (share) => told.push(share));
    expect(told[0]).toBe(0);
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(told.at(-1)).toBeGreaterThan(0.9);
  });
});
