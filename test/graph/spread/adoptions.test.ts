import { describe, expect, it } from 'vitest';
import { openAdjacency } from '../../../graph/spread/adjacency.ts';
import { adoptionsOf, declaredSet, statedRows } from '../../../graph/spread/adoptions.ts';
import { stepEnds } from '../../../graph/spread/path-steps.ts';
import { claim, HANGZHOU, HUZHOU, PROVINCE, WENZHOU } from './world.ts';

const CITIES = openAdjacency().places('city', PROVINCE);
const OUTSIDE = 'place/江苏省/南通市';
const SAID = [WENZHOU, OUTSIDE, PROVINCE, `${HUZHOU}/吴兴区`].map((place) => claim({ place, date: '2018' }));

describe('what is said of places', () => {
  it('has a row for every declared place in its order, then for the others that a text names', () => {
    const { rows, above } = adoptionsOf(SAID, { level: 'city', declared: CITIES, implied: false });
    expect(rows.map(({ id }) => id)).toEqual([...CITIES.map(({ id }) => id), OUTSIDE]);
    expect(rows.filter(({ claims }) => claims.length > 0).map(({ id, declared }) => [id, declared])).toEqual([
      [WENZHOU, true],
      [HUZHOU, true],
      [OUTSIDE, false],
    ]);
    expect(above.map(({ id }) => id)).toEqual([PROVINCE]);
  });

  it.each([false, true])(
    'has the same rows where those that nothing counts for are left out (implied: %s)',
    (implied) => {
      const { rows, above } = adoptionsOf(SAID, { level: 'city', declared: CITIES, implied });
      expect(statedRows(SAID, { level: 'city', declared: declaredSet(CITIES), implied })).toEqual({
        rows: rows.filter(({ claims }) => claims.length > 0),
        above,
      });
    },
  );

  it('implies what is said of a place above for those within it alone, behind what is said of them', () => {
    const { rows } = adoptionsOf(SAID, { level: 'city', declared: CITIES, implied: true });
    const impliedOf = (id: string) => rows.find((row) => row.id === id)?.claims.map(({ implied }) => implied);
    expect([impliedOf(HANGZHOU), impliedOf(WENZHOU), impliedOf(OUTSIDE)]).toEqual([[true], [false, true], [false]]);
  });
});

describe('the steps of a path', () => {
  it('end at each stroke and at the end, as many as are asked for', () => {
    expect([stepEnds('浙江省/湖州市', 4), stepEnds('浙江省/湖州市/吴兴区', 2), stepEnds('浙江省', 1)]).toEqual([
      [3, 7],
      [3, 7],
      [3],
    ]);
  });
});
