/** The saved queries: loading them from their folder, and running one with the values of a form or a command line. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ZhituError } from './errors.ts';
import { ID_PREFIX } from './model.ts';
import { entitiesNamed, OF_KIND } from './named.ts';
import { parseQuery, QUERY_GROUPS, type SavedQuery } from './query-header.ts';
import { coerce, type ParamValue, type QueryParam } from './query-values.ts';
import { readOnlyTable } from './read-only/read.ts';
import { parametersOf } from './read-only/tokens.ts';
import type { GraphStore, ReadLimits, Table, Value } from './store.ts';

/** The folder of the repository's own queries. */
const QUERY_FOLDER = fileURLToPath(new URL('../queries', import.meta.url));

/** How many names an error suggests. */
const SUGGESTED = 5;

/**
 * All queries of a folder, by group and id.
 * @throws ZhituError `bad-input` with file and line for a file that does not follow the format (`query-header.ts`).
 */
export function loadQueries(folder: string = QUERY_FOLDER): readonly SavedQuery[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.cypher'));
  return files
    .map((name) => parseQuery(readFileSync(join(folder, name), 'utf8'), join(folder, name)))
    .sort((a, b) => QUERY_GROUPS.indexOf(a.group) - QUERY_GROUPS.indexOf(b.group) || (a.id < b.id ? -1 : 1));
}

/**
 * The query of that id.
 * @throws ZhituError `not-found`, naming the ids there are.
 */
export function queryById(queries: readonly SavedQuery[], id: string): SavedQuery {
  const query = queries.find((candidate) => candidate.id === id);
  if (query) return query;
  const ids = queries.map((candidate) => candidate.id).join(', ');
  throw new ZhituError('not-found', `There is no saved query ${id}. There are: ${ids}`, { id });
}

/**
 * Runs a saved query. `values` are by parameter name; a missing, null or empty one takes its default, or null where it
 * has none and is not required. An entity may be given by its id, a name or an alias.
 * @throws ZhituError `bad-input` naming the parameter, what it takes and what it was given; what `readOnlyTable` throws.
 */
export async function runQuery(
  store: GraphStore,
  query: SavedQuery,
  values: Readonly<Record<string, unknown>>,
  limits: ReadLimits = {},
): Promise<Table> {
  return readOnlyTable(store, query.cypher, await paramsOf(store, query, values), limits);
}

/**
 * Values to choose from for one parameter: the rows of its `@suggest` query, in which the other parameters hold what was given for
 * them, or null. No rows for a parameter that has none.
 * @throws ZhituError as `runQuery`, but not for what is missing or names nothing
 */
export async function suggestValues(
  store: GraphStore,
  query: SavedQuery,
  name: string,
  values: Readonly<Record<string, unknown>>,
  limits: ReadLimits = {},
): Promise<Table> {
  const cypher = query.suggest[name];
  if (!query.params.some((param) => param.name === name)) throw noSuchParameter(query, name);
  if (cypher === undefined) return { columns: [], rows: [], truncated: false };
  const used = query.params.filter((param) => parametersOf(cypher).includes(param.name));
  const params: Record<string, Value> = {};
  for (const param of used) {
    // A reader is still typing: what cannot be used yet narrows nothing.
    params[param.name] = await parameterValue(store, { ...param, required: false }, values[param.name]).catch(
      (error: unknown) => {
        if (error instanceof ZhituError && error.code === 'bad-input') return null;
        throw error;
      },
    );
  }
  return readOnlyTable(store, cypher, params, limits);
}

/** The values that a query's parameters get, as `runQuery` describes. */
export async function paramsOf(
  store: GraphStore,
  query: SavedQuery,
  values: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, Value>>> {
  const unknown = Object.keys(values).find((name) => !query.params.some((param) => param.name === name));
  if (unknown !== undefined) throw noSuchParameter(query, unknown);
  const params: Record<string, Value> = {};
  for (const param of query.params) params[param.name] = await parameterValue(store, param, values[param.name]);
  return params;
}

/** The error for a parameter that a query does not have: it names those that it has. */
export function noSuchParameter({ id, params }: SavedQuery, parameter: string): ZhituError {
  const names = params.map(({ name }) => name).join(', ') || 'none';
  return new ZhituError('bad-input', `${id} has no parameter ${parameter}; it has: ${names}`, { parameter });
}

async function parameterValue(store: GraphStore, param: QueryParam, given: unknown): Promise<Value> {
  const isGiven = given !== undefined && given !== null && given !== '';
  if (!isGiven && param.required) {
    throw new ZhituError('bad-input', `${param.name} (${param.label}) is required, and was not given`, {
      parameter: param.name,
    });
  }
  const value: ParamValue | null = isGiven ? coerce(param, given) : param.default;
  return param.entity && typeof value === 'string' ? entityValue(store, param, param.entity, value) : value;
}

type Entity = NonNullable<QueryParam['entity']>;

/** What the query is given for an entity: the wanted property of the one that is meant, or of all that may be. */
async function entityValue(store: GraphStore, param: QueryParam, entity: Entity, text: string): Promise<Value> {
  const found = await entitiesNamed(store, entity, text);
  if (found.length === 0) throw await nobodyNamed(store, param, entity, text);
  if (entity.many) return found.map(({ value }) => value);
  const values = new Set(found.map(({ value }) => value));
  if (values.size === 1) return found[0]?.value ?? null;
  throw new ZhituError(
    'bad-input',
    `${param.name}: ${found.length} of kind ${entity.kind} are called ${text}; give one of their ids: ${found.map(({ id }) => id).join(', ')}`,
    { parameter: param.name },
  );
}

async function nobodyNamed(
  store: GraphStore,
  { name }: QueryParam,
  { kind }: Entity,
  text: string,
): Promise<ZhituError> {
  const like = await store.read({
    cypher: `MATCH (n:Entity) WHERE n.search CONTAINS $text AND ${OF_KIND} RETURN n.name AS name, n.id AS id ORDER BY size(n.name), id LIMIT $limit`,
    params: { text: text.toLowerCase(), prefix: ID_PREFIX[kind], limit: SUGGESTED },
    row: z.object({ name: z.string() }),
  });
  const hint = like.length > 0 ? ` Did you mean ${like.map((entity) => entity.name).join(', ')}?` : '';
  return new ZhituError(
    'bad-input',
    `${name}: expected the id, a name or an alias of a ${kind}, and found none for ${JSON.stringify(text)}.${hint}`,
    { parameter: name },
  );
}
