import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openAnswerCache, type Question } from '../../../ingest/llm/cache.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-cache-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const question: Question = {
  articleId: 'article/0123456789abcdef',
  model: 'org/model:7b',
  promptVersion: 'v1',
  messages: [{ role: 'user', content: '正文' }],
};
const answer = { entities: [{ id: 'p1' }], facts: [] };

/** The files below the cache's folder. */
async function files(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

it('gives back what it was given, and leaves no draft behind', async () => {
  const cache = openAnswerCache(folder);
  expect(await cache.read(question)).toEqual({ answer: null, issues: [] });
  expect(await cache.write(question, answer)).toEqual([]);
  expect(await openAnswerCache(folder).read(question)).toEqual({ answer, issues: [] });
  expect((await files()).map((file) => file.endsWith('.json'))).toEqual([true]);
});

it.each([
  ['article', { articleId: 'article/ffffffffffffffff' }],
  ['model', { model: 'other' }],
  ['prompt', { promptVersion: 'v2' }],
  ['words', { messages: [{ role: 'user' as const, content: '别的' }] }],
])('has no answer for another %s', async (_, other) => {
  const cache = openAnswerCache(folder);
  await cache.write(question, answer);
  expect(await cache.read({ ...question, ...other })).toMatchObject({ answer: null });
});

it.each([
  ['half a file', (text: string) => text.slice(0, 30)],
  ['another shape', () => '{"entities":[]}'],
  ['the answer to another question', (text: string) => text.replace(/"key":"../u, '"key":"zz')],
  ['nothing', () => ''],
])('ignores %s, says so, and can be written over', async (_, damage) => {
  const cache = openAnswerCache(folder);
  await cache.write(question, answer);
  const [file = ''] = await files();
  await writeFile(file, damage(await readFile(file, 'utf8')));
  expect(await cache.read(question)).toEqual({
    answer: null,
    issues: [{ stage: 'llm', reason: 'cache-corrupt', text: file }],
  });
  await cache.write(question, answer);
  expect(await cache.read(question)).toEqual({ answer, issues: [] });
});

it('goes on where it cannot write, and says so', async () => {
  const blocked = join(folder, 'a-file');
  await writeFile(blocked, '');
  expect(await openAnswerCache(blocked).write(question, answer)).toMatchObject([
    { stage: 'llm', reason: 'cache-not-written' },
  ]);
});
