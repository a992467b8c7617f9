import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GLYPH_NAMES } from '../../../../web/client/kinds.ts';
import { concentricLayout } from '../../../../web/client/layouts/concentric.ts';
import { forceLayout } from '../../../../web/client/layouts/force.ts';
import { hierarchyLayout } from '../../../../web/client/layouts/hierarchy.ts';
import type { LayoutNode, LayoutTask } from '../../../../web/client/layouts/task.ts';
import { timelineLayout } from '../../../../web/client/layouts/timeline.ts';
import { ROOM } from '../../../../web/client/place.ts';

const node = (id: string, more: Partial<LayoutNode> = {}): LayoutNode => ({
  id,
  x: 0,
  y: 0,
  pinned: false,
  glyph: 'person',
  date: null,
  ...more,
});
const LAYOUTS = { concentric: concentricLayout, hierarchy: hierarchyLayout, timeline: timelineLayout } as const;
const ALL = { ...LAYOUTS, force: (task: Given) => forceLayout(task, () => undefined) };
type Given = Pick<LayoutTask, 'nodes' | 'edges' | 'centre'>;

const letters = [...'abcdefghijkl'];
const graph = fc.record({
  nodes: fc.array(
    fc.record({ glyph: fc.constantFrom(...GLYPH_NAMES), date: fc.constantFrom(null, '2019', '2019-07', '2021-04-27') }),
    { minLength: 1, maxLength: 12 },
  ),
  edges: fc.array(fc.tuple(fc.constantFrom(...letters), fc.constantFrom(...letters)), { maxLength: 16 }),
});
const taskOf = ({
  nodes,
  edges,
}: {
  nodes: readonly Partial<LayoutNode>[];
  edges: readonly [string, string][];
}): Given => ({
  nodes: nodes.map((more, index) => node(letters[index] as string, more)),
  edges,
  centre: null,
});

it.each(Object.keys(ALL) as (keyof typeof ALL)[])('the %s layout puts nothing on a pinned node', (name) => {
  const near = fc.integer({ min: -400, max: 400 });
  fc.assert(
    fc.property(graph, fc.array(fc.record({ x: near, y: near }), { minLength: 1, maxLength: 3 }), (drawn, pins) => {
      const { nodes, edges, centre } = taskOf(drawn);
      const held = nodes.map((one, index) => {
        const pin = pins[index];
        return pin ? { ...one, ...pin, pinned: true } : one;
      });
      const spots = ALL[name]({ nodes: held, edges, centre });
      for (const { id, x, y } of held.filter(({ pinned }) => pinned)) {
        expect(spots.find((spot) => spot.id === id)).toEqual({ id, x, y });
        const others = spots.filter((_, index) => !held[index]?.pinned);
        expect(others.filter((other) => Math.abs(other.x - x) < ROOM.x && Math.abs(other.y - y) < ROOM.y)).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});

describe.each(Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[])('the %s layout', (name) => {
  const layout = (task: Given) => LAYOUTS[name](task);

  it('gives every node a place of its own, in the order of the nodes and the same every time', () => {
    fc.assert(
      fc.property(graph, (drawn) => {
        const task = taskOf(drawn);
        const spots = layout(task);
        expect(spots.map(({ id }) => id)).toEqual(task.nodes.map(({ id }) => id));
        for (const [index, { x, y }] of spots.entries()) {
          const isOn = spots.slice(index + 1).some((other) => Math.hypot(other.x - x, other.y - y) < ROOM.y / 2);
          expect(isOn, JSON.stringify(spots)).toBe(false);
        }
        expect(layout(task)).toEqual(spots);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves pinned nodes where they are, and the others about them', () => {
    const nodes = [node('a', { x: 5000, y: -3000, pinned: true }), node('b'), node('c')];
    const [a, b] = layout({ nodes, edges: [['a', 'b']], centre: null });
    expect(a).toEqual({ id: 'a', x: 5000, y: -3000 });
    expect(Math.hypot((b?.x ?? 0) - 5000, (b?.y ?? 0) + 3000)).toBeLessThan(1000);
  });

  it('ignores edges to nodes that are not there, and of a node to itself', () => {
    const nodes = ['a', 'b'].map((id) => node(id));
    const edges: [string, string][] = [
      ['a', 'x'],
      ['b', 'b'],
    ];
    expect(layout({ nodes, edges, centre: null })).toEqual(layout({ nodes, edges: [], centre: null }));
  });
});

describe('the concentric layout', () => {
  it('puts nodes on rings by their distance from the centre', () => {
    const task: Given = {
      nodes: ['a', 'b', 'c', 'd', 'lone'].map((id) => node(id)),
      edges: [
        ['a', 'b'],
        ['b', 'c'],
        ['b', 'd'],
      ],
      centre: 'a',
    };
    const far = concentricLayout(task).map(({ x, y }) => Math.round(Math.hypot(x, y)));
    expect(far[0]).toBe(0);
    expect(far[1]).toBeLessThan(far[2] as number);
    expect(far[2]).toBe(far[3]);
    expect(far[4]).toBeGreaterThan(far[3] as number);
  });

  it('takes the node with most edges where none is chosen', () => {
    const edges: [string, string][] = ['a', 'c', 'd'].map((id) => ['b', id]);
    const [, b] = concentricLayout({ nodes: ['a', 'b', 'c', 'd'].map((id) => node(id)), edges, centre: null });
    expect(b).toEqual({ id: 'b', x: 0, y: 0 });
  });
});

describe('the hierarchy layout', () => {
  it('goes down along relations', () => {
    const [person, event, place] = hierarchyLayout({
      nodes: ['person', 'event', 'place'].map((id) => node(id)),
      edges: [
        ['person', 'event'],
        ['event', 'place'],
      ],
    });
    expect(person?.y).toBeLessThan(event?.y as number);
    expect(event?.y).toBeLessThan(place?.y as number);
  });

  it('breaks a rank that is far too wide into rows', () => {
    const leaves = Array.from({ length: 60 }, (_, index) => `leaf${index}`);
    const spots = hierarchyLayout({
      nodes: ['hub', ...leaves].map((id) => node(id)),
      edges: leaves.map((id) => ['hub', id] as const),
    });
    const width = Math.max(...spots.map(({ x }) => x)) - Math.min(...spots.map(({ x }) => x));
    expect(width).toBeLessThan(30 * ROOM.x);
    expect(new Set(spots.map(({ y }) => y)).size).toBeGreaterThan(2);
  });
});

describe('the timeline layout', () => {
  const dated = (id: string, date: string) => node(id, { glyph: 'event', date });

  it('goes right with time, and shortens long stretches without anything', () => {
    const spots = timelineLayout({
      nodes: [dated('c', '2021-04-27'), dated('a', '2003'), dated('b', '2019-07-01')],
      edges: [],
    });
    const [c, a, b] = spots.map(({ x }) => x) as [number, number, number];
    expect(a).toBeLessThan(b);
    expect(b).toBeLessThan(c);
    expect(c - a).toBeLessThan(1000);
  });

  it('keeps kinds in lanes, and the undated near what dates them', () => {
    const nodes = [dated('a', '2019-01-01'), dated('b', '2019-06-01'), node('who'), node('lone')];
    const [a, b, who, lone] = timelineLayout({ nodes, edges: [['who', 'b']] });
    expect(a?.y).toBe(b?.y);
    expect(who?.y).toBeLessThan(a?.y as number);
    expect(who?.x).toBe(b?.x);
    expect(lone?.x).toBeLessThan(a?.x as number);
  });
});
