import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRun, listRuns, pruneRuns, runsFolder } from '../../../ingest/runs/history.ts';
import { beginRun, type Journal, resumeRun } from '../../../ingest/runs/journal.ts';
import { failedFiles, lastRun, unfinishedRun } from '../../../ingest/runs/pick.ts';
import { isAlive, thisProcess } from '../../../ingest/runs/process-mark.ts';
import type { FactLine } from '../../../ingest/runs/records.ts';
import { article, extraction } from '../../support/extractions.ts';

let runs: string;
beforeEach(async () => {
  runs = await mkdtemp(join(tmpdir(), 'zhitu-journal-'));
});
afterEach(() => rm(runs, { recursive: true, force: true }));

const asked = { directory: '/', paths: ['pages'], options: {}, dryRun: false, retries: null };
const START = { asked, store: 'graph.grafeo', extractor: 'rules/1' };
const DONE = { error: null, written: {}, issues: [] };
const note = (file: string) => ({ file, page: `page/${file}`, extractor: 'rules/1' });

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** Writes pages of one article each, in one transaction. */
async function write(journal: Journal, ...files: readonly string[]): Promise<void> {
  for (const file of files) {
    journal.queued(note(file));
    journal.extracted(note(file), extraction(file, [article(file)]), 2);
  }
  await journal.beforeWrite();
  await journal.afterWrite();
}

/** As if the process that wrote the run had ended without a word. */
async function kill(id: string): Promise<void> {
  const path = join(runs, id, 'run.json');
  const record = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...record, process: { ...record.process, pid: 2 ** 30 } }));
}

const keysOf = (facts: readonly FactLine[]): readonly string[] => facts.map((fact) => fact.article).sort();

describe('the journal of a run', () => {
  it('tells as written what was extracted before a transaction began, and no more', async () => {
    const journal = await beginRun(runs, START);
    journal.extracted(note('a'), extraction('a', [article('a')]), 0);
    const begun = journal.beforeWrite();
    journal.extracted(note('b'), extraction('b', [article('b')]), 0);
    await begun;
    await journal.afterWrite();
    const pages = await (await findRun(runs, 'last')).pages();
    expect([pages.get('a')?.state, pages.get('b')?.state]).toEqual(['written', 'extracted']);
    await journal.beforeWrite();
    await journal.afterWrite();
    expect((await (await findRun(runs, 'last')).pages()).get('b')?.state).toBe('written');
  });

  it('has what became of each page, and its facts with their sentences', async () => {
    const journal = await beginRun(runs, START);
    await write(journal, 'a', 'b');
    journal.unchanged(note('c'));
    journal.failed({ file: 'd', page: null, extractor: null }, { reason: 'binary', message: 'no text' }, null);
    await journal.end({ ...DONE, state: 'finished' });

    const run = await findRun(runs, 'last');
    expect(run.state).toBe('finished');
    expect(await run.totals()).toEqual({
      pages: { written: 2, unchanged: 1, failed: 1 },
      failed: { binary: 1 },
      articles: 2,
      facts: 2,
    });
    expect((await run.pages()).get('a')).toEqual({
      ...note('a'),
      session: 1,
      state: 'written',
      articles: 1,
      facts: 1,
      issues: 2,
    });
    expect((await all(run.facts()))[0]).toEqual({
      page: 'page/a',
      file: 'a',
      article: 'article/a',
      key: 'CHAIRED|person/王昌荣|event/会议',
      details: {},
      said: [{ rule: 'chaired.host', confidence: 0.9, evidence: 'article/a#0-11', quote: '副省长王昌荣主持会议。' }],
    });
    expect(await failedFiles(run)).toEqual(['d']);
  });

  it('tells the pages that were in hand when its process died, and not that they were written', async () => {
    const journal = await beginRun(runs, START);
    await write(journal, 'a');
    journal.queued(note('b'));
    journal.extracted(note('b'), extraction('b', [article('b')]), 0);
    journal.queued(note('c'));
    await kill('0001');
    const run = await findRun(runs, '1');
    expect(run.state).toBe('interrupted');
    expect([...(await run.pages()).values()].map(({ file, state }) => [file, state])).toEqual([
      ['a', 'written'],
      ['b', 'extracted'],
      ['c', 'queued'],
    ]);
  });

  it('is gone on with where it was cut off, in the midst of a line and of packed facts', async () => {
    const journal = await beginRun(runs, START);
    await write(journal, 'a');
    await write(journal, 'b');
    await kill('0001');
    const facts = join(runs, '0001', 'facts-1.jsonl.gz');
    await truncate(facts, (await readFile(facts)).length - 10);
    await appendFile(join(runs, '0001', 'pages.jsonl'), '{"file":"c","sta');

    const again = await resumeRun(await unfinishedRun(runs, START.store), 'rules/2');
    again.unchanged(note('a'));
    await write(again, 'b', 'c');
    await again.end({ ...DONE, state: 'finished' });
    const run = await findRun(runs, 'last');
    expect(run.record.id).toBe('0001');
    expect(run.record.sessions).toHaveLength(2);
    expect(await run.totals()).toMatchObject({ pages: { written: 3 }, facts: 3 });
    expect(keysOf(await all(run.facts()))).toEqual(['article/a', 'article/b', 'article/c']);
  });

  it('counts a page as written that was, though the run could not say so before it was killed', async () => {
    const journal = await beginRun(runs, START);
    journal.extracted(note('a'), extraction('a', [article('a')]), 0);
    await journal.beforeWrite();
    await kill('0001');
    const again = await resumeRun(await findRun(runs, 'last'), 'rules/1');
    again.unchanged(note('a'));
    await again.end({ ...DONE, state: 'finished' });
    const run = await findRun(runs, 'last');
    expect(await run.totals()).toMatchObject({ pages: { written: 1 }, facts: 1 });
    expect(keysOf(await all(run.facts()))).toEqual(['article/a']);
  });

  it('refuses a line that no run has written, and says where it is', async () => {
    const journal = await beginRun(runs, START);
    await journal.end({ ...DONE, state: 'finished' });
    const path = join(runs, '0001', 'pages.jsonl');
    await writeFile(path, '{"file":1}\n{}\n');
    const run = await findRun(runs, 'last');
    await expect(run.pages()).rejects.toThrow(path);
  });
});

