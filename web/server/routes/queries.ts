/** GET /api/queries, POST /api/queries/:id/run, POST /api/queries/:id/suggest. */
import { Router } from 'express';
import type { GraphStore, ReadLimits, Table } from '../../../graph/store.ts';
import {
  type QueryResult,
  RunInput,
  type SavedQueries,
  type SavedQuery,
  SuggestInput,
  type Suggestions,
} from '../../api/queries.ts';
import { describeTable } from '../described-table.ts';
import { whileConnected } from '../read-limits.ts';
import { input, type Sent } from '../wire.ts';

/** The saved queries, as the page needs them. */
export interface QueryShelf {
  readonly list: readonly Sent<SavedQuery>[];
  /**
   * @throws ZhituError `not-found` for an unknown id, `bad-input` for parameters that do not fit
   */
  run(id: string, params: Readonly<Record<string, unknown>>, limits: Pick<ReadLimits, 'signal'>): Promise<Table>;
  /** Values for one parameter, given some of the others: ids, texts or numbers in the first column. Throws as `run`. */
  suggest(id: string, param: string, params: Readonly<Record<string, unknown>>): Promise<Table>;
}

export function queryRoutes(store: GraphStore, queries: QueryShelf): Router {
  const router = Router();
  router.get('/queries', (_req, res) => {
    res.json({ queries: queries.list } satisfies Sent<SavedQueries>);
  });
  router.post('/queries/:id/run', async (req, res) => {
    const { params } = input(RunInput, req.body ?? {});
    const table = await queries.run(req.params.id, params, { signal: whileConnected(res) });
    res.json((await describeTable(store, table)) satisfies Sent<QueryResult>);
  });
  router.post('/queries/:id/suggest', async (req, res) => {
    const { param, params } = input(SuggestInput, req.body ?? {});
    const { rows, nodes } = await describeTable(store, await queries.suggest(req.params.id, param, params));
    const values = rows.flatMap(([value]) => (typeof value === 'string' || typeof value === 'number' ? [value] : []));
    res.json({ values: values.map(String), nodes } satisfies Sent<Suggestions>);
  });
  return router;
}
