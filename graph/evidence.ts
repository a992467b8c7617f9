/** From a relation to the sentences that state it, and from an article to everything that its sentences state. */
import { z } from 'zod';
import {
  briefsOf,
  groupBy,
  type NodeBrief,
  RELATION_COLUMNS,
  type RelationBrief,
  RelationRow,
  relationBrief,
  stringList,
} from './brief.ts';
import { ZhituError } from './errors.ts';
import { type EvidenceRef, formatEvidence, ID_PREFIX, kindOfId, Properties, parseEvidence } from './model.ts';
import type { GraphStore } from './store.ts';
import { compare } from './traverse.ts';

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

export interface Evidence extends Quote {
  readonly rule: string | null;
  /** 0 to 1. */
  readonly confidence: number | null;
}

export interface RelationEvidence {
  readonly relation: RelationBrief;
  readonly from: NodeBrief;
  readonly to: NodeBrief;
  readonly sentences: readonly Evidence[];
}

/** One thing that an article states, once for each passage that states it. */
export interface ArticleFact {
  readonly relation: RelationBrief;
  readonly start: number;
  readonly end: number;
  readonly rule: string | null;
  readonly confidence: number | null;
}

export interface ArticleFacts {
  readonly source: Source;
  readonly subtitle: string | null;
  readonly kind: string | null;
  readonly file: string | null;
  /** How the day of publication is known: `printed`, `masthead`, `issue-number` … */
  readonly dateBasis: string | null;
  readonly text: string;
  /** In the order of the text. */
  readonly facts: readonly ArticleFact[];
  /** Where entities are named; sorted and without overlaps is not promised. */
  readonly mentions: readonly { readonly id: string; readonly start: number; readonly end: number }[];
  /** Every node that facts and mentions speak of. */
  readonly nodes: readonly NodeBrief[];
  /** The other articles of the same file, in their order. */
  readonly siblings: readonly NodeBrief[];
}

const text = z.string().nullable();
const ArticleRow = z.object({ id: z.string(), properties: Properties });
const BylineRow = z.object({ article: z.string(), id: z.string(), name: text, role: text });

interface StoredArticle {
  readonly source: Source;
  readonly properties: Properties;
  readonly text: string;
}

/**
 * Every sentence that states a relation, oldest paper first.
 * @throws ZhituError `not-found` where no relation has that key
 */
export async function relationEvidence(store: GraphStore, key: string): Promise<RelationEvidence> {
  const ends = endsOfKey(key);
  const rows = ends
    ? await store.read({
        cypher: `MATCH (a:Entity {id: $from})-[r]->(b:Entity {id: $to}) WHERE r.key = $key RETURN ${RELATION_COLUMNS}`,
        params: { ...ends, key },
        row: RelationRow,
      })
    : [];
  const row = rows[0];
  if (!row) {
    throw new ZhituError(
      'not-found',
      `no relation has the key ${JSON.stringify(key)}: take keys from a node or a subgraph`,
      { key },
    );
  }
  const stated = statements(row);
  const [quotes, ends2] = await Promise.all([
    quotesOf(
      store,
      stated.map(({ ref }) => ref),
    ),
    briefsOf(store, [row.from, row.to]),
  ]);
  const byRef = new Map(quotes.map((quote) => [quote.ref, quote]));
  const sentences = stated.flatMap(({ ref, rule, confidence }) => {
    const quote = byRef.get(formatEvidence(ref));
    return quote ? [{ ...quote, rule, confidence }] : [];
  });
  return {
    relation: relationBrief(row),
    from: ends2[0] as NodeBrief,
    to: (ends2[1] ?? ends2[0]) as NodeBrief,
    sentences: sentences.sort(bySource),
  };
}

/** The passages that references point at, with the words around them. References to nothing are left out. */
export async function quotesOf(store: GraphStore, refs: readonly EvidenceRef[]): Promise<readonly Quote[]> {
  const articles = await articlesOf(store, [...new Set(refs.map(({ articleId }) => articleId))]);
  return refs.flatMap((ref) => {
    const article = articles.get(ref.articleId);
    return article && ref.end <= article.text.length ? [quoteOf(article, ref)] : [];
  });
}

/**
 * An article with all that its sentences state.
 * @throws ZhituError `not-found` where no article has that id
 */
