/** The runs of a folder: which there are, what became of their pages, what facts they found. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ZhituError } from '../../graph/errors.ts';
import { DEFAULT_STORE } from '../../graph/open.ts';
import { readJsonFile } from './json-files.ts';
import { isAlive } from './process-mark.ts';
import { FactLine, PageLine, RunRecord, type Totals } from './records.ts';

/** - `interrupted`: its process ended without a word */
export type RunState = RunRecord['state'] | 'interrupted';

export interface Run {
  readonly folder: string;
  readonly record: RunRecord;
  readonly state: RunState;
  /** Its sessions; one that was killed ended with its last line. */
  sessions(): RunRecord['sessions'];
  /** The last line of each page, by its file. */
  pages(): Promise<ReadonlyMap<string, PageLine>>;
  totals(): Promise<Totals>;
  /** What was extracted in this run, from the pages as they were last read in it. */
  facts(): AsyncGenerator<FactLine>;
}

const PAGES = 'pages.jsonl';
const ID = /^\d{4,}$/u;
const PLACES = 4;

/** Where the runs of a store are: beside its file; for a database elsewhere, in the folder of data of this program. */
export function runsFolder(store: string): string {
  const isFile = !store.includes('://') && store !== ':memory:';
  return join(dirname(isFile ? resolve(store) : DEFAULT_STORE), 'runs');
}

/** All runs of a folder, the first first; none where there is no such folder. */
export async function listRuns(runs: string): Promise<readonly Run[]> {
  const names = existsSync(runs) ? await readdir(runs) : [];
  return names
    .filter((name) => ID.test(name) && existsSync(join(runs, name, 'run.json')))
    .sort((a, b) => Number(a) - Number(b))
    .map((name) => openRun(join(runs, name)));
}

/** The run that a word names: its number, `last`, or `last~2` for the one two before it. @throws ZhituError `not-found`, `bad-input` */
export async function findRun(runs: string, word: string): Promise<Run> {
  const all = await listRuns(runs);
  const [, , back] = /^(last)(?:~(\d{1,6}))?$/u.exec(word) ?? [];
  const isLast = word.startsWith('last');
  if (isLast ? !/^last(?:~\d{1,6})?$/u.test(word) : !/^\d{1,12}$/u.test(word))
    throw new ZhituError('bad-input', `A run is named by its number, or as last, last~1, last~2 …; this is ${word}`);
  const run = isLast
    ? all[all.length - 1 - Number(back ?? 0)]
    : all.find(({ record }) => Number(record.id) === Number(word));
  if (run) return run;
  const there = all.length === 0 ? 'it has none' : `it has ${all.map(({ record }) => record.id).join(', ')}`;
  throw new ZhituError('not-found', `There is no run ${word} in ${runs}: ${there}. \`npm run runs\` lists them.`);
}

/** Makes the folder of the next run. Of two processes that try at once each gets its own. */
export async function newRunFolder(runs: string): Promise<{ readonly id: string; readonly path: string }> {
  await mkdir(runs, { recursive: true });
  const taken = (await readdir(runs)).filter((name) => ID.test(name)).map(Number);
  for (let number = Math.max(0, ...taken) + 1; ; number++) {
    const id = String(number).padStart(PLACES, '0');
    const path = join(runs, id);
    try {
      await mkdir(path);
      return { id, path };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Takes old runs away, but for the newest and those that still run. @returns the ids of those that went */
export async function pruneRuns(runs: string, keep: number): Promise<readonly string[]> {
  const all = await listRuns(runs);
  const old = all.slice(0, Math.max(0, all.length - keep)).filter(({ state }) => state !== 'running');
  for (const { folder } of old) await rm(folder, { recursive: true });
  return old.map(({ record }) => record.id);
}

/** What became of the pages of the run in a folder, in numbers. */
export async function totalsOf(folder: string): Promise<Totals> {
  const totals = { pages: {} as Totals['pages'], failed: {} as Totals['failed'], articles: 0, facts: 0 };
  for (const { state, reason, articles = 0, facts = 0 } of (await pagesOf(folder)).values()) {
    totals.pages[state] = (totals.pages[state] ?? 0) + 1;
    if (state === 'failed' && reason !== undefined) totals.failed[reason] = (totals.failed[reason] ?? 0) + 1;
    totals.articles += articles;
    totals.facts += facts;
  }
  return totals;
}

function openRun(folder: string): Run {
  const record = readRecord(join(folder, 'run.json'));
  return {
    folder,
    record,
    state: record.state === 'running' && !isAlive(record.process) ? 'interrupted' : record.state,
    sessions: () =>
      record.sessions.map(({ startedAt, endedAt }) => ({ startedAt, endedAt: endedAt ?? lastWord(folder) })),
    pages: () => pagesOf(folder),
    totals: async () => record.totals ?? totalsOf(folder),
    facts: () => factsOf(folder, record.sessions.length),
  };
}

function readRecord(path: string): RunRecord {
  const record = RunRecord.safeParse(parsed(readFileSync(path, 'utf8')));
  if (record.success) return record.data;
  const message = `${path} is no record of a run, or one of another version of this program. Delete the folder of this run.`;
  throw new ZhituError('bad-input', message, { path });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function lastWord(folder: string): string | null {
  const path = join(folder, PAGES);
  return existsSync(path) ? statSync(path).mtime.toISOString() : null;
}

async function pagesOf(folder: string): Promise<ReadonlyMap<string, PageLine>> {
  const pages = new Map<string, PageLine>();
  for await (const line of readJsonFile(join(folder, PAGES), PageLine)) pages.set(line.file, line);
  return pages;
}

async function* factsOf(folder: string, sessions: number): AsyncGenerator<FactLine> {
  const pages = await pagesOf(folder);
  for (let session = 1; session <= sessions; session++)
    for await (const fact of readJsonFile(join(folder, `facts-${session}.jsonl.gz`), FactLine)) {
      const page = pages.get(fact.file);
      // Other lines are of what an earlier session read before the file or the rules changed.
      if (page?.page === fact.page && page.session === session) yield fact;
    }
}
