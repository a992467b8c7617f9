/** Judgements of facts and decisions on who is who: what the page sends and gets. */
import { z } from 'zod';
import { MAX_ASKED, MAX_LINE, WRONG_REASONS } from './limits.ts';

/** The same words as `graph/judgements.ts` keeps. */
export const Verdict = z.enum(['confirm', 'dispute', 'hide']);
export type Verdict = z.infer<typeof Verdict>;
export const WrongReason = z.enum(WRONG_REASONS);
export type WrongReason = z.infer<typeof WrongReason>;

const MAX_NAME = 60;
const MAX_KEY = 2_000;

const Author = z.string().trim().min(1).max(MAX_NAME).optional();
const Note = z.string().trim().max(MAX_LINE).optional();

export const Judgement = z.object({
  id: z.string(),
  relation: z.string(),
  verdict: Verdict,
  reason: WrongReason.nullable(),
  note: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  evidence: z.array(z.string()),
  fromName: z.string(),
  toName: z.string(),
  withdrawn: z.object({ by: z.string(), at: z.string() }).nullable(),
});
export type Judgement = z.infer<typeof Judgement>;
export const Judgements = z.object({ judgements: z.array(Judgement) });
export type Judgements = z.infer<typeof Judgements>;

/** `by`: who says so; without it the user of the machine that serves. */
export const JudgeInput = z
  .object({
    relation: z.string().min(1).max(MAX_KEY),
    verdict: Verdict,
    reason: WrongReason.optional(),
    note: Note,
    by: Author,
  })
  .refine(({ verdict, reason }) => verdict !== 'dispute' || reason !== undefined, {
    path: ['reason'],
    message: 'a disputed fact needs one of the reasons no-fact, ends, relation, stage, time',
  });
export type JudgeInput = z.input<typeof JudgeInput>;

export const WithdrawInput = z.object({ id: z.string().min(1), by: Author });
export type WithdrawInput = z.input<typeof WithdrawInput>;

export const AboutInput = z.object({ relations: z.array(z.string()).max(MAX_ASKED) });

/** One mention of a person or an event in an article, and why it was taken for this one. */
export const Mention = z.object({
  ref: z.string(),
  article: z.string(),
  title: z.string().nullable(),
  publishedOn: z.string().nullable(),
  publication: z.string().nullable(),
  words: z.string(),
  reasons: z.array(z.string()),
});
export type Mention = z.infer<typeof Mention>;

export const Decision = z.object({
  id: z.string(),
  kind: z.enum(['same', 'different']),
  a: z.string(),
  b: z.string(),
  by: z.string(),
  at: z.string(),
  note: z.string().nullable(),
  withdrawn: z.object({ by: z.string(), at: z.string() }).nullable(),
});
export type Decision = z.infer<typeof Decision>;

/** Others that may be the same: they have the name, or one of the names. */
const Namesake = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string().nullable(),
  mention: z.string(),
});

export const IdentityAnswer = z.object({
  mentions: z.array(Mention),
  /** Mentions in all; the answer has the first of them. */
  total: z.number(),
  decisions: z.array(Decision),
  namesakes: z.array(Namesake),
});
export type IdentityAnswer = z.infer<typeof IdentityAnswer>;

export const DecideInput = z.object({
  kind: z.enum(['same', 'different']),
  a: z.string().min(1).max(MAX_KEY),
  b: z.string().min(1).max(MAX_KEY),
  note: Note,
  by: Author,
});
export type DecideInput = z.input<typeof DecideInput>;

/** `entities`: whom the two mentions mean now. */
export const DecideAnswer = z.object({ decision: Decision, entities: z.array(z.string()) });
export type DecideAnswer = z.infer<typeof DecideAnswer>;
