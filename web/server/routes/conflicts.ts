/** GET /api/conflicts: facts that cannot all be so, of one entity (`id`) or of all. */
import { Router } from 'express';
import { conflictsPage } from '../../../graph/entity-pages/conflicts.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { type ConflictsAnswer, ConflictsInput } from '../../api/conflicts.ts';
import { input, type Sent } from '../wire.ts';

export function conflictRoutes(store: GraphStore): Router {
  const router = Router();
  router.get('/conflicts', async (req, res) => {
    const { id = null, kind = null, skip, take } = input(ConflictsInput, req.query);
    res.json((await conflictsPage(store, { id, kind, skip, take })) satisfies Sent<ConflictsAnswer>);
  });
  return router;
}
