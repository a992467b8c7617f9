// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../../../web/api/spread.ts';
import type { Leaders } from '../../../../web/api/spread-compare.ts';
import { readList, writeList } from '../../../../web/client/spread/address.ts';
import { overviewPanel } from '../../../../web/client/spread/overview-panel.ts';
import {
  columnsOf,
  countKey,
  overviewCells,
  overviewKey,
  pairKey,
  sortedRows,
} from '../../../../web/client/spread/overview-table.ts';
import { panelOf } from '../../../../web/client/spread/panel.ts';
import { placeKey, readSelection, writeSelection } from '../../../../web/client/spread/selection.ts';
import { whenText } from '../../../../web/client/spread/times.ts';
import { HUZHOU, href, JIAXING, LESSON, MEETING, PROVINCE, SAMPLE, WENZHOU, when } from './sample.ts';

describe('a date in words', () => {
  it.each([
    [when('2019-07-01', '2019-07-31', { precision: 'month' }), '2019-07'],
    [when('2021-04-27', '2021-04-27'), '2021-04-27'],
    [when('2021-04-20', '2021-04-27', { words: '近日' }), '2021-04-20 – 2021-04-27（近日）'],
    [when(null, '2019-07-03'), '不晚于 2019-07-03'],
    [when(null, null), '时间不明'],
  ])('%j is %s', (time, text) => {
    expect(whenText(time)).toBe(text);
  });
});

describe('a selection', () => {
  it.each([
    HUZHOU,
    placeKey(HUZHOU, '2019'),
    placeKey(HUZHOU, 'undated'),
    '2019',
    '2019-07',
    MEETING,
    LESSON,
    'person/王昌荣',
  ])('survives the address as %s', (text) => {
    const selection = readSelection(text);
    expect(selection && writeSelection(selection)).toBe(text);
  });

  it.each([undefined, '', 'org/省委政法委', 'nothing', '<script>'])('is none for %s', (text) => {
    expect(readSelection(text)).toBeNull();
  });

  it('keeps lists of ids that hold what separates them', () => {
    const ids = ['program/一,二', 'program/100%2C', 'program/全科网格'];
    expect(readList(writeList(ids))).toEqual(ids);
    expect(readList(undefined)).toEqual([]);
  });
});

describe('the right column', () => {
  const panel = (cell: string) => {
    const selection = readSelection(cell);
    return selection && panelOf(SAMPLE, selection);
  };
  const keys = (cell: string) => panel(cell)?.groups.map(({ items }) => items.map(({ key }) => key));

  it('lists every claim on a place, or those of one period', () => {
    expect(keys(HUZHOU)).toEqual([SAMPLE.places[1]?.claims.map(({ key }) => key)]);
    expect(keys(placeKey(HUZHOU, '2019'))).toEqual([[SAMPLE.places[1]?.claims[0]?.key]]);
  });

  it('says when a place began, its rank, and how far behind the first it may be', () => {
    expect(panel(WENZHOU)?.lines).toEqual([
      '最早写到：2020',
      '第 2',
      '比最早的晚 547 天，按日期的宽窄可能是 182–730 天',
      '提到温州的报道共 2 篇。',
    ]);
    expect(panel(HUZHOU)?.lines.slice(0, 2)).toEqual(['最早写到：不晚于 2019-07-03', '最早']);
  });

  it('says that nothing can be known where nothing was printed, and lists no articles', () => {
    expect(panel(JIAXING)).toMatchObject({ lines: ['嘉兴没有报道：不能判断有无。'], articles: null });
  });

  it('offers the articles of a cell that has no claim', () => {
    expect(panel(placeKey(HUZHOU, '2020'))).toMatchObject({
      lines: ['湖州有 1 篇报道，都没有提及。'],
      articles: { place: HUZHOU, period: '2020' },
    });
  });

  it('shows who began in a period', () => {
    expect(panel('2020')).toMatchObject({ title: '全科网格 × 2020', groups: [{ head: '温州' }] });
  });

  it('says of a meeting that places only met there', () => {
    expect(panel(MEETING)).toMatchObject({ title: '现场会', lines: ['同场发言只说明见过面，不说明谁向谁学。'] });
    expect(keys(MEETING)).toEqual([[`PRESENTED_AT|${HUZHOU}|${MEETING}`], [`PRESENTED_AT|${WENZHOU}|${MEETING}`]]);
  });

  it('shows the sentence of a lesson', () => {
    expect(panel(LESSON)).toMatchObject({ title: '温州向湖州学习' });
    expect(keys(LESSON)).toEqual([[LESSON]]);
  });

  it.each(['place/浙江省/没有', '1999', 'event/bbbbbbbbbbbbbbbb', 'A|b|c'])('is empty for %s', (cell) => {
    expect(panel(cell)).toBeNull();
  });
});

