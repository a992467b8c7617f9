/** Adding pages from the browser: what is sent, and what is told while they are read. */
import { z } from 'zod';
import { NodeBrief } from '../api.ts';

/** In bytes; a page of a newspaper is some ten thousand, and `ingest` takes no larger file either. */
export const MAX_PAGE_BYTES = 10_000_000;
/** All pages of one request together, in bytes; a year is better ingested from a folder. */
export const MAX_UPLOAD_BYTES = 20_000_000;
export const MAX_PAGES = 200;
const MAX_NAME = 200;
/** Three bytes are four characters of base64. */
const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4;
/** A body of that many bytes in base64, with room for the names. */
export const MAX_INGEST_BODY = base64Length(MAX_UPLOAD_BYTES) + 1_000_000;

/** A file has a name and its bytes as base64; pasted words have neither, and are named by the day. */
export const IngestPage = z.union([
  z.object({
    name: z.string().min(1).max(MAX_NAME),
    base64: z
      .base64()
      .max(base64Length(MAX_PAGE_BYTES), `expected at most ${MAX_PAGE_BYTES} bytes: split it into one file a page`),
  }),
  z.object({ text: z.string().min(1).max(MAX_PAGE_BYTES) }),
]);
export type IngestPage = z.infer<typeof IngestPage>;

export const IngestInput = z.object({
  pages: z.array(IngestPage).min(1).max(MAX_PAGES),
  /** What the pages do not print: 浙江法制报, and 2019-07-03, 2019-07 or 2019. */
  publication: z.string().trim().max(100).optional(),
  date: z.string().trim().max(10).optional(),
});
export type IngestInput = z.infer<typeof IngestInput>;

/** What a stage doubted, with the words. */
export const Doubt = z.object({ stage: z.string(), reason: z.string(), words: z.string() });
export type Doubt = z.infer<typeof Doubt>;

/** - `reading`: page `at` of `of` is being read; `writing`: whom names mean is worked out, and the graph written */
export const IngestEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('reading'), file: z.string(), at: z.number(), of: z.number() }),
  z.object({
    type: z.literal('read'),
    file: z.string(),
    articles: z.number(),
    entities: z.number(),
    facts: z.number(),
    doubts: z.array(Doubt),
    /** How many there are, also where the list is cut. */
    doubtful: z.number(),
  }),
  z.object({ type: z.literal('known'), file: z.string() }),
  z.object({ type: z.literal('problem'), file: z.string(), reason: z.string(), message: z.string() }),
  z.object({ type: z.literal('writing') }),
  z.object({ type: z.literal('written') }),
  z.object({
    type: z.literal('done'),
    state: z.enum(['finished', 'stopped', 'failed']),
    /** Id of the run's journal (`npm run runs`); null where none was begun. */
    run: z.string().nullable(),
    pages: z.number(),
    known: z.number(),
    failed: z.number(),
    /** Nodes that are new, by kind. */
    created: z.record(z.string(), z.number()),
    relations: z.number(),
    /** Why it failed. */
    message: z.string().nullable(),
  }),
]);
export type IngestEvent = z.infer<typeof IngestEvent>;
export type IngestDone = Extract<IngestEvent, { readonly type: 'done' }>;

export const Job = z.object({ id: z.string(), files: z.array(z.string()), isRunning: z.boolean() });
export type Job = z.infer<typeof Job>;

/** A page that was added from the browser, and how many of its articles the graph has. */
export const AddedPage = z.object({ file: z.string(), name: z.string(), bytes: z.number(), at: z.string() });
export type AddedPage = z.infer<typeof AddedPage>;

export const IngestState = z.object({ job: Job.nullable(), added: z.array(AddedPage) });
export type IngestState = z.infer<typeof IngestState>;

export const RemoveInput = z.object({ file: z.string().min(1) });
export const RemoveAnswer = z.object({ articles: z.number(), nodes: z.number(), relations: z.number() });
export type RemoveAnswer = z.infer<typeof RemoveAnswer>;

/** What the pages of a job made new: articles and events first, and no more than a picture takes. */
export const NewNodes = z.object({ nodes: z.array(NodeBrief), total: z.number() });
export type NewNodes = z.infer<typeof NewNodes>;
