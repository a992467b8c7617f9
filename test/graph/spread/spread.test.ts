import { describe, expect, it } from 'vitest';
import { openAdjacency } from '../../../graph/spread/adjacency.ts';
import { panelOf } from '../../../graph/spread/panel.ts';
import { spreadFigures } from '../../../graph/spread/spread.ts';
import { claim, coverage, HANGZHOU, HUZHOU, PROGRAM, PROVINCE, type Said, statements, WENZHOU } from './world.ts';

const CITY = { level: 'city', grain: 'year', implied: false, within: PROVINCE } as const;
const EVERY_YEAR = ['2017', '2018', '2019', '2020', '2021'];
const SEEN = coverage({ [HUZHOU]: EVERY_YEAR, [WENZHOU]: EVERY_YEAR, [HANGZHOU]: ['2017'] });

function figures(said: readonly Said[], options: Partial<{ level: 'city' | 'county'; implied: boolean }> = {}) {
  return spreadFigures(statements(said.map(claim)), SEEN, { ...CITY, ...options });
}
const rowOf = (spread: ReturnType<typeof figures>, id: string) => spread.places.find((row) => row.id === id);

describe('the spread of a program', () => {
  it('counts what a text says of a street for its city, and says where it was', () => {
    const street = `${HUZHOU}/吴兴区/龙泉街道`;
    const spread = figures([{ place: street, stage: 'origin', printed: '2019-07-03' }]);
    expect(rowOf(spread, HUZHOU)).toMatchObject({
      stage: 'origin',
      claims: [{ place: street, placeName: '龙泉街道' }],
    });
    expect(spread.totals).toMatchObject({ adopted: 1, evidence: 0 });
  });

  it('keeps what is said of the province out of the cities, unless that is asked for', () => {
    const said = [{ place: PROVINCE, date: '2018' }];
    expect(figures(said)).toMatchObject({
      totals: { adopted: 0, evidence: 1 },
      above: [{ id: PROVINCE, stage: 'practised' }],
    });
    const implied = figures(said, { implied: true });
    expect(implied.totals).toMatchObject({ adopted: 11, evidence: 0 });
    expect(implied.places.flatMap(({ claims }) => claims.map((one) => one.implied))).toEqual(Array(11).fill(true));
  });

  it('compares before and after the place above spoke, and takes no other province for it', () => {
    const said = [
      { place: HUZHOU, date: '2020' },
      { place: 'place/四川省', date: '2018' },
    ];
    expect(figures(said).vertical).toBeNull();
    const spoken = figures([...said, { place: PROVINCE, date: '2019', stage: 'planned' as const }]).vertical;
    expect(spoken).toMatchObject({ above: PROVINCE, before: { adopters: [] }, after: { adopters: [HUZHOU] } });
    const byCounty = figures(
      [
        { place: HUZHOU, date: '2018' },
        { place: `${WENZHOU}/鹿城区`, date: '2020' },
      ],
      {
        level: 'county',
      },
    );
    expect(byCounty.vertical).toBeNull();
  });

  it('takes plans, presentations and lessons for no adoption', () => {
    const spread = figures(
      (['planned', 'presented', 'learned'] as const).map((stage) => ({ place: HUZHOU, stage, date: '2018' })),
    );
    expect(rowOf(spread, HUZHOU)).toMatchObject({ stage: 'planned', adopted: null, rank: null });
  });

  it('dates an adoption by its earliest evidence, and keeps the range', () => {
    const spread = figures([
      { place: HUZHOU, date: '2019', printed: '2021-04-28' },
      { place: HUZHOU, stage: 'origin', date: '2018-03', printed: '2020-01-02' },
    ]);
    expect(rowOf(spread, HUZHOU)?.adopted).toMatchObject({
      from: '2018-03-01',
      to: '2018-03-31',
      precision: 'month',
      basis: 'text',
    });
  });

  it('reads an undated report as "no later than", and a report within a stated year as its end', () => {
    const spread = figures([
      { place: HUZHOU, printed: '2019-07-03' },
      { place: WENZHOU, date: '2019', printed: '2019-05-06' },
    ]);
    expect(rowOf(spread, HUZHOU)?.adopted).toMatchObject({ from: null, to: '2019-07-03', basis: 'printed' });
    expect(rowOf(spread, WENZHOU)?.adopted).toMatchObject({ from: '2019-01-01', to: '2019-05-06', basis: 'text' });
  });

  it('keeps as a tie what the texts leave open', () => {
    const spread = figures([
      { place: HUZHOU, date: '2018' },
      { place: WENZHOU, date: '2018-03-01' },
      { place: HANGZHOU, date: '2019-01-01' },
    ]);
    const ranks = [HUZHOU, WENZHOU, HANGZHOU].map((id) => rowOf(spread, id)).map((row) => [row?.rank, row?.tied]);
    expect(ranks).toEqual([
      [1, true],
      [1, true],
      [3, false],
    ]);
    expect(spread.first).toEqual([WENZHOU, HUZHOU]);
    expect(rowOf(spread, HANGZHOU)?.lag).toEqual({ days: 306, least: 306, most: 306 });
    expect(rowOf(spread, HUZHOU)?.lag).toEqual({ days: 305, least: 0, most: 305 });
  });

  it('leaves who had it before the first paper out of the new ones, and counts him as having it', () => {
    const { curve, places } = figures([
      { place: HUZHOU, date: '1963' },
      { place: WENZHOU, date: '2019-05-01' },
    ]);
    expect(places.filter(({ leftCensored }) => leftCensored).map(({ id }) => id)).toEqual([HUZHOU]);
    expect(curve.map(({ cumulative }) => cumulative)).toEqual([1, 1, 2, 2, 2]);
    expect(curve.map(({ hazard }) => hazard)).toEqual([0, 0, 1 / 10, 0, 0]);
    expect(curve.flatMap(({ adopters }) => adopters)).toEqual([WENZHOU]);
  });

  it('censors a place when the papers stop writing about it', () => {
    const { curve } = figures([{ place: WENZHOU, date: '2019-05-01' }]);
    expect(curve.map(({ atRisk, events, censored }) => [atRisk, events, censored])).toEqual([
      [3, 0, 1],
      [2, 0, 0],
      [2, 1, 0],
      [1, 0, 0],
      [1, 0, 1],
    ]);
    expect(curve.map(({ survival }) => survival)).toEqual([1, 1, 0.5, 0.5, 0.5]);
  });

  it('parts adoptions before and after the province spoke', () => {
    const { vertical } = figures([
      { place: PROVINCE, stage: 'planned', date: '2019-06-01' },
      { place: HUZHOU, date: '2018-05-01' },
      { place: WENZHOU, date: '2020-05-01' },
    ]);
    expect(vertical).toMatchObject({
      above: PROVINCE,
      stage: 'planned',
      before: { adopters: [HUZHOU], exposure: 22 },
      same: { adopters: [], exposure: 10 },
      after: { adopters: [WENZHOU], exposure: 19 },
    });
  });

  it('counts the neighbours that had it the year before', () => {
    const { neighbours } = figures([
      { place: HUZHOU, date: '2018-05-01' },
      { place: HANGZHOU, date: '2019-05-01' },
    ]);
    expect(neighbours?.rows).toEqual([
      {
        place: HANGZHOU,
        neighbours: ['嘉兴市', '湖州市', '绍兴市', '金华市', '衢州市'].map((name) => `${PROVINCE}/${name}`),
        before: [HUZHOU],
        share: 0.2,
      },
      { place: HUZHOU, neighbours: [HANGZHOU, `${PROVINCE}/嘉兴市`], before: [], share: 0 },
    ]);
    expect(neighbours?.pValue).toBeGreaterThan(0);
  });

  it('gives a row a place and year to statistics programs, with what no article covers marked', () => {
    const panel = panelOf(PROGRAM, figures([{ place: HUZHOU, date: '2018-05-01' }]), openAdjacency().neighbours);
    expect(panel).toHaveLength(11 * 5);
    expect(
      panel
        .filter(({ place }) => place === HANGZHOU)
        .map((row) => [row.period, row.adopted, row.neighbours, row.uncovered]),
    ).toEqual([
      ['2017', 0, null, 0],
      ['2018', 0, 0, 1],
      ['2019', 0, 0.2, 1],
      ['2020', 0, 0.2, 1],
      ['2021', 0, 0.2, 1],
    ]);
    expect(
      panel.filter(({ place }) => place === HUZHOU).map((row) => [row.adopted, row.adopts, row.sinceFirst]),
    ).toEqual([
      [0, 0, null],
      [1, 1, 0],
      [1, 0, 1],
      [1, 0, 2],
      [1, 0, 3],
    ]);
  });

  it('says of a place above that a place lies in when it had spoken, and of no other', () => {
    const spread = figures([
      { place: 'place/四川省', date: '2018' },
      { place: PROVINCE, date: '2020' },
    ]);
    const rows = panelOf(PROGRAM, spread, openAdjacency().neighbours).filter(({ place }) => place === HUZHOU);
    expect(rows.map(({ above }) => above)).toEqual([0, 0, 0, 1, 1]);
  });
});
