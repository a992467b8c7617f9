/** Who is who: GET /api/identity?id= has the mentions behind a person or an event; POST /api/identity decides, /api/identity/withdraw takes back. */
import { Router } from 'express';
import { z } from 'zod';
import { ZhituError } from '../../../graph/errors.ts';
import { possiblyTheSame } from '../../../graph/same-name.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { type DecideAnswer, DecideInput, type IdentityAnswer, WithdrawInput } from '../../api/decide.ts';
import type { IdentityDesk } from '../identity-desk.ts';
import { input, type Sent } from '../wire.ts';
import type { Desk } from './judgements.ts';

const OfInput = z.object({ id: z.string().min(1) });
/** Mentions listed; a person whom a thousand articles name is told apart by the first of them as well. */
const LISTED = 100;

export function identityRoutes(store: GraphStore, desk: IdentityDesk | undefined, { author, now }: Desk): Router {
  const router = Router();
  const given = (): IdentityDesk => {
    if (desk) return desk;
    throw new ZhituError(
      'unsupported',
      'this server was started without decisions on who is who: use `npm start`, or `npm run decide`',
    );
  };
  const answer = async (decision: DecideAnswer['decision']): Promise<Sent<DecideAnswer>> => {
    const meant = [await given().meaningOf(decision.a), await given().meaningOf(decision.b)];
    return { decision, entities: [...new Set(meant.flatMap((id) => id ?? []))] };
  };
  router.get('/identity', async (req, res) => {
    const { id } = input(OfInput, req.query);
    const mentions = await given().mentions(id);
    const [decisions, others] = await Promise.all([
      given().decisions(mentions.map(({ ref }) => ref)),
      possiblyTheSame(store, id),
    ]);
    const namesakes = await Promise.all(
      others.map(async ({ id: other, name, note, date }) => ({
        id: other,
        name,
        note: note ?? date,
        mention: (await given().mentions(other))[0]?.ref ?? '',
      })),
    );
    res.json({
      mentions: mentions.slice(0, LISTED),
      total: mentions.length,
      decisions,
      namesakes: namesakes.filter(({ mention }) => mention !== ''),
    } satisfies Sent<IdentityAnswer>);
  });
  router.post('/identity', async (req, res) => {
    const { note, by = author, ...said } = input(DecideInput, req.body);
    res.json(await answer(await given().decide({ ...said, note: note || null, by, at: now().toISOString() })));
  });
  router.post('/identity/withdraw', async (req, res) => {
    const { id, by = author } = input(WithdrawInput, req.body);
    res.json(await answer(await given().withdraw(id, { by, at: now().toISOString() })));
  });
  return router;
}
