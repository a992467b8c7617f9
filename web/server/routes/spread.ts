/** GET /api/spread, /api/spread/coverage, /api/spread/quotes. */
import { Router } from 'express';
import { quotesOf } from '../../../graph/evidence.ts';
import { parseEvidence } from '../../../graph/model.ts';
import { spreadOf } from '../../../graph/spread/answer.ts';
import { articlesAbout } from '../../../graph/spread/coverage.ts';
import type { GraphStore } from '../../../graph/store.ts';
import {
  type CoverageAnswer,
  CoverageInput,
  type Quotes,
  QuotesInput,
  type Spread,
  SpreadInput,
} from '../../api/spread.ts';
import { input, type Sent } from '../wire.ts';

export function spreadRoutes(store: GraphStore): Router {
  const router = Router();
  router.get('/spread', async (req, res) => {
    res.json((await spreadOf(store, input(SpreadInput, req.query))) satisfies Sent<Spread>);
  });
  router.get('/spread/coverage', async (req, res) => {
    const { place, period = null, limit } = input(CoverageInput, req.query);
    res.json((await articlesAbout(store, place, period, limit)) satisfies Sent<CoverageAnswer>);
  });
  router.get('/spread/quotes', async (req, res) => {
    const refs = input(QuotesInput, req.query).ref.flatMap((ref) => parseEvidence(ref) ?? []);
    res.json({ quotes: await quotesOf(store, refs) } satisfies Sent<Quotes>);
  });
  return router;
}
