/** GET /api/node?id=, GET /api/evidence?key=, POST /api/subgraph. */
import { Router } from 'express';
import { z } from 'zod';
import { nodeDetails } from '../../../graph/details.ts';
import { relationEvidence } from '../../../graph/relation-evidence.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { subgraphOf } from '../../../graph/traverse.ts';
import { type EvidenceAnswer, type NodeAnswer, type Subgraph, SubgraphInput } from '../../api.ts';
import { input, type Sent } from '../wire.ts';

const NodeInput = z.object({ id: z.string().min(1) });
const EvidenceInput = z.object({ key: z.string().min(1) });

export function nodeRoutes(store: GraphStore): Router {
  const router = Router();
  router.get('/node', async (req, res) => {
    res.json((await nodeDetails(store, input(NodeInput, req.query).id)) satisfies Sent<NodeAnswer>);
  });
  router.get('/evidence', async (req, res) => {
    res.json((await relationEvidence(store, input(EvidenceInput, req.query).key)) satisfies Sent<EvidenceAnswer>);
  });
  router.post('/subgraph', async (req, res) => {
    res.json((await subgraphOf(store, input(SubgraphInput, req.body).ids)) satisfies Sent<Subgraph>);
  });
  return router;
}
