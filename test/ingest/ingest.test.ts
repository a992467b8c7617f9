import { writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { countGraph } from '../../graph/counts.ts';
import { ZhituError } from '../../graph/errors.ts';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { ingestLines } from '../../ingest/cli/report.ts';
import type { RawPage } from '../../ingest/files.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { hasChanges } from '../../ingest/page-writer.ts';
import type { PageResult } from '../../ingest/pipeline.ts';

let folder: string;
let store: GraphStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-ingest-'));
  store = await openStore({ store: ':memory:' }, {});
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** One article a page, which mentions the person that the page names. */
const pipeline = {
  run({ file, sha256, text }: RawPage): PageResult {
    const entity = {
      id: `person/${text}`,
      kind: 'Person' as const,
      name: text,
      aliases: [],
      mentions: [[0, text.length] as [number, number]],
    };
    const article = {
      id: `article/${sha256.slice(0, 16)}`,
      title: `${text}调研`,
      subtitle: null,
      kind: 'news' as const,
      byline: [],
      text,
      entities: [entity],
      facts: [],
    };
    const source = { file, sha256, publication: null, issue: null, date: null };
    return {
      extraction: { source, articles: [article] },
      issues: [{ stage: 'dates', reason: 'no-page-date', text: file }],
    };
  },
};

async function put(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

it('counts what is new by kind and relation, and keeps what it could not use', async () => {
  const page = await put('a.txt', '王昌荣');
  const gone = join(folder, 'gone.txt');
  const report = await ingestPaths([page, gone], { store, pipeline });
  expect(report).toMatchObject({
    pages: 1,
    problems: [{ file: gone, reason: 'missing' }],
    written: { nodesCreated: 2, relationsCreated: 1 },
    before: { nodes: 0, relations: 0 },
    after: { byKind: { Article: 1, Person: 1 }, byType: { MENTIONS: 1 } },
  });
  const lines = ingestLines(report, 1234);
  expect(lines).toContain('Person           1   +1');
  expect(lines).toContain('nodes      2 created, 0 changed, 0 unchanged');
  expect(lines.at(-1)).toBe('1 page (1 not usable) in 1.23 s');
});

it('changes nothing the second time, and says so', async () => {
  const page = await put('a.txt', '王昌荣');
  await ingestPaths([page], { store, pipeline });
  const again = await ingestPaths([page], { store, pipeline });
  expect(hasChanges(again.written)).toBe(false);
  expect(ingestLines(again, 0)[0]).toBe(
    'Nothing changed: the graph holds what these pages state (2 nodes and 1 relation).',
  );
});

it('counts only what a further page adds', async () => {
  await ingestPaths([await put('a.txt', '王昌荣')], { store, pipeline });
  const report = await ingestPaths([await put('b.txt', '朱恒毅')], { store, pipeline });
  expect(ingestLines(report, 0)).toContain('Person           2   +1');
});

it('tells how far it is', async () => {
  const stages = new Set<string>();
  await ingestPaths([await put('a.txt', '王昌荣')], { store, pipeline, onProgress: ({ stage }) => stages.add(stage) });
  expect([...stages]).toEqual(['ingest']);
});

it('writes of a page that is replaced while it is read what was read, and the other the next time', async () => {
  const page = await put('a.txt', '王昌荣');
  const replacing = {
    run(raw: RawPage): PageResult {
      writeFileSync(page, '朱恒毅');
      return pipeline.run(raw);
    },
  };
  await ingestPaths([page], { store, pipeline: replacing });
  const first = await countGraph(store);
  const { written } = await ingestPaths([page], { store, pipeline });
  expect(first.byKind).toMatchObject({ Article: 1, Person: 1 });
  expect(written).toMatchObject({ nodesCreated: 2, nodesRemoved: 2 });
  expect(await countGraph(store)).toEqual(first);
});

/** More than one transaction takes. */
const MANY = Array.from({ length: 250 }, (_, at) => JSON.stringify({ text: `李${String.fromCodePoint(0x4e00 + at)}` }));

it('extracts further pages while others are being written', async () => {
  const path = await put('many.jsonl', MANY.join('\n'));
  let extracted = 0;
  let goOn = (): void => {};
  const untilLast = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const counted = {
    run(page: RawPage): PageResult {
      extracted += 1;
      if (extracted === MANY.length) goOn();
      return pipeline.run(page);
    },
  };
  const update = store.update.bind(store);
  vi.spyOn(store, 'update').mockImplementation(async (work) => {
    await untilLast;
    return update(work);
  });
  const report = await ingestPaths([path], { store, pipeline: counted });
  expect([report.pages, report.after.byKind.Article]).toEqual([MANY.length, MANY.length]);
});

it('has no transaction under way when it ends with an error', async () => {
  const path = await put('many.jsonl', MANY.join('\n'));
  const update = store.update.bind(store);
  let underway = 0;
  vi.spyOn(store, 'update').mockImplementation(async (work) => {
    underway += 1;
    const done = await update(work);
    underway -= 1;
    return done;
  });
  const unreadable = {
    ...pipeline,
    run(page: RawPage): PageResult {
      if (page.file.endsWith(`#${MANY.length}`)) throw new ZhituError('limit-exceeded', 'no further page can be read');
      return pipeline.run(page);
    },
  };
  await expect(ingestPaths([path], { store, pipeline: unreadable })).rejects.toThrow('no further page');
  expect(underway).toBe(0);
});

it('stops after the page in hand when it is told to, and writes what it has extracted', async () => {
  const paths = [await put('a.txt', '王昌荣'), await put('b.txt', '朱恒毅')];
  const stop = new AbortController();
  const stopping = {
    run(raw: RawPage): PageResult {
      stop.abort(new Error('enough'));
      return pipeline.run(raw);
    },
  };
  const report = await ingestPaths(paths, { store, pipeline: stopping, signal: stop.signal });
  expect(report).toMatchObject({ stopped: true, pages: 1, after: { byKind: { Article: 1 } } });
});
