/**
 * What surrounds a node. GET /api/neighbours?id= counts it; POST /api/neighbours/preview says what an expansion would
 * add; POST /api/neighbours/list lists it; POST /api/neighbours loads it. (POST because the ids already shown do not fit into an address.)
 */
import { Router } from 'express';
import { z } from 'zod';
import { countNeighbours } from '../../../graph/branches.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { listNeighbours, loadNeighbours, previewNeighbours } from '../../../graph/traverse.ts';
import {
  type Branches,
  type NeighbourList,
  NeighbourListInput,
  type Neighbours,
  NeighboursInput,
  type Preview,
} from '../../api.ts';
import { input, type Sent } from '../wire.ts';

const CountInput = z.object({ id: z.string().min(1) });

export function neighbourRoutes(store: GraphStore): Router {
  const router = Router();
  router.get('/neighbours', async (req, res) => {
    res.json({ branches: await countNeighbours(store, input(CountInput, req.query).id) } satisfies Sent<Branches>);
  });
  router.post('/neighbours/preview', async (req, res) => {
    res.json((await previewNeighbours(store, input(NeighboursInput, req.body))) satisfies Sent<Preview>);
  });
  router.post('/neighbours/list', async (req, res) => {
    res.json((await listNeighbours(store, input(NeighbourListInput, req.body))) satisfies Sent<NeighbourList>);
  });
  router.post('/neighbours', async (req, res) => {
    res.json((await loadNeighbours(store, input(NeighboursInput, req.body))) satisfies Sent<Neighbours>);
  });
  return router;
}
