import { expect, test } from 'vitest';
import { BATCH, readInSlices } from '../../graph/records.ts';

const NUMBERS = Array.from({ length: 6 * BATCH + 1 }, (_, index) => index);

test('what is read in slices comes in the order of what was asked, whichever slice is answered first', async () => {
  let waiting = NUMBERS.length;
  const found = await readInSlices(NUMBERS, async (some) => {
    // The later a slice was asked for, the sooner it is answered.
    waiting -= some.length;
    await new Promise((resolve) => setTimeout(resolve, waiting / BATCH));
    return some;
  });
  expect(found).toEqual(NUMBERS);
});

test('no more than a few slices are asked for at once, and none is longer than a batch', async () => {
  let underway = 0;
  let most = 0;
  await readInSlices(NUMBERS, async (some) => {
    underway += 1;
    most = Math.max(most, underway);
    expect(some.length).toBeLessThanOrEqual(BATCH);
    await Promise.resolve();
    underway -= 1;
    return some;
  });
  expect(most).toBe(4);
});
