import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type IngestValues, requestOf } from '../../../ingest/cli/ingest-request.ts';
import { beginRun } from '../../../ingest/runs/journal.ts';

let folder: string;
let store: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-request-'));
  store = join(folder, 'graph.grafeo');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A run as this call would begin it, which ended so. */
async function run(values: IngestValues, paths: readonly string[], failed: readonly string[] = []): Promise<void> {
  const { runs, asked, store: place } = await requestOf({ store, ...values }, paths, {});
  const journal = await beginRun(runs, { asked, store: place, extractor: 'rules/1' });
  for (const file of failed)
    journal.failed({ file, page: null, extractor: null }, { reason: 'binary', message: 'no text' }, null);
  await journal.end({ state: 'stopped', error: null, written: {}, issues: [] });
}

describe('a call of ingest', () => {
  it.each<readonly [IngestValues, readonly string[], RegExp]>([
    [{}, [], /was given none/u],
    [{ from: '-' }, ['seeds'], /paths and --from/u],
    [{ resume: true, 'retry-failed': true }, [], /--resume and --retry-failed/u],
    [{ from: '-', date: '2019' }, [], /--date goes with pages/u],
    [{ from: '-', 'dry-run': true }, [], /--dry-run goes with pages/u],
    [{ resume: true, publication: '湖州日报' }, [], /--publication is what the run was begun with/u],
  ])('of %j with %j is not understood', async (values, paths, message) => {
    await expect(requestOf({ store, ...values }, paths, {})).rejects.toMatchObject({
      details: { usage: true },
      message: expect.stringMatching(message),
    });
  });

  it('keeps its options for the run, and neither a password nor how fast it shall be', async () => {
    const request = await requestOf(
      { store: 'neo4j://neo4j:hunter2@db.example:7687', date: '2019-07', workers: '2', 'dry-run': true },
      ['seeds'],
      {},
    );
    expect(request.asked).toEqual({
      directory: process.cwd(),
      paths: ['seeds'],
      options: { date: '2019-07' },
      dryRun: true,
      retries: null,
    });
    expect(request.store).toBe('neo4j://db.example:7687');
    expect(request.target).toContain('hunter2');
  });

  it('to resume takes paths and options from the run, and how fast from the call', async () => {
    await run({ date: '2019-07' }, ['pages', 'more.jsonl']);
    const { asked, values, run: resumed } = await requestOf({ store, resume: true, workers: '3' }, [], {});
    expect(asked.paths).toEqual(['pages', 'more.jsonl']);
    expect(values).toMatchObject({ date: '2019-07', workers: '3' });
    expect(resumed?.record.id).toBe('0001');
  });

  it('to retry takes the files that failed, a file of lines once, in a run of its own', async () => {
    await run({ date: '2019-07' }, ['pages'], ['pages/a.txt', 'pages/b.jsonl#3', 'pages/b.jsonl#7']);
    const { asked, values, run: resumed } = await requestOf({ store, 'retry-failed': true }, [], {});
    expect(asked).toMatchObject({ paths: ['pages/a.txt', 'pages/b.jsonl'], retries: '0001' });
    expect(values.date).toBe('2019-07');
    expect(resumed).toBeNull();
  });

  it('cannot go on with lines that were piped in, and says what to do', async () => {
    await run({ from: '-' }, []);
    await expect(requestOf({ store, resume: true }, [], {})).rejects.toThrow('give them again with --from -');
    await expect(requestOf({ store, 'retry-failed': true }, [], {})).rejects.toThrow('give them again with --from');
  });
});
