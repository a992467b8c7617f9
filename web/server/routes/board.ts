/** GET /api/board/coverage, /facts and /checks: the numbers; GET /api/board/list?list=: what is behind one of them. */
import { Router } from 'express';
import { countChecks } from '../../../graph/board/checks.ts';
import { typeList } from '../../../graph/board/fact-tally.ts';
import { STATED, tallyFacts } from '../../../graph/board/facts.ts';
import { boardList } from '../../../graph/board/list.ts';
import { lookAlikes } from '../../../graph/board/look-alikes.ts';
import { timelineOf } from '../../../graph/board/timeline.ts';
import { allConflicts } from '../../../graph/entity-pages/conflict-reading.ts';
import { judgementsInForce } from '../../../graph/judgements.ts';
import { counted, leastCurrent } from '../../../graph/per-version.ts';
import { censusOf } from '../../../graph/spread/census.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { type BoardChecks, type BoardCoverage, type BoardFacts, type BoardList, ListInput } from '../../api/board.ts';
import { input, type Sent } from '../wire.ts';

/** Cities that a screen takes. */
const PLACES = 30;

export function boardRoutes(store: GraphStore): Router {
  const router = Router();
  router.get('/board/coverage', async (_req, res) => {
    res.json((await coverage(store)) satisfies Sent<BoardCoverage>);
  });
  router.get('/board/facts', async (_req, res) => {
    const [facts, timeline] = await Promise.all([counted(store, tallyFacts), counted(store, timelineOf)]);
    const [tally, { periods }] = [facts.value, timeline.value];
    const relations = STATED.map((type) => ({
      type,
      total: tally.count(typeList(type, '')),
      counts: periods.map((period) => tally.count(typeList(type, period))),
    }));
    res.json({
      counted: leastCurrent([facts.state, timeline.state]),
      total: tally.total,
      periods,
      rules: tally.rules(),
      tenths: tally.tenths(),
      relations: relations.filter(({ total }) => total > 0),
    } satisfies Sent<BoardFacts>);
  });
  router.get('/board/checks', async (_req, res) => {
    const judged = async (verdict: 'dispute' | 'hide' | 'confirm') =>
      (await judgementsInForce(store, verdict, 0)).total;
    const [checks, pairs, dispute, hide, confirm, conflicts] = await Promise.all([
      counted(store, countChecks),
      counted(store, lookAlikes),
      judged('dispute'),
      judged('hide'),
      judged('confirm'),
      counted(store, allConflicts),
    ]);
    res.json({
      counted: leastCurrent([checks.state, pairs.state, conflicts.state]),
      ...checks.value,
      'look-alikes': pairs.value.length,
      'judged:dispute': dispute,
      'judged:hide': hide,
      'judged:confirm': confirm,
      conflicts: conflicts.value.length,
    } satisfies Sent<BoardChecks>);
  });
  router.get('/board/list', async (req, res) => {
    const { list } = input(ListInput, req.query);
    res.json({ list, ...(await boardList(store, list)) } satisfies Sent<BoardList>);
  });
  return router;
}

async function coverage(store: GraphStore): Promise<Sent<BoardCoverage>> {
  const [timeline, census] = await Promise.all([counted(store, timelineOf), censusOf(store)]);
  const { periods, articles, undated, named } = timeline.value;
  const places = census.coverage
    .places('city')
    .map(({ id, name }) => ({ id, name, total: census.coverage.total(id) }))
    .sort((one, other) => other.total - one.total || (one.id < other.id ? -1 : 1));
  return {
    counted: leastCurrent([timeline.state, census.counted]),
    periods,
    articles: periods.map((period) => articles.get(period) ?? 0),
    undated,
    kinds: [...named].map(([kind, counts]) => ({ kind, counts: periods.map((period) => counts.get(period) ?? 0) })),
    places: places
      .slice(0, PLACES)
      .map((place) => ({ ...place, counts: periods.map((period) => census.coverage.articles(place.id, period)) })),
    morePlaces: Math.max(0, places.length - PLACES),
  };
}
