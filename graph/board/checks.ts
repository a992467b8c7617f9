/** What of the graph a person should look at: places without a code, events without a day, nodes that nothing but their naming is known of. */
import { z } from 'zod';
import { briefsOf, type NodeBrief } from '../brief.ts';
import { type Quote, quotesOf } from '../evidence.ts';
import { ID_PREFIX } from '../model.ts';
import { idBatches } from '../records.ts';
import { parseSpan } from '../relation-evidence.ts';
import type { GraphStore } from '../store.ts';

export const CHECKS = ['unknown-places', 'undated-events', 'undated-articles', 'orphans'] as const;
export type Check = (typeof CHECKS)[number];

/** What of a kind is looked for: ids begin so, and a node `n` is so. */
interface Looked {
  readonly prefix: string;
  readonly isSo: string;
}

const LOOKED: Readonly<Record<Check, readonly Looked[]>> = {
  // Divisions down to townships have a code; a place that no article names stands there for what lies in it.
  'unknown-places': [
    {
      prefix: ID_PREFIX.Place,
      isSo: `n.code IS NULL AND NOT coalesce(n.level, '') IN ['country', 'village'] AND EXISTS { MATCH (n)<-[:MENTIONS]-(:Article) }`,
    },
  ],
  'undated-events': [{ prefix: ID_PREFIX.Event, isSo: 'n.dateFrom IS NULL' }],
  'undated-articles': [{ prefix: ID_PREFIX.Article, isSo: 'n.publishedOn IS NULL' }],
  orphans: [
    { prefix: ID_PREFIX.Person, isSo: 'NOT (n)-[:CHAIRED|SPOKE_AT|ATTENDED|HOLDS|REPORTED_BY]-()' },
    { prefix: ID_PREFIX.Organization, isSo: 'NOT (n)-[:HOLDS|ORGANIZED|PRESENTED_AT|PART_OF|LOCATED_IN]-()' },
    { prefix: ID_PREFIX.Program, isSo: 'NOT (n)-[:ABOUT|LAUNCHED_IN]-()' },
    {
      prefix: ID_PREFIX.Event,
      isSo: 'NOT (n)-[:CHAIRED|SPOKE_AT|ATTENDED|PRESENTED_AT|ORGANIZED|HELD_IN|ABOUT]-()',
    },
  ],
};

const TotalRow = z.object({ total: z.number() });
const IdRow = z.object({ id: z.string() });

/** In parts, so that an engine which does one thing at a time answers others in between. */
export async function countChecks(store: GraphStore): Promise<Readonly<Record<Check, number>>> {
  const counts = new Map<Check, number>();
  for (const check of CHECKS) counts.set(check, await countOf(store, check));
  return Object.fromEntries(counts) as Record<Check, number>;
}

async function countOf(store: GraphStore, check: Check): Promise<number> {
  let sum = 0;
  for (const { prefix, isSo } of LOOKED[check])
    for await (const ids of idBatches(store, prefix)) {
      const [row] = await store.read({
        cypher: `UNWIND $ids AS id MATCH (n:Entity {id: id}) WHERE ${isSo} RETURN count(*) AS total`,
        params: { ids },
        row: TotalRow,
      });
      sum += row?.total ?? 0;
    }
  return sum;
}

/** The first of them, by id. */
export async function checkedNodes(store: GraphStore, check: Check, limit: number): Promise<readonly NodeBrief[]> {
  const ids: string[] = [];
  for (const { prefix, isSo } of LOOKED[check]) {
    if (ids.length >= limit) break;
    const rows = await store.read({
      cypher: `MATCH (n:Entity) WHERE n.id STARTS WITH $prefix AND ${isSo} RETURN n.id AS id ORDER BY id LIMIT $limit`,
      params: { prefix, limit: limit - ids.length },
      row: IdRow,
    });
    ids.push(...rows.map(({ id }) => id));
  }
  return briefsOf(store, ids);
}

/** Nodes of a kind that the articles of a period name. */
export async function nodesNamed(
  store: GraphStore,
  { kind, period, limit }: { readonly kind: string; readonly period: string; readonly limit: number },
): Promise<readonly NodeBrief[]> {
  const rows = await store.read({
    cypher: `MATCH (a:Article)-[:MENTIONS]->(n:Entity) WHERE a.publishedOn STARTS WITH $period AND left(n.id, size($prefix)) = $prefix
RETURN DISTINCT n.id AS id ORDER BY id LIMIT $limit`,
    params: { period, prefix: kind, limit },
    row: IdRow,
  });
  return briefsOf(
    store,
    rows.map(({ id }) => id),
  );
}

const SpanRow = z.object({ id: z.string(), article: z.string(), spans: z.array(z.string()).nullable() });

/** For each node the first place where an article names it. */
export async function firstMentions(store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, Quote>> {
  const rows = await store.read({
    cypher: `UNWIND $ids AS id MATCH (n:Entity {id: id})<-[:MENTIONS]-(a:Article) WITH id, min(a.id) AS article
MATCH (b:Entity {id: article})-[r:MENTIONS]->(m:Entity {id: id}) RETURN id, article, r.spans AS spans ORDER BY id`,
    params: { ids },
    row: SpanRow,
  });
  const refs = rows.flatMap(({ id, article, spans }) =>
    spans?.[0] ? [{ id, ref: { articleId: article, ...parseSpan(spans[0]) } }] : [],
  );
  const quotes = await quotesOf(
    store,
    refs.map(({ ref }) => ref),
  );
  const at = new Map(quotes.map((quote) => [quote.ref, quote]));
  return new Map(
    refs.flatMap(({ id, ref }) => {
      const quote = at.get(`${ref.articleId}#${ref.start}-${ref.end}`);
      return quote ? [[id, quote] as const] : [];
    }),
  );
}
