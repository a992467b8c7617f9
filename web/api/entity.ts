/** The contract of the pages about one person, place, organization or event. What each field means stands in `graph/entity-pages/`. */
import { z } from 'zod';
import { SUB_LABELS } from '../../graph/model.ts';
import { NodeKind, RelationType } from '../../graph/shapes.ts';
import { Direction, Fact, NodeBrief, Quote, Source } from '../api.ts';

export const NamedNode = z.object({
  id: z.string(),
  kind: NodeKind,
  labels: z.array(z.enum(SUB_LABELS)),
  name: z.string(),
});
export type NamedNode = z.infer<typeof NamedNode>;

export const Tenure = z.object({
  key: z.string(),
  person: NamedNode,
  body: NamedNode,
  title: z.string(),
  acting: z.boolean(),
  former: z.boolean(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  sightings: z.array(z.object({ day: z.string(), articles: z.array(z.string()) })),
  evidence: z.number(),
});
export type Tenure = z.infer<typeof Tenure>;
export const Tenures = z.object({ total: z.number(), listed: z.array(Tenure) });

export const EntityHead = z.object({
  node: NodeBrief,
  aliases: z.array(z.string()),
  pinyin: z.string().nullable(),
  path: z.string().nullable(),
  code: z.string().nullable(),
  dateBasis: z.string().nullable(),
  events: z.number(),
  counts: z.array(z.object({ relation: RelationType, count: z.number() })),
  namesakes: z.array(NodeBrief),
  toldApartBy: z.string().nullable(),
  posts: z.array(Tenure),
  postsTotal: z.number(),
  others: Tenures,
});
export type EntityHead = z.infer<typeof EntityHead>;
export const SharedName = z.object({ name: z.string(), people: z.array(NodeBrief) });
export type SharedName = z.infer<typeof SharedName>;
/** The head of a page, or the people who bear the name asked for. */
export const EntityAnswer = z.union([EntityHead, SharedName]);
export type EntityAnswer = z.infer<typeof EntityAnswer>;

/** Rows of one answer at most. */
const MOST_ROWS = 200;
const page = {
  skip: z.coerce.number().int().min(0).default(0),
  take: z.coerce.number().int().min(1).max(MOST_ROWS).default(20),
};
const Year = z.coerce.number().int().min(1).max(9999);

/** Which events of an entity: a role, a companion, a place (with all in it), a program, first and last year. */
export const ChosenInput = z.object({
  id: z.string().min(1),
  role: RelationType.optional(),
  with: z.string().optional(),
  where: z.string().optional(),
  about: z.string().optional(),
  from: Year.optional(),
  to: Year.optional(),
});
export type ChosenInput = z.input<typeof ChosenInput>;
export const EventsInput = ChosenInput.extend(page);
export type EventsInput = z.input<typeof EventsInput>;

export const EventPart = z.object({
  role: RelationType,
  key: z.string(),
  evidence: z.number(),
  quote: Quote.nullable(),
});
export type EventPart = z.infer<typeof EventPart>;
export const EventRow = z.object({
  node: NodeBrief,
  dateBasis: z.string().nullable(),
  parts: z.array(EventPart),
  places: z.array(NamedNode),
  programs: z.array(NamedNode),
  people: z.array(NamedNode.extend({ roles: z.array(RelationType) })),
  company: z.number(),
  articles: z.array(z.object({ id: z.string(), title: z.string(), date: z.string().nullable() })),
});
export type EventRow = z.infer<typeof EventRow>;
export const ChoiceList = z.object({
  total: z.number(),
  listed: z.array(z.object({ node: NamedNode, events: z.number(), latest: NamedNode.nullable() })),
});
export type ChoiceList = z.infer<typeof ChoiceList>;
export const EventsAnswer = z.object({
  total: z.number(),
  fitting: z.number(),
  looked: z.number().nullable(),
  roles: z.array(z.object({ role: RelationType, events: z.number() })),
  years: z.array(z.object({ year: z.number().nullable(), events: z.number() })),
  with: ChoiceList,
  where: ChoiceList,
  about: ChoiceList,
  events: z.array(EventRow),
});
export type EventsAnswer = z.infer<typeof EventsAnswer>;

/** GET /api/entity/posts: of a person, or in a body or place, those seen latest. */
export const PostsInput = z.object({ id: z.string().min(1), take: z.coerce.number().int().min(1).max(3_000) });
export type PostsInput = z.input<typeof PostsInput>;
export type PostsAnswer = z.infer<typeof Tenures>;

export const UncountedInput = z.object({ id: z.string().min(1), take: page.take });
export type UncountedInput = z.input<typeof UncountedInput>;
/** Events in articles that name a person, without a part that a sentence gives the person. */
export const UncountedAnswer = z.object({
  total: z.number(),
  looked: z.number(),
  articles: z.number(),
  events: z.array(z.object({ event: NamedNode, date: z.string().nullable(), quote: Quote.nullable() })),
});
export type UncountedAnswer = z.infer<typeof UncountedAnswer>;

export const FactsInput = z.object({ id: z.string().min(1), relation: RelationType, direction: Direction, ...page });
export type FactsInput = z.input<typeof FactsInput>;
export const FactsAnswer = z.object({ total: z.number(), facts: z.array(Fact) });
export type FactsAnswer = z.infer<typeof FactsAnswer>;

const Written = z.object({ node: NamedNode, articles: z.number() });
export type Written = z.infer<typeof Written>;
const Beat = Written.extend({ years: z.array(z.object({ year: z.number().nullable(), articles: z.number() })) });
export type Beat = z.infer<typeof Beat>;
export const ReportingAnswer = z.object({
  reporters: z.array(Written),
  coauthors: z.array(Written),
  programs: z.array(Beat),
  places: z.array(Beat),
});
export type ReportingAnswer = z.infer<typeof ReportingAnswer>;

/** GET /api/entity/reporting/articles: those behind one of its numbers; `subjects` are its programs and places. */
export const ReportingArticlesInput = z.object({
  id: z.string().min(1),
  list: z.enum(['reporters', 'coauthors', 'subjects']),
  other: z.string().min(1),
});
export type ReportingArticlesInput = z.infer<typeof ReportingArticlesInput>;
export const ReportingArticlesAnswer = z.object({ articles: z.array(NodeBrief) });
export type ReportingArticlesAnswer = z.infer<typeof ReportingArticlesAnswer>;

export const NamesAnswer = z.object({
  forms: z.array(
    z.object({
      form: z.string(),
      articles: z.number(),
      mentions: z.number(),
      named: z.array(z.object({ source: Source.omit({ byline: true }), start: z.number(), end: z.number() })),
    }),
  ),
  total: z.number(),
  looked: z.number(),
});
export type NamesAnswer = z.infer<typeof NamesAnswer>;
