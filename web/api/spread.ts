/**
 * The contract of the spread of programs. What each figure means, and its formula, is in docs/spread.md. Days are ISO days; every
 * figure can be traced to `claims`, whose `evidence` are references that `GET /api/spread/quotes` turns into sentences.
 */
import { z } from 'zod';
import { NodeBrief, Quote } from '../api.ts';
import { CountState } from './counted.ts';

export const SpreadLevel = z.enum(['province', 'city', 'county', 'township']);
export type SpreadLevel = z.infer<typeof SpreadLevel>;
export const Grain = z.enum(['year', 'month']);
export type Grain = z.infer<typeof Grain>;

/** How a text ties a place to a program, the strongest first. Only the first two are adoption. */
export const SpreadStage = z.enum(['origin', 'practised', 'planned', 'presented', 'learned']);
export type SpreadStage = z.infer<typeof SpreadStage>;

const Flag = z.union([
  z.boolean(),
  z.enum(['0', '1', 'true', 'false']).transform((word) => word === '1' || word === 'true'),
]);
/** Ids or names, one or several: `?program=a&program=b`. */
const Several = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value));

/** GET /api/spread. `program` is an id, a name or an alias; `within` the path of a province, the one with most claims when left out. */
export const SpreadInput = z.object({
  program: z.string().min(1),
  level: SpreadLevel.default('city'),
  grain: Grain.default('year'),
  implied: Flag.default(false),
  within: z.string().min(1).optional(),
});
export type SpreadInput = z.input<typeof SpreadInput>;

/**
 * When something was so, as a range of days, both included. `basis` is `text` where the text gives the date (`precision`, `words`
 * and `how` say which), `printed` where only the day of printing bounds it: then `from` is null and `to` reads "no later than".
 * Both are null where not even that is known.
 */
export const When = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  precision: z.enum(['day', 'month', 'year']).nullable(),
  basis: z.enum(['text', 'printed', 'unknown']),
  words: z.string().nullable(),
  how: z.string().nullable(),
  /** Earliest day on which a paper reported it. */
  printed: z.string().nullable(),
});
export type When = z.infer<typeof When>;

/** One statement of the texts that ties a place to the program. */
export const Claim = z.object({
  stage: SpreadStage,
  /** Where the text says it was: the place of the row, or one below it, or with `implied` one above it. */
  place: z.string(),
  placeName: z.string(),
  implied: z.boolean(),
  when: When,
  /** Key of a relation: `GET /api/evidence?key=` has its sentences. */
  key: z.string(),
  evidence: z.array(z.string()),
  confidence: z.number().nullable(),
  /** The meeting at which it was presented, the place that was learned from, or the body that presented. */
  via: z.string().nullable(),
  viaName: z.string().nullable(),
});
export type Claim = z.infer<typeof Claim>;

export const PlaceRow = z.object({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  /** Whether it is one of the declared set of places that shares and rates are taken over. */
  declared: z.boolean(),
  /** The strongest stage; null where nothing ties it to the program. */
  stage: SpreadStage.nullable(),
  /** Null while nothing says origin or practised. */
  adopted: When.nullable(),
  /** Index into `periods` of `adopted.to`, null where it is unknown or lies outside them. */
  period: z.number().nullable(),
  /** 1 + the number of declared places that surely came before; null without a date. */
  rank: z.number().nullable(),
  /** Whether another place of the same rank cannot be told apart in time. */
  tied: z.boolean(),
  /** Days behind the first adopter by their last possible days, and the least and most that the ranges allow. */
  lag: z.object({ days: z.number(), least: z.number(), most: z.number() }).nullable(),
  /** Adopted before the first paper was printed: not counted as observed. */
  leftCensored: z.boolean(),
  claims: z.array(Claim),
  /** Articles that name the place or what lies in it, one number a period of `periods`; and in all, undated ones included. */
  coverage: z.array(z.number()),
  articles: z.number(),
});
export type PlaceRow = z.infer<typeof PlaceRow>;

/** One period. `hazard` is netdiffuseR's: new / not yet; `covered…` take only places with at least one article so far. */
export const PeriodRow = z.object({
  period: z.string(),
  /** Ids of declared places whose adoption falls into the period. */
  adopters: z.array(z.string()),
  /** How many of them may have adopted in an earlier period as well. */
  uncertain: z.number(),
  cumulative: z.number(),
  share: z.number(),
  hazard: z.number().nullable(),
  covered: z.number(),
  coveredAtRisk: z.number(),
  coveredHazard: z.number().nullable(),
  /** Kaplan–Meier: places without it, their standard error by Greenwood; null before anything is observed. */
  atRisk: z.number(),
  events: z.number(),
  censored: z.number(),
  survival: z.number(),
  survivalError: z.number().nullable(),
});
export type PeriodRow = z.infer<typeof PeriodRow>;

