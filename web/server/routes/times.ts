/** POST /api/printed (POST because the ids shown do not fit into an address), GET /api/article-years. */
import { Router } from 'express';
import type { GraphStore } from '../../../graph/store.ts';
import { articlesByYear, printedOf } from '../../../graph/times/printed.ts';
import { type ArticleYears, type PrintedAnswer, PrintedInput } from '../../api/times.ts';
import { input, type Sent } from '../wire.ts';

export function timeRoutes(store: GraphStore): Router {
  const router = Router();
  router.post('/printed', async (req, res) => {
    res.json((await printedOf(store, input(PrintedInput, req.body).ids)) satisfies Sent<PrintedAnswer>);
  });
  router.get('/article-years', async (_req, res) => {
    res.json({ years: await articlesByYear(store) } satisfies Sent<ArticleYears>);
  });
  return router;
}
