/** Writes what a run does to its folder, so that whatever ends it, what was done can be told and gone on with. */
import { closeSync, fdatasync, openSync, writeSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { ZhituError } from '../../graph/errors.ts';
import type { ExtractedPage } from '../contract.ts';
import type { IssueCount } from '../issue-tally.ts';
import { factLines } from './fact-lines.ts';
import { newRunFolder, type Run, totalsOf } from './history.ts';
import { openLines, replaceFile } from './json-files.ts';
import { thisProcess } from './process-mark.ts';
import type { PageLine, RunRecord } from './records.ts';

const pack = promisify(gzip);
const syncData = promisify(fdatasync);

/** Characters of lines that are collected before they are handed to the system. */
const BUFFER = 65_536;

/** What is known of a page before it is extracted: its file, id and extractor, as far as it could be read. */
export type PageNote = Pick<PageLine, 'file' | 'page' | 'extractor'>;

export interface Failure {
  readonly reason: string;
  readonly message: string;
}

/** What is told of a run while it goes on. */
export interface Journal {
  readonly id: string;
  /** A page is handed to the extractor: told at once, since it may be what ends the process. */
  queued(note: PageNote): void;
  /** The store has it as it is. */
  unchanged(note: PageNote): void;
  /** @param issues how many doubts there are */
  extracted(note: PageNote, extraction: ExtractedPage, issues: number): void;
  /** @param extraction what of it could be read */
  failed(note: PageNote, failure: Failure, extraction: ExtractedPage | null): void;
  /** What was extracted since the last time, and until now, is going to be written. All that was told is on disk when this resolves, and the facts. */
  beforeWrite(): Promise<void>;
  /** It has been written, and nothing that was extracted since. That is on disk when this resolves. */
  afterWrite(): Promise<void>;
  /** How the run ended. Nothing can be told any more. */
  end(ending: Ending): Promise<void>;
}

export interface Ending extends Pick<RunRecord, 'written'> {
  readonly state: 'finished' | 'stopped' | 'failed';
  readonly error: string | null;
  readonly issues: readonly IssueCount[];
}

/** Gives the time, for the record. */
type Clock = () => Date;

/** Begins a new run. @param runs folder of all runs, which is created @throws ZhituError `store-unavailable`, `disk-full` */
export async function beginRun(
  runs: string,
  start: Pick<RunRecord, 'asked' | 'store' | 'extractor'>,
  now: Clock = () => new Date(),
): Promise<Journal> {
  const folder = await guarded(runs, () => newRunFolder(runs));
  const sessions = [{ startedAt: now().toISOString(), endedAt: null }];
  return openJournal(folder.path, { ...start, ...BEGUN, id: folder.id, process: thisProcess(), sessions }, now);
}

/** Goes on with a run that did not finish. Pages that it has written stay written. */
export async function resumeRun(run: Run, extractor: string, now: Clock = () => new Date()): Promise<Journal> {
  const earlier = run.sessions();
  const sessions = [...earlier, { startedAt: now().toISOString(), endedAt: null }];
  const known = await run.pages();
  return openJournal(run.folder, { ...run.record, ...BEGUN, extractor, process: thisProcess(), sessions }, now, known);
}

const BEGUN: Pick<RunRecord, 'state' | 'error' | 'totals' | 'written' | 'issues'> = {
  state: 'running',
  error: null,
  totals: null,
  written: {},
  issues: [],
};

async function openJournal(
  folder: string,
  record: RunRecord,
  now: Clock,
  known: ReadonlyMap<string, PageLine> = new Map(),
): Promise<Journal> {
  return guarded(folder, async () => {
    await mkdir(folder, { recursive: true });
    return new RunJournal(folder, record, now, known);
  });
}

class RunJournal implements Journal {
  readonly #folder: string;
  readonly #record: RunRecord;
  readonly #now: Clock;
  /** The last state of each page in earlier sessions. */
  readonly #known: ReadonlyMap<string, PageLine>;
  readonly #pages: number;
  #facts: number | null = null;
  #lines: string[] = [];
  #size = 0;
  #factLines: string[] = [];
  #extracted: PageLine[] = [];
  /** Of these, what is being written. */
  #written: PageLine[] = [];

  constructor(folder: string, record: RunRecord, now: Clock, known: ReadonlyMap<string, PageLine>) {
    this.#folder = folder;
    this.#record = record;
    this.#now = now;
    this.#known = known;
    this.#save({});
    this.#pages = openLines(join(folder, 'pages.jsonl'));
  }

  get id(): string {
    return this.#record.id;
  }

  get #session(): number {
    return this.#record.sessions.length;
  }

  queued(note: PageNote): void {
    this.#tell({ ...note, session: this.#session, state: 'queued' });
    this.#handOver();
  }

  unchanged(note: PageNote): void {
    const before = this.#known.get(note.file);
    const isOurs = before?.page === note.page && before?.extractor === note.extractor;
    if (isOurs && before?.state === 'written') return;
    // It was written, and the session ended before it could tell.
    if (isOurs && before?.state === 'extracted') this.#tell({ ...before, state: 'written' });
    else this.#tell({ ...note, session: this.#session, state: 'unchanged' });
  }

  extracted(note: PageNote, extraction: ExtractedPage, issues: number): void {
    const line = { ...this.#counted(note, extraction), issues };
    this.#tell({ ...line, state: 'extracted' });
    this.#extracted.push({ ...line, state: 'written' });
  }

  failed(note: PageNote, failure: Failure, extraction: ExtractedPage | null): void {
    const line = extraction ? this.#counted(note, extraction) : { ...note, session: this.#session };
    this.#tell({ ...line, state: 'failed', reason: failure.reason, message: failure.message });
  }

  async beforeWrite(): Promise<void> {
    this.#written.push(...this.#extracted.splice(0));
    await guarded(this.#folder, async () => {
      await this.#saveFacts();
      await this.#secure();
    });
  }

  async afterWrite(): Promise<void> {
    for (const line of this.#written.splice(0)) this.#tell(line);
    await guarded(this.#folder, () => this.#secure());
  }

  async end({ state, error, written, issues }: Ending): Promise<void> {
    await guarded(this.#folder, async () => {
      await this.#saveFacts();
      await this.#secure();
      for (const file of [this.#pages, this.#facts]) if (file !== null) closeSync(file);
      const sessions = this.#record.sessions.map((session, index, all) =>
        index === all.length - 1 ? { ...session, endedAt: this.#now().toISOString() } : session,
      );
      this.#save({ state, error, written, issues: [...issues], sessions, totals: await totalsOf(this.#folder) });
    });
  }

  #counted(note: PageNote, extraction: ExtractedPage): PageNote & Omit<PageLine, 'state'> {
    if (note.page !== null)
      for (const line of factLines(note.page, extraction)) this.#factLines.push(`${JSON.stringify(line)}\n`);
    const facts = extraction.articles.reduce((sum, article) => sum + article.facts.length, 0);
    return { ...note, session: this.#session, articles: extraction.articles.length, facts };
  }

  #tell(line: PageLine): void {
    const text = `${JSON.stringify(line)}\n`;
    this.#lines.push(text);
    this.#size += text.length;
    if (this.#size >= BUFFER) this.#handOver();
  }

  #handOver(): void {
    if (this.#lines.length > 0) writeSync(this.#pages, this.#lines.splice(0).join(''));
    this.#size = 0;
  }

  /** All that was told so far is on disk when it resolves. */
  async #secure(): Promise<void> {
    this.#handOver();
    await syncData(this.#pages);
  }

  async #saveFacts(): Promise<void> {
    const text = this.#factLines.splice(0).join('');
    if (text === '') return;
    this.#facts ??= openSync(join(this.#folder, `facts-${this.#session}.jsonl.gz`), 'a');
    writeSync(this.#facts, await pack(text));
    await syncData(this.#facts);
  }

  #save(changes: Partial<RunRecord>): void {
    replaceFile(join(this.#folder, 'run.json'), `${JSON.stringify({ ...this.#record, ...changes }, null, 2)}\n`);
  }
}

/** What the system says when a journal cannot be written, with what to do. */
async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new ZhituError(
        'disk-full',
        `There is no room left for the journal of the run in ${path}. Make room, then go on with --resume.`,
        { path },
        error,
      );
    if (error instanceof ZhituError || !/^E[A-Z]+$/u.test(code)) throw error;
    throw new ZhituError(
      'store-unavailable',
      `The journal of the run cannot be written in ${path} (${code}). Name another folder with --runs.`,
      { path },
      error,
    );
  }
}
