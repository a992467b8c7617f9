import { describe, expect, it } from 'vitest';
import { openAdjacency, readAdjacency } from '../../../graph/spread/adjacency.ts';

const ZHEJIANG = 'place/浙江省';

describe('the adjacency that comes with the program', () => {
  const adjacency = openAdjacency();

  it('has the 11 cities and 90 counties of Zhejiang', () => {
    expect(adjacency.places('city', ZHEJIANG)).toHaveLength(11);
    expect(adjacency.places('county', ZHEJIANG)).toHaveLength(90);
  });

  it('leaves no place without a neighbour, and none beside itself', () => {
    for (const level of ['city', 'county'] as const) {
      for (const { id } of adjacency.places(level, ZHEJIANG)) {
        const neighbours = adjacency.neighbours(id) ?? [];
        expect(neighbours.length, id).toBeGreaterThan(0);
        expect(neighbours, id).not.toContain(id);
      }
    }
  });

  it('says that two cities touch exactly where counties of theirs do', () => {
    const cityOf = (id: string): string => id.split('/').slice(0, 3).join('/');
    for (const { id } of adjacency.places('city', ZHEJIANG)) {
      const counties = adjacency.places('county', ZHEJIANG).filter((county) => cityOf(county.id) === id);
      const across = counties.flatMap((county) => (adjacency.neighbours(county.id) ?? []).map(cityOf));
      expect(new Set(adjacency.neighbours(id)), id).toEqual(new Set(across.filter((city) => city !== id)));
    }
  });

  it('knows nothing of other provinces', () => {
    expect(adjacency.places('city', 'place/江苏省')).toEqual([]);
    expect(adjacency.neighbours('place/江苏省/苏州市')).toBeNull();
  });
});

describe('readAdjacency', () => {
  it('refuses a neighbour that does not know its neighbour', () => {
    expect(() => readAdjacency('甲省/乙市\t丙市\n甲省/丙市\t')).toThrow(/甲省\/丙市 to list 甲省\/乙市/u);
  });
});
