/** The contract of saved queries: what is listed, what a run takes and gives. */
import { z } from 'zod';
import { NodeKind } from '../../graph/shapes.ts';
import { NodeBrief, Quote } from '../api.ts';

/** One field of a saved query's form. */
export const QueryParam = z.object({
  name: z.string(),
  label: z.string(),
  labelEn: z.string(),
  type: z.enum(['string', 'int', 'float', 'bool', 'date', 'datetime', 'string[]', 'int[]', 'entity', 'choice']),
  /** For `entity`: which kind is picked, which of its properties the query is given, and whether of all of one name. */
  entity: z.object({ kind: NodeKind, property: z.string(), many: z.boolean() }).nullable(),
  /** For `choice`: the words that may be given. */
  choices: z.array(z.string()).nullable(),
  required: z.boolean(),
  default: z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]).nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
});
export type QueryParam = z.infer<typeof QueryParam>;

export const SavedQuery = z.object({
  id: z.string(),
  title: z.string(),
  titleEn: z.string(),
  purpose: z.string(),
  purposeEn: z.string(),
  group: z.enum(['people', 'programs', 'places', 'events', 'reporting', 'quality']),
  /** The question with a blank `{name}` for each parameter. */
  sentence: z.string().nullable(),
  sentenceEn: z.string().nullable(),
  params: z.array(QueryParam),
  /** Parameters for which the server suggests values. */
  suggest: z.array(z.string()),
  /** How the rows are best seen; the first is shown first. */
  views: z.array(z.enum(['table', 'graph', 'timeline', 'map'])),
  /** Kinds of node for which it is offered: the node fills the first blank for its kind. */
  for: z.array(NodeKind),
  cypher: z.string(),
});
export type SavedQuery = z.infer<typeof SavedQuery>;
export const SavedQueries = z.object({ queries: z.array(SavedQuery) });
export type SavedQueries = z.infer<typeof SavedQueries>;

export const RunInput = z.object({ params: z.record(z.string(), z.unknown()).default({}) });

/** Which parameter, and what the others hold; those that are missing count as not given. */
export const SuggestInput = RunInput.extend({ param: z.string() });
/** The values as they go into the blank; `nodes` describes those that are ids. */
export const Suggestions = z.object({ values: z.array(z.string()), nodes: z.array(NodeBrief) });
export type Suggestions = z.infer<typeof Suggestions>;

/** A value of a row. Ids and evidence references stay strings: `nodes` and `quotes` say what they are. */
export const Cell = z.json();
export type Cell = z.infer<typeof Cell>;
export const QueryResult = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(Cell)),
  truncated: z.boolean(),
  /** Every node whose id stands in a row. */
  nodes: z.array(NodeBrief),
  /** Every passage that a row refers to. */
  quotes: z.array(Quote),
});
export type QueryResult = z.infer<typeof QueryResult>;
