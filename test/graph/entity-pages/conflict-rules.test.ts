import { describe, expect, test } from 'vitest';
import {
  dateConflicts,
  type HeldPost,
  type Launched,
  launchConflicts,
  placeConflicts,
  postConflicts,
} from '../../../graph/entity-pages/conflict-rules.ts';

const held = (person: string, from: string, to: string, title = '市长'): HeldPost => ({
  key: `HOLDS|${person}|${title}|${from}`,
  person,
  body: 'place/湖州市',
  bodyName: '湖州市',
  title,
  from,
  to,
});
const people = (posts: readonly HeldPost[]) =>
  postConflicts(posts).map(({ sides }) => sides.map(({ key }) => key.split('|')[1]));

describe('two holders of a post that one holds', () => {
  test('are a conflict where the days on which they were seen really overlap', () => {
    const [found] = postConflicts([held('a', '2019-01-05', '2020-06-01'), held('b', '2020-03-02', '2021-01-01')]);
    expect(found).toMatchObject({ kind: 'post', about: 'place/湖州市', from: '2020-03-02', to: '2020-06-01' });
    expect(found?.post?.name).toBe('市长');
  });

  test('are none where one follows the other, or where a title lets several hold it', () => {
    expect(people([held('a', '2019-01-05', '2020-06-01'), held('b', '2020-06-02', '2021-01-01')])).toEqual([]);
    expect(
      people([held('a', '2019-01-05', '2020-06-01', '副市长'), held('b', '2020-01-02', '2021-01-01', '副市长')]),
    ).toEqual([]);
  });

  test('are none where only the month is known and the days may have followed each other', () => {
    expect(people([held('a', '2020-03', '2020-03'), held('b', '2020-03', '2020-03')])).toEqual([]);
    expect(people([held('a', '2020-03', '2020-03'), held('b', '2020-01-01', '2020-12-01')])).toEqual([['a', 'b']]);
  });

  test('are not one person with two titles of one post', () => {
    expect(
      people([held('a', '2019-01-05', '2020-06-01'), held('a', '2019-02-01', '2020-01-01', '湖州市市长')]),
    ).toEqual([]);
  });

  test('stand on one card with everyone who overlaps with one of them', () => {
    expect(
      people([
        held('c', '2020-05-01', '2022-01-01'),
        held('a', '2019-01-05', '2020-06-01'),
        held('b', '2020-03-02', '2021-01-01'),
        held('d', '2023-01-01', '2023-02-01'),
      ]),
    ).toEqual([['a', 'b', 'c']]);
  });

  test('are none in a time when several held it', () => {
    const secretaries = [held('a', '1960-01-01', '1965-01-01', '书记'), held('b', '1961-01-01', '1964-01-01', '书记')];
    expect(people(secretaries)).toEqual([]);
    expect(
      people(secretaries.map((post) => ({ ...post, from: `20${post.from.slice(2)}`, to: `20${post.to.slice(2)}` }))),
    ).toHaveLength(1);
  });

  test('do not depend on the order in which they come', () => {
    const posts = [
      held('a', '2019', '2020-06-01'),
      held('b', '2020-03-02', '2021'),
      held('c', '2018-01-01', '2022-01-01'),
    ];
    expect(postConflicts(posts.toReversed())).toEqual(postConflicts(posts));
  });
});

describe('an event in two places', () => {
  const at = (place: string, type = 'meeting') => ({ key: `HELD_IN|e|${place}`, event: 'e', type, place });

  test('is a conflict where neither holds the other and it stays where it is', () => {
    expect(placeConflicts([at('place/湖州市'), at('place/嘉兴市')])).toHaveLength(1);
    expect(placeConflicts([at('place/湖州市', 'inspection'), at('place/嘉兴市', 'inspection')])).toEqual([]);
  });

  test('is none where one place lies in the other, and leaves the wider one out of the card', () => {
    expect(placeConflicts([at('place/湖州市'), at('place/湖州市/吴兴区')])).toEqual([]);
    const [found] = placeConflicts([at('place/湖州市'), at('place/湖州市/吴兴区'), at('place/湖州市/南浔区')]);
    expect(found?.sides.map(({ key }) => key)).toEqual([
      'HELD_IN|e|place/湖州市/南浔区',
      'HELD_IN|e|place/湖州市/吴兴区',
    ]);
  });
});

test('an event is too early to be reported only where the paper was out before its first day', () => {
  const report = (date: string, printedOn: string) => ({ key: 'k', event: 'e', article: 'article/1', date, printedOn });
  expect(dateConflicts([report('2019-07-05', '2019-07-03')])).toHaveLength(1);
  expect(dateConflicts([report('2019-07-05', '2019-07')])).toEqual([]);
  expect(dateConflicts([report('2019-07', '2019-07-03')])).toEqual([]);
  expect(dateConflicts([report('2019-07-03', '2019-07-03')])).toEqual([]);
});

describe('the beginning of a program', () => {
  const launched = (place: string, stage: string, from: string | null = null, to: string | null = null): Launched => ({
    key: `LAUNCHED_IN|program/网格|place/${place}|${stage}`,
    program: 'program/网格',
    place: `place/${place}`,
    stage,
    from,
    to,
  });
  const placesOf = (all: readonly Launched[]) =>
    launchConflicts(all).map(({ sides }) => sides.map(({ key }) => key.split('|')[2]?.replace('place/', '')));

  test('is a conflict where texts say that it was in places of which none holds the other', () => {
    expect(placesOf([launched('甲市', 'origin'), launched('乙市', 'origin'), launched('丙市', 'practised')])).toEqual([
      ['乙市', '甲市'],
    ]);
    expect(placesOf([launched('甲市', 'origin'), launched('甲市/丁县', 'origin')])).toEqual([]);
  });

  test('is a conflict where the program was surely in practice before', () => {
    const [found] = launchConflicts([
      launched('甲市', 'origin', '2018'),
      launched('乙市', 'practised', '2016', '2017-05'),
    ]);
    expect(found).toMatchObject({ kind: 'launch', about: 'program/网格', from: '2016', to: '2018' });
    expect(found?.sides).toHaveLength(2);
    expect(placesOf([launched('甲市', 'origin', '2018'), launched('甲市/丁县', 'origin', '2016')])).toHaveLength(1);
  });

  test('is a conflict where sentences on one place date it differently, with a side for each date', () => {
    const [found, ...more] = launchConflicts([
      launched('甲市', 'origin', '2019-03'),
      launched('甲市', 'origin', '2018'),
      launched('乙市', 'practised', '2020'),
    ]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ from: '2018', to: '2019-03' });
    const key = 'LAUNCHED_IN|program/网格|place/甲市|origin';
    expect(found?.sides).toEqual([
      { key, date: '2018' },
      { key, date: '2019-03' },
    ]);
    expect(placesOf([launched('甲市', 'origin', '2018-06'), launched('甲市', 'origin', '2018')])).toEqual([]);
  });

  test('is none where dates may agree, are not known, or are those of plans', () => {
    expect(placesOf([launched('甲市', 'origin', '2018-06'), launched('乙市', 'practised', '2018')])).toEqual([]);
    expect(placesOf([launched('甲市', 'origin', '2018'), launched('乙市', 'practised')])).toEqual([]);
    expect(placesOf([launched('甲市', 'origin', '2018'), launched('乙市', 'planned', '2016')])).toEqual([]);
    expect(placesOf([launched('甲市', 'practised', '2018'), launched('乙市', 'practised', '2016')])).toEqual([]);
  });
});
