/** Contract of exporting what is shown. */
import { z } from 'zod';
import { NodeKind, Properties, RelationType } from '../../graph/shapes.ts';
import { EXPORT_FORMATS, MAX_SHOWN } from './limits.ts';

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const ExportInput = z.object({
  format: z.enum(EXPORT_FORMATS),
  ids: z.array(z.string()).min(1).max(MAX_SHOWN),
  /** Relations among the nodes that are not shown. */
  without: z.object({ types: z.array(RelationType), keys: z.array(z.string()) }),
  /** What stands at the head of the file, a line each: what it shows, where it is from. */
  head: z.array(z.string().max(4_000)).max(10),
});
export type ExportInput = z.input<typeof ExportInput>;

export const ExportCitation = z.object({
  articleId: z.string(),
  title: z.string(),
  publication: z.string().nullable(),
  issue: z.number().nullable(),
  publishedOn: z.string().nullable(),
  reporters: z.array(z.string()),
  start: z.number(),
  end: z.number(),
  quote: z.string(),
  rule: z.string(),
  confidence: z.number(),
});
export type ExportCitation = z.infer<typeof ExportCitation>;

const Interval = z.object({ from: z.string(), to: z.string().nullable() });

/** The document of the format `json`. */
export const ExportDocument = z.object({
  source: z.string(),
  madeOn: z.string(),
  nodes: z.array(z.object({ id: z.string(), kind: NodeKind, labels: z.array(z.string()), properties: Properties })),
  relations: z.array(
    z.object({
      key: z.string(),
      type: RelationType,
      from: z.string(),
      fromName: z.string(),
      to: z.string(),
      toName: z.string(),
      time: Interval.nullable(),
      properties: Properties,
      citations: z.array(ExportCitation),
    }),
  ),
});
export type ExportDocument = z.infer<typeof ExportDocument>;
export type ExportRelation = ExportDocument['relations'][number];
export type ExportNode = ExportDocument['nodes'][number];
