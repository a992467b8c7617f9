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

test('who answers the questions of a reporter gives an interview, on that day', () => {
  const text = '6月9日，云和县公安局交警大队大队长孙国平就车主关心的问题回答了记者的提问。';
  expect(eventsOf(text)).toMatchObject([{ type: 'interview', date: '2021-06-09', people: ['孙国平 spoke'] }]);
});
