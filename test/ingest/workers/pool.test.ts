import { describe, expect, it } from 'vitest';
import { ZhituError } from '../../../graph/errors.ts';
import { extractFiles, type PageExtractor } from '../../../ingest/extract.ts';
import { openPipeline } from '../../../ingest/pipeline.ts';
import { openWorkerPool, type WorkerPool } from '../../../ingest/workers/pool.ts';
import { rawPage } from '../../support/pages.ts';

const GOLD = ['more', 'unseen'].map((set) => `test/gold/pages/${set}`);
/** Each thread reads the dictionary of words first, which takes seconds where others run beside it. */
const SLOW_MS = 90_000;
const ODD = new URL('../../support/odd-worker.ts', import.meta.url);

async function linesOf(extractor: PageExtractor): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const result of extractFiles(GOLD, extractor)) lines.push(JSON.stringify(result));
  return lines;
}

async function using<T>(pool: WorkerPool, use: (pool: WorkerPool) => Promise<T>): Promise<T> {
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}

/** A pool whose threads do to themselves what a page says (`test/support/odd-worker.ts`). */
const odd = (workers: number, signal?: AbortSignal): WorkerPool =>
  openWorkerPool({ workers, settings: {}, program: ODD, heapMegabytes: 64, ...(signal && { signal }) });

describe('a pool of threads', { timeout: SLOW_MS }, () => {
  it('gives every page what one thread gives it, byte by byte and in the same order', async () => {
    const alone = await linesOf(openPipeline());
    expect(alone.length).toBeGreaterThan(20);
    const shared = await using(openWorkerPool({ workers: 3, settings: {}, worthAStart: 4 }), async (pool) => {
      const lines = await linesOf(pool);
      expect(pool.started).toBe(3);
      expect(pool.timings.get('pages')).toBeGreaterThan(0);
      return lines;
    });
    expect(shared).toEqual(alone);
  });

  it('hands the settings on to its threads', async () => {
    const date = { value: '2020-03', precision: 'month' as const, basis: 'file' };
    const settings = { date, publication: '湖州日报' };
    const { extraction } = await using(openWorkerPool({ workers: 1, settings }), async (pool) =>
      pool.run(rawPage('全市平安建设工作会议召开\n\n本报讯 市委副书记李明主持会议并讲话。\n')),
    );
    expect(extraction.source).toMatchObject({ date, publication: '湖州日报' });
  });

  it('starts no thread before there is a page, and one for a few', async () => {
    await using(odd(3), async (pool) => {
      expect(pool.started).toBe(0);
      await Promise.all(['一', '二', '三'].map((text) => pool.run(rawPage(text))));
      expect(pool.started).toBe(1);
    });
  });
});

describe('a thread that dies', () => {
  const texts = ['一', '二', 'memory', '三', 'exit', '四', 'throw', '五'];

  it('costs the page that it was reading, and no other', async () => {
    await using(odd(1), async (pool) => {
      const results = await Promise.allSettled(texts.map((text) => pool.run(rawPage(text))));
      const said = results.map((result) => (result.status === 'fulfilled' ? 'read' : String(result.reason.message)));
      expect(said).toEqual([
        'read',
        'read',
        'it took more than 64 MB of memory to read',
        'read',
        'it ended without a word',
        'read',
        'no such stage',
        'read',
      ]);
    });
  });

  it('before it has begun ends the run with a reason, as every further page would end so', async () => {
    await using(
      openWorkerPool({ workers: 2, settings: { publication: 'unable' }, program: ODD, heapMegabytes: 64 }),
      async (pool) => {
        const error = await pool.run(rawPage('一')).catch((caught: unknown) => caught);
        expect(error).toBeInstanceOf(ZhituError);
        expect(error).toMatchObject({ code: 'bad-input', message: 'a list is damaged' });
      },
    );
  });
});

describe('a pool that is told to stop', () => {
  it('ends a page that would never end, and reads no other', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped');
    await using(odd(1, stop.signal), async (pool) => {
      await pool.run(rawPage('一'));
      const endless = [pool.run(rawPage('endless')), pool.run(rawPage('二'))];
      setTimeout(() => stop.abort(reason), 50);
      for (const result of await Promise.allSettled(endless)) expect(result).toEqual({ status: 'rejected', reason });
      await expect(pool.run(rawPage('三'))).rejects.toBe(reason);
    });
  });
});
