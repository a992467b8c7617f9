/** Extractions made elsewhere → graph. */

import type { FileProblem } from './files.ts';
import { arrivalOf, standingOf } from './known-pages.ts';
import { type IngestReport, openPageWriter, type WriterOptions } from './page-writer.ts';
import type { PipedExtraction } from './piped-extractions.ts';
import type { PageResult } from './pipeline.ts';

/** Extractions that one question to the store is about. */
const PAGES_A_LOOK = 50;

export interface ExtractionsOptions extends WriterOptions {
  readonly onProgress?: (event: { readonly stage: 'ingest'; readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
}

/**
 * Brings the graph to what these extractions state, as `ingestPaths` does where it reads the pages itself: the graph is the same. A page
 * that the store has as it is, of the same extractor, is passed over.
 * @throws ZhituError what the store raises; what was written until then stays
 */
export async function ingestExtractions(
  lines: AsyncGenerator<PipedExtraction | FileProblem>,
  options: ExtractionsOptions,
): Promise<IngestReport> {
  const { store, onProgress = () => {}, signal } = options;
  const writer = await openPageWriter(options);
  let waiting: PipedExtraction[] = [];
  let done = 0;

  async function look(): Promise<void> {
    const coming = waiting.map(({ extraction, version, settings }) => ({
      ...arrivalOf(extraction.source, { extractor: version, settings, directory: process.cwd() }),
      extraction,
    }));
    waiting = [];
    const standing = await standingOf(store, coming);
    for (const arrival of coming) {
      const { extraction } = arrival;
      if (standing.get(arrival) === 'known') writer.known(arrival, extraction.source.file, false);
      else writer.take({ result: resultOf(extraction), problem: null }, arrival);
      await writer.flush(false);
    }
    done += coming.length;
    onProgress({ stage: 'ingest', done, total: done });
  }

  try {
    for await (const line of lines) {
      if (signal?.aborted) break;
      if ('reason' in line) writer.take({ result: null, problem: line }, null);
      else waiting.push(line);
      if (waiting.length >= PAGES_A_LOOK) await look();
    }
    await look();
    await writer.flush(true);
  } finally {
    await writer.settled();
  }
  return writer.report(signal?.aborted === true);
}

function resultOf(extraction: PipedExtraction['extraction']): PageResult {
  return { extraction, issues: [] };
}
