/** The contract between server and page: what each address takes and returns. Both sides check by it. */
import { z } from 'zod';
import { SUB_LABELS } from '../graph/model.ts';
import { ArticleKind, NodeKind, Properties, RelationType } from '../graph/shapes.ts';
import { MAX_NEIGHBOURS, MAX_SHOWN } from './api/limits.ts';

/** The one shape of every failure. `code` is for programs, `message` for people. */
export const Problem = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
});
export type Problem = z.infer<typeof Problem>;

export const Health = z.object({
  status: z.literal('ok'),
  engine: z.enum(['embedded', 'neo4j']),
  location: z.string(),
});
export type Health = z.infer<typeof Health>;

/** The short form of a node; the meaning of each field is in `graph/brief.ts`. */
export const NodeBrief = z.object({
  id: z.string(),
  kind: NodeKind,
  labels: z.array(z.enum(SUB_LABELS)),
  name: z.string(),
  note: z.string().nullable(),
  type: z.string().nullable(),
  date: z.string().nullable(),
  dateTo: z.string().nullable(),
  datePrecision: z.string().nullable(),
  dateText: z.string().nullable(),
  issue: z.number().nullable(),
  degree: z.number(),
});
export type NodeBrief = z.infer<typeof NodeBrief>;

/** The short form of a relation; `evidence` is the number of sentences that state it. */
export const RelationBrief = z.object({
  key: z.string(),
  type: RelationType,
  from: z.string(),
  to: z.string(),
  evidence: z.number(),
  properties: Properties,
});
export type RelationBrief = z.infer<typeof RelationBrief>;

const Counts = z.record(z.string(), z.number());

export const Overview = z.object({
  kinds: Counts,
  labels: Counts,
  relations: Counts,
  files: z.number(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  latest: z.array(NodeBrief),
  starts: z.array(z.object({ node: NodeBrief, about: z.enum(['events', 'places', 'programs']), count: z.number() })),
});
export type Overview = z.infer<typeof Overview>;

export const Articles = z.object({ articles: z.array(NodeBrief) });
export type Articles = z.infer<typeof Articles>;

/** Half-open, UTF-16. */
const Span = z.tuple([z.number(), z.number()]);

export const SearchMatch = z.object({
  by: z.enum(['name', 'alias', 'initials', 'pinyin', 'other']),
  form: z.string(),
  spans: z.array(Span),
  nameSpan: Span.nullable(),
});
export type SearchMatch = z.infer<typeof SearchMatch>;

export const SearchAnswer = z.object({
  counts: Counts,
  hits: z.array(z.object({ node: NodeBrief, match: SearchMatch })),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
export type SearchHit = SearchAnswer['hits'][number];

export const Source = z.object({
  id: z.string(),
  title: z.string(),
  publication: z.string().nullable(),
  issue: z.number().nullable(),
  date: z.string().nullable(),
  datePrecision: z.string().nullable(),
  byline: z.array(z.object({ id: z.string(), name: z.string(), role: z.string().nullable() })),
});
export type Source = z.infer<typeof Source>;

export const Quote = z.object({
  ref: z.string(),
  start: z.number(),
  end: z.number(),
  before: z.string(),
  quote: z.string(),
  after: z.string(),
  cutBefore: z.boolean(),
  cutAfter: z.boolean(),
  source: Source,
});
export type Quote = z.infer<typeof Quote>;

export const Direction = z.enum(['out', 'in']);
export type Direction = z.infer<typeof Direction>;

export const Branch = z.object({ relation: RelationType, direction: Direction, kind: NodeKind });
export type Branch = z.infer<typeof Branch>;
export const BranchCount = Branch.extend({ total: z.number() });
export type BranchCount = z.infer<typeof BranchCount>;

export const Fact = z.object({ relation: RelationBrief, other: NodeBrief, quote: Quote.nullable() });
export type Fact = z.infer<typeof Fact>;
export const FactGroup = z.object({
  relation: RelationType,
  direction: Direction,
  total: z.number(),
  facts: z.array(Fact),
});
export type FactGroup = z.infer<typeof FactGroup>;

export const NodeAnswer = z.object({
  node: NodeBrief,
  properties: Properties,
  branches: z.array(BranchCount),
  groups: z.array(FactGroup),
});
export type NodeAnswer = z.infer<typeof NodeAnswer>;

export const Branches = z.object({ branches: z.array(BranchCount) });
export type Branches = z.infer<typeof Branches>;

export const NeighboursInput = z.object({
  id: z.string().min(1),
  take: z.array(Branch).min(1),
  limit: z.number().int().min(1).max(MAX_NEIGHBOURS).default(25),
  order: z.enum(['date', 'degree']).default('date'),
  /** Ids of the nodes already shown. */
  shown: z.array(z.string()).max(MAX_SHOWN).default([]),
  /** Take only these of the new nodes. */
  only: z.array(z.string()).max(MAX_NEIGHBOURS).optional(),
});
export type NeighboursInput = z.input<typeof NeighboursInput>;

/** The same, node by node from the `offset`th on, to pick from. */
export const NeighbourListInput = NeighboursInput.extend({ offset: z.number().int().min(0).default(0) });
export type NeighbourListInput = z.input<typeof NeighbourListInput>;
export const NeighbourList = z.object({ nodes: z.array(NodeBrief), total: z.number() });
export type NeighbourList = z.infer<typeof NeighbourList>;

export const Preview = z.object({ adds: z.number(), left: z.number() });
export type Preview = z.infer<typeof Preview>;
export const Neighbours = z.object({ nodes: z.array(NodeBrief), relations: z.array(RelationBrief), left: z.number() });
export type Neighbours = z.infer<typeof Neighbours>;

export const SubgraphInput = z.object({ ids: z.array(z.string()).max(MAX_SHOWN) });
export const Subgraph = z.object({ nodes: z.array(NodeBrief), relations: z.array(RelationBrief) });
export type Subgraph = z.infer<typeof Subgraph>;

export const Evidence = Quote.extend({ rule: z.string().nullable(), confidence: z.number().nullable() });
export type Evidence = z.infer<typeof Evidence>;
export const EvidenceAnswer = z.object({
  relation: RelationBrief,
  from: NodeBrief,
  to: NodeBrief,
  sentences: z.array(Evidence),
});
export type EvidenceAnswer = z.infer<typeof EvidenceAnswer>;

export const ArticleFact = z.object({
  relation: RelationBrief,
  start: z.number(),
  end: z.number(),
  rule: z.string().nullable(),
  confidence: z.number().nullable(),
});
export type ArticleFact = z.infer<typeof ArticleFact>;
export const ArticleAnswer = z.object({
  source: Source,
  subtitle: z.string().nullable(),
  kind: ArticleKind.nullable(),
  file: z.string().nullable(),
  dateBasis: z.string().nullable(),
  text: z.string(),
  facts: z.array(ArticleFact),
  mentions: z.array(z.object({ id: z.string(), start: z.number(), end: z.number() })),
  nodes: z.array(NodeBrief),
  siblings: z.array(NodeBrief),
});
export type ArticleAnswer = z.infer<typeof ArticleAnswer>;
