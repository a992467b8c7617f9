/** What a run leaves behind: the shapes of its files (docs/runs.md). They lie beside the store, never in it: a repeated ingest writes nothing there. */
import { z } from 'zod';

/**
 * - `queued`: handed to the extractor
 * - `extracted`: read, and not written, or not yet; in a dry run the last
 * - `written`: in the store
 * - `unchanged`: was in the store as it is, and was not extracted
 * - `failed`: gave nothing, or not all; `reason` says why
 */
const PageState = z.enum(['queued', 'extracted', 'written', 'unchanged', 'failed']);

export const Totals = z.object({
  /** By their last state. */
  pages: z.partialRecord(PageState, z.int()),
  /** Pages that failed, by reason. */
  failed: z.record(z.string(), z.int()),
  /** In pages that were extracted. */
  articles: z.int(),
  facts: z.int(),
});
export type Totals = z.infer<typeof Totals>;

/** One run: `run.json`. */
export const RunRecord = z.object({
  /** `0007`: a number that grows, so that a clock that is set back changes no order. */
  id: z.string(),
  /** `running` where no end was written: whether its process lives is asked of `process`. */
  state: z.enum(['running', 'finished', 'stopped', 'failed']),
  /** Why it failed. */
  error: z.string().nullable(),
  asked: z.object({
    /** Working directory, against which paths are taken. */
    directory: z.string(),
    paths: z.array(z.string()),
    /** Options of the command line as they were given. */
    options: z.record(z.string(), z.union([z.string(), z.boolean()])),
    dryRun: z.boolean(),
    /** Id of the run whose failed pages it takes up. */
    retries: z.string().nullable(),
  }),
  /** Where the graph is, without a password. */
  store: z.string(),
  /** Version of the extractor in the last session. */
  extractor: z.string(),
  /** The process that runs it, with what tells it from a later one of its number. */
  process: z.object({ pid: z.int(), mark: z.string() }),
  /** When it was begun, and gone on with; ISO, UTC. A session that was killed gets its end from the last that it told. */
  sessions: z.array(z.object({ startedAt: z.string(), endedAt: z.string().nullable() })).min(1),
  /** Where it has ended. */
  totals: Totals.nullable(),
  /** What the last session made of the graph. */
  written: z.record(z.string(), z.int()),
  /** Doubts of the last session, by stage and reason. */
  issues: z.array(z.object({ stage: z.string(), reason: z.string(), count: z.int(), first: z.string() })),
});
export type RunRecord = z.infer<typeof RunRecord>;

/** One line of `pages.jsonl`. Of several lines of one page the last holds. */
export const PageLine = z.object({
  /** As on the command line; a line of a `.jsonl` has its number. */
  file: z.string(),
  state: PageState,
  /** Id of its content (`ingest/page-key.ts`); null where it could not be read. */
  page: z.string().nullable(),
  /** Version of what extracted it, now or before. */
  extractor: z.string().nullable(),
  /** Session of the run that told it, from 1: facts are in the file of that number. */
  session: z.int(),
  reason: z.string().optional(),
  message: z.string().optional(),
  articles: z.int().optional(),
  facts: z.int().optional(),
  issues: z.int().optional(),
});
export type PageLine = z.infer<typeof PageLine>;

const Said = z.object({
  rule: z.string(),
  confidence: z.number(),
  /** `<articleId>#<start>-<end>`. */
  evidence: z.string(),
  quote: z.string(),
});

/** One line of `facts-N.jsonl.gz`: what one article states, with each sentence that states it. */
export const FactLine = z.object({
  page: z.string(),
  file: z.string(),
  article: z.string(),
  /** Of the relation. */
  key: z.string(),
  /** What the relation says beside its ends: date, post, stage. */
  details: z.record(z.string(), z.union([z.string(), z.boolean()])),
  said: z.array(Said).min(1),
});
export type FactLine = z.infer<typeof FactLine>;
