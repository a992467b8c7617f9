/** GET /api/entity?id=, and below it /events, /events.csv, /uncounted, /posts, /names, /facts, /reporting, /reporting/articles: the pages about one person, place, organization or event. */
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { z } from 'zod';
import { eventsCsv } from '../../../graph/entity-pages/event-csv.ts';
import { eventsPage } from '../../../graph/entity-pages/event-list.ts';
import { factsPage } from '../../../graph/entity-pages/facts.ts';
import { entityHead } from '../../../graph/entity-pages/head.ts';
import { printedNames } from '../../../graph/entity-pages/names.ts';
import { reportingArticles, reportingOf } from '../../../graph/entity-pages/reporting.ts';
import { postsPage } from '../../../graph/entity-pages/tenures.ts';
import { uncountedEvents } from '../../../graph/entity-pages/uncounted.ts';
import type { GraphStore } from '../../../graph/store.ts';
import {
  ChosenInput,
  type EntityAnswer,
  type EventsAnswer,
  EventsInput,
  type FactsAnswer,
  FactsInput,
  type NamesAnswer,
  type PostsAnswer,
  PostsInput,
  type ReportingAnswer,
  type ReportingArticlesAnswer,
  ReportingArticlesInput,
  type UncountedAnswer,
  UncountedInput,
} from '../../api/entity.ts';
import { input, type Sent } from '../wire.ts';

const IdInput = z.object({ id: z.string().min(1) });

export function entityRoutes(store: GraphStore): Router {
  const router = Router();
  router.get('/entity', async (req, res) => {
    res.json((await entityHead(store, input(IdInput, req.query).id)) satisfies Sent<EntityAnswer>);
  });
  router.get('/entity/events', async (req, res) => {
    const { skip, take, ...chosen } = input(EventsInput, req.query);
    res.json((await eventsPage(store, { ...filterOf(chosen), skip, take })) satisfies Sent<EventsAnswer>);
  });
  router.get('/entity/events.csv', async (req, res) => {
    const { id, ...filter } = filterOf(input(ChosenInput, req.query));
    const name = encodeURIComponent(`${id.split('/').at(-1)}.csv`);
    res.set('Content-Type', 'text/csv; charset=utf-8');
    res.set('Content-Disposition', `attachment; filename="events.csv"; filename*=UTF-8''${name}`);
    await pipeline(eventsCsv(store, id, filter), res);
  });
  router.get('/entity/uncounted', async (req, res) => {
    const { id, take } = input(UncountedInput, req.query);
    res.json((await uncountedEvents(store, id, take)) satisfies Sent<UncountedAnswer>);
  });
  router.get('/entity/posts', async (req, res) => {
    const { id, take } = input(PostsInput, req.query);
    res.json((await postsPage(store, id, take)) satisfies Sent<PostsAnswer>);
  });
  router.get('/entity/names', async (req, res) => {
    res.json((await printedNames(store, input(IdInput, req.query).id)) satisfies Sent<NamesAnswer>);
  });
  router.get('/entity/facts', async (req, res) => {
    res.json((await factsPage(store, input(FactsInput, req.query))) satisfies Sent<FactsAnswer>);
  });
  router.get('/entity/reporting', async (req, res) => {
    res.json((await reportingOf(store, input(IdInput, req.query).id)) satisfies Sent<ReportingAnswer>);
  });
  router.get('/entity/reporting/articles', async (req, res) => {
    const articles = await reportingArticles(store, input(ReportingArticlesInput, req.query));
    res.json({ articles } satisfies Sent<ReportingArticlesAnswer>);
  });
  return router;
}

/** A filter that was not given is open. */
function filterOf({ id, role, with: companion, where, about, from, to }: z.output<typeof ChosenInput>) {
  return {
    id,
    role: role ?? null,
    with: companion ?? null,
    where: where ?? null,
    about: about ?? null,
    from: from ?? null,
    to: to ?? null,
  };
}
