/** From an article to everything that its sentences state. */
import { z } from 'zod';
import { briefsOf, type NodeBrief, RELATION_COLUMNS, type RelationBrief, RelationRow, relationBrief } from './brief.ts';
import { compare } from './compare.ts';
import { ZhituError } from './errors.ts';
import { articlesOf, optional, type Source } from './evidence.ts';
import { ID_PREFIX } from './model.ts';
import { parseSpan, statements } from './relation-evidence.ts';
import type { GraphStore } from './store.ts';

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