/** Before and after the place above spoke. `exposure` counts place-periods at risk. */
const VerticalEffect = z.object({
  above: z.string(),
  aboveName: z.string(),
  stage: SpreadStage,
  when: When,
  key: z.string(),
  evidence: z.array(z.string()),
  before: z.object({ adopters: z.array(z.string()), exposure: z.number(), rate: z.number().nullable() }),
  /** Adoptions in the same period, or with ranges that hold the day: neither before nor after. */
  same: z.object({ adopters: z.array(z.string()), exposure: z.number() }),
  after: z.object({ adopters: z.array(z.string()), exposure: z.number(), rate: z.number().nullable() }),
  /** Two-sided exact binomial test that both rates are equal. */
  pValue: z.number().nullable(),
});

const NeighbourEffect = z.object({
  /** Mean share of neighbours that had it in the period before, of adopters when they adopted and of all others at risk. */
  adopters: z.number().nullable(),
  others: z.number().nullable(),
  difference: z.number().nullable(),
  permutations: z.number(),
  seed: z.number(),
  /** (1 + permutations with at least this difference) / (1 + permutations) */
  pValue: z.number().nullable(),
  /** For each adopter: its neighbours, and those of them that had it before. */
  rows: z.array(
    z.object({ place: z.string(), neighbours: z.array(z.string()), before: z.array(z.string()), share: z.number() }),
  ),
  source: z.string(),
});

/** Drawn as an arrow: a text says that `learner` learned from `model`. Ids of rows, and where the text says it. */
const LearnedEdge = z.object({
  learner: z.string(),
  model: z.string(),
  learnerPlace: z.string(),
  modelPlace: z.string(),
  when: When,
  key: z.string(),
  evidence: z.array(z.string()),
  confidence: z.number().nullable(),
});

/** A meeting on the program at which places presented: no arrow, they only met. */
export const Meeting = z.object({
  event: z.string(),
  name: z.string(),
  when: When,
  places: z.array(z.string()),
  evidence: z.array(z.string()),
});
export type Meeting = z.infer<typeof Meeting>;

export const Spread = z.object({
  counted: CountState,
  program: NodeBrief,
  level: SpreadLevel,
  grain: Grain,
  implied: z.boolean(),
  within: z.string(),
  withinName: z.string(),
  /** First and last day of printing in the store. */
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  /** `2019` or `2019-07`, without gaps. */
  periods: z.array(z.string()),
  /** Declared places in the order of their codes, then others that a text names. */
  places: z.array(PlaceRow),
  /** Claims on places above the level (the province): the top lane, outside all counts. */
  above: z.array(PlaceRow),
  totals: z.object({
    declared: z.number(),
    covered: z.number(),
    adopted: z.number(),
    /** Adopters of whose time nothing is known. */
    undated: z.number(),
    /** Sentences only on places too coarse for the level, which no row has. */
    evidence: z.number(),
  }),
  /** Places of rank 1. */
  first: z.array(z.string()),
  curve: z.array(PeriodRow),
  vertical: VerticalEffect.nullable(),
  /** Null where adjacency is not known (outside Zhejiang, townships). */
  neighbours: NeighbourEffect.nullable(),
  learned: z.array(LearnedEdge),
  meetings: z.array(Meeting),
});
export type Spread = z.infer<typeof Spread>;

/** GET /api/spread/matrix: programs × places, most places first; `program` limits it to some. */
export const MatrixInput = z.object({
  program: Several.optional(),
  level: SpreadLevel.default('city'),
  implied: Flag.default(false),
  within: z.string().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});
export type MatrixInput = z.input<typeof MatrixInput>;
export const MatrixCell = z.object({
  place: z.string(),
  stage: SpreadStage,
  sentences: z.number(),
  when: When,
  keys: z.array(z.string()),
});
export type MatrixCell = z.infer<typeof MatrixCell>;
export const Matrix = z.object({
  counted: CountState,
  level: SpreadLevel,
  within: z.string(),
  places: z.array(z.object({ id: z.string(), name: z.string(), declared: z.boolean(), articles: z.number() })),
  programs: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      adopted: z.number(),
      cells: z.array(MatrixCell),
      above: z.array(MatrixCell),
    }),
  ),
  /** Programs beyond `limit`. */
  left: z.number(),
});
export type Matrix = z.infer<typeof Matrix>;

/** GET /api/spread/coverage?place=&period=: the articles behind one number of `coverage`; all periods when left out. */
export const CoverageInput = z.object({
  place: z.string().min(1),
  period: z
    .string()
    .regex(/^\d{4}(?:-\d{2})?$/u)
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type CoverageInput = z.input<typeof CoverageInput>;
export const CoverageAnswer = z.object({ articles: z.array(NodeBrief), total: z.number() });
export type CoverageAnswer = z.infer<typeof CoverageAnswer>;

/** GET /api/spread/quotes?ref=…&ref=…: sentences in the order asked for; references to nothing are left out. */
export const QuotesInput = z.object({ ref: Several.pipe(z.array(z.string()).max(200)) });
export const Quotes = z.object({ quotes: z.array(Quote) });
export type Quotes = z.infer<typeof Quotes>;

/** GET /api/report/program?program=&format=: a file to keep. GET /api/report/panel: CSV, one row a place and period. */
export const ReportInput = SpreadInput.extend({ format: z.enum(['html', 'md']).default('html') });
export type ReportInput = z.input<typeof ReportInput>;
export const PanelInput = SpreadInput.extend({ program: Several.optional() });
export type PanelInput = z.input<typeof PanelInput>;
