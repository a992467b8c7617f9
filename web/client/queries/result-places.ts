/** In which cities of the map the rows of an answer are. */
import type { QueryResult } from '../../api/queries.ts';
import { CITY_TILES } from '../spread/hexagons.ts';

/** Where the tiles lie. */
const PROVINCE = 'place/浙江省/';

export interface RowsByCity {
  /** Places of rows in the answer, by the name of the city; a row with places in two cities stands in both. */
  readonly cities: ReadonlyMap<string, readonly number[]>;
  /** Rows with places of which none lies in a city of the map. */
  readonly elsewhere: readonly number[];
  /** Rows without a place. */
  readonly nowhere: readonly number[];
}

/** Rows by the cities that their places lie in. */
export function rowsByCity(rows: QueryResult['rows']): RowsByCity {
  const cities = new Map<string, number[]>();
  const [elsewhere, nowhere]: [number[], number[]] = [[], []];
  for (const [index, row] of rows.entries()) {
    const places = row.flat(2).filter((cell) => typeof cell === 'string' && cell.startsWith('place/')) as string[];
    const names = new Set(places.flatMap((place) => cityOf(place) ?? []));
    for (const name of names) cities.set(name, [...(cities.get(name) ?? []), index]);
    if (names.size === 0) (places.length > 0 ? elsewhere : nowhere).push(index);
  }
  return { cities, elsewhere, nowhere };
}

/** The city of the map that a place is or lies in. */
function cityOf(place: string): string | null {
  if (!place.startsWith(PROVINCE)) return null;
  const [name] = place.slice(PROVINCE.length).split('/');
  return CITY_TILES.find((tile) => tile.name === name)?.name ?? null;
}

/** The id of a city of the map. */
export const idOfCity = (name: string): string => PROVINCE + name;
