/** Incidents, campaigns, activities and openings. All happenings are invented. */
import { describe, expect, test } from 'vitest';
import { eventsOf } from '../../support/told-events.ts';

test.each([
  ['incident', '6月3日，三门县蛇蟠乡一艘渔船触礁沉没。', ['蛇蟠乡']],
  ['other', '6月3日晚，一场以“宪法进渔村”为主题的宣讲活动在玉环市鸡山乡举行。', ['鸡山乡']],
  ['ceremony', '6月3日，东阳市首个议事点在南马镇花园村启用。', ['花园村']],
])('%s: %s', (type, text, places) => {
  expect(eventsOf(text)).toMatchObject([{ type, date: '2021-06-03', places }]);
});

test('a campaign is dated by its beginning and held by who ordered it', () => {
  expect(eventsOf('今年3月起，公安部部署开展以查找失踪儿童为主要内容的“归家”行动。')).toMatchObject([
    { type: 'operation', date: '2021-03', organizers: ['公安部'] },
  ]);
});

describe('no incident', () => {
  test.each([
    ['what is warned of', '6月3日，三门县蛇蟠乡的学生们学到了防溺水知识。'],
    ['a person known by it', '6月3日，三门县蛇蟠乡的走失老人名单已经公布。'],
  ])('in %s', (_, text) => {
    expect(eventsOf(text).filter(({ type }) => type === 'incident')).toEqual([]);
  });
});

test('a first voyage is an event', () => {
  const text = '6月9日，“普法船”在云和县石塘镇首航。';
  expect(eventsOf(text)).toMatchObject([{ type: 'ceremony', date: '2021-06-09', places: ['石塘镇'] }]);
});

test('the day of an opening is a time, and no second opening', () => {
  const text = '6月1日，“老娘家”调解站在云和县石塘镇揭牌。揭牌当天，调解站就受理了一起宅基地纠纷。';
  expect(eventsOf(text)).toHaveLength(1);
});
