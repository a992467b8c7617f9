/** GET /api/health, /api/overview, /api/search, /api/search/articles, /api/search/near. */
import { Router } from 'express';
import { z } from 'zod';
import { searchArticles } from '../../../graph/article-search.ts';
import { nearNames } from '../../../graph/near-names.ts';
import { overviewOf } from '../../../graph/overview.ts';
import { searchNodes } from '../../../graph/search.ts';
import { NodeKind } from '../../../graph/shapes.ts';
import type { GraphStore } from '../../../graph/store.ts';
import type { ArticleSearchAnswer, NearAnswer } from '../../api/search.ts';
import type { Health, Overview, SearchAnswer } from '../../api.ts';
import { input, type Sent } from '../wire.ts';

/** Longer than any name; a pasted paragraph is no search. */
const MAX_QUERY = 200;

const SearchInput = z.object({
  q: z.string().max(MAX_QUERY),
  kind: NodeKind.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

const WordsInput = SearchInput.omit({ kind: true });

export function searchRoutes(store: GraphStore): Router {
  const router = Router();
  router.get('/health', async (_req, res) => {
    await store.read({ cypher: 'RETURN 1 AS one', row: z.object({ one: z.number() }) });
    res.json({ status: 'ok', engine: store.engine, location: store.location } satisfies Health);
  });
  router.get('/overview', async (_req, res) => {
    res.json((await overviewOf(store)) satisfies Sent<Overview>);
  });
  router.get('/search', async (req, res) => {
    const { q, kind, limit } = input(SearchInput, req.query);
    res.json((await searchNodes(store, { query: q, kind, limit })) satisfies Sent<SearchAnswer>);
  });
  router.get('/search/articles', async (req, res) => {
    const { q, limit } = input(WordsInput, req.query);
    res.json((await searchArticles(store, q, limit)) satisfies Sent<ArticleSearchAnswer>);
  });
  router.get('/search/near', async (req, res) => {
    const { q, limit } = input(WordsInput, req.query);
    res.json({ near: await nearNames(store, q, limit) } satisfies Sent<NearAnswer>);
  });
  return router;
}
