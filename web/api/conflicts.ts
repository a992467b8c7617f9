/** The contract of conflicts: facts that cannot all be so. Readers judge the sides by what `decide.ts` has for facts. */
import { z } from 'zod';
import { Quote, RelationBrief } from '../api.ts';
import { CountState } from './counted.ts';
import { NamedNode } from './entity.ts';

export const ConflictKind = z.enum(['post', 'places', 'date', 'launch']);
export type ConflictKind = z.infer<typeof ConflictKind>;

const MOST_CONFLICTS = 100;

/** Without an id: those of the whole graph. */
export const ConflictsInput = z.object({
  id: z.string().min(1).optional(),
  kind: ConflictKind.optional(),
  skip: z.coerce.number().int().min(0).default(0),
  take: z.coerce.number().int().min(1).max(MOST_CONFLICTS).default(20),
});
export type ConflictsInput = z.input<typeof ConflictsInput>;

export const Conflict = z.object({
  id: z.string(),
  kind: ConflictKind,
  about: NamedNode,
  post: z.object({ name: z.string(), reason: z.object({ zh: z.string(), en: z.string() }) }).nullable(),
  from: z.string(),
  to: z.string(),
  sides: z.array(
    z.object({
      relation: RelationBrief,
      from: NamedNode,
      to: NamedNode,
      quote: Quote.nullable(),
      /** Where the sentences of the relation give several dates: the one of this side and its quote. */
      date: z.string().nullable(),
    }),
  ),
  sidesTotal: z.number(),
  isJudged: z.boolean(),
});
export type Conflict = z.infer<typeof Conflict>;
export const ConflictsAnswer = z.object({
  total: z.number(),
  conflicts: z.array(Conflict),
  /** Null for those of one entity, which are looked for at once. */
  counted: CountState.nullable(),
});
export type ConflictsAnswer = z.infer<typeof ConflictsAnswer>;
