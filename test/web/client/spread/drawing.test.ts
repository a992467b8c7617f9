import { describe, expect, it } from 'vitest';
import { CARTOGRAM_SIZE, CITY_TILES, hexagonPath, TILE_RADIUS } from '../../../../web/client/spread/hexagons.ts';
import { neighbourCell } from '../../../../web/client/spread/matrix-keys.ts';
import { firstDay, lastDay, timeScale } from '../../../../web/client/spread/scale.ts';
import { countByDay, spaced, stepArea, stepPath } from '../../../../web/client/spread/steps.ts';

/** Cities that share a border on land, off the map of Zhejiang. */
const BORDERS: readonly (readonly [string, string])[] = [
  ['湖州市', '嘉兴市'],
  ['湖州市', '杭州市'],
  ['嘉兴市', '杭州市'],
  ['杭州市', '绍兴市'],
  ['杭州市', '金华市'],
  ['杭州市', '衢州市'],
  ['绍兴市', '宁波市'],
  ['绍兴市', '金华市'],
  ['绍兴市', '台州市'],
  ['宁波市', '台州市'],
  ['金华市', '衢州市'],
  ['金华市', '丽水市'],
  ['金华市', '台州市'],
  ['衢州市', '丽水市'],
  ['台州市', '温州市'],
  ['台州市', '丽水市'],
  ['丽水市', '温州市'],
];

describe('the hexagons of the cities', () => {
  const tile = (name: string) => CITY_TILES.find((one) => one.name === name) ?? { x: Number.NaN, y: Number.NaN };
  /** In tiles that touch. */
  const distance = (one: string, other: string) =>
    Math.hypot(tile(one).x - tile(other).x, tile(one).y - tile(other).y) / (TILE_RADIUS * Math.sqrt(3));

  it('are eleven, and no two overlap', () => {
    expect(new Set(CITY_TILES.map(({ name }) => name)).size).toBe(11);
    for (const [index, one] of CITY_TILES.entries())
      for (const other of CITY_TILES.slice(index + 1)) expect(distance(one.name, other.name)).toBeGreaterThanOrEqual(1);
  });

  it('keep cities that share a border within two tiles, and nearly all of them side by side', () => {
    const far = BORDERS.map(([one, other]) => distance(one, other));
    expect(Math.max(...far)).toBeLessThan(2);
    expect(far.filter((tiles) => tiles < 1.2).length).toBeGreaterThanOrEqual(BORDERS.length - 2);
  });

  it('lie within the drawing', () => {
    for (const { x, y } of CITY_TILES) {
      expect(Math.min(x, y) - TILE_RADIUS).toBeGreaterThanOrEqual(0);
      expect(x + TILE_RADIUS).toBeLessThanOrEqual(CARTOGRAM_SIZE.width);
      expect(y + TILE_RADIUS).toBeLessThanOrEqual(CARTOGRAM_SIZE.height);
    }
  });

  it('stand on a corner', () => {
    expect(hexagonPath(10, 10, 10)).toBe('M10 0L18.7 5L18.7 15L10 20L1.3 15L1.3 5z');
  });
});

describe('a line of years', () => {
  it.each([
    ['2019', '2019-01-01', '2019-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2021-04-27', '2021-04-27', '2021-04-27'],
  ])('takes %s for the days from %s to %s', (date, first, last) => {
    const day = (iso: string) => Date.parse(iso) / 86_400_000;
    expect([firstDay(date), lastDay(date)]).toEqual([day(first), day(last)]);
  });

  it('gives each year the length of its days, and days before and after it the ends', () => {
    const scale = timeScale(2019, 2020, 0, 731);
    expect(scale.yearAt(2020)).toEqual({ start: 365, length: 366 });
    expect(scale.at(firstDay('2019-01-01'))).toBe(0.5);
    expect(scale.at(firstDay('2004-05'))).toBe(0.5);
    expect(scale.at(firstDay('2035'))).toBe(730.5);
  });
});

describe('a step curve', () => {
  const y = (count: number) => 100 - count * 10;
  const steps = [
    { x: 5, count: 1 },
    { x: 8, count: 3 },
  ];

  it('stays level up to each step and to the end', () => {
    expect(stepPath(steps, 0, 20, y)).toBe('M0 100H5V90H8V70H20');
    expect(stepArea(steps.slice(0, 1), 0, 20, y)).toBe('M0 100H5V90H20V100H0z');
  });

  it('takes one step for all that began on one day', () => {
    expect(countByDay([7, 3, 7])).toEqual([
      { day: 3, count: 1 },
      { day: 7, count: 3 },
    ]);
  });

  it('keeps its words apart without leaving the drawing', () => {
    expect(spaced([10, 12, 90], 16, 100)).toEqual([10, 26, 90]);
    expect(spaced([98, 99, 100], 16, 100)).toEqual([68, 84, 100]);
  });
});

describe('arrow keys in a table', () => {
  it.each([
    ['ArrowRight', 4, 5],
    ['ArrowLeft', 4, 3],
    ['ArrowUp', 4, 1],
    ['ArrowDown', 4, 7],
    ['Home', 4, 3],
    ['End', 4, 5],
    ['PageDown', 4, 10],
    ['PageUp', 4, 1],
  ])('%s leads from cell %i of three columns and four rows to %i', (key, at, next) => {
    expect(neighbourCell(at, key, 3, 4)).toBe(next);
  });

  it.each([
    ['ArrowLeft', 3],
    ['ArrowRight', 2],
    ['ArrowUp', 0],
    ['ArrowDown', 11],
    ['Enter', 4],
  ])('%s leads nowhere from cell %i', (key, at) => {
    expect(neighbourCell(at, key, 3, 4)).toBeNull();
  });
});
