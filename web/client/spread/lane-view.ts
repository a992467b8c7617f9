/** The lanes of a program: places in the order in which they began, each with what was printed and what was said when. */
import type { Claim, PlaceRow, Spread, When } from '../../api/spread.ts';
import { spreadWords } from '../words/spread.ts';
import { byStageAndTime, isAdoption, rowsOf, sentenceCount } from './claims.ts';
import type { Lane, LaneArrow, LaneBlock, LaneMark } from './drawn.ts';
import { shortName } from './names.ts';
import { type TimeScale, timeScale } from './scale.ts';
import { placeKey } from './selection.ts';
import { columnOf, EARLIER, LATER, UNDATED, whenDays, whenText } from './times.ts';

export type LaneOrder = 'time' | 'region';

/** Places in the order of the lanes: by rank, then those with other claims, then the rest as they came. */
export function orderedPlaces(places: readonly PlaceRow[], order: LaneOrder): readonly PlaceRow[] {
  if (order === 'region') return places;
  const weight = ({ rank, adopted, claims }: PlaceRow) =>
    rank ?? (adopted ? places.length + 1 : claims.length > 0 ? places.length + 2 : places.length + 3);
  // Sorting is stable: what weighs the same keeps the order of the regions.
  return [...places].sort((one, other) => weight(one) - weight(other));
}

/** The line of years that lanes are drawn on, in per cent; null where nothing was printed. */
export function laneScale({ periods }: Pick<Spread, 'periods'>): TimeScale | null {
  const [first, last] = [periods[0], periods.at(-1)];
  return first === undefined || last === undefined ? null : timeScale(yearOf(first), yearOf(last), 0, 100);
}

/** The lane of a place. `href` gives the address of a cell. */
export function laneOf(spread: Spread, row: PlaceRow, scale: TimeScale, href: (cell: string) => string): Lane {
  return {
    key: row.id,
    rank: row.rank === null ? '' : `${row.rank}${row.tied ? '=' : ''}`,
    name: shortName(row.name),
    blocks: blocksOf(spread, row, scale),
    marks: marksOf(spread, row, scale, href),
  };
}

/** Arrows between lanes: only where a sentence says that one place learned from another. */
export function arrowsOf(
  spread: Spread,
  lanes: readonly Lane[],
  scale: TimeScale,
  href: (cell: string) => string,
): readonly LaneArrow[] {
  const names = new Map(rowsOf(spread).map(({ id, name }) => [id, shortName(name)]));
  return spread.learned.flatMap(({ learner, model, when, key, evidence }): LaneArrow[] => {
    const [from, to] = [model, learner].map((id) => lanes.findIndex((lane) => lane.key === id));
    if (from === undefined || to === undefined || from < 0 || to < 0) return [];
    const days = whenDays(when);
    const label = spreadWords().list([
      spreadWords().learnedFrom(names.get(learner) ?? learner, names.get(model) ?? model),
      whenText(when),
      spreadWords().evidence(evidence.length),
    ]);
    return [{ key, from, to, at: days ? scale.at(days.to) : 100, label, href: href(key) }];
  });
}

function blocksOf({ periods }: Spread, { coverage }: PlaceRow, scale: TimeScale): readonly LaneBlock[] {
  return scale.years.map((year) => {
    const articles = periods.reduce(
      (sum, period, index) => (yearOf(period) === year ? sum + (coverage[index] ?? 0) : sum),
      0,
    );
    return { ...scale.yearAt(year), text: articles === 0 ? '' : spreadWords().shortArticles(articles) };
  });
}

/** One mark for each stage and time; the one that the place began with has its date in words. */
function marksOf(spread: Spread, row: PlaceRow, scale: TimeScale, href: (cell: string) => string): readonly LaneMark[] {
  const first = firstClaim(row);
  const marks = byStageAndTime(row.claims).map((claims) => {
    const claim = claims[0] as Claim;
    const { stage, when } = claim;
    const key = placeKey(row.id, columnOf(when, spread.periods));
    const said = claims.includes(first as Claim);
    const text = said ? beyond(when, spread.periods) + whenText(when) : '';
    const inside = said ? within(row, claim) : '';
    // What is read out holds what is seen, in its order.
    const seen = [text || whenText(when), inside].filter(Boolean).join(' ');
    const parts = [shortName(row.name), seen, spreadWords().stage[stage]];
    return {
      key,
      mark: stage,
      ...onScale(when, scale),
      text,
      within: inside,
      label: spreadWords().list([...parts, spreadWords().evidence(sentenceCount(claims))]),
      href: href(key),
    };
  });
  return marks.map((mark) => ({ ...mark, ...roomFor(mark, marks) }));
}

/** Per cent of a lane, on a page of usual width, that a mark, a Chinese character and any other take. */
const [MARK, WIDE, NARROW] = [3, 1.6, 0.85] as const;
/** Beyond this much of a lane words stand before their mark. */
const WORDS_BEFORE = 62;

/** Words stand where no other mark does; where there is room on neither side, there are none. */
function roomFor(
  { at, text, within: inside }: Pick<LaneMark, 'at' | 'text' | 'within'>,
  marks: readonly Pick<LaneMark, 'at'>[],
): Pick<LaneMark, 'text' | 'within' | 'side'> {
  const words = widthOf(text + inside);
  const isFree = (from: number, to: number): boolean => marks.every((other) => other.at <= from || other.at >= to);
  const fits = {
    after: at <= WORDS_BEFORE && isFree(at, at + words + MARK),
    before: at >= words && isFree(at - words - MARK, at),
  };
  const side = at > WORDS_BEFORE || !fits.after ? 'before' : 'after';
  return fits[side] ? { text, within: inside, side } : { text: '', within: '', side };
}

function widthOf(words: string): number {
  return [...words].reduce((sum, one) => sum + (/\p{Script=Han}/u.test(one) ? WIDE : NARROW), 0);
}

/** The claim that the place began with: the one its date comes from, else the first. */
function firstClaim({ claims, adopted }: PlaceRow): Claim | undefined {
  const begun = adopted && claims.find((claim) => isAdoption(claim) && claim.when.to === adopted.to);
  return begun || claims[0];
}

/** Of unknown time: anywhere on the line. */
function onScale(when: When, scale: TimeScale): Pick<LaneMark, 'from' | 'to' | 'at'> {
  const days = whenDays(when);
  if (days === null) return { from: 0, to: 100, at: 50 };
  const to = scale.at(days.to);
  if (days.from === null) return { from: null, to, at: to };
  // Of a range that the text gives every day is as good as another.
  const from = scale.at(days.from);
  return { from, to, at: (from + to) / 2 };
}

/** A sign that the mark stands at the end of the line because its time lies beyond. */
function beyond(when: When, periods: readonly string[]): string {
  return { [EARLIER]: '‹ ', [LATER]: '› ', [UNDATED]: '' }[columnOf(when, periods)] ?? '';
}

/** The place within the lane's place that the text names. */
function within({ id }: PlaceRow, { place, placeName }: Claim): string {
  return place === id ? '' : placeName;
}

const yearOf = (period: string): number => Number(period.slice(0, 4));
