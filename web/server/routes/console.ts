/** GET /api/console/schema, POST /api/console/run: Cypher that a person typed, read-only. */
import { Router } from 'express';
import { readOnlyTable } from '../../../graph/read-only/read.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { vocabulary } from '../../../graph/vocabulary.ts';
import { ConsoleInput, type ConsoleSchema } from '../../api/console.ts';
import type { QueryResult } from '../../api/queries.ts';
import { describeTable } from '../described-table.ts';
import { READ_LIMITS, whileConnected } from '../read-limits.ts';
import { input, type Sent } from '../wire.ts';

export function consoleRoutes(store: GraphStore): Router {
  const router = Router();
  const { timeoutMs, maxRows } = READ_LIMITS;
  router.get('/console/schema', (_req, res) => {
    res.json({ engine: store.engine, ...vocabulary(), limits: { timeoutMs, maxRows } } satisfies Sent<ConsoleSchema>);
  });
  router.post('/console/run', async (req, res) => {
    const { cypher, params } = input(ConsoleInput, req.body ?? {});
    const limits = { ...READ_LIMITS, signal: whileConnected(res) };
    const table = await readOnlyTable(store, cypher, params, limits);
    res.json((await describeTable(store, table)) satisfies Sent<QueryResult>);
  });
  return router;
}
