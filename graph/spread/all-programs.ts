/** All programs of a census, for the pages that look over them. */
import { type Adoptions, declaredSet, statedRows } from './adoptions.ts';
import { scopeOf } from './answer.ts';
import type { Census } from './census.ts';
import { perCensus } from './per-census.ts';
import { declaredPlaces } from './spread.ts';
import type { SpreadLevel } from './types.ts';

/** The province whose places are counted, as `scopeOf` of all launches. */
export function scopeOfAll(census: Census, level: SpreadLevel, given: string | undefined): string {
  return perCensus(census, `scope ${level} ${given}`, () =>
    scopeOf(level, given, [...census.launches.values()].flat()),
  );
}

export interface Scope {
  readonly level: SpreadLevel;
  readonly within: string;
  readonly implied: boolean;
}

/** Of one program after the other the rows that something is said of; none is kept, as places above may imply thousands of rows. */
export function* statedByProgram(
  { launches, coverage }: Census,
  { level, within, implied }: Scope,
): Generator<readonly [program: string, stated: Adoptions]> {
  const declared = declaredSet(declaredPlaces(level, within, coverage));
  for (const [program, claims] of launches) yield [program, statedRows(claims, { level, declared, implied })];
}
