import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeApart, placeAround, placeBetween } from '../../../web/client/place.ts';

const anchor = { x: 40, y: -20 };
const ids = (count: number) => Array.from({ length: count }, (_, index) => `person/${index}`);
const nearest = (points: readonly { x: number; y: number }[]) =>
  Math.min(
    ...points.flatMap((one, index) =>
      points.slice(index + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
    ),
  );

describe('placeAround', () => {
  it('puts a few nodes at equal distances around the anchor', () => {
    const placed = placeAround(anchor, ids(4), [anchor]);
    expect(new Set(placed.map(({ x, y }) => Math.round(Math.hypot(x - anchor.x, y - anchor.y))))).toEqual(
      new Set([170]),
    );
    expect(nearest(placed)).toBeGreaterThan(230);
  });

  it('never puts a node on the label of another, old or new', () => {
    const points = fc.array(
      fc.record({ x: fc.integer({ min: -400, max: 400 }), y: fc.integer({ min: -400, max: 400 }) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 60 }), (taken, count) => {
        const placed = placeAround(anchor, ids(count), [...taken, anchor]);
        expect(placed).toHaveLength(count);
        for (const [index, spot] of placed.entries()) {
          const others = [...taken, anchor, ...placed.slice(index + 1)];
          expect(others.filter(({ x, y }) => Math.abs(spot.x - x) < 112 && Math.abs(spot.y - y) < 86)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('turns away from what is there', () => {
    const [spot] = placeAround(
      { x: 0, y: 0 },
      ['person/新'],
      [
        { x: -300, y: 0 },
        { x: 0, y: 0 },
      ],
    );
    expect(spot?.x).toBeGreaterThan(100);
  });

  it('is the same every time', () => {
    expect(placeAround(anchor, ids(30), [])).toEqual(placeAround(anchor, ids(30), []));
  });
});

describe('placeApart', () => {
  it('takes the middle of an empty canvas, else the right of everything', () => {
    expect(placeApart([])).toEqual({ x: 0, y: 0 });
    expect(
      placeApart([
        { x: 0, y: 10 },
        { x: 50, y: 30 },
      ]),
    ).toEqual({ x: 220, y: 20 });
  });
});

describe('placeBetween', () => {
  const [from, to] = [
    { x: 0, y: 0 },
    { x: 900, y: 0 },
  ];

  it('puts the nodes of a path evenly on the line between its ends', () => {
    expect(placeBetween(from, to, ids(2), [from, to])).toEqual([
      { id: 'person/0', x: 300, y: 0 },
      { id: 'person/1', x: 600, y: 0 },
    ]);
  });

  it('moves aside for what stands there, and keeps the nodes of several paths apart', () => {
    const taken = [from, to, { x: 450, y: 0 }, { x: 450, y: 120 }];
    const spots = placeBetween(from, to, ids(1), taken);
    expect(spots).toEqual([{ id: 'person/0', x: 450, y: -120 }]);
    const close = { x: 60, y: 0 };
    const crowded = placeBetween(from, close, ids(6), [from, close]);
    expect(nearest([from, close, ...crowded].slice(1))).toBeGreaterThanOrEqual(86);
  });
});
