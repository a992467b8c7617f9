/** How one program spread over the places of a level: everything that the page, the report and the commands show of it. */
import { type Adjacency, openAdjacency } from './adjacency.ts';
import { type AdoptionRow, adoptionsOf } from './adoptions.ts';
import { curveOf } from './curve.ts';
import { neighbourEffect, verticalEffect } from './effects.ts';
import type { SpreadFigures, SpreadOptions } from './figures.ts';
import { lessonsAt } from './lessons.ts';
import { type Ranked, ranksOf } from './order.ts';
import { periodsBetween } from './periods.ts';
import { liesIn, nameOf } from './place-levels.ts';
import { compareWhens } from './ranges.ts';
import { observedPlace, placeRow, type RowContext } from './rows.ts';
import type { Coverage, DeclaredPlace, SpreadLevel, Statements, When } from './types.ts';

/** Statements of one program and the coverage → all figures of its spread. */
export function spreadFigures(
  statements: Statements,
  coverage: Coverage,
  { level, grain, implied, within }: SpreadOptions,
  adjacency: Adjacency = openAdjacency(),
): SpreadFigures {
  const { firstDay, lastDay } = coverage;
  const periods = firstDay && lastDay ? periodsBetween(firstDay, lastDay, grain) : [];
  const declared = declaredPlaces(level, within, coverage, adjacency);
  const { rows, above } = adoptionsOf(statements.claims, { level, declared, implied });
  const context: RowContext = { periods, grain, coverage, firstDay };
  const first = firstAdopted(rows);
  const ranks = new Map(rankedRows(rows));
  const places = rows.map((row) => placeRow(row, context, ranks.get(row.id), first));
  const counted = places.filter((row) => row.declared);
  const observed = counted.map((row) => observedPlace(row, grain));
  return {
    level,
    grain,
    implied,
    within,
    withinName: within === '' ? '全国' : nameOf(within),
    firstDay,
    lastDay,
    periods,
    places,
    above: above.map((row) => placeRow(row, context, undefined, null)),
    totals: {
      declared: counted.length,
      covered: counted.filter(({ articles }) => articles > 0).length,
      adopted: counted.filter(({ adopted }) => adopted !== null).length,
      undated: counted.filter(({ adopted }) => adopted !== null && adopted.to === null).length,
      evidence: coarserSentences(rows, above),
    },
    first: counted.filter(({ rank }) => rank === 1).map(({ id }) => id),
    curve: curveOf(observed, periods.length).map((point, index) => ({ period: periods[index] as string, ...point })),
    vertical: verticalEffect(above, observed, context),
    neighbours: neighbourEffect(counted, observed, periods.length, adjacency),
    learned: lessonsAt(statements.lessons, level),
    meetings: statements.meetings.map((meeting) => ({ ...meeting, places: meeting.places.map(({ id }) => id) })),
  };
}

/** Those that the program comes with; elsewhere those of which some article speaks. */
export function declaredPlaces(
  level: SpreadLevel,
  within: string,
  coverage: Coverage,
  adjacency: Adjacency = openAdjacency(),
): readonly DeclaredPlace[] {
  const listed = adjacency.places(level, within);
  if (listed.length > 0) return listed;
  return coverage.places(level).filter(({ id }) => within === '' || liesIn(id, within));
}

/** Sentences that speak of places above the level, and of none that has a row. */
function coarserSentences(rows: readonly AdoptionRow[], above: readonly AdoptionRow[]): number {
  const sentencesOf = (all: readonly AdoptionRow[]) =>
    new Set(all.flatMap(({ claims }) => claims.flatMap(({ evidence }) => evidence)));
  const counted = sentencesOf(rows);
  return [...sentencesOf(above)].filter((ref) => !counted.has(ref)).length;
}

function firstAdopted(rows: readonly AdoptionRow[]): When | null {
  const dated = rows.flatMap(({ declared, adopted }) => (declared && adopted && adopted.to !== null ? [adopted] : []));
  return [...dated].sort(compareWhens)[0] ?? null;
}

function rankedRows(rows: readonly AdoptionRow[]): readonly (readonly [string, Ranked | undefined])[] {
  const declared = rows.filter((row) => row.declared);
  const ranks = ranksOf(declared.map(({ adopted }) => adopted));
  return declared.map(({ id }, index) => [id, ranks[index]] as const);
}
