// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../../../web/api/spread.ts';
import type { Carriers, Compared } from '../../../../web/api/spread-compare.ts';
import {
  comparedLines,
  comparedPanel,
  compareInput,
  isStretch,
  readPair,
  sideName,
  withSide,
} from '../../../../web/client/spread/compare-view.ts';
import { probabilityText, rateText, testText } from '../../../../web/client/spread/numbers.ts';
import { overviewPanel } from '../../../../web/client/spread/overview-panel.ts';
import { pairKey } from '../../../../web/client/spread/overview-table.ts';
import { panelOf } from '../../../../web/client/spread/panel.ts';
import { HUZHOU, JIAXING, PROVINCE, SAMPLE, WENZHOU, when } from './sample.ts';

const GRID = 'program/全科网格';
const ONCE = 'program/最多跑一次';

describe('a comparison in the address', () => {
  it('is of programs, places or stretches of time, or none', () => {
    expect(readPair({ compare: `${GRID},${ONCE}` })).toEqual({ field: 'compare', sides: [GRID, ONCE] });
    expect(readPair({ places: '' })).toEqual({ field: 'places', sides: [] });
    expect(readPair({ q: 'x' })).toBeNull();
  });

  it('is asked for once both sides are known', () => {
    const pair = readPair({ compare: `${GRID},${ONCE}` });
    expect(pair && compareInput(pair, { level: 'county' })).toEqual({
      by: 'program',
      a: GRID,
      b: ONCE,
      level: 'county',
    });
    expect(compareInput({ field: 'places', sides: [HUZHOU] }, {})).toBeNull();
    expect(compareInput({ field: 'periods', sides: ['2017..2019', 'soon'] }, {})).toBeNull();
    expect(compareInput({ field: 'periods', sides: ['2017..2019', '2020'] }, { program: GRID })).toEqual({
      by: 'period',
      a: '2017..2019',
      b: '2020',
      level: 'city',
      program: GRID,
    });
  });

  it('keeps the other side when one is changed', () => {
    expect(withSide({ field: 'compare', sides: [GRID, ONCE] }, 1, 'program/甲,乙')).toEqual({
      compare: `${GRID},program/甲%2C乙`,
    });
    expect(readPair(withSide({ field: 'places', sides: [] }, 0, HUZHOU))?.sides).toEqual([HUZHOU]);
  });

  it.each([
    ['2019', true],
    ['2019-07', true],
    ['2017..2019', true],
    ['2017-03..2019-12', true],
    ['2019-07-01', false],
    ['', false],
  ])('takes %s for a stretch of time: %s', (text, is) => {
    expect(isStretch(text)).toBe(is);
  });

  it('calls a side by its short name', () => {
    expect([HUZHOU, GRID, '2017..2019'].map(sideName)).toEqual(['湖州', '全科网格', '2017–2019']);
  });
});

describe('a compared thing', () => {
  const side = (to: string, key: string) => ({ when: when(null, to), lastPrinted: to, keys: [key], evidence: [] });
  const both: Compared = {
    id: HUZHOU,
    name: '湖州市',
    a: side('2019-07-03', 'A|b|c'),
    b: side('2020-01-01', 'D|e|f'),
    first: 'a',
    replaced: null,
  };
  const names = ['全科网格', '最多跑一次'] as const;

  it('says when each side had it and which came first', () => {
    expect(comparedLines(both, names)).toEqual([
      '全科网格：不晚于 2019-07-03',
      '最多跑一次：不晚于 2020-01-01',
      '全科网格在先',
    ]);
    expect(comparedLines({ ...both, first: 'together' }, names).at(-1)).toBe('分不出先后');
  });

  it('says that one was no longer printed once the other had begun, not that it ended', () => {
    expect(comparedLines({ ...both, replaced: 'a' }, names).at(-1)).toBe(
      '最多跑一次开始以后，没有再见到全科网格的报道',
    );
  });

  it('of one side only says no name: the list has it', () => {
    expect(comparedLines({ ...both, b: null, first: null }, names)).toEqual(['不晚于 2019-07-03']);
  });

  it('opens the sentences of both sides', () => {
    expect(comparedPanel(both, names).groups).toEqual([
      { key: '全科网格', head: '全科网格', items: [{ key: 'A|b|c', claim: null }] },
      { key: '最多跑一次', head: '最多跑一次', items: [{ key: 'D|e|f', claim: null }] },
    ]);
  });
});

describe('who may have carried a program', () => {
  const post = (place: string, key: string) => ({
    place,
    title: '书记',
    body: 'org/市委',
    bodyName: '市委',
    from: '2019-01-02',
    to: '2019-07-03',
    key,
    evidence: [],
  });
  const carriers: Carriers['carriers'] = [
    {
      person: 'person/王某',
      name: '王某',
      from: post(HUZHOU, 'HOLDS|a|b'),
      to: post(WENZHOU, 'HOLDS|a|c'),
      fromAdopted: when(null, '2019-07-03'),
      toAdopted: when(null, '2020-12-31'),
      adoptions: [],
      gap: 9,
    },
  ];

  it('is shown with both posts and what was written in both places, as a candidate', () => {
    const panel = panelOf(SAMPLE, { kind: 'carrier', person: 'person/王某' }, carriers);
    expect(panel?.groups.map(({ items }) => items.map(({ key }) => key))).toEqual([
      ['HOLDS|a|b'],
      ['HOLDS|a|c'],
      [`LAUNCHED_IN|${GRID}|${HUZHOU}/吴兴区|origin`],
      [`LAUNCHED_IN|${GRID}|${WENZHOU}|practised`],
    ]);
    expect(panel?.lines.join()).toContain('先后不是因果');
  });

  it('is nobody where there is no such candidate', () => {
    expect(panelOf(SAMPLE, { kind: 'carrier', person: 'person/别人' }, carriers)).toBeNull();
  });
});

describe('a place over all programs', () => {
  const cell = (place: string, stage: 'origin' | 'planned') => ({
    place,
    stage,
    sentences: 1,
    when: when(null, '2019-07-03'),
    keys: [`LAUNCHED_IN|x|${place}|${stage}`],
  });
  const matrix: Matrix = {
    counted: { articles: 5, isCurrent: true },
    level: 'city',
    within: PROVINCE,
    places: [],
    programs: [
      { id: GRID, name: '全科网格', adopted: 2, cells: [cell(HUZHOU, 'origin'), cell(WENZHOU, 'origin')], above: [] },
      {
        id: ONCE,
        name: '最多跑一次',
        adopted: 1,
        cells: [cell(HUZHOU, 'planned'), cell(WENZHOU, 'origin')],
        above: [],
      },
    ],
    left: 0,
  };
  const heads = (key: string) => overviewPanel(matrix, key)?.groups.map(({ head }) => head);

  it('opens the programs that it has, and with another those that both have; a plan does not count', () => {
    expect(heads(WENZHOU)).toEqual(['全科网格', '最多跑一次']);
    expect(heads(pairKey(HUZHOU, WENZHOU))).toEqual(['全科网格']);
    expect(overviewPanel(matrix, JIAXING)).toBeNull();
  });
});

describe('a rate', () => {
  it('has two decimals, and a p-value no more than it can bear', () => {
    expect([rateText(0.2222), rateText(null)]).toEqual(['0.22', '—']);
    expect([probabilityText(0.0421), probabilityText(0.00001), probabilityText(null)]).toEqual([
      '0.042',
      '< 0.001',
      '—',
    ]);
    expect([testText(0.0421), testText(0.00001)]).toEqual(['= 0.042', '< 0.001']);
  });
});
