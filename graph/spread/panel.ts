/** One row a place and period, for event history analysis in R or Stata. */

import type { SpreadFigures, SpreadRow } from './figures.ts';
import { shareBefore } from './neighbours.ts';
import { liesIn } from './place-levels.ts';

export interface PanelRow {
  readonly program: string;
  readonly place: string;
  readonly name: string;
  readonly period: string;
  /** 1 from the period of adoption on, else 0. */
  readonly adopted: 0 | 1;
  /** 1 in the period of adoption: the outcome of a discrete-time hazard model. */
  readonly adopts: 0 | 1;
  /** The strongest stage known by the end of the period; empty for none. */
  readonly stage: string;
  /** Share of neighbours that had it in the period before; empty where that is not known. */
  readonly neighbours: number | null;
  /** Periods since the first declared place adopted; empty before. */
  readonly sinceFirst: number | null;
  /** Whether a place that it lies in had spoken of it by then. */
  readonly above: 0 | 1;
  readonly articles: number;
  /** 1 where no article names the place in the period: 0 in `adopted` then means unknown. */
  readonly uncovered: 0 | 1;
  readonly leftCensored: 0 | 1;
  /** 1 where the date is only "no later than". */
  readonly bounded: 0 | 1;
}

export const PANEL_COLUMNS = [
  'program',
  'place',
  'name',
  'period',
  'adopted',
  'adopts',
  'stage',
  'neighbours',
  'sinceFirst',
  'above',
  'articles',
  'uncovered',
  'leftCensored',
  'bounded',
] as const satisfies readonly (keyof PanelRow)[];

/** Rows by place, then period, of declared places. */
export function panelOf(
  program: string,
  figures: SpreadFigures,
  neighboursOf: (id: string) => readonly string[] | null,
): readonly PanelRow[] {
  const { periods } = figures;
  const places = figures.places.filter(({ declared }) => declared);
  const indices = new Map(places.map(({ id }, index) => [id, index]));
  const adopted = places.map(periodOfAdoption);
  const dated = adopted.flatMap((period) => (period === null || period < 0 ? [] : [period]));
  const first = dated.length > 0 ? Math.min(...dated) : null;
  return places.flatMap((place, index) => {
    const own = adopted[index] ?? null;
    const touching = neighboursOf(place.id)?.flatMap((id) => indices.get(id) ?? []);
    const above = figures.above.flatMap((row) => (liesIn(place.id, row.id) ? row.claims : []));
    return periods.map((period, at) => ({
      program,
      place: place.id,
      name: place.name,
      period,
      adopted: own !== null && own <= at ? 1 : 0,
      adopts: own === at ? 1 : 0,
      stage: stageBy(place, period),
      neighbours: touching && touching.length > 0 && at > 0 ? shareBefore(touching, adopted, at) : null,
      sinceFirst: first === null || at < first ? null : at - first,
      above: above.some(({ when }) => isBy(when.to, period)) ? 1 : 0,
      articles: place.coverage[at] ?? 0,
      uncovered: place.coverage[at] ? 0 : 1,
      leftCensored: place.leftCensored ? 1 : 0,
      bounded: place.adopted?.basis === 'printed' ? 1 : 0,
    }));
  });
}

/** -1 for before the periods, and for adopters of whose time nothing is known. */
function periodOfAdoption({ period, leftCensored, adopted }: SpreadRow): number | null {
  return leftCensored || (adopted !== null && adopted.to === null) ? -1 : period;
}

function stageBy({ claims }: SpreadRow, period: string): string {
  return claims.find(({ when }) => isBy(when.to, period))?.stage ?? '';
}

function isBy(day: string | null, period: string): boolean {
  return day !== null && day.slice(0, period.length) <= period;
}
