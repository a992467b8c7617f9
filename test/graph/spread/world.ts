/** Places, claims and coverage made for tests of the spread of a program. */

import { whenOf } from '../../../graph/spread/ranges.ts';
import { placeRef } from '../../../graph/spread/read.ts';
import type { Claim, Coverage, SpreadStage, Statements } from '../../../graph/spread/types.ts';

export const PROVINCE = 'place/浙江省';
export const PROGRAM = 'program/全科网格';
export const HUZHOU = `${PROVINCE}/湖州市`;
export const WENZHOU = `${PROVINCE}/温州市`;
export const HANGZHOU = `${PROVINCE}/杭州市`;

export interface Said {
  readonly place: string;
  readonly stage?: SpreadStage;
  /** Date that the text gives, cut to its precision. */
  readonly date?: string;
  readonly printed?: string;
  readonly program?: string;
}

/** A claim with evidence of its own. */
export function claim({ place, stage = 'practised', date, printed, program = PROGRAM }: Said): Claim {
  const given = { dateFrom: date ?? null, dateTo: null, datePrecision: null, dateText: null, dateBasis: null };
  return {
    stage,
    program,
    place: placeRef(place),
    when: whenOf(given, printed ? [printed] : []),
    key: `LAUNCHED_IN|${program}|${place}|${stage}`,
    evidence: [`article/${place.length}#0-${place.length}`],
    confidence: 0.9,
    lastPrinted: printed ?? null,
    via: null,
    implied: false,
  };
}

export function statements(claims: readonly Claim[]): Statements {
  return { claims, lessons: [], meetings: [] };
}

/** Coverage from years: `{ [place]: ['2019', …] }`, one article each. */
export function coverage(
  years: Readonly<Record<string, readonly string[]>>,
  firstDay = '2017-01-02',
  lastDay = '2021-12-30',
): Coverage {
  return {
    firstDay,
    lastDay,
    articles: (place, period) => (years[place] ?? []).filter((year) => year === period).length,
    total: (place) => (years[place] ?? []).length,
    places: () => [],
  };
}
