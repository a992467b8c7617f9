import { expect, it } from 'vitest';
import { newIssueTally } from '../../ingest/issue-tally.ts';

const issue = (stage: string, reason: string, text: string) => ({ stage, reason, text });

it('counts by stage and reason, the most frequent first, and keeps the words of the first case only', () => {
  const tally = newIssueTally();
  tally.add([issue('dates', 'no-page-date', '近日\n在杭州'), issue('places', 'unknown-place', '龙泉')]);
  tally.add([issue('places', 'unknown-place', '祥和'), issue('articles', 'no-title', '字'.repeat(60))]);
  expect(tally.counts()).toEqual([
    { stage: 'places', reason: 'unknown-place', count: 2, first: '龙泉' },
    { stage: 'articles', reason: 'no-title', count: 1, first: `${'字'.repeat(40)}…` },
    { stage: 'dates', reason: 'no-page-date', count: 1, first: '近日 在杭州' },
  ]);
});
