// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Spread } from '../../../../web/api/spread.ts';
import { coveredLine, curveText, programLine } from '../../../../web/client/spread/curve-view.ts';
import { CITY_TILES, type CityTile } from '../../../../web/client/spread/hexagons.ts';
import { arrowsOf, laneOf, laneScale, orderedPlaces } from '../../../../web/client/spread/lane-view.ts';
import { changesAt, cityState, hasMap, mapStops, tilesAt } from '../../../../web/client/spread/map-view.ts';
import type { TimeScale } from '../../../../web/client/spread/scale.ts';
import { shownPlaces } from '../../../../web/client/spread/shown-places.ts';
import { columnHeads, timeCells, timeColumns } from '../../../../web/client/spread/time-table.ts';
import { claim, HUZHOU, href, JIAXING, JINHUA, LESSON, PROVINCE, placeRow, SAMPLE, WENZHOU, when } from './sample.ts';

const row = (id: string) => [...SAMPLE.above, ...SAMPLE.places].find((place) => place.id === id) ?? placeRow(id, []);

describe('the table of places and times', () => {
  const columns = timeColumns(SAMPLE);
  const states = (id: string) => timeCells(SAMPLE, row(id), columns, href).map(({ state }) => state);

  it('has a column for what lies before the papers and for what has no date', () => {
    expect(columns).toEqual(['earlier', '2019', '2020', '2021', 'undated']);
  });

  it('leaves months out in which nothing was printed and nothing is stated', () => {
    const months: Spread = {
      ...SAMPLE,
      grain: 'month',
      periods: ['2019-06', '2019-07', '2019-08', '2019-09'],
      places: [placeRow(HUZHOU, [1, 0, 0, 0], { claims: [claim('origin', HUZHOU, when(null, '2019-08-03'))] })],
      above: [],
    };
    expect(timeColumns(months)).toEqual(['2019-06', '2019-08']);
  });

  it('puts a claim into the period of the last day it may mean', () => {
    expect(states(WENZHOU)).toEqual(['blank', 'uncovered', 'practised', 'presented', 'blank']);
    expect(states(PROVINCE)[0]).toBe('planned');
  });

  it('tells what was reported on without a mention from what was not reported on', () => {
    expect(states(HUZHOU).slice(1, 4)).toEqual(['origin', 'silent', 'presented']);
    expect(states(JIAXING).slice(1, 4)).toEqual(['uncovered', 'uncovered', 'uncovered']);
  });

  it('reads each cell out with program, place, time, stage and number of sentences', () => {
    expect(timeCells(SAMPLE, row(HUZHOU), columns, href)[1]?.label).toBe('全科网格，湖州，2019，首创，1 条证据');
    expect(timeCells(SAMPLE, row(JIAXING), columns, href)[1]?.label).toBe('全科网格，嘉兴，2019，没有报道');
  });

  it('counts a sentence that states two claims once', () => {
    const twice = placeRow(HUZHOU, [1, 0, 0], {
      claims: [claim('origin', HUZHOU, when(null, '2019-07-03')), claim('practised', HUZHOU, when(null, '2019-07-03'))],
    });
    expect(timeCells(SAMPLE, twice, columns, href)[1]).toMatchObject({ state: 'origin', evidence: 1 });
  });

  it('heads a period with the places of the level that were reported on in it', () => {
    expect(columnHeads(SAMPLE, columns).map(({ note }) => note)).toEqual(['', '1', '2', '3', '']);
  });

  it('shows all of a short list, and of a long one those of which something is known', () => {
    const silent = Array.from({ length: 40 }, (_, index) => placeRow(`place/浙江省/县${index}`, [0]));
    expect(shownPlaces(SAMPLE.places, false)).toEqual({ shown: SAMPLE.places, left: 0 });
    const { shown, left } = shownPlaces([...silent, ...SAMPLE.places], false);
    expect(shown.map(({ id }) => id)).toEqual([HUZHOU, WENZHOU, JINHUA]);
    expect(left).toBe(41);
    expect(shownPlaces([...silent, ...SAMPLE.places], true).left).toBe(0);
  });
});