describe('the runs of a folder', () => {
  const end = async (state: 'finished' | 'stopped', store = START.store, dryRun = false): Promise<void> => {
    const journal = await beginRun(runs, { ...START, store, asked: { ...asked, dryRun } });
    await journal.end({ ...DONE, state });
  };

  it('have numbers that grow, also when two begin at once', async () => {
    const journals = await Promise.all([1, 2, 3].map(() => beginRun(runs, START)));
    expect(journals.map(({ id }) => id).sort()).toEqual(['0001', '0002', '0003']);
    for (const journal of journals) await journal.end({ ...DONE, state: 'finished' });
    await writeFile(join(runs, 'notes.txt'), 'not a run');
    expect((await listRuns(runs)).map(({ record }) => record.id)).toEqual(['0001', '0002', '0003']);
  });

  it('are named by number or from the end', async () => {
    for (let count = 0; count < 3; count++) await end('finished');
    const named = async (word: string) => (await findRun(runs, word)).record.id;
    expect([await named('2'), await named('0003'), await named('last'), await named('last~2')]).toEqual([
      '0002',
      '0003',
      '0003',
      '0001',
    ]);
    await expect(named('last~3')).rejects.toMatchObject({ code: 'not-found' });
    await expect(named('4')).rejects.toThrow('it has 0001, 0002, 0003');
    await expect(named('last-1')).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('give the last unfinished one of a store to go on with, and no dry run', async () => {
    await expect(unfinishedRun(runs, START.store)).rejects.toThrow('there is none yet');
    await end('finished');
    await expect(unfinishedRun(runs, START.store)).rejects.toThrow('the last, 0001, was finished');
    await end('stopped');
    await end('stopped', 'other.grafeo');
    await end('stopped', START.store, true);
    expect((await unfinishedRun(runs, START.store)).record.id).toBe('0002');
    expect((await lastRun(runs, START.store)).record.id).toBe('0004');
  });

  it('do not give one to go on with that still goes on', async () => {
    const journal = await beginRun(runs, START);
    await expect(unfinishedRun(runs, START.store)).rejects.toMatchObject({ code: 'store-locked' });
    await journal.end({ ...DONE, state: 'stopped' });
    expect((await unfinishedRun(runs, START.store)).state).toBe('stopped');
  });

  it('go but for the newest, and their numbers are not given again', async () => {
    for (let count = 0; count < 3; count++) await end('finished');
    expect(await pruneRuns(runs, 1)).toEqual(['0001', '0002']);
    expect(await readdir(runs)).toEqual(['0003']);
    await end('finished');
    expect((await findRun(runs, 'last')).record.id).toBe('0004');
  });

  it('lie beside the file of a store, and in the data of the program for a database elsewhere', () => {
    expect(runsFolder('/data/2019/graph.grafeo')).toBe('/data/2019/runs');
    expect(runsFolder('neo4j://db.example:7687')).toMatch(/\/data\/runs$/u);
  });
});

describe('isAlive', () => {
  it('knows this process, and not a later one of its number', () => {
    const { pid, mark } = thisProcess();
    expect(isAlive({ pid, mark })).toBe(true);
    expect(isAlive({ pid, mark: mark.replace(/\d$/u, (digit) => String(9 - Number(digit))) })).toBe(false);
    expect(isAlive({ pid: 2 ** 30, mark })).toBe(false);
  });

  it('takes a process of another machine for alive', () => {
    expect(isAlive({ pid: 1, mark: 'elsewhere.example boot 1' })).toBe(true);
  });
});
