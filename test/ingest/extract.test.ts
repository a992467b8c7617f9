import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Extent } from '../../graph/extent.ts';
import { extractFiles, type FileResult } from '../../ingest/extract.ts';
import type { RawPage } from '../../ingest/files.ts';
import type { PageResult } from '../../ingest/pipeline.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-extract-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Finds an article in every page but one that says 无, and stops at one that says 坏. */
const pipeline = {
  run({ file, sha256, text }: RawPage): PageResult {
    if (text.includes('坏')) throw new RangeError('no such stage');
    const source = { file, sha256, publication: null, issue: null, date: null };
    const articles = text.includes('无') ? [] : [{ text }];
    return { extraction: { source, articles } as unknown as PageResult['extraction'], issues: [] };
  },
};

async function collect(results: AsyncIterable<FileResult>): Promise<FileResult[]> {
  const all: FileResult[] = [];
  for await (const result of results) all.push(result);
  return all;
}

it('goes on after a page that cannot be read, has no article, or brings out a fault, and says which it was', async () => {
  const texts = { 'a.txt': '一版', 'b.txt': '', 'c.txt': '无', 'd.txt': '坏', 'e.txt': '二版', 'f.txt': 'Not Chinese' };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  const results = await collect(extractFiles([join(folder, 'gone'), folder], pipeline));
  const outcome = ({ result, problem }: FileResult) => [
    relative(folder, result?.extraction.source.file ?? problem?.file ?? ''),
    problem?.reason ?? 'good',
    result?.extraction.articles.length ?? null,
  ];
  expect(results.map(outcome)).toEqual([
    ['gone', 'missing', null],
    ['a.txt', 'good', 1],
    ['b.txt', 'empty', null],
    ['c.txt', 'no-articles', 0],
    ['d.txt', 'failed', null],
    ['e.txt', 'good', 1],
    ['f.txt', 'no-articles', 1],
  ]);
  expect(results[4]?.problem?.message).toMatch(/no such stage/u);
});

it('estimates how many articles a file of many holds by the part of it that was read', async () => {
  const line = JSON.stringify({ text: '一版' });
  await writeFile(join(folder, 'a.jsonl'), `${line}\n`.repeat(10));
  await writeFile(join(folder, 'b.txt'), '二版');
  const seen: Extent[] = [];
  await collect(extractFiles([folder], pipeline, (extent) => seen.push(extent)));
  expect(seen.slice(0, 2)).toEqual([
    { done: 0, total: 11, isEstimate: true },
    { done: 1, total: 11, isEstimate: true },
  ]);
  expect(seen.slice(-2)).toEqual([
    { done: 10, total: 11 },
    { done: 11, total: 11 },
  ]);
});

it('knows only about how many pages there are while a file of many is still to come', async () => {
  await writeFile(join(folder, 'a.txt'), '一版');
  await writeFile(join(folder, 'b.jsonl'), `${JSON.stringify({ text: '二版' })}\n`);
  const seen: Extent[] = [];
  await collect(extractFiles([folder], pipeline, (extent) => seen.push(extent)));
  expect(seen).toEqual([
    { done: 0, total: 2, isEstimate: true },
    { done: 1, total: 2 },
    { done: 2, total: 2 },
  ]);
});

it('tells how many files are done, up to the last', async () => {
  for (const name of ['a.txt', 'b.txt']) await writeFile(join(folder, name), '一版');
  const seen: string[] = [];
  await collect(extractFiles([folder], pipeline, ({ done, total }) => seen.push(`${done}/${total}`)));
  expect(seen).toEqual(['0/2', '1/2', '2/2']);
});
