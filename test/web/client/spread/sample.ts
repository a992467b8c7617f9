/** A spread with everything that the page shows: four places, two of them with the program, a plan above, a meeting, a lesson. */
import type { Claim, PlaceRow, Spread, When } from '../../../../web/api/spread.ts';

export const HUZHOU = 'place/浙江省/湖州市';
export const WENZHOU = 'place/浙江省/温州市';
export const JIAXING = 'place/浙江省/嘉兴市';
export const JINHUA = 'place/浙江省/金华市';
export const PROVINCE = 'place/浙江省';
export const MEETING = 'event/aaaaaaaaaaaaaaaa';
export const LESSON = `LEARNED_FROM|${WENZHOU}|${HUZHOU}|program/全科网格`;

export function when(from: string | null, to: string | null, more: Partial<When> = {}): When {
  const basis = to === null ? 'unknown' : from === null ? 'printed' : 'text';
  return { from, to, precision: from === null ? null : 'day', basis, words: null, how: null, printed: to, ...more };
}

export function claim(stage: Claim['stage'], place: string, time: When, more: Partial<Claim> = {}): Claim {
  return {
    stage,
    place,
    placeName: place.slice(place.lastIndexOf('/') + 1),
    implied: false,
    when: time,
    key: `LAUNCHED_IN|program/全科网格|${place}|${stage}`,
    evidence: [`article/1111111111111111#0-${place.length}`],
    confidence: 0.9,
    via: null,
    viaName: null,
    ...more,
  };
}

export function placeRow(id: string, coverage: readonly number[], more: Partial<PlaceRow> = {}): PlaceRow {
  const path = id.slice('place/'.length);
  return {
    id,
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    declared: true,
    stage: more.claims?.[0]?.stage ?? null,
    adopted: null,
    period: null,
    rank: null,
    tied: false,
    lag: null,
    leftCensored: false,
    claims: [],
    coverage: [...coverage],
    articles: coverage.reduce((sum, count) => sum + count, 0),
    ...more,
  };
}

const BY_JULY = when(null, '2019-07-03');
const IN_2020 = when('2020-01-01', '2020-12-31', { precision: 'year', words: '2020年' });
const ON_THE_DAY = when('2021-04-27', '2021-04-27');

const presented = (place: string): Claim =>
  claim('presented', place, ON_THE_DAY, {
    key: `PRESENTED_AT|${place}|${MEETING}`,
    via: MEETING,
    viaName: '现场会',
  });

export const SAMPLE: Spread = {
  counted: { articles: 5, isCurrent: true },
  program: {
    id: 'program/全科网格',
    kind: 'Program',
    labels: [],
    name: '全科网格',
    note: null,
    type: null,
    date: null,
    dateTo: null,
    datePrecision: null,
    dateText: null,
    issue: null,
    degree: 4,
  },
  level: 'city',
  grain: 'year',
  implied: false,
  within: PROVINCE,
  withinName: '浙江省',
  firstDay: '2019-01-02',
  lastDay: '2021-04-28',
  periods: ['2019', '2020', '2021'],
  places: [
    placeRow(JIAXING, [0, 0, 0]),
    placeRow(HUZHOU, [2, 1, 1], {
      claims: [claim('origin', `${HUZHOU}/吴兴区`, BY_JULY, { placeName: '吴兴区' }), presented(HUZHOU)],
      adopted: BY_JULY,
      period: 0,
      rank: 1,
      lag: { days: 0, least: 0, most: 0 },
    }),
    placeRow(WENZHOU, [0, 1, 1], {
      claims: [claim('practised', WENZHOU, IN_2020), presented(WENZHOU)],
      adopted: IN_2020,
      period: 1,
      rank: 2,
      lag: { days: 547, least: 182, most: 730 },
    }),
    placeRow(JINHUA, [0, 0, 1], { claims: [claim('planned', JINHUA, when(null, null))] }),
  ],
  above: [placeRow(PROVINCE, [3, 1, 2], { claims: [claim('planned', PROVINCE, when(null, '2017-09-30'))] })],
  totals: { declared: 4, covered: 3, adopted: 2, undated: 0, evidence: 0 },
  first: [HUZHOU],
  curve: [period('2019', [HUZHOU], 1, 1), period('2020', [WENZHOU], 2, 2), period('2021', [], 2, 3)],
  vertical: null,
  neighbours: null,
  learned: [
    {
      learner: WENZHOU,
      model: HUZHOU,
      learnerPlace: WENZHOU,
      modelPlace: HUZHOU,
      when: when('2020-05-06', '2020-05-06'),
      key: LESSON,
      evidence: ['article/2222222222222222#0-9'],
      confidence: 0.9,
    },
  ],
  meetings: [
    {
      event: MEETING,
      name: '现场会',
      when: ON_THE_DAY,
      places: [HUZHOU, WENZHOU],
      evidence: ['article/3333333333333333#0-9'],
    },
  ],
};

function period(name: string, adopters: string[], cumulative: number, covered: number): Spread['curve'][number] {
  return {
    period: name,
    adopters,
    uncertain: 0,
    cumulative,
    share: cumulative / 4,
    hazard: null,
    covered,
    coveredAtRisk: covered,
    coveredHazard: null,
    atRisk: 4 - cumulative,
    events: adopters.length,
    censored: 0,
    survival: 1 - cumulative / 4,
    survivalError: null,
  };
}

/** An address that only names the cell. */
export const href = (cell: string): string => `?cell=${cell}`;
