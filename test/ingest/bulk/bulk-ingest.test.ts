import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BulkPage, bulkIngest } from '../../../ingest/bulk/bulk-ingest.ts';
import { article, extraction } from '../../support/extractions.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhitu-bulk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function* pages(): AsyncGenerator<BulkPage> {
  for (const name of ['a', 'b'])
    yield {
      result: { extraction: extraction(name, [article(name)]), issues: [] },
      problem: null,
      extractor: 'rules/1',
      settings: '',
    };
}

it('tells of each stage until all of it is done', async () => {
  const last = new Map<string, string>();
  const { nodes, relations, kept } = await bulkIngest(pages(), {
    folder,
    signal: new AbortController().signal,
    onProgress: ({ stage, done, total }) => last.set(stage, `${done}/${total}`),
  });
  expect([...last.keys()]).toEqual(['pages', 'names', 'articles', 'nodes', 'relations', 'records']);
  expect(last.get('pages')).toBe('2/2');
  expect(last.get('articles')).toBe('2/2');
  expect([last.get('nodes'), last.get('relations'), last.get('records')]).toEqual(
    [nodes, relations, kept].map((count) => `${count}/${count}`),
  );
});

it('can be stopped between any two stages', async () => {
  const stop = new AbortController();
  const seen: string[] = [];
  const run = bulkIngest(pages(), {
    folder,
    signal: stop.signal,
    onProgress({ stage }) {
      seen.push(stage);
      if (stage === 'nodes') stop.abort(new Error('stopped'));
    },
  });
  await expect(run).rejects.toThrow('stopped');
  expect(seen.at(-1)).toBe('nodes');
});
