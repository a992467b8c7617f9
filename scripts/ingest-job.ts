/** One job of adding pages: reads and writes them with a journal, and tells each step. */
import type { GraphChange } from '../graph/change.ts';
import { ZhituError } from '../graph/errors.ts';
import type { NodeRecord } from '../graph/model.ts';
import type { GraphStore } from '../graph/store.ts';
import type { PageExtractor, PageOutcome } from '../ingest/extract.ts';
import { ingestPaths } from '../ingest/ingest.ts';
import type { IngestReport } from '../ingest/page-writer.ts';
import { beginRun, type Journal } from '../ingest/runs/journal.ts';
import { rulesVersion } from '../ingest/version.ts';
import type { WorkerSettings } from '../ingest/workers/messages.ts';
import { openWorkerPool } from '../ingest/workers/pool.ts';
import type { IngestDone, IngestEvent } from '../web/api/ingest.ts';

export interface JobInput {
  readonly store: GraphStore;
  /** Folder of the journals. */
  readonly runs: string;
  readonly paths: readonly string[];
  readonly settings: WorkerSettings;
  /** What was given for the pages, as a person would on the command line. */
  readonly options: Readonly<Record<string, string>>;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly openExtractor: OpenExtractor;
}

export interface ClosableExtractor extends PageExtractor {
  close(): Promise<void>;
}
export type OpenExtractor = (settings: WorkerSettings, signal: AbortSignal) => ClosableExtractor;

/** The rules, in a thread of their own, so that the server goes on answering. */
export const rulesInThread: OpenExtractor = (settings, signal) => openWorkerPool({ workers: 1, settings, signal });

/** Doubts told of one page; the journal counts all. */
const DOUBTS = 100;

/**
 * Ingests the pages of these paths as `npm run ingest` does.
 * @param tell gets each step but the last
 * @param onCreated gets the nodes that are new
 * @returns the last step; what ended a run that failed is in its message
 */
export async function carryOut(
  input: JobInput,
  tell: (event: IngestEvent) => void,
  onCreated: (nodes: readonly NodeRecord[]) => void,
): Promise<IngestDone> {
  const { store, runs, paths, settings, options, now, signal } = input;
  const extractor = input.openExtractor(settings, signal);
  const version = extractor.version ?? rulesVersion();
  let created: Readonly<Record<string, number>> = {};
  let relations = 0;
  const onChange = (change: GraphChange): void => {
    const nodes = change.nodes.flatMap(({ old, next }) => (old === null && next !== null ? [next] : []));
    created = counted(created, nodes);
    relations += change.relations.filter(({ old, next }) => old === null && next !== null).length;
    onCreated(nodes);
  };
  let journal: Journal | null = null;
  const ended = (rest: Pick<IngestDone, 'state' | 'message'>, report: IngestReport | null): IngestDone => ({
    type: 'done',
    run: journal?.id ?? null,
    pages: report?.pages ?? 0,
    known: report?.known ?? 0,
    failed: report?.failed ?? 0,
    created: { ...created },
    relations,
    ...rest,
  });
  try {
    const asked = {
      directory: process.cwd(),
      paths: [...paths],
      options: { ...options },
      dryRun: false,
      retries: null,
    };
    journal = await beginRun(runs, { asked, store: store.location, extractor: version }, now);
    const report = await ingestPaths(paths, {
      store,
      pipeline: toldExtractor(extractor, version, options, tell),
      journal: toldJournal(journal, paths.length, tell),
      signal,
      onProblem: ({ file, reason, message }) => tell({ type: 'problem', file, reason, message }),
      onChange,
    });
    const state = report.stopped ? 'stopped' : 'finished';
    await journal.end({ state, error: null, written: { ...report.written }, issues: report.issues });
    return ended({ state, message: null }, report);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // What ended the run is worth more to whoever reads it than that its journal could not say so.
    await journal?.end({ state: 'failed', error: message, written: {}, issues: [] }).catch(() => {});
    if (!(error instanceof ZhituError)) process.stderr.write(`${error instanceof Error ? error.stack : message}\n`);
    return ended({ state: 'failed', message: error instanceof ZhituError ? message : 'internal' }, null);
  } finally {
    await extractor.close();
  }
}

/** Tells what was found in each page, and what was doubtful with its words: the journal only counts doubts. */
function toldExtractor(
  extractor: ClosableExtractor,
  version: string,
  options: JobInput['options'],
  tell: (event: IngestEvent) => void,
): PageExtractor {
  return {
    version,
    settings:
      Object.keys(options).length === 0 ? '' : JSON.stringify([options.date ?? null, options.publication ?? null]),
    async run(page) {
      const outcome = await extractor.run(page);
      tell(readEvent(page.file, outcome));
      return outcome;
    },
  };
}

function readEvent(file: string, { extraction, issues }: PageOutcome): IngestEvent {
  const { articles } = extraction;
  const sum = (count: (article: (typeof articles)[number]) => number): number =>
    articles.reduce((all, article) => all + count(article), 0);
  return {
    type: 'read',
    file,
    articles: articles.length,
    entities: sum(({ entities }) => entities.length),
    facts: sum(({ facts }) => facts.length),
    doubts: issues.slice(0, DOUBTS).map(({ stage, reason, text }) => ({ stage, reason, words: text })),
    doubtful: issues.length,
  };
}

/** The journal, which hears of each step before it is told. */
function toldJournal(journal: Journal, pages: number, tell: (event: IngestEvent) => void): Journal {
  let at = 0;
  return {
    get id() {
      return journal.id;
    },
    queued(note) {
      journal.queued(note);
      tell({ type: 'reading', file: note.file, at: ++at, of: Math.max(pages, at) });
    },
    unchanged(note) {
      journal.unchanged(note);
      tell({ type: 'known', file: note.file });
    },
    extracted: (note, extraction, issues) => journal.extracted(note, extraction, issues),
    failed: (note, failure, extraction) => journal.failed(note, failure, extraction),
    async beforeWrite() {
      await journal.beforeWrite();
      tell({ type: 'writing' });
    },
    async afterWrite() {
      await journal.afterWrite();
      tell({ type: 'written' });
    },
    end: (ending) => journal.end(ending),
  };
}

function counted(
  before: Readonly<Record<string, number>>,
  nodes: readonly NodeRecord[],
): Readonly<Record<string, number>> {
  const after = { ...before };
  for (const { kind } of nodes) after[kind] = (after[kind] ?? 0) + 1;
  return after;
}
