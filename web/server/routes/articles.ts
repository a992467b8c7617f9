/** GET /api/articles, GET /api/article?id=. */
import { Router } from 'express';
import { z } from 'zod';
import { articleFacts } from '../../../graph/article-facts.ts';
import { listArticles } from '../../../graph/overview.ts';
import { ArticleKind } from '../../../graph/shapes.ts';
import type { GraphStore } from '../../../graph/store.ts';
import type { ArticleAnswer, Articles } from '../../api.ts';
import { input, type Sent } from '../wire.ts';

const ListInput = z.object({ limit: z.coerce.number().int().min(1).max(1000).default(200) });
const ArticleInput = z.object({ id: z.string().min(1) });

export function articleRoutes(store: GraphStore): Router {
  const router = Router();
  router.get('/articles', async (req, res) => {
    res.json({ articles: await listArticles(store, input(ListInput, req.query).limit) } satisfies Sent<Articles>);
  });
  router.get('/article', async (req, res) => {
    const article = await articleFacts(store, input(ArticleInput, req.query).id);
    res.json({ ...article, kind: ArticleKind.safeParse(article.kind).data ?? null } satisfies Sent<ArticleAnswer>);
  });
  return router;
}
