import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countGraph } from '../../graph/counts.ts';
import { decisionsIn } from '../../graph/decisions.ts';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { removalLines } from '../../ingest/cli/removal-report.ts';
import { decide } from '../../ingest/decide.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { removeFromGraph } from '../../ingest/remove.ts';
import { dumpOf } from '../support/dumps.ts';
import { TOY_EXTRACTOR, toyArticleId, toyText } from '../support/toy-pages.ts';

let folder: string;
let store: GraphStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhitu-remove-'));
  store = await openStore({ store: ':memory:' }, {});
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function put(name: string, ...articles: number[]): Promise<string> {
  const file = join(folder, name);
  const text = toyText({ day: '2019-07-03', number: 1, articles });
  writeFileSync(file, name.endsWith('.jsonl') ? JSON.stringify({ text }) : text);
  await ingestPaths([file], { store, pipeline: TOY_EXTRACTOR });
  return file;
}

describe('removing', () => {
  it('a file leaves the graph that was there before it', async () => {
    await put('a.txt', 0, 4);
    const before = await dumpOf(store);
    const file = await put('b.txt', 1, 2);
    expect(await dumpOf(store)).not.toEqual(before);
    const report = await removeFromGraph([file], { store });
    expect(await dumpOf(store)).toEqual(before);
    expect(report).toMatchObject({ unknown: [], sources: [file], removed: { Article: 2 } });
    expect(report.articles).toEqual([1, 2].map(toyArticleId).sort());
    expect(removalLines(report, false)[0]).toBe('Removed:');
  });

  it('a folder removes the files in it, though they are no longer there', async () => {
    await put('a.txt', 0);
    await put('m.jsonl', 2);
    rmSync(join(folder, 'a.txt'));
    const report = await removeFromGraph([folder], { store });
    expect(report.sources).toHaveLength(2);
    expect(await countGraph(store)).toMatchObject({ nodes: 0, relations: 0 });
  });

  it('one line of a file leaves the others', async () => {
    const file = join(folder, 'm.jsonl');
    const lines = [0, 2].map((index) => ({ text: toyText({ day: '2019-07-03', number: 1, articles: [index] }) }));
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
    await ingestPaths([file], { store, pipeline: TOY_EXTRACTOR });
    const report = await removeFromGraph([`${file}#1`], { store });
    expect(report.articles).toEqual([toyArticleId(0)]);
    expect((await countGraph(store)).byKind.Article).toBe(1);
  });

  it('an article takes it from every page, and ingesting them unchanged does not bring it back', async () => {
    const first = await put('a.txt', 0, 4);
    await put('b.txt', 0, 5);
    const report = await removeFromGraph([toyArticleId(0)], { store });
    expect(report.articles).toEqual([toyArticleId(0)]);
    const left = await dumpOf(store);
    expect(left.join('\n')).not.toContain(toyArticleId(0));
    await ingestPaths([first], { store, pipeline: TOY_EXTRACTOR });
    expect(await dumpOf(store)).toEqual(left);
  });

  it('tells what another file holds too, which stays', async () => {
    await put('a.txt', 0);
    const report = await removeFromGraph([await put('b.txt', 0, 5)], { store });
    expect(report.elsewhere).toEqual([toyArticleId(0)]);
    expect(report.articles).toEqual([toyArticleId(5)]);
    expect(removalLines(report, false).join('\n')).toContain('1 article of these files stay');
  });

  it('for show says the same and changes nothing', async () => {
    const file = await put('a.txt', 0);
    const before = await dumpOf(store);
    const shown = await removeFromGraph([file], { store, dryRun: true });
    expect(await dumpOf(store)).toEqual(before);
    expect(removalLines(shown, true)[0]).toBe('This would go (nothing was changed):');
    expect(await removeFromGraph([file], { store })).toEqual(shown);
  });

  it('what the store does not know is named, and stops nothing else', async () => {
    const file = await put('a.txt', 0);
    const report = await removeFromGraph(['article/0000000000000000', join(folder, 'no.txt'), file], { store });
    expect(report.unknown).toEqual(['article/0000000000000000', join(folder, 'no.txt')]);
    expect(report.sources).toEqual([file]);
  });

  it('keeps what people decided', async () => {
    const file = await put('a.txt', 2, 3);
    const [a, b] = [2, 3].map((index) => `${toyArticleId(index)}!person/王伟`) as [string, string];
    await decide(store, { kind: 'same', a, b, by: '编辑', at: '2026-05-01T08:00:00Z', note: null });
    await removeFromGraph([file], { store });
    expect(await decisionsIn(store)).toHaveLength(1);
    await put('a.txt', 2, 3);
    expect((await dumpOf(store)).filter((line) => line.includes('decision.same')).length).toBeGreaterThan(0);
  });
});
