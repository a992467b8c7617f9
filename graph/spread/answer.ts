/** The spread of a program in a store. */
import { briefsOf } from '../brief.ts';
import { ZhituError } from '../errors.ts';
import { ID_PREFIX } from '../model.ts';
import { entitiesNamed } from '../named.ts';
import type { GraphStore } from '../store.ts';
import { censusOf } from './census.ts';
import type { Spread } from './figures.ts';
import type { Grain } from './periods.ts';
import { placeAt } from './place-levels.ts';
import { recentFigures, recentStatements } from './recent.ts';
import type { Claim, SpreadLevel } from './types.ts';

export interface SpreadRequest {
  /** Id, name or alias. */
  readonly program: string;
  readonly level: SpreadLevel;
  readonly grain: Grain;
  readonly implied: boolean;
  /** Path or id of a province. */
  readonly within?: string | undefined;
}

/**
 * Everything known of how a program spread.
 * @throws ZhituError `not-found` for a program that the store does not have; `bad-input` for a name of several
 */
export async function spreadOf(store: GraphStore, request: SpreadRequest): Promise<Spread> {
  const id = await programNamed(store, request.program);
  const [[program], census] = await Promise.all([briefsOf(store, [id]), censusOf(store)]);
  if (!program) throw noneNamed('Program', request.program);
  const { claims } = await recentStatements(store, id, census);
  const within = scopeOf(request.level, request.within, claims);
  const figures = await recentFigures(store, id, census, { ...request, within });
  return { program, counted: census.counted, ...figures };
}

/**
 * The id of the one program that is meant by an id, a name or an alias.
 * @throws ZhituError `not-found`; `bad-input` for a name of several
 */
export async function programNamed(store: GraphStore, text: string): Promise<string> {
  return oneNamed(store, 'Program', text);
}

/** The same for a place, which may be given by its path too. */
export async function placeNamed(store: GraphStore, text: string): Promise<string> {
  return oneNamed(store, 'Place', text);
}

async function oneNamed(store: GraphStore, kind: 'Program' | 'Place', text: string): Promise<string> {
  const ids = (await entitiesNamed(store, { kind, property: 'id' }, text)).map((found) => found.id);
  const [id, ...more] = ids;
  if (id === undefined) throw noneNamed(kind, text);
  if (more.length === 0) return id;
  throw new ZhituError(
    'bad-input',
    `${ids.length} of kind ${kind} are called ${text}; give one of their ids: ${ids.join(', ')}`,
    { given: text },
  );
}

function noneNamed(kind: 'Program' | 'Place', text: string): ZhituError {
  return new ZhituError(
    'not-found',
    `expected the id, the name or an alias of a ${kind}, and found none for ${JSON.stringify(text)}. Look for it with the search box.`,
    { given: text },
  );
}

/** The newspapers at hand are of this province: what nobody claims anything of is counted over it. */
const HOME = `${ID_PREFIX.Place}浙江省`;

/** The province whose places are counted: the one given, else the one with the most claims. Provinces themselves are counted over the country. */
export function scopeOf(level: SpreadLevel, given: string | undefined, claims: readonly Claim[]): string {
  if (level === 'province') return '';
  if (given !== undefined) return given.startsWith(ID_PREFIX.Place) ? given : `${ID_PREFIX.Place}${given}`;
  const counts = new Map<string, number>();
  for (const { place } of claims) {
    const province = placeAt(place.id, 'province');
    if (province !== null) counts.set(province, (counts.get(province) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return most?.[0] ?? HOME;
}
