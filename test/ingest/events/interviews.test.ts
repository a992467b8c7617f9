/** Interviews. All people are invented. */
import { expect, test } from 'vitest';
import { eventsOf } from '../../support/told-events.ts';

test('whom a reporter asked is who speaks', () => {
  expect(eventsOf('近日，记者就基层治理采访了龙泉市委副书记季伟明。')).toMatchObject([
    { type: 'interview', date: null, people: ['季伟明 spoke'] },
  ]);
});

test('whom a reporter met somewhere is who speaks', () => {
  const text = '近日，记者在龙泉市八都镇的茶园里见到了村党支部书记季伟明。';
  expect(eventsOf(text, { kind: 'feature', title: '茶园里的书记' })).toMatchObject([
    { type: 'interview', places: ['八都镇'], people: ['季伟明 spoke'] },
  ]);
});
