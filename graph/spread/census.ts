/**
 * What is counted over the whole graph: how often places were written about, and which program is where. It is looked at once a change
 * of the graph, never once a request.
 */
import { z } from 'zod';
import type { GraphStore, Statement } from '../store.ts';
import { versionOf } from '../version.ts';
import { CountedCoverage, CoverageCount } from './coverage.ts';
import { ClaimRow, LessonRow, launchClaim, lessonOf } from './read.ts';
import type { Claim, Coverage, Lesson } from './types.ts';

export interface Census {
  readonly coverage: Coverage;
  /** Origin, practised and planned of every program, by program. */
  readonly launches: ReadonlyMap<string, readonly Claim[]>;
  /** Who learned from whom, by key. */
  readonly lessons: readonly Lesson[];
}

const ArticleRow = z.object({ id: z.string(), day: z.string().nullable(), places: z.array(z.string()) });
type ArticleRow = z.infer<typeof ArticleRow>;

const DATED: Statement<ArticleRow> = {
  cypher: `MATCH (a:Article)-[:MENTIONS]->(p:Place) WHERE a.publishedOn IS NOT NULL
WITH a, collect(p.id) AS places
RETURN a.id AS id, a.publishedOn AS day, places`,
  row: ArticleRow,
};
/** By their ids, of which there is an index: of what has no day there is none. */
const UNDATED: Statement<ArticleRow> = {
  cypher: `MATCH (a:Entity)-[:MENTIONS]->(p:Place) WHERE a.id STARTS WITH 'article/' AND a.publishedOn IS NULL
WITH a, collect(p.id) AS places
RETURN a.id AS id, null AS day, places`,
  row: ArticleRow,
};
/** The type alone says what stands at its ends: with labels a server would start from all nodes that have them. */
const LAUNCHES: Statement<z.infer<typeof ClaimRow>> = {
  cypher: 'MATCH (g)-[r:LAUNCHED_IN]->(p) RETURN g.id AS program, p.id AS place, properties(r) AS properties',
  row: ClaimRow,
};
const LESSONS: Statement<z.infer<typeof LessonRow>> = {
  cypher: 'MATCH (p)-[r:LEARNED_FROM]->(q) RETURN p.id AS learner, q.id AS model, properties(r) AS properties',
  row: LessonRow,
};

/** Censuses of stores, until their graph changes; stores that are gone take theirs with them. */
const taken = new WeakMap<GraphStore, { readonly version: string; readonly census: Promise<Census> }>();

/** The census of the graph as it is now. */
export async function censusOf(store: GraphStore): Promise<Census> {
  const version = await versionOf(store);
  const known = taken.get(store);
  if (known?.version === version) return known.census;
  const census = takeCensus(store);
  taken.set(store, { version, census });
  census.catch(() => taken.delete(store));
  return census;
}

async function takeCensus(store: GraphStore): Promise<Census> {
  const count = new CoverageCount();
  const printings = new Map<string, string>();
  for (const statement of [DATED, UNDATED]) {
    for await (const { id, day, places } of store.stream(statement)) {
      count.add(day, places);
      if (day !== null) printings.set(id, day);
    }
  }
  const launches = new Map<string, Claim[]>();
  for await (const row of store.stream(LAUNCHES)) {
    const ofProgram = launches.get(row.program) ?? [];
    ofProgram.push(...launchClaim(row, printings));
    launches.set(row.program, ofProgram);
  }
  for (const claims of launches.values()) claims.sort((a, b) => (a.key < b.key ? -1 : 1));
  const lessons: Lesson[] = [];
  for await (const row of store.stream(LESSONS)) lessons.push(lessonOf(row, printings));
  lessons.sort((a, b) => (a.key < b.key ? -1 : 1));
  // Engines give rows in orders of their own.
  const ordered = new Map([...launches].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { coverage: new CountedCoverage(count), launches: ordered, lessons };
}