describe('the table of programs', () => {
  const cell = (place: string, to: string | null) => ({
    place,
    stage: 'practised' as const,
    sentences: 1,
    when: when(null, to),
    keys: [`LAUNCHED_IN|x|${place}|practised`],
  });
  const matrix: Matrix = {
    counted: { articles: 5, isCurrent: true },
    level: 'city',
    within: PROVINCE,
    places: [
      { id: HUZHOU, name: '湖州市', declared: true, articles: 4 },
      { id: JIAXING, name: '嘉兴市', declared: true, articles: 0 },
      { id: 'place/江苏省/苏州市', name: '苏州市', declared: false, articles: 1 },
    ],
    programs: [
      { id: 'program/全科网格', name: '全科网格', adopted: 1, cells: [cell(HUZHOU, '2019-07-03')], above: [] },
      {
        id: 'program/村情通',
        name: '村情通',
        adopted: 2,
        cells: [cell(HUZHOU, '2020-01-01'), cell(JIAXING, null)],
        above: [],
      },
      { id: 'program/平安浙江', name: '平安浙江', adopted: 0, cells: [], above: [cell(PROVINCE, '2004-05-31')] },
    ],
    left: 0,
  };
  const names = (typed: string, sort: 'places' | 'first' | 'name') =>
    sortedRows(matrix.programs, typed, sort).map(({ name }) => name);

  it('sorts by places, by the first date or by name, and filters by name', () => {
    expect(names('', 'places')).toEqual(['村情通', '全科网格', '平安浙江']);
    expect(names('', 'first')).toEqual(['全科网格', '村情通', '平安浙江']);
    expect(names('', 'name')).toEqual(['村情通', '平安浙江', '全科网格']);
    expect(names(' 网格', 'places')).toEqual(['全科网格']);
  });

  it('has the province in front, and leaves out places of elsewhere that nothing stands in', () => {
    expect(columnsOf(matrix).map(({ id }) => id)).toEqual([PROVINCE, HUZHOU, JIAXING]);
  });

  it('has other provinces as a whole behind the places that are counted', () => {
    const [first, ...rest] = matrix.programs;
    if (!first) throw new Error('expected a program');
    const programs = [{ ...first, above: [cell('place/四川省', '2018')] }, ...rest];
    const SICHUAN = 'place/四川省';
    expect(columnsOf({ ...matrix, programs }).map(({ id }) => id)).toEqual([PROVINCE, HUZHOU, JIAXING, SICHUAN]);
    expect(columnsOf({ ...matrix, programs, within: '' }).at(0)?.id).toBe(SICHUAN);
  });

  it('reads cells out with program, place, stage and number of sentences', () => {
    const [grid] = matrix.programs;
    const labels = grid && overviewCells(grid, columnsOf(matrix), href).map(({ label }) => label);
    expect(labels).toEqual([
      '全科网格，浙江省，有报道，未提及',
      '全科网格，湖州，已实行，1 条证据',
      '全科网格，嘉兴，没有报道',
    ]);
  });

  it('opens the sentences of a cell, or says that there are none', () => {
    expect(overviewPanel(matrix, overviewKey('program/全科网格', HUZHOU))).toMatchObject({
      title: '全科网格 × 湖州',
      lines: ['已实行，不晚于 2019-07-03'],
      groups: [{ items: [{ key: `LAUNCHED_IN|x|${HUZHOU}|practised` }] }],
    });
    expect(overviewPanel(matrix, overviewKey('program/全科网格', JIAXING))?.lines).toEqual([
      '嘉兴没有报道：不能判断有无。',
    ]);
    expect(overviewPanel(matrix, 'program/没有|x')).toBeNull();
    expect(overviewPanel(matrix, undefined)).toBeNull();
  });

  it('opens the programs that a number of the leaders counts, and says where the table lacks some', () => {
    const pair = { leaderName: '湖州市', followerName: '嘉兴市', medianLag: null, pValue: null };
    const place = { name: '湖州市', programs: 2, innovativeness: null, scored: 0, medianLag: null };
    const leaders: Leaders = {
      counted: { articles: 5, isCurrent: true },
      level: 'city',
      within: PROVINCE,
      leaders: [{ ...place, place: HUZHOU, firsts: ['program/全科网格'] }],
      pairs: [
        { ...pair, leader: HUZHOU, follower: JIAXING, led: ['program/村情通', 'program/别的'], followed: [], ties: [] },
      ],
      pairsTotal: 1,
    };
    const opened = (key: string) => overviewPanel(matrix, key, leaders);
    expect(overviewPanel(matrix, HUZHOU)?.groups.map(({ head }) => head)).toEqual(['全科网格', '村情通']);
    expect(opened(countKey(HUZHOU, 'first'))?.groups.map(({ head }) => head)).toEqual(['全科网格']);
    const led = opened(countKey(pairKey(HUZHOU, JIAXING), 'led'));
    expect(led).toMatchObject({ title: '湖州与嘉兴都有的项目 · 前者在先的', lines: ['先列 1 条，共 2 条'] });
    expect(led?.groups.map(({ head, items }) => [head, items.length])).toEqual([['村情通', 2]]);
    expect(opened(countKey(pairKey(HUZHOU, JIAXING), 'followed'))).toBeNull();
    expect(overviewPanel(matrix, countKey(HUZHOU, 'first')), 'until the leaders are there').toBeNull();
  });
});
