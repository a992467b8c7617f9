/** Dated acts that no other rule knows. All people are invented. */
import { expect, test } from 'vitest';
import { eventsOf } from '../../support/told-events.ts';

test('what somebody did on a day is an event', () => {
  expect(eventsOf('6月6日，桐乡市濮院镇红旗漾村的参事会会长沈金林把村民们请到家里。')).toMatchObject([
    { type: 'other', date: '2021-06-06', places: ['红旗漾村'], people: ['沈金林 attended'] },
  ]);
});

test('what somebody felt on a day is none', () => {
  expect(eventsOf('6月6日，桐乡市濮院镇村民沈金林终于松了一口气。')).toEqual([]);
});

test('a feeling opens a story: its act is told where the day comes back', () => {
  const text =
    '6月6日，在昆明打工的村民沈金林终于松了一口气。没想到，他在警务联络站提出申请后，民警傅国平当天就为他办好了证明。';
  expect(eventsOf(text)).toMatchObject([
    { type: 'other', date: '2021-06-06', places: ['昆明市'], people: ['沈金林 attended', '傅国平 attended'] },
  ]);
});
