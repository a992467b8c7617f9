/** The papers' own words: a reference becomes a quote with what stands around it, and with its source. */
import { z } from 'zod';
import { groupBy } from './group-by.ts';
import { type EvidenceRef, formatEvidence } from './model.ts';
import { Properties } from './shapes.ts';
import type { GraphStore } from './store.ts';

/** Characters of the paragraph shown on each side of a quote; the article view has the rest. */
const CONTEXT = 80;

/** Where a quote stands: enough to cite it. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publication: string | null;
  readonly issue: number | null;
  readonly date: string | null;
  readonly datePrecision: string | null;
  readonly byline: readonly { readonly id: string; readonly name: string; readonly role: string | null }[];
}

/** One sentence that states something: `before + quote + after` is a piece of the article's text. */
export interface Quote {
  /** `<articleId>#<start>-<end>` */
  readonly ref: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  /** Whether the paragraph goes on beyond `before` and `after`. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  readonly source: Source;
}

const text = z.string().nullable();
const ArticleRow = z.object({ id: z.string(), properties: Properties });
const BylineRow = z.object({ article: z.string(), id: z.string(), name: text, role: text });

/** An article with what is needed to quote and cite it. */
export interface StoredArticle {
  readonly source: Source;
  readonly properties: Properties;
  readonly text: string;
}

/** The passages that references point at, with the words around them. References to nothing are left out. */
export async function quotesOf(store: GraphStore, refs: readonly EvidenceRef[]): Promise<readonly Quote[]> {
  const articles = await articlesOf(store, [...new Set(refs.map(({ articleId }) => articleId))]);
  return refs.flatMap((ref) => {
    const article = articles.get(ref.articleId);
    return article && ref.end <= article.text.length ? [quoteOf(article, ref)] : [];
  });
}

/** The words a reference points at, and what stands around them in their paragraph. */
export function passage(
  text: string,
  start: number,
  end: number,
): Pick<Quote, 'before' | 'quote' | 'after' | 'cutBefore' | 'cutAfter'> {
  const paragraphStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const paragraphEnd = lineEnd < 0 ? text.length : lineEnd;
  const from = wholeCharacter(text, Math.max(paragraphStart, start - CONTEXT));
  const to = wholeCharacter(text, Math.min(paragraphEnd, end + CONTEXT));
  return {
    before: text.slice(from, start),
    quote: text.slice(start, end),
    after: text.slice(end, to),
    cutBefore: from > paragraphStart,
    cutAfter: to < paragraphEnd,
  };
}

/** The articles of these ids, by id; ids that no article has are left out. */
export async function articlesOf(
  store: GraphStore,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredArticle>> {
  if (ids.length === 0) return new Map();
  const [rows, bylines] = await Promise.all([
    store.read({
      cypher:
        'MATCH (n:Entity) WHERE n.id IN $ids AND n.text IS NOT NULL RETURN n.id AS id, properties(n) AS properties ORDER BY id',
      params: { ids },
      row: ArticleRow,
    }),
    store.read({
      cypher: `MATCH (n:Entity)-[r:REPORTED_BY]->(p:Entity) WHERE n.id IN $ids
RETURN n.id AS article, p.id AS id, p.name AS name, r.role AS role, r.key AS key ORDER BY article, key`,
      params: { ids },
      row: BylineRow,
    }),
  ]);
  const byArticle = groupBy(bylines, ({ article }) => article);
  return new Map(rows.map(({ id, properties }) => [id, storedArticle(id, properties, byArticle.get(id) ?? [])]));
}

function storedArticle(
  id: string,
  properties: Properties,
  bylines: readonly z.infer<typeof BylineRow>[],
): StoredArticle {
  const source: Source = {
    id,
    title: optional(properties.title) ?? optional(properties.name) ?? id,
    publication: optional(properties.publication),
    issue: typeof properties.issue === 'number' ? properties.issue : null,
    date: optional(properties.publishedOn),
    datePrecision: optional(properties.publishedPrecision),
    byline: bylines.map(({ id: person, name, role }) => ({ id: person, name: name ?? person, role })),
  };
  return { source, properties, text: optional(properties.text) ?? '' };
}

function quoteOf({ source, text }: StoredArticle, ref: EvidenceRef): Quote {
  return { ref: formatEvidence(ref), start: ref.start, end: ref.end, ...passage(text, ref.start, ref.end), source };
}

/** A cut must not fall between the two halves of a character outside the basic plane. */
function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/u.test(text.charAt(at)) && at > 0 ? at - 1 : at;
}

/** A property that is a text and not empty, else null. */
export function optional(value: Properties[string] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
