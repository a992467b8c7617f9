import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ExtractedPage } from '../../../ingest/contract.ts';
import { extractFiles, type FileResult } from '../../../ingest/extract.ts';
import { openAnswerCache } from '../../../ingest/llm/cache.ts';
import { openChat } from '../../../ingest/llm/chat.ts';
import { openLlmExtractor } from '../../../ingest/llm/extractor.ts';
import { LLM_CONFIDENCE } from '../../../ingest/llm/reading.ts';
import { newTally } from '../../../ingest/llm/usage.ts';
import { openPipeline } from '../../../ingest/pipeline.ts';
import { toGraph } from '../../../ingest/writes.ts';
import { completion, type Endpoint, openEndpoint, type Received, type Reply } from '../../support/endpoint.ts';
import { seedPages } from '../../support/pages.ts';

const KEY = 'sk-very-secret-0002';
const pipeline = openPipeline();

let folder: string;
let endpoint: Endpoint | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-llm-'));
});
afterEach(async () => {
  await endpoint?.close();
  endpoint = undefined;
  await rm(folder, { recursive: true, force: true });
});

const PAGE = `浙江法制报 2019年7月3日 星期三

王昌荣在湖州调研

本报讯 7月1日，省委常委、政法委书记王昌荣在湖州市调研。期间，王昌荣主持召开座谈会。

丽水推广全科网格

本报讯 近日，丽水市全面推行“全科网格”。市民李小明很高兴。
`;
const VISIT = {
  entities: [
    { id: 'p', kind: 'Person', name: '王昌荣', quotes: ['王昌荣'] },
    { id: 'h', kind: 'Place', name: '湖州市', quotes: ['湖州'], path: '浙江省/湖州市' },
    { id: 'q', kind: 'Person', name: '王某某', quotes: ['王某某'] },
  ],
  facts: [],
};
const LAUNCH = {
  entities: [
    { id: 'g', kind: 'Program', name: '全科网格', quotes: ['全科网格'] },
    { id: 'l', kind: 'Place', name: '丽水市', quotes: ['丽水市'], path: '浙江省/丽水市' },
  ],
  facts: [{ type: 'LAUNCHED_IN', from: 'g', to: 'l', quote: '近日,丽水市全面推行「全科网格」', stage: 'practised' }],
};
const answerFor = ({ body }: Received) => (body.messages.at(-1)?.content.includes('丽水') ? LAUNCH : VISIT);

interface Run {
  readonly files: readonly FileResult[];
  readonly tally: ReturnType<typeof newTally>;
}

/** Runs one page a name through the endpoint. */
async function run(mode: 'llm' | 'both', names: readonly string[] = ['a.txt'], concurrency = 4): Promise<Run> {
  const tally = newTally();
  const { signal } = new AbortController();
  const { baseUrl } = endpoint as Endpoint;
  const chat = openChat({
    baseUrl,
    model: 'small',
    apiKey: KEY,
    timeoutMs: 5000,
    signal,
    tally,
    sleep: () => Promise.resolve(),
  });
  const cache = openAnswerCache(join(folder, 'cache'));
  const extractor = openLlmExtractor({ pipeline, chat, cache, mode, concurrency, tally });
  const paths = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      await writeFile(path, PAGE.replace('李小明', `李小明${name}`));
      return path;
    }),
  );
  const files: FileResult[] = [];
  for await (const file of extractFiles(paths, extractor)) files.push(file);
  return { files, tally };
}

const serve = async (reply: (request: Received, index: number) => Reply | Promise<Reply>) =>
  (endpoint = await openEndpoint(reply));

