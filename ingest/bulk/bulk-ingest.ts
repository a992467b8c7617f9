/** Reads pages, or what was extracted from them, for the files of an import. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Pace } from '../../graph/bulk/pace.ts';
import { type Extent, extentByShare } from '../../graph/extent.ts';
import { type FileResult, isUsable } from '../extract.ts';
import type { FileProblem } from '../files.ts';
import { type IssueCount, newIssueTally } from '../issue-tally.ts';
import { arrivalOf } from '../known-pages.ts';
import { incomplete } from '../page-changes.ts';
import { type PipedExtraction, resultOf } from '../piped-extractions.ts';
import type { Resolver } from '../resolver.ts';
import { BulkPages, type BulkReport, type BulkStage } from './bulk-pages.ts';

export interface BulkOptions {
  /** For the files: empty, or not there. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly resolver?: Resolver;
  readonly onProblem?: (problem: FileProblem) => void;
  /** Is not told of pages while they are read: whoever reads them knows how many there are. */
  readonly onProgress?: (event: Extent & { readonly stage: BulkStage }) => void;
}

export interface BulkIngestReport extends Omit<BulkReport, 'pages' | 'issues'> {
  /** Pages that gave at least one article. */
  readonly good: number;
  /** Pages and paths that gave nothing, or not all. */
  readonly failed: number;
  readonly issues: readonly IssueCount[];
}

/** What was read of a page, with what decides whether it is read again. */
export type BulkPage = FileResult & { readonly extractor: string; readonly settings: string };

/** What one extractor found in pages. @param extractor its version */
export async function* readBy(
  extractor: string,
  settings: string,
  results: AsyncIterable<FileResult>,
): AsyncGenerator<BulkPage> {
  for await (const result of results) yield { ...result, extractor, settings };
}

/** Extractions that were made elsewhere. @param share the part of the lines that was read, from 0 to 1; null where it is not known */
export async function* pipedPages(
  lines: AsyncIterable<PipedExtraction | FileProblem>,
  onProgress: (extent: Extent) => void = () => {},
  share: () => number | null = () => null,
): AsyncGenerator<BulkPage> {
  let read = 0;
  for await (const line of lines) {
    read += 1;
    onProgress(extentByShare(read, read, share()));
    const { version: extractor, settings } = 'reason' in line ? NO_EXTRACTOR : line;
    yield { ...resultOf(line), extractor, settings };
  }
}

const NO_EXTRACTOR = { version: '', settings: '' };

/**
 * Writes files for `neo4j-admin database import full` that give what ingesting these pages into an empty store gives.
 * @throws ZhituError `bad-input` for a folder that holds something, `limit-exceeded` where it was stopped: the folder is then of no use
 */
export async function bulkIngest(pages: AsyncIterable<BulkPage>, options: BulkOptions): Promise<BulkIngestReport> {
  const { folder, signal, resolver, onProblem = () => {}, onProgress = () => {} } = options;
  const bulk = new BulkPages(folder, resolver);
  const issues = newIssueTally();
  const counts = { good: 0, failed: 0 };
  for await (const page of pages) {
    signal.throwIfAborted();
    const { result, problem } = page;
    if (problem) {
      counts.failed += 1;
      onProblem(problem);
    }
    if (isUsable(page)) counts.good += 1;
    if (!result) continue;
    issues.add(result.issues);
    const { extraction } = result;
    const arrival = arrivalOf(extraction.source, { ...page, directory: process.cwd() });
    bulk.add({ ...arrival, extractor: problem ? incomplete(arrival.extractor) : arrival.extractor, extraction });
  }
  const paceOf =
    (stage: BulkStage): Pace =>
    async (extent) => {
      onProgress({ stage, ...extent });
      await breathe();
      signal.throwIfAborted();
    };
  const { pages: _, issues: doubts, ...files } = await bulk.finish(paceOf);
  issues.add(doubts);
  return { ...files, ...counts, issues: issues.counts() };
}
