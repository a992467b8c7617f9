/** GET /api/paths?from=&to=&order=&longest=&hubs=, POST /api/shared. */
import { Router } from 'express';
import { findPaths } from '../../../graph/paths.ts';
import { sharedNeighbours } from '../../../graph/shared.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { type PathsAnswer, PathsInput, type SharedAnswer, SharedInput } from '../../api/paths.ts';
import { input, type Sent } from '../wire.ts';

export function pathRoutes(store: GraphStore): Router {
  const router = Router();
  router.get('/paths', async (req, res) => {
    res.json((await findPaths(store, input(PathsInput, req.query))) satisfies Sent<PathsAnswer>);
  });
  router.post('/shared', async (req, res) => {
    const { ids, hubs } = input(SharedInput, req.body);
    res.json((await sharedNeighbours(store, [...new Set(ids)], hubs)) satisfies Sent<SharedAnswer>);
  });
  return router;
}
