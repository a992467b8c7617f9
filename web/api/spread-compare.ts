/** Contract of comparing programs and places, of who leads, and of who carried a program. */
import { z } from 'zod';
import { CountState } from './counted.ts';
import { SpreadLevel, When } from './spread.ts';

/**
 * GET /api/spread/compare. `by=program`: `a`, `b` are programs, the answer lists places. `by=place`: two places, the answer lists programs.
 * `by=period`: `a`, `b` are `2017..2019` or `2019-07`; with `program` the answer lists places, without one programs.
 */
export const CompareInput = z.object({
  by: z.enum(['program', 'place', 'period']),
  a: z.string().min(1),
  b: z.string().min(1),
  program: z.string().min(1).optional(),
  level: SpreadLevel.default('city'),
  within: z.string().min(1).optional(),
});
export type CompareInput = z.input<typeof CompareInput>;

const ComparedSide = z.object({
  when: When,
  lastPrinted: z.string().nullable(),
  keys: z.array(z.string()),
  evidence: z.array(z.string()),
});
export const Compared = z.object({
  id: z.string(),
  name: z.string(),
  a: ComparedSide.nullable(),
  b: ComparedSide.nullable(),
  /** Which came first for sure; `together` where their ranges overlap. Null unless both are dated, and where periods are compared. */
  first: z.enum(['a', 'b', 'together']).nullable(),
  /** The one of which nothing was printed any more when the other began. */
  replaced: z.enum(['a', 'b']).nullable(),
});
export type Compared = z.infer<typeof Compared>;
export const Comparison = z.object({
  counted: CountState,
  of: z.enum(['places', 'programs']),
  shared: z.array(Compared),
  onlyA: z.array(Compared),
  onlyB: z.array(Compared),
});
export type Comparison = z.infer<typeof Comparison>;

/** GET /api/spread/leaders: over all programs. `innovativeness` is 1 for a place that is always first, 0 for one that is always last. */
export const LeadersInput = z.object({
  level: SpreadLevel.default('city'),
  within: z.string().min(1).optional(),
  /** Pairs of one answer at most. */
  take: z.coerce.number().int().min(0).max(10_000).default(50),
  /** Two ids of places with `>` between: their pair is sent in any case. */
  pair: z
    .string()
    .regex(/^[^>]+>[^>]+$/u)
    .transform((text) => text.split('>') as [string, string])
    .optional(),
});
export type LeadersInput = z.input<typeof LeadersInput>;
export const Leaders = z.object({
  counted: CountState,
  level: SpreadLevel,
  within: z.string(),
  leaders: z.array(
    z.object({
      place: z.string(),
      name: z.string(),
      programs: z.number(),
      firsts: z.array(z.string()),
      innovativeness: z.number().nullable(),
      scored: z.number(),
      medianLag: z.number().nullable(),
    }),
  ),
  /** The first of `pairsTotal`. `led`, `followed`, `ties` are ids of programs; the p-value is that of a two-sided sign test. */
  pairs: z.array(
    z.object({
      leader: z.string(),
      leaderName: z.string(),
      follower: z.string(),
      followerName: z.string(),
      led: z.array(z.string()),
      followed: z.array(z.string()),
      ties: z.array(z.string()),
      medianLag: z.number().nullable(),
      pValue: z.number().nullable(),
    }),
  ),
  pairsTotal: z.number(),
});
export type Leaders = z.infer<typeof Leaders>;

/** GET /api/spread/carriers, with the fields of `SpreadInput`: candidates, never causes. */
export const Tenure = z.object({
  place: z.string(),
  title: z.string(),
  body: z.string(),
  bodyName: z.string(),
  from: z.string(),
  to: z.string(),
  key: z.string(),
  evidence: z.array(z.string()),
});
export const Carriers = z.object({
  carriers: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      from: Tenure,
      to: Tenure,
      fromAdopted: When,
      toAdopted: When,
      adoptions: z.array(z.string()),
      /** Days from the first sight in the second post to its place's adoption. */
      gap: z.number(),
    }),
  ),
});
export type Carriers = z.infer<typeof Carriers>;
