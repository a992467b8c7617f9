/** GET /api/spread, and below it matrix, compare, leaders, carriers, coverage, quotes. */
import { Router } from 'express';
import { ZhituError } from '../../../graph/errors.ts';
import { quotesOf } from '../../../graph/evidence.ts';
import { parseEvidence } from '../../../graph/model.ts';
import { placeNamed, spreadOf } from '../../../graph/spread/answer.ts';
import { carriersOf } from '../../../graph/spread/carriers.ts';
import {
  type Comparison as Compared,
  comparePeriods,
  comparePlaces,
  comparePrograms,
  type Stretch,
} from '../../../graph/spread/compare.ts';
import { articlesAbout } from '../../../graph/spread/coverage.ts';
import { firstPairs, leadersOf } from '../../../graph/spread/leaders.ts';
import { matrixOf } from '../../../graph/spread/matrix.ts';
import { daysOf } from '../../../graph/spread/ranges.ts';
import type { GraphStore } from '../../../graph/store.ts';
import {
  type CoverageAnswer,
  CoverageInput,
  type Matrix,
  MatrixInput,
  type Quotes,
  QuotesInput,
  type Spread,
  SpreadInput,
} from '../../api/spread.ts';
import { type Carriers, CompareInput, type Comparison, type Leaders, LeadersInput } from '../../api/spread-compare.ts';
import { input, type Sent } from '../wire.ts';

export function spreadRoutes(store: GraphStore): Router {
  const router = Router();
  router.get('/spread', async (req, res) => {
    res.json((await spreadOf(store, input(SpreadInput, req.query))) satisfies Sent<Spread>);
  });
  router.get('/spread/matrix', async (req, res) => {
    res.json((await matrixOf(store, input(MatrixInput, req.query))) satisfies Sent<Matrix>);
  });
  router.get('/spread/compare', async (req, res) => {
    res.json((await compared(store, input(CompareInput, req.query))) satisfies Sent<Comparison>);
  });
  router.get('/spread/leaders', async (req, res) => {
    const { take, pair, ...scope } = input(LeadersInput, req.query);
    res.json(firstPairs(await leadersOf(store, scope), { take, pair }) satisfies Sent<Leaders>);
  });
  router.get('/spread/carriers', async (req, res) => {
    res.json({ carriers: await carriersOf(store, input(SpreadInput, req.query)) } satisfies Sent<Carriers>);
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

async function compared(
  store: GraphStore,
  { by, a, b, program, level, within }: ReturnType<typeof CompareInput.parse>,
): Promise<Compared> {
  if (by === 'program') return comparePrograms(store, { a, b, level, within });
  if (by === 'place') return comparePlaces(store, await placeNamed(store, a), await placeNamed(store, b));
  return comparePeriods(store, { a: stretchOf(a), b: stretchOf(b), program, level, within });
}

/** `2017..2019`, `2019-07`, `2019-07-01..2020`. */
function stretchOf(text: string): Stretch {
  const [first = '', last = first] = text.split('..');
  const [from, to] = [daysOf(first)?.from, daysOf(last)?.to];
  if (from && to && from <= to) return { from, to };
  throw new ZhituError('bad-input', `expected a stretch of time such as 2017..2019 or 2019-07, and was given ${text}`, {
    given: text,
  });
}
