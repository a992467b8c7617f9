/** When things were printed: the articles behind events and relations, and how many articles there are of each year. */
import { z } from 'zod';
import { parseEvidence, type RelationType } from '../model.ts';
import type { GraphStore } from '../store.ts';

export interface PrintedArticle {
  readonly id: string;
  /** Day of publication, cut to its precision; null where it is unknown. */
  readonly date: string | null;
  readonly precision: string | null;
}

export interface Printed {
  readonly articles: readonly PrintedArticle[];
  /** By the id of an event or the key of a relation: the ids of the articles that report or state it. */
  readonly of: Readonly<Record<string, readonly string[]>>;
}

/** Relations that no event is at either end of: their own sentences say when they were printed. */
const WITHOUT_EVENT: readonly RelationType[] = ['LAUNCHED_IN', 'HOLDS', 'LEARNED_FROM'];

const text = z.string().nullable();
const ReportRow = z.object({ event: z.string(), id: z.string(), date: text, precision: text });
const StatedRow = z.object({ key: z.string(), evidence: z.array(z.string()).nullable() });
const ArticleRow = z.object({ id: z.string(), date: text, precision: text });

const ARTICLE = 'a.id AS id, a.publishedOn AS date, a.publishedPrecision AS precision';

/** The articles behind the events among these nodes, and behind the relations among them that no event takes part in. */
export async function printedOf(store: GraphStore, ids: readonly string[]): Promise<Printed> {
  if (ids.length === 0) return { articles: [], of: {} };
  const [reports, stated] = await Promise.all([
    store.read({
      cypher: `UNWIND $ids AS given MATCH (e:Entity {id: given})-[:REPORTED_IN]->(a:Entity) RETURN e.id AS event, ${ARTICLE} ORDER BY event, id`,
      params: { ids },
      row: ReportRow,
    }),
    Promise.all(
      WITHOUT_EVENT.map((type) =>
        store.read({
          cypher: `UNWIND $ids AS id MATCH (m:Entity {id: id})-[r:${type}]->(n:Entity) WHERE n.id IN $ids
RETURN r.key AS key, r.evidence AS evidence ORDER BY key`,
          params: { ids },
          row: StatedRow,
        }),
      ),
    ),
  ]);
  const of = new Map<string, string[]>();
  const articles = new Map<string, PrintedArticle>();
  for (const { event, ...article } of reports) {
    articles.set(article.id, article);
    of.set(event, [...(of.get(event) ?? []), article.id]);
  }
  for (const { key, evidence } of stated.flat())
    of.set(key, [...new Set((evidence ?? []).flatMap((ref) => parseEvidence(ref)?.articleId ?? []))]);
  const unread = [...new Set([...of.values()].flat())].filter((id) => !articles.has(id));
  for (const article of await articlesById(store, unread)) articles.set(article.id, article);
  return { articles: [...articles.values()], of: Object.fromEntries(of) };
}

async function articlesById(store: GraphStore, ids: readonly string[]): Promise<readonly PrintedArticle[]> {
  if (ids.length === 0) return [];
  return store.read({
    cypher: `MATCH (a:Entity) WHERE a.id IN $ids RETURN ${ARTICLE} ORDER BY id`,
    params: { ids },
    row: ArticleRow,
  });
}

/** How many articles the graph has of each year of publication, oldest first; years without any are left out. */
export async function articlesByYear(
  store: GraphStore,
): Promise<readonly { readonly year: number; readonly articles: number }[]> {
  const years = await articlesByPeriod(store, YEAR_DIGITS);
  return [...years].map(([year, articles]) => ({ year: Number(year), articles }));
}

/** Characters of a day that name its year, and its month. */
export const YEAR_DIGITS = 'YYYY'.length;
export const MONTH_DIGITS = 'YYYY-MM'.length;

/**
 * How many articles were printed in each period, oldest first; what has none is left out, and so are undated articles. What is known by its year only has a
 * period of its own among the months.
 * @param digits characters of a day that name its period
 */
export async function articlesByPeriod(store: GraphStore, digits: number): Promise<ReadonlyMap<string, number>> {
  const rows = await store.read({
    cypher: `MATCH (a:Article) WHERE a.publishedOn >= ''
WITH left(a.publishedOn, $digits) AS period RETURN period, count(*) AS articles ORDER BY period`,
    params: { digits },
    row: z.object({ period: z.string(), articles: z.number() }),
  });
  return new Map(rows.map(({ period, articles }) => [period, articles]));
}
