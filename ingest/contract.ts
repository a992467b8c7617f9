/** The output contract of every extractor (docs/extraction.md): one page, one JSON object. What an extractor returns is checked with it. */
import { z } from 'zod';
import { PLACE_LEVELS } from '../graph/model.ts';
import { ArticleKind, BylineRole, EventType, Precision, Stage } from '../graph/shapes.ts';

/** Half-open UTF-16 offsets into the article's `text`. */
export const Offsets = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);
export type Offsets = z.infer<typeof Offsets>;

const DateField = z.object({ value: z.string(), precision: Precision, basis: z.string() });

export const EntityKind = z.enum(['Person', 'Place', 'Organization', 'Program', 'Event']);
export type EntityKind = z.infer<typeof EntityKind>;

export const Entity = z.object({
  id: z.string(),
  kind: EntityKind,
  name: z.string(),
  aliases: z.array(z.string()),
  mentions: z.array(Offsets),
  /** Place: official names joined by `/`; Organization: the path of its seat, where known. */
  path: z.string().optional(),
  level: z.enum(PLACE_LEVELS).optional(),
  code: z.string().optional(),
  type: EventType.optional(),
  date: DateField.nullable().optional(),
  dateTo: z.string().optional(),
  dateText: z.string().optional(),
});
export type Entity = z.infer<typeof Entity>;

export const FactType = z.enum([
  'HOLDS',
  'CHAIRED',
  'SPOKE_AT',
  'ATTENDED',
  'PRESENTED_AT',
  'ORGANIZED',
  'HELD_IN',
  'ABOUT',
  'LAUNCHED_IN',
  'LEARNED_FROM',
]);
export type FactType = z.infer<typeof FactType>;

export const Fact = z.object({
  type: FactType,
  from: z.string(),
  to: z.string(),
  evidence: Offsets,
  rule: z.string(),
  confidence: z.number().min(0).max(1),
  /** Other sentences of the article that state the same, in text order. */
  also: z.array(z.object({ evidence: Offsets, rule: z.string(), confidence: z.number().min(0).max(1) })).optional(),
  /** HOLDS: the post as the text has it. */
  title: z.string().optional(),
  acting: z.boolean().optional(),
  former: z.boolean().optional(),
  /** LAUNCHED_IN. */
  stage: Stage.optional(),
  date: DateField.nullable().optional(),
  dateText: z.string().optional(),
  /** LEARNED_FROM: id of the program, where the text names it. */
  program: z.string().optional(),
});
export type Fact = z.infer<typeof Fact>;

export const ExtractedArticle = z.object({
  id: z.string(),
  title: z.string().nullable(),
  subtitle: z.string().nullable(),
  kind: ArticleKind,
  jump: z.object({ to: z.int().optional(), from: z.int().optional() }).optional(),
  byline: z.array(z.object({ name: z.string(), role: BylineRole })),
  text: z.string(),
  /** Web address, where the input gives one. */
  url: z.string().optional(),
  entities: z.array(Entity),
  facts: z.array(Fact),
});
export type ExtractedArticle = z.infer<typeof ExtractedArticle>;

export const ExtractedPage = z.object({
  source: z.object({
    file: z.string(),
    sha256: z.string(),
    publication: z.string().nullable(),
    issue: z.int().nullable(),
    date: DateField.nullable(),
    /** Number of the printed page, where it is known. */
    pageNumber: z.int().optional(),
  }),
  /** What made this of the page, and what was given for the run: with it a store knows the page again. Only in lines that are handed on. */
  extractor: z.object({ version: z.string(), settings: z.string() }).optional(),
  articles: z.array(ExtractedArticle),
});
export type ExtractedPage = z.infer<typeof ExtractedPage>;
