import { expect, test } from 'vitest';
import type { Tenure } from '../../../../web/api/entity.ts';
import { marksOf, stripOf } from '../../../../web/client/entity/career.ts';

const node = { id: 'person/王昌荣', kind: 'Person', labels: [], name: '王昌荣' } as const;

function tenure(from: string | null, to: string | null, days: readonly string[] = []): Tenure {
  return {
    key: `HOLDS|${from}`,
    person: { ...node, labels: [] },
    body: { ...node, labels: [] },
    title: '书记',
    acting: false,
    former: false,
    from,
    to,
    sightings: days.map((day) => ({ day, articles: [] })),
    evidence: 1,
  };
}

test('the strip holds whole years, from the first to the last in which a post was printed', () => {
  const strip = stripOf([tenure('2019-07-03', '2021-04-28'), tenure('2020-03', '2020-03')]);
  expect(strip?.ticks.map(({ year }) => year)).toEqual([2019, 2020, 2021]);
  expect(strip?.at('2019', '2021')).toEqual({ left: 0, width: 100 });
  const before = strip?.at('2019-07-03', '2019-07-03');
  const after = strip?.at('2021-04-28', '2021-04-28');
  expect(before?.left).toBeGreaterThan(10);
  expect((after?.left ?? 0) + (after?.width ?? 0)).toBeLessThan(90);
});

test('a month is as wide as it is long, and a day as a day', () => {
  const strip = stripOf([tenure('2020-01-01', '2020-12-31')]);
  const [month, day] = [strip?.at('2020-03', '2020-03'), strip?.at('2020-03-05', '2020-03-05')];
  expect((month?.width ?? 0) / (day?.width ?? 1)).toBeCloseTo(31);
});

test('years far apart are written only in part, and a post that nobody dated has no strip', () => {
  expect(stripOf([tenure('1990-01-01', '2021-01-01')])?.ticks.map(({ year }) => year)).toEqual([
    1990, 1995, 2000, 2005, 2010, 2015, 2020,
  ]);
  expect(stripOf([tenure(null, null)])).toBeNull();
  expect(stripOf([tenure('2019-07-03', '2019-07-03')])?.at('近日', '近日')).toBeNull();
});

test('all days that are known are marked once, with the first and the last even where their papers were not looked up', () => {
  expect(marksOf(tenure('2019-07-03', '2021-04-28', ['2019-07-03', '2020-01-01']))).toEqual([
    '2019-07-03',
    '2020-01-01',
    '2021-04-28',
  ]);
  expect(marksOf(tenure(null, null))).toEqual([]);
});
