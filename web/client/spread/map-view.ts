/** The map of the eleven cities at a day: what each had by then, and what that day changed. */
import type { PlaceRow, Spread, SpreadStage } from '../../api/spread.ts';
import { spreadWords } from '../words/spread.ts';
import { rowsOf, strongest } from './claims.ts';
import type { TileView } from './drawn.ts';
import { CITY_TILES, type CityTile } from './hexagons.ts';
import { shortName } from './names.ts';
import { firstDay, lastDay } from './scale.ts';
import { placeKey } from './selection.ts';
import { stateWord } from './time-table.ts';
import { isBy } from './times.ts';

/** Where the tiles lie: elsewhere there is no such map. */
const PROVINCE = '浙江省';

/** Whether the page of a spread has a map: some of its places lie in the cities of Zhejiang. */
export function hasMap(spread: Spread): boolean {
  return spread.level !== 'province' && spread.places.some(({ path }) => path.startsWith(`${PROVINCE}/`));
}

/** A moment at which the map can stop: the last day that counts. */
export interface MapStop {
  readonly day: number;
  /** `2019-12-31`; null for the end, where what has no date is shown as well. */
  readonly date: string | null;
}

/** The end of every period, every last possible day of a claim, and the end. */
export function mapStops(spread: Spread): readonly MapStop[] {
  const ends = spread.periods.map(lastDateOf);
  const claimed = rowsIn(spread).flatMap(({ claims }) => claims.flatMap(({ when }) => when.to ?? []));
  const dates = [...new Set([...ends, ...claimed])].sort();
  const stops: MapStop[] = dates.map((date) => ({ day: lastDay(date), date }));
  return [...stops, { day: Number.POSITIVE_INFINITY, date: null }];
}

/** What is known of a city by a day. */
export interface CityState {
  readonly stage: SpreadStage | null;
  readonly covered: boolean;
  /** Articles about it by then; at finer levels, its places that had something by then. */
  readonly count: number;
}

/** The state of one city at a stop. */
export function cityState(spread: Spread, { name }: CityTile, { day, date }: MapStop): CityState {
  const path = `${PROVINCE}/${name}`;
  const rows = rowsIn(spread).filter((row) => row.path === path || row.path.startsWith(`${path}/`));
  const said = rows.map(({ claims }) => claims.filter(({ when }) => date === null || isBy(when, day)));
  const articles = rows.map((row) => articlesBy(spread, row, day));
  return {
    stage: strongest(said.flat()),
    covered: articles.some((count) => count > 0),
    count:
      spread.level === 'city'
        ? articles.reduce((sum, count) => sum + count, 0)
        : said.filter((claims) => claims.length > 0).length,
  };
}

/** All tiles at a stop. `href` gives the address of a city's sentences. */
export function tilesAt(spread: Spread, stop: MapStop, href: (cell: string) => string): readonly TileView[] {
  return CITY_TILES.map((tile) => {
    const { stage, covered, count } = cityState(spread, tile, stop);
    const key = placeKey(`place/${PROVINCE}/${tile.name}`);
    const { articles, shortArticles, noArticles, places } = spreadWords();
    const [counted, short] =
      spread.level === 'city' ? [articles(count), shortArticles(count)] : [places(spread.level, count), String(count)];
    const note = covered || stage !== null ? short : noArticles;
    const state = stateWord(stage ?? (covered ? 'silent' : 'uncovered'));
    const name = shortName(tile.name);
    // What is read out begins with what is seen.
    const more = covered && note !== counted ? [counted] : [];
    const label = spreadWords().list([`${name} ${note}`, spread.program.name, state, ...more]);
    return { tile, key, name, mark: stage, covered, note, label, href: href(key) };
  });
}

/** What a stop changed against the one before: `湖州：首创；温州：已实行`. Empty where nothing did. */
export function changesAt(spread: Spread, stops: readonly MapStop[], index: number): string {
  const [now, before] = [stops[index], stops[index - 1]];
  if (!now) return '';
  const states = CITY_TILES.map((tile) => ({
    name: shortName(tile.name),
    now: cityState(spread, tile, now),
    before: before ? cityState(spread, tile, before) : NOTHING,
  }));
  const { pair, sentences, firstReported, join } = spreadWords();
  const begun = states.flatMap((state) =>
    state.now.stage !== null && state.now.stage !== state.before.stage
      ? pair(state.name, stateWord(state.now.stage))
      : [],
  );
  // Where it began on this day, that it was reported on goes without saying.
  const reported = states.flatMap((state) =>
    state.now.covered && !state.before.covered && state.now.stage === state.before.stage ? state.name : [],
  );
  return sentences([...begun, ...(reported.length > 0 ? [firstReported(join(reported))] : [])]);
}

const NOTHING: CityState = { stage: null, covered: false, count: 0 };

/** Those of the province alone: what lies above a city is not on the map. */
function rowsIn(spread: Spread): readonly PlaceRow[] {
  return rowsOf(spread).filter(({ path }) => path.startsWith(`${PROVINCE}/`));
}

function articlesBy({ periods }: Spread, { coverage }: PlaceRow, day: number): number {
  return coverage.reduce((sum, count, index) => (firstDay(periods[index] as string) <= day ? sum + count : sum), 0);
}

/** The last day of a period. */
function lastDateOf(period: string): string {
  const [year = 0, month = 12] = period.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 'yyyy-mm-dd'.length);
}
