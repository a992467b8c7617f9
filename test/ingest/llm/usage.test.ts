import { expect, it } from 'vitest';
import { countAnswer, newTally, usageLines } from '../../../ingest/llm/usage.ts';

it('tells requests, cache, tokens and cost, and what is not known of them', () => {
  const tally = { ...newTally(), requests: 3, retries: 1, cached: 2 };
  countAnswer(tally, { prompt: 1_500_000, completion: 20_000 });
  countAnswer(tally, null);
  expect(usageLines('small', tally, { input: 0.15, output: 0.6 })).toEqual([
    'small: 3 requests, 1 of them again after a failure; 2 answers from the cache',
    'tokens: 1500000 prompt, 20000 completion (1 answers did not say theirs)',
    'cost: 0.2370 at 0.15 and 0.6 per million, at least',
  ]);
});

it('prints no cost without a price', () => {
  expect(usageLines('small', newTally(), null)).toEqual([
    'small: 0 requests; 0 answers from the cache',
    'tokens: 0 prompt, 0 completion',
  ]);
});
