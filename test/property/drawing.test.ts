import cytoscape, { type Core, type NodeSingular } from 'cytoscape';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type CanvasScene, createDrawing, EMPTY_SCENE } from '../../web/client/canvas-draw.ts';
import { tintClass } from '../../web/client/canvas-tints.ts';

const IDS = Array.from({ length: 130 }, (_, index) => `n${index}`);

const picture = fc
  .record({
    ids: fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 130 }),
    shift: fc.integer({ min: 0, max: 2 }),
    faded: fc.array(fc.constantFrom(...IDS), { maxLength: 8 }),
    fresh: fc.array(fc.constantFrom(...IDS), { maxLength: 8 }),
    tints: fc.option(fc.dictionary(fc.constantFrom(...IDS), fc.integer({ min: 0, max: 4 })), { nil: null }),
    selected: fc.array(fc.constantFrom(...IDS), { maxLength: 2 }),
    menu: fc.option(fc.constantFrom(...IDS), { nil: null }),
  })
  .map(
    ({ ids, shift, faded, fresh, tints, selected, menu }): CanvasScene => ({
      nodes: ids.map((id, index) => ({
        id,
        x: index * 10 + shift,
        y: shift,
        glyph: shift === 1 ? 'event' : 'person',
        size: 30,
        label: `${id} ${shift}`,
        pinned: shift === 2,
        count: 0,
      })),
      edges: ids.slice(1).map((id, index) => ({
        id: `${ids[index]}|${id}`,
        from: ids[index] as string,
        to: id,
        label: String(shift),
        stage: '',
      })),
      faded: new Set(faded),
      fresh: new Set(fresh),
      tints: tints === null ? null : new Map(Object.entries(tints)),
      selected,
      menu,
    }),
  );

function openDrawing() {
  const cy = cytoscape({ headless: true, styleEnabled: true });
  /** Nothing is rendered here; each kind of picture asked for is noted. */
  const pictures = { eleTxrCache: new Set<string>(), lblTxrCache: new Set<string>() };
  const cacheOf = (asked: Set<string>) => ({
    reasons: { dequeue: 1 },
    getBoundingBox: (node: NodeSingular) => node.boundingBox(),
    getElement: (node: NodeSingular) => asked.add(node.id()),
  });
  Object.assign((cy as Core & { renderer(): object }).renderer(), {
    data: { eleTxrCache: cacheOf(pictures.eleTxrCache), lblTxrCache: cacheOf(pictures.lblTxrCache) },
    flushRenderedStyleQueue: () => undefined,
    getCachedZSortedEles: () => undefined,
    getPixelRatio: () => 1,
  });
  return { cy, drawing: createDrawing(cy), pictures };
}

/** Everything that can be seen of it. */
function seen(cy: Core) {
  return cy
    .elements()
    .map((element) => ({
      id: element.id(),
      label: element.data('label'),
      classes: element.classes().toSorted(),
      ...(element.isNode() && { at: element.position() }),
    }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

describe('drawing a picture', () => {
  beforeAll(() => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    return () => vi.unstubAllGlobals();
  });

  it('ends the same whatever was drawn before, at once or in steps, and however often it was left in the middle', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(picture, fc.nat(12)), { maxLength: 4 }),
        picture,
        fc.boolean(),
        (before, last, atOnce) => {
          const { cy, drawing } = openDrawing();
          for (const [scene, steps] of before) {
            const work = drawing.steps(scene);
            for (let step = 0; step < steps; step++) work.next();
          }
          if (atOnce) drawing.draw(last);
          else for (const _ of drawing.steps(last));
          const plain = openDrawing();
          plain.drawing.draw(last);
          expect(seen(cy)).toEqual(seen(plain.cy));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('changes few elements in a step', () => {
    const { cy, drawing } = openDrawing();
    const nodes = fc.sample(picture, { seed: 1, numRuns: 40 }).find(({ nodes }) => nodes.length > 100)?.nodes ?? [];
    const counts: number[] = [];
    for (const _ of drawing.steps({ ...EMPTY_SCENE, nodes })) counts.push(cy.nodes().length);
    expect(cy.nodes()).toHaveLength(nodes.length);
    expect(counts.filter((count, step) => count - (counts[step - 1] ?? 0) > 40)).toEqual([]);
  });

  it('draws beforehand what Cytoscape keeps of the nodes that are in sight, and of no others', () => {
    const { drawing, pictures } = openDrawing();
    const node = { y: 0, glyph: 'event', size: 30, label: '', pinned: false, count: 0 } as const;
    for (const _ of drawing.steps({
      ...EMPTY_SCENE,
      nodes: [
        { ...node, id: 'in sight', x: 0 },
        { ...node, id: 'far away', x: 100_000 },
      ],
    }));
    for (const asked of Object.values(pictures)) expect([...asked]).toEqual(['in sight']);
  });

  it('marks tints, faded and new elements by their classes', () => {
    const { cy, drawing } = openDrawing();
    const node = { x: 0, y: 0, glyph: 'event', size: 30, label: '', pinned: false, count: 0 } as const;
    const nodes = ['a', 'b'].map((id) => ({ ...node, id }));
    const edges = [{ id: 'ab', from: 'a', to: 'b', label: '', stage: '' }];
    const scene = {
      ...EMPTY_SCENE,
      nodes,
      edges,
      faded: new Set(['a']),
      fresh: new Set(['b']),
      tints: new Map([['b', 3]]),
    };
    for (const _ of drawing.steps(scene));
    expect(cy.$('.faded').map((element) => element.id())).toEqual(['a', 'ab']);
    expect(cy.$('.fresh').map((element) => element.id())).toEqual(['b']);
    expect(cy.$(`.${tintClass(3)}`).map((element) => element.id())).toEqual(['b']);
    drawing.draw({ ...scene, faded: new Set(), tints: null });
    expect(cy.$(`.faded, .${tintClass(3)}`)).toHaveLength(0);
  });
});
