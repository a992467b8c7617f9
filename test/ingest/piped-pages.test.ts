import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { extractPages, type PageInTurn } from '../../ingest/extract.ts';
import type { FileProblem, RawPage } from '../../ingest/files.ts';
import { readInput } from '../../ingest/inputs.ts';
import { readPipedPages } from '../../ingest/piped-pages.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-piped-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function* chunks(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

const piped = (...values: readonly unknown[]): Promise<(RawPage | FileProblem)[]> =>
  all(readPipedPages(chunks(...values.map((value) => `${JSON.stringify(value)}\n`)), 'stdin.jsonl'));

it.each([
  ['page.txt', '\ufeff浙江法制报\r\n\r\n本报讯 副省长王建满主持会议。\r\n'],
  ['page.md', '---\ntitle: 会议召开\ndate: 2019-07-03\n---\n\n本报讯 会议**召开**。\n'],
  ['page.html', '<html><head><title>会议召开</title></head><body><p>本报讯 会议召开。</p></body></html>'],
])('reads a whole page as %s is read from its file', async (name, content) => {
  const file = join(folder, name);
  await writeFile(file, content);
  const text = await readFile(file, 'utf8');
  expect(await piped({ file, text })).toEqual(await all(readInput(file)));
});

it('reads a line of a file of lines as it is read from there', async () => {
  const file = join(folder, 'a.jsonl');
  const lines = [
    '{"title":"一","text":"甲"}',
    '{ "text": "乙", "date": "2019-07-03", "title": "\\u4e8c" }',
    '{"text":1}',
  ];
  await writeFile(file, lines.join('\n'));
  const wrapped = lines.map((line, index) => ({ file: `${file}#${index + 1}`, line }));
  expect(await piped(...wrapped)).toEqual(await all(readInput(file)));
});

it('reads the bytes of pages and lines that are not in UTF-8 as they are read from their files', async () => {
  const gb18030 = Buffer.from([0xd5, 0xe3, 0xbd, 0xad, 0xb7, 0xa8, 0xd6, 0xc6, 0xb1, 0xa8]);
  const page = join(folder, 'page.txt');
  const lines = join(folder, 'a.jsonl');
  const line = Buffer.concat([Buffer.from('{"text":"'), gb18030, Buffer.from('"}\r')]);
  await writeFile(page, gb18030);
  await writeFile(lines, line);
  const read = await piped(
    { file: page, base64: gb18030.toString('base64') },
    { file: `${lines}#1`, base64: line.toString('base64') },
  );
  expect(read).toEqual([...(await all(readInput(page))), ...(await all(readInput(lines)))]);
  expect(read.map((one) => 'text' in one && [one.text, one.encoding])).toEqual([
    ['浙江法制报', 'gb18030'],
    ['浙江法制报', 'gb18030'],
  ]);
});

it('names articles by their place in the stream, and goes on after a line that gives none', async () => {
  const pages = await all(
    readPipedPages(
      chunks('{"title":"一","te', 'xt":"甲"}\n\n', 'no json\n{"file":"b.txt"}\n', '{"text":"乙"}'),
      's.jsonl',
    ),
  );
  expect(pages.map((page) => [page.file, 'reason' in page ? page.reason : page.text])).toEqual([
    ['s.jsonl#1', '甲'],
    ['s.jsonl#3', 'bad-line'],
    ['s.jsonl#4', 'bad-line'],
    ['s.jsonl#5', '乙'],
  ]);
});

it('gives what is read of a page before the next one has come', async () => {
  let send = (_: PageInTurn): void => {};
  async function* pages(): AsyncGenerator<PageInTurn> {
    const page = (file: string): PageInTurn => ({ page: { file, sha256: '', text: '甲', encoding: 'utf-8' }, left: 0 });
    yield page('first');
    yield await new Promise<PageInTurn>((resolve) => {
      send = () => resolve(page('second'));
    });
  }
  const run = ({ file, text }: RawPage) => ({
    extraction: {
      source: { file, sha256: '', publication: null, issue: null, date: null },
      articles: [
        { id: '', title: null, subtitle: null, kind: 'news' as const, byline: [], text, entities: [], facts: [] },
      ],
    },
    issues: [],
  });
  const results = extractPages(pages(), { run, pagesAtOnce: 4 });
  expect((await results.next()).value?.result.extraction.source.file).toBe('first');
  send({} as PageInTurn);
  expect((await results.next()).value?.result.extraction.source.file).toBe('second');
  expect((await results.next()).done).toBe(true);
});
