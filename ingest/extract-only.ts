/** A run that extracts and writes nothing: what it found is in its journal, to be compared with other runs. */
import type { Extent } from '../graph/extent.ts';
import { extractFiles, type FileResult, isUsable, type PageExtractor } from './extract.ts';
import type { FileProblem } from './files.ts';
import { newIssueTally } from './issue-tally.ts';
import { arrivalOf } from './known-pages.ts';
import { PAGES_A_WRITE } from './page-batch.ts';
import type { IngestReport } from './page-writer.ts';
import type { Journal } from './runs/journal.ts';
import { rulesVersion } from './version.ts';

export interface ExtractOnlyOptions {
  readonly pipeline: PageExtractor;
  readonly journal: Journal;
  readonly onProblem?: (problem: FileProblem) => void;
  readonly onProgress?: (event: Extent & { readonly stage: 'extract' }) => void;
  readonly signal?: AbortSignal;
}

export type ExtractOnlyReport = Pick<IngestReport, 'pages' | 'failed' | 'issues' | 'stopped'> & {
  readonly facts: number;
};

/** Extracts every page of the paths, whether a store has it or not. */
export async function extractOnly(paths: readonly string[], options: ExtractOnlyOptions): Promise<ExtractOnlyReport> {
  const { pipeline, journal, onProblem, onProgress = () => {}, signal } = options;
  const issues = newIssueTally();
  const look = {
    extractor: pipeline.version ?? rulesVersion(),
    settings: pipeline.settings ?? '',
    directory: process.cwd(),
  };
  const counts = { pages: 0, failed: 0, facts: 0, read: 0 };

  function take(file: FileResult): void {
    const { result, problem } = file;
    const { page, extractor } = result ? arrivalOf(result.extraction.source, look) : { page: null, extractor: null };
    const note = { file: problem?.file ?? result?.extraction.source.file ?? '', page, extractor };
    if (problem) {
      counts.failed += 1;
      onProblem?.(problem);
      journal.failed(note, problem, result?.extraction ?? null);
    } else if (result) journal.extracted(note, result.extraction, result.issues.length);
    if (isUsable(file)) counts.pages += 1;
    if (!result) return;
    issues.add(result.issues);
    counts.facts += result.extraction.articles.reduce((sum, { facts }) => sum + facts.length, 0);
  }

  try {
    const results = extractFiles(paths, pipeline, (extent) => onProgress({ stage: 'extract', ...extent }));
    for await (const file of results) {
      take(file);
      counts.read += 1;
      if (counts.read % PAGES_A_WRITE === 0) await journal.beforeWrite();
      if (signal?.aborted) break;
    }
  } catch (error) {
    if (!signal?.aborted || error !== signal.reason) throw error;
  }
  const { pages, failed, facts } = counts;
  return { pages, failed, facts, issues: issues.counts(), stopped: signal?.aborted === true };
}