export async function articleFacts(store: GraphStore, id: string): Promise<ArticleFacts> {
  const article = (await articlesOf(store, [id])).get(id);
  if (!article)
    throw new ZhituError(
      'not-found',
      `no article has the id ${JSON.stringify(id)}: ids begin with "${ID_PREFIX.Article}"`,
      { id },
    );
  const { properties } = article;
  const [stated, mentions, siblingIds] = await Promise.all([
    factsIn(store, id),
    mentionsIn(store, id),
    siblingsOf(store, optional(properties.file)),
  ]);
  const ids = new Set([
    ...stated.flatMap(({ relation }) => [relation.from, relation.to]),
    ...mentions.map((mention) => mention.id),
  ]);
  const [nodes, siblings] = await Promise.all([briefsOf(store, [...ids].sort(compare)), briefsOf(store, siblingIds)]);
  return {
    source: article.source,
    subtitle: optional(properties.subtitle),
    kind: optional(properties.kind),
    file: optional(properties.file),
    dateBasis: optional(properties.publishedBasis),
    text: article.text,
    facts: stated,
    mentions,
    nodes,
    siblings,
  };
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

/** The nodes that a relation's key joins, or null for a string that is not a key. Ids may hold `|`, so the second end is found by its prefix. */
export function endsOfKey(key: string): { readonly from: string; readonly to: string } | null {
  const parts = key.split('|');
  const second = parts.findIndex((part, index) => index >= 2 && kindOfId(part) !== null);
  if (second < 0 || kindOfId(parts[1] as string) === null) return null;
  return { from: parts.slice(1, second).join('|'), to: parts[second] as string };
}

async function articlesOf(store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, StoredArticle>> {
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

/** Relations of the article itself, and those of the nodes it names that have a sentence in it. */
async function factsIn(store: GraphStore, id: string): Promise<readonly ArticleFact[]> {
  const prefix = `${id}#`;
  const found = await Promise.all(
    [
      '(a:Entity {id: $id})-[r]->(b:Entity)',
      '(a:Entity)-[r]->(b:Entity {id: $id})',
      '(n:Entity {id: $id})-[:MENTIONS]->(a:Entity)-[r]->(b:Entity)',
      '(n:Entity {id: $id})<-[:REPORTED_IN]-(a:Entity)-[r]->(b:Entity)',
    ].map((pattern) =>
      store.read({
        cypher: `MATCH ${pattern} WHERE any(e IN coalesce(r.evidence, []) WHERE e STARTS WITH $prefix)
RETURN DISTINCT ${RELATION_COLUMNS}, r.key AS key ORDER BY key`,
        params: { id, prefix },
        row: RelationRow,
      }),
    ),
  );
  const rows = new Map(found.flat().map((row) => [String(row.properties.key), row]));
  return [...rows.values()]
    .flatMap((row) =>
      statements(row)
        .filter(({ ref }) => ref.articleId === id)
        .map(({ ref, rule, confidence }) => ({
          relation: relationBrief(row),
          start: ref.start,
          end: ref.end,
          rule,
          confidence,
        })),
    )
    .sort(
      (one, other) => one.start - other.start || one.end - other.end || compare(one.relation.key, other.relation.key),
    );
}

async function mentionsIn(store: GraphStore, id: string): Promise<ArticleFacts['mentions']> {
  const rows = await store.read({
    cypher: 'MATCH (n:Entity {id: $id})-[r:MENTIONS]->(m:Entity) RETURN m.id AS id, r.spans AS spans ORDER BY id',
    params: { id },
    row: z.object({ id: z.string(), spans: z.array(z.string()).nullable() }),
  });
  return rows
    .flatMap((row) => (row.spans ?? []).map((span) => ({ id: row.id, ...parseSpan(span) })))
    .filter(({ start, end }) => end > start)
    .sort((one, other) => one.start - other.start || other.end - one.end);
}

async function siblingsOf(store: GraphStore, file: string | null): Promise<readonly string[]> {
  if (file === null) return [];
  const rows = await store.read({
    cypher: 'MATCH (n:Article) WHERE n.file = $file RETURN n.id AS id, coalesce(n.page, 0) AS place ORDER BY place, id',
    params: { file },
    row: z.object({ id: z.string() }),
  });
  return rows.map(({ id }) => id);
}

/** What states a relation: its evidence with rule and confidence, or for MENTIONS the places of the name. */
function statements({
  type,
  from,
  properties,
}: RelationRow): readonly { ref: EvidenceRef; rule: string | null; confidence: number | null }[] {
  if (type === 'MENTIONS') {
    return stringList(properties.spans).map((span) => ({
      ref: { articleId: from, ...parseSpan(span) },
      rule: null,
      confidence: null,
    }));
  }
  const rules = stringList(properties.rules);
  const confidences = Array.isArray(properties.confidences) ? properties.confidences.map(Number) : [];
  return stringList(properties.evidence).flatMap((item, index) => {
    const ref = parseEvidence(item);
    return ref ? [{ ref, rule: rules[index] ?? null, confidence: confidences[index] ?? null }] : [];
  });
}

function quoteOf({ source, text }: StoredArticle, ref: EvidenceRef): Quote {
  return { ref: formatEvidence(ref), start: ref.start, end: ref.end, ...passage(text, ref.start, ref.end), source };
}

function parseSpan(span: string): { start: number; end: number } {
  const [start = 0, end = 0] = span.split('-').map(Number);
  return { start, end };
}

/** A cut must not fall between the two halves of a character outside the basic plane. */
function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/u.test(text.charAt(at)) && at > 0 ? at - 1 : at;
}

function optional(value: Properties[string] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function bySource(one: Evidence, other: Evidence): number {
  return (
    compare(one.source.date ?? '', other.source.date ?? '') ||
    compare(one.source.id, other.source.id) ||
    one.start - other.start
  );
}
