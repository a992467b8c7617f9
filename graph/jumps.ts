/** Articles that are printed on two pages: their halves (下转, 上接), and the relations that join these. */
import { z } from 'zod';
import { type RelationRecord, relationKey } from './model.ts';
import { readInSlices } from './records.ts';
import type { Reader } from './store.ts';

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
  publication: z.string().nullable(),
  publishedOn: z.string().nullable(),
  publishedPrecision: z.string().nullable(),
  issue: z.number().nullable(),
  pageNumber: z.number().nullable(),
  jumpTo: z.number().nullable(),
  jumpFrom: z.number().nullable(),
});
const HALF_COLUMNS = `a.id AS id, a.publication AS publication, a.publishedOn AS publishedOn, a.publishedPrecision AS publishedPrecision,
  a.issue AS issue, a.pageNumber AS pageNumber, a.jumpTo AS jumpTo, a.jumpFrom AS jumpFrom`;
const MentionRow = z.object({ id: z.string(), mention: z.string() });
const JoinRow = z.object({ from: z.string(), to: z.string() });

/**
 * The half that an article is, from its properties in the graph; null for a whole article, and where neither day nor number of the
 * issue is known, or not the paper: then nothing tells what it belongs to.
 */
export function halfOf(
  id: string,
  article: Readonly<Record<string, unknown>>,
  mentions: readonly string[],
): Half | null {
  const { publication, jumpTo, jumpFrom, publishedOn, publishedPrecision } = article;
  const day = publishedPrecision === 'day' ? String(publishedOn) : null;
  const issue = numberOrNull(article.issue);
  const to = numberOrNull(jumpTo);
  const from = numberOrNull(jumpFrom);
  if (typeof publication !== 'string' || (day === null && issue === null) || (to === null && from === null))
    return null;
  return {
    id,
    publication,
    day,
    issue,
    pageNumber: numberOrNull(article.pageNumber),
    to,
    from,
    mentions: [...mentions].sort(),
  };
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

/** The halves in the graph that belong to one of these issues, sorted by id. */
export async function halvesOfIssues(store: Reader, issues: readonly IssueOf[]): Promise<readonly Half[]> {
  const by = (property: string, value: (issue: IssueOf) => string | number | null) =>
    readInSlices(
      issues.flatMap((of) => (value(of) === null ? [] : { publication: of.publication, value: value(of) })),
      (rows) =>
        store.read({
          cypher: `UNWIND $rows AS row MATCH (a:Article {${property}: row.value})
WHERE a.publication = row.publication AND (a.jumpTo IS NOT NULL OR a.jumpFrom IS NOT NULL)
RETURN ${HALF_COLUMNS}`,
          params: { rows },
          row: HalfRow,
        }),
    );
  const seen = await Promise.all([by('publishedOn', ({ day }) => day), by('issue', ({ issue }) => issue)]);
  const found = new Map(seen.flat().map((row) => [row.id, row]));
  const mentions = await mentionsOf(store, [...found.keys()]);
  return [...found.values()]
    .flatMap((row) => halfOf(row.id, row, mentions.get(row.id) ?? []) ?? [])
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function mentionsOf(store: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await readInSlices(ids, (some) =>
    store.read({
      cypher: `UNWIND $ids AS id MATCH (a:Entity {id: id})-[:MENTIONS]->(e:Entity) RETURN a.id AS id, e.id AS mention`,
      params: { ids: some },
      row: MentionRow,
    }),
  );
  const mentions = new Map<string, string[]>();
  for (const { id, mention } of rows) mentions.set(id, [...(mentions.get(id) ?? []), mention]);
  return mentions;
}

/** The joins that one of these articles has, as a continuation or as a beginning, by key. */
export async function joinsAt(store: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, RelationRecord>> {
  const along = (pattern: string) =>
    readInSlices(ids, (some) =>
      store.read({
        cypher: `UNWIND $ids AS id MATCH ${pattern} RETURN a.id AS from, b.id AS to`,
        params: { ids: some },
        row: JoinRow,
      }),
    );
  const rows = await Promise.all([
    along('(a:Entity {id: id})-[:CONTINUES]->(b:Entity)'),
    along('(b:Entity {id: id})<-[:CONTINUES]-(a:Entity)'),
  ]);
  return new Map(
    rows.flat().map(({ from, to }) => {
      const join = joinRecord(from, to);
      return [join.key, join];
    }),
  );
}

/** The relation from a continuation to the article it goes on with. */
export function joinRecord(continuation: string, beginning: string): RelationRecord {
  const key = relationKey('CONTINUES', continuation, beginning);
  return { key, type: 'CONTINUES', from: continuation, to: beginning, properties: { key } };
}
