/** The lines of the cumulative curve, off what the server counted. */
import type { PeriodRow, PlaceRow, Spread } from '../../api/spread.ts';
import { spreadWords } from '../words/spread.ts';
import { CURVE, type CurveLine } from './drawn.ts';
import { firstDay, lastDay, type TimeScale, timeScale } from './scale.ts';
import { countByDay } from './steps.ts';

/** The line of years of the curve; null where nothing was printed. */
export function curveScale(periods: readonly string[]): TimeScale | null {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return null;
  return timeScale(Number(first.slice(0, 4)), Number(last.slice(0, 4)), CURVE.left, CURVE.right);
}

/** Places with the program by the last day on which each may have begun; those without a date are in no step. */
export function programLine(spread: Pick<Spread, 'program' | 'places'>, kind: 'main' | 'other'): CurveLine {
  const days = spread.places.flatMap(({ declared, adopted }: PlaceRow) =>
    declared && adopted?.to ? [lastDay(adopted.to)] : [],
  );
  return { key: spread.program.id, name: spread.program.name, kind, steps: countByDay(days) };
}

/** Places that were reported on at all; each counts from the first day of the period of its first article. */
export function coveredLine(curve: readonly PeriodRow[]): CurveLine {
  const steps = curve.flatMap(({ period, covered }, index) =>
    covered === (curve[index - 1]?.covered ?? 0) ? [] : [{ day: firstDay(period), count: covered }],
  );
  return { key: 'covered', name: spreadWords().covered, kind: 'covered', steps };
}

/** What a screen reader says of the curve: each line's last count. */
export function curveText(lines: readonly CurveLine[]): string {
  return spreadWords().list(lines.map(({ name, steps }) => `${name} ${steps.at(-1)?.count ?? 0}`));
}
