/** The saved queries as the API offers them: `graph/queries.ts` with the limits of an interactive page. */
import { loadQueries, queryById, runQuery, suggestValues } from '../../graph/queries.ts';
import type { SavedQuery } from '../../graph/query-header.ts';
import type { GraphStore } from '../../graph/store.ts';
import { READ_LIMITS } from './read-limits.ts';
import type { QueryShelf } from './routes/queries.ts';

/**
 * The queries of a folder (those of the repository unless others are given), run on a store.
 * @throws ZhituError `bad-input` for a file that does not follow the format
 */
export function savedQueries(store: GraphStore, queries: readonly SavedQuery[] = loadQueries()): QueryShelf {
  return {
    list: queries.map((query) => ({ ...query, suggest: Object.keys(query.suggest) })),
    run: (id, params, limits) => runQuery(store, queryById(queries, id), params, { ...READ_LIMITS, ...limits }),
    suggest: (id, param, params) => suggestValues(store, queryById(queries, id), param, params, READ_LIMITS),
  };
}
