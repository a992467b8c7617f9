import { describe, expect, it } from 'vitest';
import { type Named, placeLabels } from '../../../../web/client/entity/ego-labels.ts';

const node = (id: string, x: number, y: number, side: 'above' | 'below' = 'below'): Named => ({
  id,
  x,
  y,
  radius: 10,
  lines: ['一事双交双联'],
  side,
});

describe('names in a small picture', () => {
  it('stand on the side that is preferred where there is room', () => {
    const labels = placeLabels([node('a', 220, 100), node('b', 220, 300, 'above')]);
    expect(labels.get('a')).toEqual({ anchor: 'middle', x: 220, y: 124 });
    expect(labels.get('b')).toEqual({ anchor: 'middle', x: 220, y: 283 });
  });

  it('give way to the names of nodes before them: to the other side, and beside the node where that is out of the field', () => {
    const labels = placeLabels([node('a', 220, 100, 'above'), node('b', 230, 62)]);
    expect(labels.get('a')?.y).toBe(83);
    expect(labels.get('b')).toEqual({ anchor: 'middle', x: 230, y: 45 });
    const high = placeLabels([node('a', 220, 64, 'above'), node('b', 200, 14)]);
    expect(high.get('b')).toMatchObject({ anchor: 'end', x: 185 });
  });

  it('cover no node', () => {
    const labels = placeLabels([node('a', 220, 100), node('b', 220, 125, 'below')]);
    expect(labels.get('a')).toEqual({ anchor: 'middle', x: 220, y: 83 });
  });

  it('stand as preferred where there is room nowhere', () => {
    const around = [node('n', 220, 75), node('s', 220, 125), node('w', 180, 100), node('e', 260, 100)];
    expect(placeLabels([node('a', 220, 100), ...around]).get('a')).toEqual({ anchor: 'middle', x: 220, y: 124 });
  });
});
