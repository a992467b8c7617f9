/** What a file that changes, moves or comes again does to the graph. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decisionsIn } from '../../graph/decisions.ts';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { decide, withdraw } from '../../ingest/decide.ts';
import type { PageExtractor } from '../../ingest/extract.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { hasChanges, type IngestReport } from '../../ingest/page-writer.ts';
import { dumpOf } from '../support/dumps.ts';
import { TOY_EXTRACTOR, type ToyPage, toyArticleId, toyText } from '../support/toy-pages.ts';
import { TOY_RESOLVER } from '../support/toy-resolver.ts';

let folder: string;
let store: GraphStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhitu-replace-'));
  store = await openStore({ store: ':memory:' }, {});
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const page = (...articles: number[]): ToyPage => ({ day: '2019-07-03', number: 1, articles });

function put(name: string, ...pages: readonly ToyPage[]): string {
  const lines = pages.map(toyText).map((text) => (name.endsWith('.jsonl') ? JSON.stringify({ text }) : text));
  writeFileSync(join(folder, name), lines.join('\n'));
  return join(folder, name);
}

function ingest(file: string, pipeline: PageExtractor = TOY_EXTRACTOR): Promise<IngestReport> {
  return ingestPaths([file], { store, pipeline, resolver: TOY_RESOLVER });
}

async function titles(): Promise<readonly string[]> {
  const rows = await store.read({
    cypher: 'MATCH (a:Article) RETURN a.text AS text, a.file AS file ORDER BY text, file',
    row: z.object({ text: z.string(), file: z.string() }),
  });
  return rows.map(({ text, file }) => `${text} @ ${file.slice(folder.length + 1)}`);
}

async function idsOf(label: string): Promise<readonly string[]> {
  const rows = await store.read({
    cypher: `MATCH (n:${label}) RETURN n.id AS id`,
    row: z.object({ id: z.string() }),
  });
  return rows.map(({ id }) => id).sort();
}

describe('a file', () => {
  it('that is ingested again is not extracted again and opens no transaction', async () => {
    const file = put('a.txt', page(0, 2));
    await ingest(file);
    const before = await dumpOf(store);
    const refuse = () => {
      throw new Error('it was looked at again');
    };
    const watched: GraphStore = Object.create(store, {
      read: { value: store.read.bind(store) },
      update: { value: refuse },
      write: { value: refuse },
    });
    const report = await ingestPaths([file], { store: watched, pipeline: { ...TOY_EXTRACTOR, run: refuse } });
    expect(report).toMatchObject({ pages: 1, known: 1 });
    expect(await dumpOf(store)).toEqual(before);
  });

  it('with other content replaces what it stated, and keeps what another file states too', async () => {
    await ingest(put('b.txt', page(3)));
    const file = put('a.txt', page(0, 2));
    await ingest(file);
    expect(await idsOf('Person')).toContain('person/李洁');
    put('a.txt', page(5));
    const report = await ingest(file);
    expect(await titles()).toEqual(['王伟局长接访的正文第3 @ b.txt', '花絮的正文第5 @ a.txt']);
    expect(await idsOf('Place')).toEqual(['place/浙江省']);
    expect(report.written.nodesRemoved).toBeGreaterThan(0);
  });

  it('that is renamed is no change of content: its pages get the new name, and nothing is extracted', async () => {
    const file = put('a.txt', page(0));
    await ingest(file);
    renameSync(file, join(folder, 'b.txt'));
    const refuse = { ...TOY_EXTRACTOR, run: () => Promise.reject(new Error('it was extracted again')) };
    const report = await ingest(join(folder, 'b.txt'), refuse);
    expect(await titles()).toEqual(['王伟主持推进会的正文第0 @ b.txt']);
    expect(report.written).toMatchObject({ nodesCreated: 0, nodesRemoved: 0, nodesChanged: 1, relationsRemoved: 0 });
    expect(await idsOf('Source')).toEqual([`source/${join(folder, 'b.txt')}`]);
  });

  it('that is copied keeps its first name, and its pages stay when one of the two changes', async () => {
    await ingest(put('b.txt', page(0)));
    const copy = put('a.txt', page(0));
    await ingest(copy);
    expect(await titles()).toEqual(['王伟主持推进会的正文第0 @ a.txt']);
    put('a.txt', page(5));
    await ingest(copy);
    expect(await titles()).toEqual(['王伟主持推进会的正文第0 @ b.txt', '花絮的正文第5 @ a.txt']);
  });

  it('is extracted again by another version of the extractor, which replaces what the first one found', async () => {
    const file = put('a.txt', page(0));
    await ingest(file);
    const withoutFacts: PageExtractor = {
      version: 'toy/2',
      async run(raw) {
        const { extraction, issues } = await TOY_EXTRACTOR.run(raw);
        const articles = extraction.articles.map((article) => ({ ...article, facts: [] }));
        return { extraction: { ...extraction, articles }, issues };
      },
    };
    const { written } = await ingest(file, withoutFacts);
    // A post and a chair.
    expect(written).toMatchObject({ nodesRemoved: 0, relationsRemoved: 2 });
    // No post, no official.
    expect(await idsOf('Official')).toEqual([]);
  });

  it('that cannot be read keeps what it stated', async () => {
    const file = put('a.txt', page(0));
    await ingest(file);
    const before = await dumpOf(store);
    writeFileSync(file, '\0\u0001\u0002');
    const report = await ingest(file);
    expect(report.problems).toMatchObject([{ reason: 'binary' }]);
    expect(hasChanges(report.written)).toBe(false);
    expect(await dumpOf(store)).toEqual(before);
  });

  it('given other settings is another page, and replaces that of the first', async () => {
    const file = put('a.txt', page(0));
    await ingest(file);
    const [first] = await idsOf('Page');
    await ingest(file, { ...TOY_EXTRACTOR, settings: '湖州日报' });
    const pages = await idsOf('Page');
    expect(pages).toHaveLength(1);
    expect(pages).not.toContain(first);
  });
});

describe('a file of many pages', () => {
  it('that lost lines loses what they stated, and what moved to another line is not extracted again', async () => {
    const file = put('m.jsonl', page(0), page(2), page(5), page(4));
    await ingest(file);
    put('m.jsonl', page(0), page(5));
    const extracted: string[] = [];
    await ingest(file, {
      ...TOY_EXTRACTOR,
      run: (raw) => {
        extracted.push(raw.file);
        return TOY_EXTRACTOR.run(raw);
      },
    });
    expect(await titles()).toEqual(['王伟主持推进会的正文第0 @ m.jsonl#1', '花絮的正文第5 @ m.jsonl#2']);
    expect(extracted).toEqual([]);
  });

  it('keeps the line that is broken now', async () => {
    const file = put('m.jsonl', page(0), page(5));
    await ingest(file);
    writeFileSync(file, `${JSON.stringify({ text: toyText(page(0)) })}\n{"text": `);
    const report = await ingest(file);
    expect(report.problems).toMatchObject([{ reason: 'bad-line' }]);
    expect(await titles()).toHaveLength(2);
  });
});

describe('a decision', () => {
  const [mayor, head] = [2, 3].map((index) => `${toyArticleId(index)}!person/王伟`) as [string, string];
  const same = { kind: 'same', a: mayor, b: head, by: '编辑', at: '2026-05-01T08:00:00Z', note: null } as const;

  it('changes at once whom names mean, and no longer when it is withdrawn', async () => {
    await ingest(put('a.txt', page(2, 3)));
    expect(await idsOf('Official')).toEqual(['person/王伟（县长）', 'person/王伟（局长）']);
    const { decision } = await decide(store, same, TOY_RESOLVER);
    expect(await idsOf('Official')).toEqual(['person/王伟']);
    await withdraw(store, decision.id, { by: '主编', at: '2026-05-02T08:00:00Z' }, TOY_RESOLVER);
    expect(await idsOf('Official')).toEqual(['person/王伟（县长）', 'person/王伟（局长）']);
    expect(await decisionsIn(store)).toEqual([{ ...decision, withdrawn: { by: '主编', at: '2026-05-02T08:00:00Z' } }]);
  });

  it('counts for pages that come after it', async () => {
    await decide(store, same, TOY_RESOLVER);
    await ingest(put('a.txt', page(2, 3)));
    expect(await idsOf('Official')).toEqual(['person/王伟']);
  });

  it('on what is no mention is refused', async () => {
    await expect(decide(store, { ...same, a: 'person/王伟' }, TOY_RESOLVER)).rejects.toMatchObject({
      code: 'bad-input',
    });
    await expect(decide(store, { ...same, a: head }, TOY_RESOLVER)).rejects.toMatchObject({ code: 'bad-input' });
  });
});
