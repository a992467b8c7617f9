/** Coverage and health of the graph: counts, and the list that each of them opens. */
import { z } from 'zod';
import { NodeKind, RelationType } from '../../graph/shapes.ts';
import { Evidence, NodeBrief, RelationBrief } from '../api.ts';
import { CountState } from './counted.ts';
import { Judgement } from './decide.ts';

const Counts = z.array(z.number());

/** Columns are `periods`: months, or years where there are too many months. */
export const BoardCoverage = z.object({
  counted: CountState,
  periods: z.array(z.string()),
  articles: Counts,
  undated: z.number(),
  kinds: z.array(z.object({ kind: NodeKind, counts: Counts })),
  places: z.array(z.object({ id: z.string(), name: z.string(), total: z.number(), counts: Counts })),
  /** Cities that are not listed: those with the fewest articles. */
  morePlaces: z.number(),
});
export type BoardCoverage = z.infer<typeof BoardCoverage>;

export const BoardFacts = z.object({
  counted: CountState,
  /** Statements: a fact that two sentences state counts twice. */
  total: z.number(),
  periods: z.array(z.string()),
  rules: z.array(
    z.object({ rule: z.string(), count: z.number(), confidence: z.number().nullable(), doubtful: z.number() }),
  ),
  /** By confidence: 0 to 0.1, to 0.2, … to 1. */
  tenths: Counts,
  relations: z.array(z.object({ type: RelationType, total: z.number(), counts: Counts })),
});
export type BoardFacts = z.infer<typeof BoardFacts>;

/** The keys are names of lists, but for `counted`. */
export const BoardChecks = z.object({
  counted: CountState,
  'unknown-places': z.number(),
  'undated-events': z.number(),
  'undated-articles': z.number(),
  orphans: z.number(),
  'look-alikes': z.number(),
  'judged:dispute': z.number(),
  'judged:hide': z.number(),
  'judged:confirm': z.number(),
  conflicts: z.number(),
});
export type BoardChecks = z.infer<typeof BoardChecks>;
export type Check = Exclude<keyof BoardChecks, 'counted'>;

/** A key of `BoardChecks`, or `rule:R`, `tenth:N`, `type:T:PERIOD`, `kind:K:PERIOD`, `articles:PLACE:PERIOD`; an empty period stands for all. */
export const ListInput = z.object({ list: z.string().min(1).max(500) });

/** A node, two nodes that look alike, or a fact, with the sentence behind it. */
export const BoardItem = z.object({
  key: z.string(),
  nodes: z.array(NodeBrief),
  relation: RelationBrief.nullable(),
  quotes: z.array(Evidence),
  why: z.string().nullable(),
  judgement: Judgement.nullable(),
});
export type BoardItem = z.infer<typeof BoardItem>;

export const BoardList = z.object({ list: z.string(), total: z.number(), items: z.array(BoardItem) });
export type BoardList = z.infer<typeof BoardList>;
