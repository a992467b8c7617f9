/** The eleven cities of Zhejiang as hexagons of one size: neighbours on the map are neighbours here as far as a grid allows. */

export interface CityTile {
  /** Name of the division, as places carry it. */
  readonly name: string;
  /** Centre of the hexagon, in units of the drawing. */
  readonly x: number;
  readonly y: number;
}

/** From centre to corner. */
export const TILE_RADIUS = 35;
/** Half a tile's pitch and a row's: tiles of this radius leave a gap of about three units between them. */
const HALF_PITCH = 32;
const ROW_PITCH = 55.5;
const MARGIN = 6;

/** Half-columns and rows; drawn by hand after the map, and held to the list of neighbours by a test. */
const GRID: readonly (readonly [name: string, column: number, row: number])[] = [
  ['湖州市', 2, 0],
  ['嘉兴市', 4, 0],
  ['杭州市', 1, 1],
  ['绍兴市', 3, 1],
  ['宁波市', 5, 1],
  ['舟山市', 7, 1],
  ['衢州市', 0, 2],
  ['金华市', 2, 2],
  ['台州市', 4, 2],
  ['丽水市', 1, 3],
  ['温州市', 3, 3],
];

export const CITY_TILES: readonly CityTile[] = GRID.map(([name, column, row]) => ({
  name,
  x: MARGIN + HALF_PITCH * (column + 1),
  y: MARGIN + TILE_RADIUS + ROW_PITCH * row,
}));

export const CARTOGRAM_SIZE = {
  width: Math.max(...CITY_TILES.map(({ x }) => x)) + HALF_PITCH + MARGIN,
  height: Math.max(...CITY_TILES.map(({ y }) => y)) + TILE_RADIUS + MARGIN,
} as const;

/** The outline of a hexagon that stands on a corner, as path data. */
export function hexagonPath(x: number, y: number, radius: number): string {
  const corners = [0, 1, 2, 3, 4, 5].map((corner) => {
    const angle = (Math.PI / 3) * corner - Math.PI / 2;
    return `${round(x + radius * Math.cos(angle))} ${round(y + radius * Math.sin(angle))}`;
  });
  return `M${corners.join('L')}z`;
}

/** Tenths of a unit are finer than a screen shows. */
const round = (value: number): number => Math.round(value * 10) / 10;
