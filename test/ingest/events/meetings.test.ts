/** Meetings and where they are held. All happenings are invented. */
import { expect, test } from 'vitest';
import { eventsOf } from '../../support/told-events.ts';

test('a venue may be praised before it is named', () => {
  const text = '6月1日，“新时代乡村善治”研讨会在被称为“中国漫画之乡”的龙游县湖镇镇举行。';
  expect(eventsOf(text)).toMatchObject([{ type: 'meeting', date: '2021-06-01', places: ['湖镇镇'] }]);
});

test('what somebody says at a meeting about another place is no venue', () => {
  const text = '6月1日，在德清县召开的座谈会上，罗大列说，自己2012年就在长兴县试点村民理事会。';
  expect(eventsOf(text).flatMap(({ places }) => places)).not.toContain('长兴县');
});

test('a team that came somewhere holds its meeting there', () => {
  const text = '6月3日，市委副书记周大江来到龙游县检查，并召开汇报会。';
  expect(eventsOf(text)).toMatchObject([{ places: ['龙游县'] }, { places: ['龙游县'] }]);
});
