import { expect, it } from 'vitest';
import { limiter } from '../../../ingest/llm/limiter.ts';

it('runs as many tasks at once as it may, in their order, also after one that fails', async () => {
  const limit = limiter(2);
  const started: number[] = [];
  const release: (() => void)[] = [];
  const tasks = [0, 1, 2, 3].map((number) =>
    limit(async () => {
      started.push(number);
      await new Promise<void>((resolve) => (release[number] = resolve));
      if (number === 0) throw new Error('no');
      return number;
    }).catch(() => 'failed'),
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  await settle();
  expect(started).toEqual([0, 1]);
  release[0]?.();
  await settle();
  expect(started).toEqual([0, 1, 2]);
  release[1]?.();
  release[2]?.();
  await settle();
  release[3]?.();
  expect(await Promise.all(tasks)).toEqual(['failed', 1, 2, 3]);
});
