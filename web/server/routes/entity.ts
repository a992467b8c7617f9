/** GET /api/entity?id=, and below it /events, /facts, /reporting: the pages about one person, place, organization or event. */
import { Router } from 'express';
import { z } from 'zod';
import { eventsPage } from '../../../graph/entity-pages/event-list.ts';
import { factsPage } from '../../../graph/entity-pages/facts.ts';
import { entityHead } from '../../../graph/entity-pages/head.ts';
import { reportingOf } from '../../../graph/entity-pages/reporting.ts';
import type { GraphStore } from '../../../graph/store.ts';
import {
  type EntityAnswer,
  type EventsAnswer,
  EventsInput,
  type FactsAnswer,
  FactsInput,
  type ReportingAnswer,
} from '../../api/entity.ts';
import { input, type Sent } from '../wire.ts';

const IdInput = z.object({ id: z.string().min(1) });

export function entityRoutes(store: GraphStore): Router {
  const router = Router();
  router.get('/entity', async (req, res) => {
    res.json((await entityHead(store, input(IdInput, req.query).id)) satisfies Sent<EntityAnswer>);
  });
  router.get('/entity/events', async (req, res) => {
    const {
      role = null,
      with: companion = null,
      where = null,
      about = null,
      from = null,
      to = null,
      ...rest
    } = input(EventsInput, req.query);
    const query = { ...rest, role, with: companion, where, about, from, to };
    res.json((await eventsPage(store, query)) satisfies Sent<EventsAnswer>);
  });
  router.get('/entity/facts', async (req, res) => {
    res.json((await factsPage(store, input(FactsInput, req.query))) satisfies Sent<FactsAnswer>);
  });
  router.get('/entity/reporting', async (req, res) => {
    res.json((await reportingOf(store, input(IdInput, req.query).id)) satisfies Sent<ReportingAnswer>);
  });
  return router;
}
