/** Scenes that features open with. All people and happenings are invented. */
import { expect, test } from 'vitest';
import { eventsOf } from '../../support/told-events.ts';

const FEATURE = { kind: 'feature', title: '花海边的和气事' } as const;

test('people doing something at a place and a time of day are an event', () => {
  const text =
    '一个清晨，缙云县新建镇笕川村的花海边，村民李旺财和邻居陈大明吵得不可开交。闻讯赶来的村调解员周妙英拉着两人坐进凉亭。\n“说开了就好。”李旺财说。';
  expect(eventsOf(text, FEATURE)).toMatchObject([
    {
      type: 'other',
      date: null,
      places: ['笕川村'],
      people: ['李旺财 attended', '陈大明 attended', '周妙英 attended'],
    },
  ]);
});

test.each([
  ['tells who somebody is', '李旺财今年56岁，是缙云县新建镇笕川村的调解员，每天上午都会到村里转一转。'],
  ['tells no time', '缙云县新建镇笕川村村民李旺财是远近闻名的和事佬。'],
])('an opening that %s is none', (_, text) => {
  expect(eventsOf(text, FEATURE)).toEqual([]);
});

test('news has no opening scene', () => {
  expect(eventsOf('清晨，缙云县新建镇笕川村村民李旺财坐在凉亭里。')).toEqual([]);
});