describe('the lanes', () => {
  const scale = laneScale(SAMPLE) as TimeScale;
  const lane = (id: string) => laneOf(SAMPLE, row(id), scale, href);

  it('stand by rank, then by what else is known, or as the regions come', () => {
    const ids = (order: 'time' | 'region') => orderedPlaces(SAMPLE.places, order).map(({ id }) => id);
    expect(ids('time')).toEqual([HUZHOU, WENZHOU, JINHUA, JIAXING]);
    expect(ids('region')).toEqual(SAMPLE.places.map(({ id }) => id));
  });

  it('say "no later than" where only the day of printing is known, and the range where the text gives one', () => {
    expect(lane(HUZHOU).marks[0]).toMatchObject({
      mark: 'origin',
      from: null,
      text: '不晚于 2019-07-03',
      within: '吴兴区',
    });
    const [inYear] = lane(WENZHOU).marks;
    expect(inYear).toMatchObject({ mark: 'practised', text: '2020', within: '' });
    expect((inYear?.to ?? 0) - (inYear?.from ?? 0)).toBeCloseTo(100 / 3, 0);
  });

  it('spread what has no date over the whole line', () => {
    expect(lane(JINHUA).marks[0]).toMatchObject({ from: 0, to: 100, text: '时间不明' });
  });

  it('show a mark from before the papers at the edge, with a sign that it lies beyond', () => {
    expect(lane(PROVINCE).marks[0]).toMatchObject({ text: '‹ 不晚于 2017-09-30' });
    expect(lane(PROVINCE).marks[0]?.to).toBeLessThan(0.1);
  });

  it('have words where no other mark stands, and none where one stands on either side', () => {
    const said = (...days: readonly string[]) => {
      const claims = days.map((day, index) => claim(index === 0 ? 'practised' : 'planned', HUZHOU, when(day, day)));
      const placed = placeRow(HUZHOU, [1, 1, 1], {
        claims,
        adopted: when(days[0] ?? null, days[0] ?? null),
      });
      const found = laneOf(SAMPLE, placed, scale, href).marks.find(({ mark }) => mark === 'practised');
      return [found?.text, found?.side];
    };
    expect(said('2020-03-01')).toEqual(['2020-03-01', 'after']);
    expect(said('2020-03-01', '2020-04-20')).toEqual(['2020-03-01', 'before']);
    expect(said('2020-03-01', '2020-04-20', '2020-01-15')).toEqual(['', 'before']);
    expect(said('2021-11-01')).toEqual(['2021-11-01', 'before']);
  });

  it('say how many articles each year has, and leave years without any empty', () => {
    expect(lane(WENZHOU).blocks.map(({ text }) => text)).toEqual(['', '1 篇', '1 篇']);
  });

  it('have an arrow only where a sentence says who learned from whom', () => {
    const lanes = [lane(HUZHOU), lane(WENZHOU)];
    expect(arrowsOf(SAMPLE, lanes, scale, href)).toMatchObject([
      { key: LESSON, from: 0, to: 1, label: '温州向湖州学习，2020-05-06，1 条证据' },
    ]);
    expect(arrowsOf({ ...SAMPLE, learned: [] }, lanes, scale, href)).toEqual([]);
    expect(arrowsOf(SAMPLE, [lane(HUZHOU)], scale, href)).toEqual([]);
  });
});

describe('the map', () => {
  const stops = mapStops(SAMPLE);
  const end = { day: Number.POSITIVE_INFINITY, date: null };
  const tile = (name: string) => CITY_TILES.find((one) => one.name === name) as CityTile;
  const at = (date: string | null) => stops.findIndex((stop) => stop.date === date);
  const state = (name: string, date: string | null) => cityState(SAMPLE, tile(name), stops[at(date)] ?? end);

  it('stops at the end of each period, at each claim, and at the end', () => {
    expect(stops.map(({ date }) => date)).toEqual([
      '2019-07-03',
      '2019-12-31',
      '2020-12-31',
      '2021-04-27',
      '2021-12-31',
      null,
    ]);
  });

  it('shows a place only from the last day on which it may have begun', () => {
    expect(state('湖州市', '2019-07-03').stage).toBe('origin');
    expect(state('温州市', '2019-12-31').stage).toBeNull();
    expect(state('温州市', '2020-12-31').stage).toBe('practised');
  });

  it('shows what has no date only at the end', () => {
    expect(state('金华市', '2021-12-31').stage).toBeNull();
    expect(state('金华市', null).stage).toBe('planned');
  });

  it('tells cities without articles from those with some', () => {
    expect(state('嘉兴市', null)).toEqual({ stage: null, covered: false, count: 0 });
    expect(state('金华市', '2019-12-31').covered).toBe(false);
    expect(state('金华市', '2021-12-31').covered).toBe(true);
  });

  it('says what each stop changed', () => {
    expect(changesAt(SAMPLE, stops, 0)).toBe('湖州：首创');
    expect(changesAt(SAMPLE, stops, at('2020-12-31'))).toBe('温州：已实行');
    expect(changesAt(SAMPLE, stops, at('2019-12-31'))).toBe('');
    expect(changesAt(SAMPLE, stops, at('2021-04-27'))).toBe('金华开始有报道');
  });

  it('reads each city out, and leads to its sentences', () => {
    const tiles = tilesAt(SAMPLE, end, href);
    expect(tiles.find(({ name }) => name === '湖州')).toMatchObject({
      label: '湖州 4 篇，全科网格，首创',
      href: `?cell=${HUZHOU}`,
      note: '4 篇',
    });
    expect(tiles.find(({ name }) => name === '嘉兴')).toMatchObject({
      label: '嘉兴 无报道，全科网格，没有报道',
      note: '无报道',
    });
  });

  it('is shown where places of Zhejiang are concerned, and counts lower places in their city', () => {
    expect(hasMap(SAMPLE)).toBe(true);
    expect(hasMap({ ...SAMPLE, places: [placeRow('place/江苏省/苏州市', [1])] })).toBe(false);
    const county: Spread = {
      ...SAMPLE,
      level: 'county',
      places: [placeRow(`${HUZHOU}/吴兴区`, [1, 0, 0], { claims: row(HUZHOU).claims })],
    };
    expect(cityState(county, tile('湖州市'), end)).toMatchObject({ stage: 'origin', count: 1 });
  });
});

describe('the curve', () => {
  it('steps on the last possible day of each place, over the places that were reported on', () => {
    const day = (iso: string) => Date.parse(iso) / 86_400_000;
    expect(programLine(SAMPLE, 'main').steps).toEqual([
      { day: day('2019-07-03'), count: 1 },
      { day: day('2020-12-31'), count: 2 },
    ]);
    expect(coveredLine(SAMPLE.curve).steps.map(({ count }) => count)).toEqual([1, 2, 3]);
    expect(curveText([coveredLine(SAMPLE.curve), programLine(SAMPLE, 'main')])).toBe('有报道 3，全科网格 2');
  });
});
