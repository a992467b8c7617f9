/**
 * What is counted over the whole graph: how often places were written about, and which program is where. It is looked at once a change
 * of the graph, never once a request, in parts small enough that an engine which does one thing at a time answers others in between.
 */
import { z } from 'zod';
import { ID_PREFIX } from '../model.ts';
import { type CountState, counted } from '../per-version.ts';
import { idBatches } from '../records.ts';
import type { GraphStore, Statement } from '../store.ts';
import { articlesByPeriod, MONTH_DIGITS } from '../times/printed.ts';
import { CountedCoverage, CoverageCount } from './coverage.ts';
import { ClaimRow, LessonRow, launchClaim, lessonOf } from './read.ts';
import type { Claim, Coverage, Lesson } from './types.ts';

/** How the graph was when it was counted. */
interface CountedGraph {
  readonly coverage: Coverage;
  /** Origin, practised and planned of every program, by program. */
  readonly launches: ReadonlyMap<string, readonly Claim[]>;
  /** Who learned from whom, by key. */
  readonly lessons: readonly Lesson[];
}

export interface Census extends CountedGraph {
  readonly counted: CountState;
}

const ArticleRow = z.object({ id: z.string(), day: z.string().nullable(), places: z.array(z.string()) });
type ArticleRow = z.infer<typeof ArticleRow>;

/** After every day, as texts are compared. */
const AFTER_ALL = '~';

/** Articles printed from one month, or year where no month is known, up to the next. */
const datedWithin = (from: string, before: string): Statement<ArticleRow> => ({
  cypher: `MATCH (a:Article)-[:MENTIONS]->(p:Place) WHERE a.publishedOn >= $from AND a.publishedOn < $before
WITH a, collect(p.id) AS places RETURN a.id AS id, a.publishedOn AS day, places`,
  params: { from, before },
  row: ArticleRow,
});
/** By their ids, of which there is an index: of what has no day there is none. */
const UNDATED: Statement<ArticleRow> = {
  cypher: `MATCH (a:Entity)-[:MENTIONS]->(p:Place) WHERE a.id STARTS WITH 'article/' AND a.publishedOn IS NULL
WITH a, collect(p.id) AS places RETURN a.id AS id, null AS day, places`,
  row: ArticleRow,
};
const launchesOf = (programs: readonly string[]): Statement<z.infer<typeof ClaimRow>> => ({
  cypher: `UNWIND $programs AS program MATCH (g:Entity {id: program})-[r:LAUNCHED_IN]->(p:Entity)
RETURN program, p.id AS place, properties(r) AS properties`,
  params: { programs },
  row: ClaimRow,
});
const lessonsOf = (places: readonly string[]): Statement<z.infer<typeof LessonRow>> => ({
  cypher: `UNWIND $places AS learner MATCH (p:Entity {id: learner})-[r:LEARNED_FROM]->(q:Entity)
RETURN learner, q.id AS model, properties(r) AS properties`,
  params: { places },
  row: LessonRow,
});

/** The census of the graph as it is now, or, while a large graph is counted again, as it was before (`per-version.ts`). */
export async function censusOf(store: GraphStore): Promise<Census> {
  const { value, state } = await counted(store, takeCensus);
  return { ...value, counted: state };
}

/** Counts; for those who wish to have it counted before anyone asks. */
export async function takeCensus(store: GraphStore): Promise<CountedGraph> {
  const count = new CoverageCount();
  const printings = new Map<string, string>();
  for (const statement of await articleStatements(store)) {
    for (const { id, day, places } of await store.read(statement)) {
      count.add(day, places);
      if (day !== null) printings.set(id, day);
    }
  }
  const launches = new Map<string, Claim[]>();
  for await (const programs of idBatches(store, ID_PREFIX.Program))
    for (const row of await store.read(launchesOf(programs))) {
      const ofProgram = launches.get(row.program) ?? [];
      ofProgram.push(...launchClaim(row, printings));
      launches.set(row.program, ofProgram);
    }
  for (const claims of launches.values()) claims.sort((a, b) => (a.key < b.key ? -1 : 1));
  const lessons: Lesson[] = [];
  for await (const places of idBatches(store, ID_PREFIX.Place))
    for (const row of await store.read(lessonsOf(places))) lessons.push(lessonOf(row, printings));
  lessons.sort((a, b) => (a.key < b.key ? -1 : 1));
  // Engines give rows in orders of their own.
  const ordered = new Map([...launches].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { coverage: new CountedCoverage(count), launches: ordered, lessons };
}

async function articleStatements(store: GraphStore): Promise<readonly Statement<ArticleRow>[]> {
  const months = [...(await articlesByPeriod(store, MONTH_DIGITS)).keys()];
  return [...months.map((month, index) => datedWithin(month, months[index + 1] ?? AFTER_ALL)), UNDATED];
}
