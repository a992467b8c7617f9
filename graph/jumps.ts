/** Articles that are printed on two pages: their halves (下转, 上接), and the relations that join these. */
import { z } from 'zod';
import { type RelationRecord, relationKey } from './model.ts';
import { BATCH, slices } from './records.ts';
import type { GraphStore } from './store.ts';

/** What tells which half belongs to which. */
export interface Half {
  readonly id: string;
  readonly publication: string;
  /** ISO; null where the day is not known. */
  readonly day: string | null;
  readonly issue: number | null;
  /** The page it stands on, where that is known. */
  readonly pageNumber: number | null;
  /** The page it goes on at. */
  readonly to: number | null;
  /** The page it began on. */
  readonly from: number | null;
  /** Ids of what it mentions, sorted. */
  readonly mentions: readonly string[];
}

/** An issue of a paper, by its day or its number. */
export type IssueOf = Pick<Half, 'publication' | 'day' | 'issue'>;

const HalfRow = z.object({
  id: z.string(),
  publication: z.string(),
  day: z.string().nullable(),
  precision: z.string().nullable(),
  issue: z.number().nullable(),
  pageNumber: z.number().nullable(),
  to: z.number().nullable(),
  from: z.number().nullable(),
});
const MentionRow = z.object({ id: z.string(), mention: z.string() });
const JoinRow = z.object({ key: z.string(), from: z.string(), to: z.string() });

/** The halves in the graph that belong to one of these issues, sorted by id. */
export async function halvesOfIssues(store: GraphStore, issues: readonly IssueOf[]): Promise<readonly Half[]> {
  const found = new Map<string, z.infer<typeof HalfRow>>();
  for (const batch of slices(issues, BATCH)) {
    const rows = await store.read({
      cypher: `MATCH (a:Article)
WHERE a.publication IN $publications AND (a.publishedOn IN $days OR a.issue IN $issues)
  AND (a.jumpTo IS NOT NULL OR a.jumpFrom IS NOT NULL)
RETURN a.id AS id, a.publication AS publication, a.publishedOn AS day, a.publishedPrecision AS precision,
  a.issue AS issue, a.pageNumber AS pageNumber, a.jumpTo AS to, a.jumpFrom AS from ORDER BY id`,
      params: {
        publications: [...new Set(batch.map(({ publication }) => publication))],
        days: [...new Set(batch.flatMap(({ day }) => day ?? []))],
        issues: [...new Set(batch.flatMap(({ issue }) => issue ?? []))],
      },
      row: HalfRow,
    });
    for (const row of rows) found.set(row.id, row);
  }
  const mentions = await mentionsOf(store, [...found.keys()]);
  return [...found.values()]
    .map(({ precision, day, ...half }) => ({
      ...half,
      day: precision === 'day' ? day : null,
      mentions: [...(mentions.get(half.id) ?? [])].sort(),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function mentionsOf(store: GraphStore, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const mentions = new Map<string, string[]>();
  for (const batch of slices(ids, BATCH)) {
    const rows = await store.read({
      cypher: `UNWIND $ids AS id MATCH (a:Entity {id: id})-[:MENTIONS]->(e:Entity) RETURN a.id AS id, e.id AS mention`,
      params: { ids: batch },
      row: MentionRow,
    });
    for (const { id, mention } of rows) mentions.set(id, [...(mentions.get(id) ?? []), mention]);
  }
  return mentions;
}

/** The continuations that are joined with a beginning now, of those with these ids. */
export async function joinsFrom(
  store: GraphStore,
  ids: readonly string[],
): Promise<readonly Pick<RelationRecord, 'key' | 'from' | 'to'>[]> {
  const joins: z.infer<typeof JoinRow>[] = [];
  for (const batch of slices(ids, BATCH)) {
    const rows = await store.read({
      cypher: `UNWIND $ids AS id MATCH (a:Entity {id: id})-[r:CONTINUES]->(b:Entity)
RETURN r.key AS key, a.id AS from, b.id AS to`,
      params: { ids: batch },
      row: JoinRow,
    });
    joins.push(...rows);
  }
  return joins;
}

/** Takes joins back: a page that came later showed them to be wrong. */
export async function removeJoins(
  store: GraphStore,
  joins: readonly Pick<RelationRecord, 'key' | 'from' | 'to'>[],
): Promise<void> {
  if (joins.length === 0) return;
  await store.write(
    slices(joins, BATCH).map((batch) => ({
      cypher: `UNWIND $rows AS row MATCH (a:Entity {id: row.from})-[r:CONTINUES {key: row.key}]->(b:Entity {id: row.to}) DELETE r`,
      params: { rows: batch.map(({ key, from, to }) => ({ key, from, to })) },
      row: z.unknown(),
    })),
  );
}

/** The relation from a continuation to the article it goes on with. */
export function joinRecord(continuation: string, beginning: string): RelationRecord {
  const key = relationKey('CONTINUES', continuation, beginning);
  return { key, type: 'CONTINUES', from: continuation, to: beginning, properties: { key } };
}