it('reads the page as ever, and takes what its articles state from the model', async () => {
  await serve((request) => completion(answerFor(request)));
  const { files, tally } = await run('llm');
  const { result, problem } = files[0] as FileResult;
  expect(problem).toBeNull();
  const page = ExtractedPage.parse(result?.extraction);
  expect(page.source).toMatchObject({ publication: '浙江法制报', date: { value: '2019-07-03' } });
  expect(page.articles.map(({ title, entities }) => [title, ...entities.map(({ id }) => id)])).toEqual([
    ['王昌荣在湖州调研', 'person/王昌荣', 'place/浙江省/湖州市'],
    ['丽水推广全科网格', 'place/浙江省/丽水市', 'program/全科网格'],
  ]);
  const [fact] = page.articles[1]?.facts ?? [];
  const [start, end] = fact?.evidence ?? [0, 0];
  expect(page.articles[1]?.text.slice(start, end)).toBe('近日，丽水市全面推行“全科网格”。');
  expect(result?.issues).toContainEqual({ stage: 'llm', reason: 'quote-not-found', text: '王某某' });
  expect(tally).toMatchObject({ requests: 2, promptTokens: 2000, completionTokens: 200 });
});

it('asks nothing twice, and keeps no key with the answers', async () => {
  await serve((request) => completion(answerFor(request)));
  const first = await run('llm');
  const again = await run('llm');
  expect(endpoint?.received).toHaveLength(2);
  expect(again.files).toEqual(first.files);
  expect(again.tally).toMatchObject({ requests: 0, cached: 2, promptTokens: 0 });
  for (const entry of await readdir(join(folder, 'cache'), { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) expect(await readFile(join(entry.parentPath, entry.name), 'utf8')).not.toContain(KEY);
  }
});

it('unites both extractors, each fact with its sources', async () => {
  await serve((request) => completion(answerFor(request)));
  const { files } = await run('both');
  const extraction = ExtractedPage.parse(files[0]?.result?.extraction);
  const [visit, launch] = extraction.articles;
  const rulesOnly = visit?.facts.filter(({ type }) => type === 'CHAIRED') ?? [];
  expect(rulesOnly.map(({ rule }) => rule.startsWith('llm.'))).toEqual([false]);
  const fact = launch?.facts.find(({ type }) => type === 'LAUNCHED_IN');
  expect(fact?.rule).toMatch(/^launch/u);
  expect(fact?.also?.map(({ rule }) => rule)).toEqual(['llm.small']);
  const relation = toGraph(extraction).relations.find(({ type }) => type === 'LAUNCHED_IN');
  expect(relation?.properties.rules).toEqual(expect.arrayContaining([fact?.rule, 'llm.small']));
});

it('keeps the rest of a page where one article gets no answer, and names the page', async () => {
  await serve((request) => (answerFor(request) === VISIT ? { status: 500, text: 'broken' } : completion(LAUNCH)));
  const { files } = await run('llm');
  expect(files[0]?.problem).toMatchObject({ reason: 'no-answer', message: expect.stringContaining('1 of 2 articles') });
  expect(files[0]?.result?.extraction.articles.map(({ entities }) => entities.length)).toEqual([0, 2]);
  expect(files[0]?.result?.issues).toContainEqual({ stage: 'llm', reason: 'server-error', text: 'status 500: broken' });
  const both = await run('both');
  expect(both.files[0]?.result?.extraction.articles[0]?.entities.length).toBeGreaterThan(2);
});

it('has no more requests open than it may, over pages too, and gives the pages in their order', async () => {
  await serve(async (request, index) => {
    await new Promise((resolve) => setTimeout(resolve, index === 0 ? 60 : 10));
    return completion(answerFor(request));
  });
  const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt'];
  const { files } = await run('llm', names, 3);
  expect(endpoint?.mostOpen()).toBe(3);
  expect(files.map(({ result }) => result?.extraction.source.file)).toEqual(names.map((name) => join(folder, name)));
});

it('ends the run at the first page where the key is not taken', async () => {
  await serve(() => ({ status: 401, text: `bad key ${KEY}` }));
  const error: unknown = await run('llm', ['a.txt', 'b.txt', 'c.txt']).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'ZhituError', code: 'bad-input' });
  expect(String(error)).not.toContain(KEY);
});

it('trusts a model less than any rule', () => {
  const facts = seedPages().flatMap((page) =>
    pipeline.run(page).extraction.articles.flatMap((article) => article.facts),
  );
  const confidences = facts.map(({ confidence }) => confidence);
  expect(Math.min(...confidences)).toBeGreaterThan(LLM_CONFIDENCE);
});
