/** The places that shares and rates are taken over, and which of them touch: adjacency.tsv, whose head tells its source and year. */
import { readFileSync } from 'node:fs';
import { ZhituError } from '../errors.ts';
import { ID_PREFIX } from '../model.ts';
import { levelOf, liesIn, nameOf } from './place-levels.ts';
import type { DeclaredPlace, SpreadLevel } from './types.ts';

export const ADJACENCY_SOURCE = 'graph/spread/adjacency.tsv';

export interface Adjacency {
  /** Places of a level in a province, in the order of their codes; none where the province is not listed. */
  places(level: SpreadLevel, within: string): readonly DeclaredPlace[];
  /** Ids of the places that touch one; null where that is not known. */
  neighbours(id: string): readonly string[] | null;
}

/**
 * Reads lines of path, neighbours (paths below the same province, or names in the same city, by blanks).
 * @throws ZhituError `bad-input` for a neighbour that is not listed, or that does not list the place in turn
 */
export function readAdjacency(text: string): Adjacency {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const entries = lines.map((line) => {
    const [path = '', neighbours = ''] = line.split('\t');
    return {
      path,
      neighbours: neighbours
        .split(' ')
        .filter(Boolean)
        .map((name) => resolve(path, name)),
    };
  });
  const byPath = new Map(entries.map(({ path, neighbours }) => [path, neighbours]));
  for (const { path, neighbours } of entries) {
    const odd = neighbours.find((other) => !byPath.get(other)?.includes(path));
    if (odd !== undefined)
      throw new ZhituError(
        'bad-input',
        `${ADJACENCY_SOURCE}: expected ${odd} to list ${path} as its neighbour, as ${path} lists it`,
        {
          path,
          neighbour: odd,
        },
      );
  }
  return {
    places: (level, within) =>
      entries
        .map(({ path }) => ({ id: `${ID_PREFIX.Place}${path}`, name: nameOf(path), path }))
        .filter(({ id }) => levelOf(id) === level && liesIn(id, within)),
    neighbours: (id) =>
      byPath.get(id.slice(ID_PREFIX.Place.length))?.map((path) => `${ID_PREFIX.Place}${path}`) ?? null,
  };
}

/** `安吉县` beside 浙江省/湖州市/德清县 lies in the same city, `杭州市/余杭区` in the same province. */
function resolve(path: string, neighbour: string): string {
  const parts = path.split('/');
  return [...parts.slice(0, parts.length - neighbour.split('/').length), neighbour].join('/');
}

let loaded: Adjacency | undefined;

/** The adjacency that comes with the program. */
export function openAdjacency(): Adjacency {
  loaded ??= readAdjacency(readFileSync(new URL('./adjacency.tsv', import.meta.url), 'utf8'));
  return loaded;
}
