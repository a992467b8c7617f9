/** The parts of the graph model (`model.ts`) as shapes that check what was read; each has the name of its type. */
import { z } from 'zod';
import * as model from './model.ts';

export const NodeKind = z.enum(model.NODE_KINDS);
export type NodeKind = model.NodeKind;
export const ArticleKind = z.enum(model.ARTICLE_KINDS);
export type ArticleKind = model.ArticleKind;
export const EventType = z.enum(model.EVENT_TYPES);
export type EventType = model.EventType;
export const Precision = z.enum(model.PRECISIONS);
export type Precision = model.Precision;
export const Stage = z.enum(model.STAGES);
export type Stage = model.Stage;
export const BylineRole = z.enum(model.BYLINE_ROLES);
export type BylineRole = model.BylineRole;
export const RelationType = z.enum(model.RELATION_TYPES);
export type RelationType = model.RelationType;

/** Checked by hand, as one answer may hold a thousand of them: trying one shape after another takes many times as long. */
export const Properties = z.custom<model.Properties>(
  model.isProperties,
  'Invalid input: expected a map of texts, numbers, true or false, and lists of texts or of numbers',
);
export type Properties = model.Properties;

export const NodeRecord = z.object({
  id: z.string(),
  kind: NodeKind,
  labels: z.array(z.enum(model.SUB_LABELS)),
  properties: Properties,
}) satisfies z.ZodType<model.NodeRecord>;
export type NodeRecord = model.NodeRecord;

export const RelationRecord = z.object({
  key: z.string(),
  type: RelationType,
  from: z.string(),
  to: z.string(),
  properties: Properties,
}) satisfies z.ZodType<model.RelationRecord>;
export type RelationRecord = model.RelationRecord;
