/** How many articles were printed when, and which nodes of each kind they name. */
import { z } from 'zod';
import { briefsOf, type NodeBrief } from '../brief.ts';
import type { NodeKind } from '../model.ts';
import type { GraphStore } from '../store.ts';
import { articlesByPeriod, MONTH_DIGITS, YEAR_DIGITS } from '../times/printed.ts';

/** Months are columns while they fit a screen; a longer stretch is shown by years. */
const MOST_MONTHS = 36;

export interface Timeline {
  /** `2019-07`, or `2019` where there are too many months; those in which something was printed, in order. */
  readonly periods: readonly string[];
  /** Characters of a date that name its period. */
  readonly digits: number;
  /** By period, then those without a day. */
  readonly articles: ReadonlyMap<string, number>;
  readonly undated: number;
  /** Different nodes that the articles of a period name, by kind and period. */
  readonly named: ReadonlyMap<NodeKind, ReadonlyMap<string, number>>;
}

const NAMED: readonly NodeKind[] = ['Person', 'Place', 'Organization', 'Program', 'Event'];
const Row = z.object({ period: z.string(), total: z.number() });

/** The periods in which articles were printed, months or, where those are too many, years, and what was named in each. */
export async function timelineOf(store: GraphStore): Promise<Timeline> {
  const [months, undated] = await Promise.all([articlesByPeriod(store, MONTH_DIGITS), undatedArticles(store)]);
  // What is known by its year only has a period of its own, in either way.
  const digits = months.size > MOST_MONTHS ? YEAR_DIGITS : MONTH_DIGITS;
  const articles = digits === MONTH_DIGITS ? months : await articlesByPeriod(store, digits);
  const named = new Map<NodeKind, ReadonlyMap<string, number>>();
  for (const kind of NAMED) named.set(kind, await namedIn(store, kind, digits));
  return { periods: [...articles.keys()].sort(), digits, articles, undated, named };
}

async function namedIn(store: GraphStore, kind: NodeKind, digits: number): Promise<ReadonlyMap<string, number>> {
  const rows = await store.read({
    cypher: `MATCH (a:Article)-[:MENTIONS]->(n:${kind}) WHERE a.publishedOn IS NOT NULL
WITH left(a.publishedOn, $digits) AS period, n.id AS id RETURN period, count(DISTINCT id) AS total ORDER BY period`,
    params: { digits },
    row: Row,
  });
  return new Map(rows.map(({ period, total }) => [period, total]));
}

/** By their ids, of which there is an index: of what has no day there is none. */
async function undatedArticles(store: GraphStore): Promise<number> {
  const [row] = await store.read({
    cypher: "MATCH (a:Entity) WHERE a.id STARTS WITH 'article/' AND a.publishedOn IS NULL RETURN count(*) AS total",
    row: z.object({ total: z.number() }),
  });
  return row?.total ?? 0;
}

/** Articles of a period, the newest first; a period of '' stands for all that have a day. */
export async function articlesPrinted(store: GraphStore, period: string, limit: number): Promise<readonly NodeBrief[]> {
  const rows = await store.read({
    cypher:
      'MATCH (a:Article) WHERE a.publishedOn STARTS WITH $period RETURN a.id AS id, a.publishedOn AS day ORDER BY day DESC, id LIMIT $limit',
    params: { period, limit },
    row: z.object({ id: z.string() }),
  });
  return briefsOf(
    store,
    rows.map(({ id }) => id),
  );
}
