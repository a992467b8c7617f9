/** Who held an event. All bodies' doings are invented. */
import { expect, test } from 'vitest';
import { eventsOf } from '../../support/told-events.ts';

test('who held a meeting may stand in a sentence of its own', () => {
  const text = '6月8日，浙西治安论坛在衢州市举行。此次论坛由衢州市公安局、衢州市司法局联合主办。';
  expect(eventsOf(text)).toMatchObject([{ type: 'meeting', organizers: ['衢州市公安局', '衢州市司法局'] }]);
});

test('the body in whose house it was held did not hold it', () => {
  const text = '6月8日至9日，缙云县司法局在缙云县委党校举办全县人民调解员培训班。';
  expect(eventsOf(text)).toMatchObject([{ type: 'training', organizers: ['缙云县司法局'] }]);
});

test.each([
  '6月8日，缙云县司法局把全省人民调解工作现场会开到了新建镇。',
  '6月8日，由缙云县司法局组织的人民调解工作实地考察活动在新建镇开展。',
])('who takes an event to a place holds it: %s', (text) => {
  expect(eventsOf(text)).toMatchObject([{ date: '2021-06-08', places: ['新建镇'], organizers: ['缙云县司法局'] }]);
});

test('a body may hold a meeting on a day that stands before the verb', () => {
  const text = '缙云县人民法院6月8日召开新闻通报会，通报十起案例。';
  expect(eventsOf(text)).toMatchObject([{ date: '2021-06-08', organizers: ['缙云县人民法院'] }]);
});

test('bodies that act together hold an action together', () => {
  const text = '6月8日，缙云县公安局联合缙云县司法局在新建镇开展集中清查，查处3人。';
  expect(eventsOf(text)).toMatchObject([{ type: 'operation', organizers: ['缙云县公安局', '缙云县司法局'] }]);
});
