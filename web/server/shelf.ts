/** The saved queries as the API offers them: `graph/queries.ts` with the limits of an interactive page. */
import { loadQueries, queryById, runQuery } from '../../graph/queries.ts';
import type { SavedQuery } from '../../graph/query-header.ts';
import type { GraphStore, ReadLimits } from '../../graph/store.ts';
import type { QueryShelf } from './routes/queries.ts';

/** What a reader waits for at most, and what a browser shows without trouble. */
const LIMITS: ReadLimits = { timeoutMs: 30_000, maxRows: 2_000 };

/**
 * The queries of a folder (those of the repository unless others are given), run on a store.
 * @throws ZhituError `bad-input` for a file that does not follow the format
 */
export function savedQueries(store: GraphStore, queries: readonly SavedQuery[] = loadQueries()): QueryShelf {
  return {
    list: queries.map((query) => ({ ...query, suggest: Object.keys(query.suggest) })),
    run: (id, params) => runQuery(store, queryById(queries, id), params, LIMITS),
  };
}
