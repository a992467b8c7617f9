/** What captions show. All people and happenings are invented. */
import { expect, test } from 'vitest';
import { eventsOf } from '../../support/told-events.ts';

test('a caption may tell of a course, and of who teaches at it', () => {
  const text = '6月9日，云和县司法局在石塘镇举办调解员培训班。图为县司法局副局长丁海涛在授课。';
  expect(eventsOf(text, { kind: 'caption' })).toMatchObject([
    { type: 'training', date: '2021-06-09', places: ['石塘镇'], people: ['丁海涛 spoke'] },
  ]);
});
