/** Extractions made elsewhere → graph. */
import { type Extent, extentByShare } from '../graph/extent.ts';
import type { FileProblem } from './files.ts';
import { arrivalOf, standingOf } from './known-pages.ts';
import type { Arrival } from './page-changes.ts';
import { type IngestReport, openPageWriter, type WriterOptions } from './page-writer.ts';
import { type PipedExtraction, resultOf } from './piped-extractions.ts';

/** Extractions that one question to the store is about. */
const PAGES_A_LOOK = 100;

export interface ExtractionsOptions extends WriterOptions {
  /** Counts lines. */
  readonly onProgress?: (event: Extent & { readonly stage: 'ingest' }) => void;
  /** The part of the lines that was read, from 0 to 1; null, as without it, where it is not known how many there are. */
  readonly share?: () => number | null;
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
  const { store, onProgress = () => {}, share = () => null, signal } = options;
  const writer = await openPageWriter(options);
  let waiting: (PipedExtraction | FileProblem)[] = [];
  /** The pages before those that wait. */
  let looking = Promise.resolve();
  let [read, done] = [0, 0];

  async function look(lines: readonly (PipedExtraction | FileProblem)[]): Promise<void> {
    const coming = lines.map((line) => ({ line, arrival: 'reason' in line ? null : arrivalOfLine(line) }));
    const standing = await standingOf(
      store,
      coming.flatMap(({ arrival }) => arrival ?? []),
    );
    for (const { line, arrival } of coming) {
      if (arrival && standing.get(arrival) === 'known') writer.known(arrival, arrival.file, false);
      else {
        const result = resultOf(line);
        writer.take(result, result.problem ? null : arrival);
      }
      await writer.flush(false);
    }
    done += coming.length;
    onProgress({ stage: 'ingest', ...extentByShare(done, read, share()) });
  }

  try {
    for await (const line of lines) {
      if (signal?.aborted) break;
      read += 1;
      waiting.push(line);
      if (waiting.length < PAGES_A_LOOK) continue;
      await looking;
      looking = look(waiting);
      // Whoever waits for it next is told.
      looking.catch(() => {});
      waiting = [];
    }
    await looking;
    await look(waiting);
    await writer.flush(true);
  } finally {
    await looking.catch(() => {});
    await writer.settled();
  }
  return writer.report(signal?.aborted === true);
}

function arrivalOfLine({ source, version, settings }: PipedExtraction): Arrival & { readonly file: string } {
  const look = { extractor: version, settings, directory: process.cwd() };
  return { ...arrivalOf(source, look), extraction: null, file: source.file };
}
