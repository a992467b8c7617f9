/**
 * The graph model: node kinds, relation types and their properties. It imports no engine, so the
 * page may use it too, and no zod, so that the page may do so at once: `shapes.ts` has the shapes. Property names are the ones stored, queried and exported.
 */

/** The six kinds of node. An id starts with its kind's prefix (`ID_PREFIX`), so a kind can be read off an id. */
export const NODE_KINDS = ['Article', 'Person', 'Place', 'Organization', 'Program', 'Event'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

export const ID_PREFIX: Readonly<Record<NodeKind, string>> = {
  Article: 'article/',
  Person: 'person/',
  Place: 'place/',
  Organization: 'org/',
  Program: 'program/',
  Event: 'event/',
};

/** The kind an id belongs to, or null for a string that is not an id of this graph. */
export function kindOfId(id: string): NodeKind | null {
  return NODE_KINDS.find((kind) => id.startsWith(ID_PREFIX[kind])) ?? null;
}

/**
 * Every node carries the label `Entity` beside its kind: one unique key and one search index serve all kinds.
 * The further labels say what the text shows a node to be.
 */
export const ENTITY_LABEL = 'Entity';
export const PLACE_LEVELS = ['country', 'province', 'city', 'county', 'township', 'village'] as const;
export type PlaceLevel = (typeof PLACE_LEVELS)[number];
export const SUB_LABELS = ['Official', 'Reporter', 'Province', 'City', 'County', 'Township', 'Village'] as const;
export type SubLabel = (typeof SUB_LABELS)[number];

export const ARTICLE_KINDS = ['news', 'interview', 'feature', 'caption', 'notice', 'note', 'continuation'] as const;
export type ArticleKind = (typeof ARTICLE_KINDS)[number];
export const EVENT_TYPES = [
  'meeting',
  'inspection',
  'interview',
  'training',
  'lecture',
  'operation',
  'incident',
  'ceremony',
  'other',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];
export const PRECISIONS = ['day', 'month', 'year'] as const;
export type Precision = (typeof PRECISIONS)[number];
export const STAGES = ['origin', 'practised', 'planned'] as const;
export type Stage = (typeof STAGES)[number];
export const BYLINE_ROLES = ['reporter', 'correspondent', 'photographer'] as const;
export type BylineRole = (typeof BYLINE_ROLES)[number];

/** Relation types, with the kinds they join. */
export const RELATIONS = {
  CHAIRED: { from: ['Person'], to: ['Event'] },
  SPOKE_AT: { from: ['Person'], to: ['Event'] },
  ATTENDED: { from: ['Person'], to: ['Event'] },
  PRESENTED_AT: { from: ['Place', 'Organization'], to: ['Event'] },
  ORGANIZED: { from: ['Organization'], to: ['Event'] },
  HELD_IN: { from: ['Event'], to: ['Place'] },
  ABOUT: { from: ['Event'], to: ['Program'] },
  LAUNCHED_IN: { from: ['Program'], to: ['Place'] },
  LEARNED_FROM: { from: ['Place'], to: ['Place'] },
  HOLDS: { from: ['Person'], to: ['Organization', 'Place'] },
  PART_OF: { from: ['Place', 'Organization'], to: ['Place', 'Organization'] },
  LOCATED_IN: { from: ['Organization'], to: ['Place'] },
  REPORTED_BY: { from: ['Article'], to: ['Person'] },
  REPORTED_IN: { from: ['Event'], to: ['Article'] },
  MENTIONS: { from: ['Article'], to: ['Person', 'Place', 'Organization', 'Program', 'Event'] },
  CONTINUES: { from: ['Article'], to: ['Article'] },
} as const satisfies Record<string, { from: readonly NodeKind[]; to: readonly NodeKind[] }>;
export type RelationType = keyof typeof RELATIONS;
export const RELATION_TYPES = Object.keys(RELATIONS) as [RelationType, ...RelationType[]];

/** What a property may hold: the types that both engines keep unchanged. Absent means unknown; null is never stored. */
export type PropertyValue = string | number | boolean | string[] | number[];
export type Properties = Record<string, PropertyValue>;

export function isProperties(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isPropertyValue)
  );
}

function isPropertyValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isText) || value.every(Number.isFinite);
  return isText(value) || typeof value === 'boolean' || Number.isFinite(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

/**
 * A node as it is written. Properties by kind (all optional unless starred; dates are ISO strings cut to their precision):
 * - all: `id`* `name`* `aliases` `pinyin` `initials` `search`* (lower case, one name form a line: what the search box looks in)
 * - Article: `title` `subtitle` `kind` `publication` `issue` `publishedOn` `publishedPrecision` `publishedBasis` `file` `sha256` `text` `page` (order in its file) `pageNumber` (of the printed page) `jumpTo` `jumpFrom` `url`
 * - Place: `path` `level` `code`; Event: `type` `dateFrom` `dateTo` `datePrecision` `dateBasis` `dateText`
 */
export interface NodeRecord {
  id: string;
  kind: NodeKind;
  labels: SubLabel[];
  properties: Properties;
}

/**
 * A relation as it is written. `key` identifies it: `TYPE|from|to` and, where one pair can have several
 * (posts, stages, roles, programs learned), `|qualifier`. Relations that state something carry three parallel lists, sorted and
 * without repeats: `evidence` (`<articleId>#<start>-<end>`, UTF-16 offsets into the article's `text`), `rules` (what found it) and
 * `confidences`; `confidence` is the combination of the latter; LAUNCHED_IN also `dates`, what each sentence dates it (empty where it does not). Further: HOLDS `title` `acting` `former` `observedFrom` `observedTo`;
 * LAUNCHED_IN `stage` `dateFrom` `dateTo` `datePrecision` `dateBasis` `dateText`; LEARNED_FROM `program`; REPORTED_BY `role`; MENTIONS `spans` (`start-end`).
 * MENTIONS and REPORTED_BY also have `forms` (what the article contributes to the end, `support.ts`) and, where whom the name means was
 * worked out, `reasons`.
 */
export interface RelationRecord {
  key: string;
  type: RelationType;
  from: string;
  to: string;
  properties: Properties;
}

/** A part of the graph: what ingest writes, what a dump lists, what an expansion returns. */
export interface GraphPart {
  readonly nodes: readonly NodeRecord[];
  readonly relations: readonly RelationRecord[];
}

/** The key of a relation. `qualifier` tells apart several relations of one type between one pair. */
export function relationKey(type: RelationType, from: string, to: string, qualifier?: string): string {
  return qualifier === undefined ? `${type}|${from}|${to}` : `${type}|${from}|${to}|${qualifier}`;
}

/** Reads what `relationKey` writes; null for anything else. No id contains a `|`. */
export function parseRelationKey(
  key: string,
): { readonly type: RelationType; readonly from: string; readonly to: string; readonly qualifier?: string } | null {
  const [type, from, to, ...rest] = key.split('|');
  const known = RELATION_TYPES.find((one) => one === type);
  if (!known || !from || !to) return null;
  return { type: known, from, to, ...(rest.length > 0 && { qualifier: rest.join('|') }) };
}

/** A reference to quoted words: UTF-16 offsets into the text of one article. */
export interface EvidenceRef {
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
}

/** `<articleId>#<start>-<end>`. */
export function formatEvidence({ articleId, start, end }: EvidenceRef): string {
  return `${articleId}#${start}-${end}`;
}

/** Reads what `formatEvidence` writes; null for anything else. */
export function parseEvidence(text: string): EvidenceRef | null {
  const match = /^(article\/[^#]+)#(\d+)-(\d+)$/u.exec(text);
  if (!match) return null;
  return { articleId: match[1] as string, start: Number(match[2]), end: Number(match[3]) };
}
