/** How often places were written about. Without it an empty cell says nothing: no report is not non-adoption. */
import { z } from 'zod';
import { briefsOf, type NodeBrief } from '../brief.ts';
import { compare } from '../compare.ts';
import { ID_PREFIX } from '../model.ts';
import type { GraphStore } from '../store.ts';
import { isIn, levelOf, liesIn, nameOf, pathOf, placesAbove } from './place-levels.ts';
import { daysOf } from './ranges.ts';
import { SUCCESSORS } from './successors.ts';
import type { Coverage, DeclaredPlace, SpreadLevel } from './types.ts';

/** Counts articles one by one. */
export class CoverageCount {
  readonly counts = new Map<string, Map<string, number>>();
  firstDay: string | null = null;
  lastDay: string | null = null;

  /** An article printed on a day (cut to its precision, null for unknown), with the ids of the places that it names. */
  add(day: string | null, places: readonly string[]): void {
    const days = day === null ? null : daysOf(day);
    if (days && (this.firstDay === null || days.from < this.firstDay)) this.firstDay = days.from;
    if (days && (this.lastDay === null || days.to > this.lastDay)) this.lastDay = days.to;
    for (const place of new Set(places.flatMap(placesAbove))) addArticle(this.counts, place, day);
  }
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

/** What was counted, to be asked. */
export class CountedCoverage implements Coverage {
  readonly #counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly firstDay: string | null;
  readonly lastDay: string | null;

  constructor({ counts, firstDay, lastDay }: CoverageCount) {
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

  places(level: SpreadLevel): readonly DeclaredPlace[] {
    return [...this.#counts.keys()]
      .filter((id) => levelOf(id) === level)
      .sort()
      .map((id) => ({ id, name: nameOf(id), path: pathOf(id) }));
  }
}

/** Where what counts for a place lies: in it and in former divisions; what lies in these and counts elsewhere is `leaving`. */
function divisionsOf(place: string): { readonly roots: readonly string[]; readonly leaving: readonly string[] } {
  const former = [...SUCCESSORS.keys()].map((path) => `${ID_PREFIX.Place}${path}`);
  const roots = [place, ...former.filter((id) => isIn(id, place) && !liesIn(id, place))];
  return { roots, leaving: former.filter((id) => !isIn(id, place) && roots.some((root) => liesIn(id, root))) };
}

const ArticleRow = z.object({ id: z.string(), day: z.string() });

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
  const { roots, leaving } = divisionsOf(place);
  const rows = await Promise.all(
    roots.map((root) =>
      store.read({
        cypher: `MATCH (p:Entity)<-[:MENTIONS]-(a:Article)
WHERE (p.id = $place OR p.id STARTS WITH $below) AND ($period IS NULL OR a.publishedOn STARTS WITH $period)
  AND NOT any(other IN $leaving WHERE p.id = other OR p.id STARTS WITH other + '/')
WITH DISTINCT a.id AS id, coalesce(a.publishedOn, '') AS day
RETURN id, day ORDER BY day DESC, id`,
        params: { place: root, below: `${root}/`, period, leaving },
        row: ArticleRow,
      }),
    ),
  );
  const found = [...new Map(rows.flat().map((row) => [row.id, row])).values()];
  if (roots.length > 1) found.sort((a, b) => compare(b.day, a.day) || compare(a.id, b.id));
  const ids = found.slice(0, limit).map(({ id }) => id);
  return { articles: await briefsOf(store, ids), total: found.length };
}
