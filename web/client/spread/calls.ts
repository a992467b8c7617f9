/** Questions to the server about the spread of programs. */
import { CoverageAnswer, type Grain, Matrix, Spread, type SpreadLevel } from '../../api/spread.ts';
import { Carriers, type CompareInput, Comparison, Leaders } from '../../api/spread-compare.ts';
import { call, fields } from '../http.ts';

/** How a spread is looked at; every field stands in the address. */
export interface SpreadView {
  readonly level: SpreadLevel;
  readonly grain: Grain;
  readonly implied: boolean;
}

export function getSpread(program: string, { level, grain, implied }: SpreadView): Promise<Spread> {
  return call(Spread, `/api/spread?${fields({ program, level, grain, implied: implied ? '1' : '0' })}`);
}

/** Programs × places; of all programs, or of those named. */
export function getMatrix(
  { level, implied }: Pick<SpreadView, 'level' | 'implied'>,
  limit: number,
  programs: readonly string[] = [],
): Promise<Matrix> {
  const named = programs.map((program) => `&${fields({ program })}`).join('');
  return call(
    Matrix,
    `/api/spread/matrix?${fields({ level, implied: implied ? '1' : '0', limit: String(limit) })}${named}`,
  );
}

/** The articles that name a place, of one period or of all. */
export function getCoverage(place: string, period: string | null, limit: number): Promise<CoverageAnswer> {
  return call(
    CoverageAnswer,
    `/api/spread/coverage?${fields({ place, limit: String(limit), ...(period !== null && { period }) })}`,
  );
}

/** What two programs, places or stretches of time share, and what only one has. */
export function getComparison({ by, a, b, level = 'city', program }: CompareInput): Promise<Comparison> {
  return call(Comparison, `/api/spread/compare?${fields({ by, a, b, level, ...(program && { program }) })}`);
}

/** @param pair the key of two places whose pair is wanted in any case */
export function getLeaders(level: SpreadLevel, take: number, pair: string | null): Promise<Leaders> {
  return call(Leaders, `/api/spread/leaders?${fields({ level, take: String(take), ...(pair !== null && { pair }) })}`);
}

export function getCarriers(program: string, { level, grain, implied }: SpreadView): Promise<Carriers> {
  return call(Carriers, `/api/spread/carriers?${fields({ program, level, grain, implied: implied ? '1' : '0' })}`);
}

/** The address of a report on a program, as a file to keep. */
export function reportHref(
  program: string,
  { level, implied }: Pick<SpreadView, 'level' | 'implied'>,
  format: 'html' | 'md',
): string {
  return `/api/report/program?${fields({ program, level, implied: implied ? '1' : '0', format })}`;
}

/** The address of a program's panel: one row a place and period, as CSV. */
export function panelHref(program: string, { level, grain, implied }: SpreadView): string {
  return `/api/report/panel?${fields({ program, level, grain, implied: implied ? '1' : '0' })}`;
}
