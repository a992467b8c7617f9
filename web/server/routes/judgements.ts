/** Judgements of facts: POST /api/judgements makes one, /api/judgements/withdraw takes one back, /api/judgements/about lists those of facts. */
import { Router } from 'express';
import { judge, judgementsOn, withdrawJudgement } from '../../../graph/judgements.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { AboutInput, JudgeInput, type Judgements, WithdrawInput } from '../../api/decide.ts';
import { input, type Sent } from '../wire.ts';

/** Who is at the desk, and what time it is. */
export interface Desk {
  /** Who judges where a request names nobody. */
  readonly author: string;
  readonly now: () => Date;
}

export function judgementRoutes(store: GraphStore, { author, now }: Desk): Router {
  const router = Router();
  router.post('/judgements', async (req, res) => {
    const { reason = null, note, by = author, ...given } = input(JudgeInput, req.body);
    const judgements = await judge(store, { ...given, reason, note: note || null, by, at: now().toISOString() });
    res.json({ judgements } satisfies Sent<Judgements>);
  });
  router.post('/judgements/withdraw', async (req, res) => {
    const { id, by = author } = input(WithdrawInput, req.body);
    const judgements = await withdrawJudgement(store, id, { by, at: now().toISOString() });
    res.json({ judgements } satisfies Sent<Judgements>);
  });
  router.post('/judgements/about', async (req, res) => {
    const { relations } = input(AboutInput, req.body);
    res.json({ judgements: await judgementsOn(store, relations) } satisfies Sent<Judgements>);
  });
  return router;
}
