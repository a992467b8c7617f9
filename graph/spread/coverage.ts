/**
 * How often places were written about. Without it an empty cell says nothing: no report is not non-adoption. All articles are looked
 * at once a change of the graph, never once a request.
 */
import { z } from 'zod';
import { briefsOf, type NodeBrief } from '../brief.ts';
import type { GraphStore, Statement } from '../store.ts';
import { versionOf } from '../version.ts';
import { levelOf, nameOf, pathOf, placesAbove } from './place-levels.ts';
import type { Coverage, SpreadLevel } from './types.ts';

const Row = z.object({ day: z.string().nullable(), places: z.array(z.string()) });
type Row = z.infer<typeof Row>;

const DATED: Statement<Row> = {
  cypher: `MATCH (a:Article)-[:MENTIONS]->(p:Place) WHERE a.publishedOn IS NOT NULL
WITH a, collect(p.id) AS places
RETURN a.publishedOn AS day, places`,
  row: Row,
};
/** By their ids, of which there is an index: of what has no day there is none. */
const UNDATED: Statement<Row> = {
  cypher: `MATCH (a:Entity)-[:MENTIONS]->(p:Place) WHERE a.id STARTS WITH 'article/' AND a.publishedOn IS NULL
WITH a, collect(p.id) AS places
RETURN null AS day, places`,
  row: Row,
};

/** Counted ones of a store, until its graph changes; stores that are gone take theirs with them. */
const counted = new WeakMap<GraphStore, { readonly version: string; readonly coverage: Promise<Coverage> }>();

/** The coverage of the graph as it is now. */
export async function coverageOf(store: GraphStore): Promise<Coverage> {
  const version = await versionOf(store);
  const known = counted.get(store);
  if (known?.version === version) return known.coverage;
  const coverage = countCoverage(store);
  counted.set(store, { version, coverage });
  coverage.catch(() => counted.delete(store));
  return coverage;
}

async function countCoverage(store: GraphStore): Promise<Coverage> {
  const counts = new Map<string, Map<string, number>>();
  let firstDay: string | null = null;
  let lastDay: string | null = null;
  for (const statement of [DATED, UNDATED]) {
    for await (const { day, places } of store.stream(statement)) {
      if (day !== null && (firstDay === null || day < firstDay)) firstDay = day;
      if (day !== null && (lastDay === null || day > lastDay)) lastDay = day;
      for (const place of new Set(places.flatMap(placesAbove))) addArticle(counts, place, day);
    }
  }
  return new CountedCoverage(counts, firstDay, lastDay);
}

function addArticle(counts: Map<string, Map<string, number>>, place: string, day: string | null): void {
  const ofPlace = counts.get(place) ?? new Map<string, number>();
  counts.set(place, ofPlace);
  for (const period of day === null ? [''] : ['', ...periodsOf(day)])
    ofPlace.set(period, (ofPlace.get(period) ?? 0) + 1);
}

/** A year counts what is known only by its year too. */
function periodsOf(day: string): readonly string[] {
  const [year, month] = day.split('-');
  return month ? [String(year), `${year}-${month}`] : [String(year)];
}

class CountedCoverage implements Coverage {
  readonly #counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly firstDay: string | null;
  readonly lastDay: string | null;

  constructor(
    counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
    firstDay: string | null,
    lastDay: string | null,
  ) {
    this.#counts = counts;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
  }

  articles(place: string, period: string): number {
    return this.#counts.get(place)?.get(period) ?? 0;
  }

  total(place: string): number {
    return this.articles(place, '');
  }

  places(level: SpreadLevel) {
    return [...this.#counts.keys()]
      .filter((id) => levelOf(id) === level)
      .sort()
      .map((id) => ({ id, name: nameOf(id), path: pathOf(id) }));
  }
}

const IdRow = z.object({ id: z.string() });

/**
 * The articles that a number of the coverage counts: those that name the place or what lies in it, the newest first.
 * @param period `2019` or `2019-07`; null for all
 */
export async function articlesAbout(
  store: GraphStore,
  place: string,
  period: string | null,
  limit: number,
): Promise<{ readonly articles: readonly NodeBrief[]; readonly total: number }> {
  const found = await store.read({
    cypher: `MATCH (p:Entity)<-[:MENTIONS]-(a:Article)
WHERE (p.id = $place OR p.id STARTS WITH $below) AND ($period IS NULL OR a.publishedOn STARTS WITH $period)
WITH DISTINCT a.id AS id, a.publishedOn AS day
RETURN id ORDER BY coalesce(day, '') DESC, id`,
    params: { place, below: `${place}/`, period },
    row: IdRow,
  });
  const ids = found.slice(0, limit).map(({ id }) => id);
  return { articles: await briefsOf(store, ids), total: found.length };
}
