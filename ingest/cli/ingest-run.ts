/** Carries out what a call of `ingest` asks for, with a journal of it. */
import type { WriteCounts } from '../../graph/change.ts';
import { countGraph } from '../../graph/counts.ts';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { type ExtractOnlyReport, extractOnly } from '../extract-only.ts';
import { ingestPaths } from '../ingest.ts';
import { ingestExtractions } from '../ingest-extractions.ts';
import type { IngestReport } from '../page-writer.ts';
import { readPipedExtractions } from '../piped-extractions.ts';
import { beginRun, type Ending, type Journal, resumeRun } from '../runs/journal.ts';
import { rulesVersion } from '../version.ts';
import { bulkAdvice } from './bulk-advice.ts';
import { type ChosenExtractor, withExtractor } from './extractor-options.ts';
import type { IngestRequest } from './ingest-request.ts';
import { bytesFrom, meterOf } from './lines-in.ts';
import { pipelineOptions } from './page-options.ts';
import type { Progress } from './progress.ts';
import { problemLine } from './report.ts';

export interface Done {
  /** Id of the run. */
  readonly run: string;
  readonly report: IngestReport | ExtractOnlyReport;
}

/** @throws ZhituError what the store, the journal or the extractor raises; the run is then marked as failed */
export async function carryOut(request: IngestRequest, progress: Progress, signal: AbortSignal): Promise<Done> {
  const { asked, values } = request;
  const onProblem = (problem: Parameters<typeof problemLine>[0]): void => progress.note(problemLine(problem));
  const shared = { onProblem, signal };
  const { from } = values;
  if (from !== undefined)
    return withStore(request, (store) =>
      advised(store, progress, (onProgress) => {
        const meter = meterOf(from);
        const lines = readPipedExtractions(bytesFrom(from, signal, meter), nameOf(from));
        return withJournal(request, 'given', progress, (journal) =>
          ingestExtractions(lines, { ...shared, onProgress, share: meter.share, store, journal }),
        );
      }),
    );
  const work = async ({ extractor: pipeline }: ChosenExtractor): Promise<Done> => {
    const version = pipeline.version ?? rulesVersion();
    if (asked.dryRun)
      return withJournal(request, version, progress, (journal) =>
        extractOnly(asked.paths, { ...shared, onProgress: progress.update, pipeline, journal }),
      );
    return withStore(request, (store) =>
      advised(store, progress, (onProgress) =>
        withJournal(request, version, progress, (journal) =>
          ingestPaths(asked.paths, { ...shared, onProgress, store, pipeline, journal }),
        ),
      ),
    );
  };
  return withExtractor(values, pipelineOptions(values), signal, work);
}

/** Pages after which an estimate of how many there are is worth acting on. */
const TELLING = 100;

/** Ingests with progress, and a line once where there are so many articles that an import takes less time. */
async function advised(
  store: GraphStore,
  progress: Progress,
  ingest: (onProgress: Progress['update']) => Promise<Done>,
): Promise<Done> {
  const isEmpty = (await countGraph(store)).nodes === 0;
  let isTold = false;
  const advise = (articles: number): void => {
    const advice = isTold ? null : bulkAdvice(store, isEmpty, articles);
    if (advice === null) return;
    isTold = true;
    progress.note(advice);
  };
  const done = await ingest((event) => {
    progress.update(event);
    advise(event.isEstimate && event.done < TELLING ? event.done : (event.total ?? event.done));
  });
  if ('after' in done.report) advise(done.report.after.byKind.Article);
  return done;
}

async function withStore<T>(
  { target }: IngestRequest,
  use: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>,
): Promise<T> {
  const store = await openStore({ store: target, changes: true }, process.env);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

async function withJournal(
  request: IngestRequest,
  extractor: string,
  progress: Progress,
  use: (journal: Journal) => Promise<Done['report']>,
): Promise<Done> {
  const { run, runs, asked, store } = request;
  const journal = run ? await resumeRun(run, extractor) : await beginRun(runs, { asked, store, extractor });
  try {
    const report = await use(journal);
    await journal.end(endingOf(report));
    return { run: journal.id, report };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // What ended the run is worth more to whoever reads it than that its journal could not say so.
    await journal.end({ state: 'failed', error: message, written: {}, issues: [] }).catch(() => {});
    progress.note(`run ${journal.id} failed, and what it wrote stays; go on with: ${resumeCall(request)}`);
    throw error;
  }
}

function endingOf(report: Done['report']): Ending {
  const written: Record<keyof WriteCounts, number> | Record<string, never> =
    'written' in report ? { ...report.written } : {};
  return { state: report.stopped ? 'stopped' : 'finished', error: null, written, issues: report.issues };
}

/** The call that goes on with what a request asked for. */
export function resumeCall({ values, store, asked }: IngestRequest): string {
  if (asked.dryRun || values.from === '-') return 'the same call';
  const place = [values.store && ` --store ${store}`, values.runs && ` --runs ${values.runs}`];
  return `npm run ingest -- --resume${place.filter((option) => option).join('')}`;
}

/** What messages call the input of `--from`. */
export function nameOf(from: string): string {
  return from === '-' ? 'stdin' : from;
}
