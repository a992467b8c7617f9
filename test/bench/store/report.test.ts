import { expect, test } from 'vitest';
import { readsMarkdown, type SizeFigures, writingMarkdown } from '../../../bench/store/report.ts';
import { timedStore } from '../../../bench/store/timed-store.ts';
import type { Written } from '../../../bench/store/writing.ts';
import type { GraphStore } from '../../../graph/store.ts';

const written: Written = {
  milliseconds: 10_000,
  writing: 7_500,
  again: 400,
  bytes: 200e6,
  diskBytes: 30e6,
  bare: { rows: 50_000, milliseconds: 6_000 },
  graphrag: null,
};
const size: SizeFigures = {
  saved: { file: 'x', pages: 300, articles: 1_000, facts: 13_000, characters: 330_000 },
  embedded: written,
  neo4j: null,
  bulk: { files: 2_000, imported: 5_000, indexed: 3_000, bytes: 300e6, diskBytes: 40e6 },
};

test('a way of writing is given by its rates, its share of bare UNWIND and how much faster nothing is', () => {
  const markdown = writingMarkdown([size], 'here');
  expect(markdown).toContain(
    '| 1,000 | 13,000 | embedded | 100 | 1,300 | 8,333 | 60 % | 80 % | 25× | 200 MB | 30 MB |',
  );
  expect(markdown).toContain('| 1,000 | 13,000 | `--bulk` | 100 | 1,300 |');
  expect(markdown).toContain('2 s for the files, 5 s for the import, 3 s for the indexes');
  expect(markdown).toContain('**reached** (80 % at least), and the whole ingest');
  expect(markdown).toContain('**reached** (60 % at least)');
});

test.each([
  ['slow to write', { ...written, writing: 20_000 }],
  ['slow beside bare UNWIND', { ...written, milliseconds: 20_000 }],
  ['slow to see that nothing changed', { ...written, again: 5_000 }],
])('one size that is %s misses the target', (_what, slow) => {
  expect(writingMarkdown([size, { ...size, embedded: slow }], 'here')).toContain('**not reached**');
});

test('a read is held to its target by its 95th of a hundred', () => {
  const row = { call: 'search', calls: 300, failed: 0, p50: 5, p95: 120, p99: 300, target: 100 };
  const figures = [row, { ...row, call: 'page', p95: 80 }, { ...row, call: 'other', target: null, failed: 2 }];
  const markdown = readsMarkdown([{ engine: 'Neo4j', nodes: 10, relations: 50, diskBytes: 1e6, figures }], 'here', {
    before: 150,
    heapMb: 3000,
    pagecacheMb: 5000,
  });
  expect(markdown).toContain('5,000 MB for its page cache');
  expect(markdown).toContain('| search | 300 | 5.0 | 120.0 | 300.0 | 100 | **not reached** |');
  expect(markdown).toContain('| page | 300 | 5.0 | 80.0 | 300.0 | 100 | reached |');
  expect(markdown).toContain('| other | 300 (2 failed) | 5.0 | 120.0 | 300.0 |  |  |');
});

test('writing is timed from when it is known what to write, and apart from all else', async () => {
  let clock = 0;
  const store = {
    location: 'here',
    update: async (work: () => Promise<unknown>) => {
      clock += 40;
      const result = await work();
      clock += 20;
      return result;
    },
  };
  const timed = timedStore(store as unknown as GraphStore, () => clock);
  const looked = async (): Promise<string> => {
    clock += 60;
    return 'done';
  };
  expect(await timed.store.update(looked)).toBe('done');
  await timed.store.update(looked);
  expect(timed.writing()).toBe(40);
  expect(timed.store.location).toBe('here');
});
