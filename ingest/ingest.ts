/** Paths → pages → graph: extraction and writing together, for the command line and for the start. */

import type { Extent } from '../graph/extent.ts';
import { extractPages, type FileResult, type PageExtractor, type PageInTurn } from './extract.ts';
import { collectFiles, type RawPage } from './files.ts';
import { arrivalOf, type LookOptions, unknownPages } from './known-pages.ts';
import type { Arrival } from './page-changes.ts';
import { type IngestReport, openPageWriter, type WriterOptions } from './page-writer.ts';
import type { Journal } from './runs/journal.ts';
import { rulesVersion } from './version.ts';

export interface IngestOptions extends WriterOptions {
  readonly pipeline: PageExtractor;
  /** Counts pages. */
  readonly onProgress?: (event: Extent & { readonly stage: 'ingest' }) => void;
  /** Ends it in good order: no further page is extracted, and what was is written. */
  readonly signal?: AbortSignal;
}

/**
 * Brings the graph to what the pages of these paths state. A page that the store has is not extracted again; one with other content
 * replaces what its file stated; lines that a file of many pages no longer has are taken back. Doing it again changes nothing and
 * opens no transaction. A page that gives nothing is a problem and stops no other; what its file stated before stays.
 * @throws ZhituError what the store raises; what was written until then stays, and doing it again completes it
 */
export async function ingestPaths(paths: readonly string[], options: IngestOptions): Promise<IngestReport> {
  const { store, pipeline, journal, onProgress = () => {}, signal } = options;
  const writer = await openPageWriter(options);
  const { files, problems } = await collectFiles(paths);
  const look: LookOptions = {
    store,
    extractor: pipeline.version ?? rulesVersion(),
    settings: pipeline.settings ?? '',
    directory: process.cwd(),
  };
  for (const problem of problems) writer.take({ result: null, problem }, null);
  const moved = new Map<string, RawPage>();
  let known = problems.length;
  const tell = ({ done, total, ...rest }: Extent): void =>
    onProgress({ stage: 'ingest', ...rest, done: known + done, total: total === null ? null : known + total });

  async function work(turns: AsyncGenerator<PageInTurn>): Promise<readonly Arrival[]> {
    const missing: Arrival[] = [];
    for await (const file of extractPages(told(turns, look, journal), pipeline, tell)) {
      writer.take(file, arrivalIn(file, look));
      if (signal?.aborted) break;
      missing.push(...(await writer.flush(false)));
    }
    return missing;
  }

  try {
    let turns = unknownPages(files, look, {
      onKnown(arrival, { page, left, ...rest }) {
        known += 1;
        writer.known(arrival, page.file, false);
        tell({ done: 0, total: left, ...rest });
      },
      onMoved(arrival, page) {
        known += 1;
        moved.set(arrival.place.id, page);
        writer.known(arrival, page.file, true);
      },
      onLinesGone: writer.linesGone,
    });
    for (;;) {
      const missing = [...(await work(turns)), ...(await writer.flush(true))];
      if (missing.length === 0 || signal?.aborted) break;
      turns = inTurn(missing.map(({ place }) => moved.get(place.id) as RawPage));
    }
  } catch (error) {
    if (!signal?.aborted || error !== signal.reason) {
      await writer.settled();
      throw error;
    }
  }
  await writer.flush(true);
  return writer.report(signal?.aborted === true);
}

function arrivalIn({ result }: FileResult, look: LookOptions): Omit<Arrival, 'extraction'> | null {
  return result && arrivalOf(result.extraction.source, look);
}

/** Pages as they come, each told to the journal before it is handed on. */
async function* told(
  turns: AsyncGenerator<PageInTurn>,
  look: LookOptions,
  journal: Journal | undefined,
): AsyncGenerator<PageInTurn> {
  for await (const turn of turns) {
    if (journal && 'text' in turn.page) {
      const { page, extractor } = arrivalOf(turn.page, look);
      journal.queued({ file: turn.page.file, page, extractor });
    }
    yield turn;
  }
}

async function* inTurn(pages: readonly RawPage[]): AsyncGenerator<PageInTurn> {
  for (const [index, page] of pages.entries()) yield { page, left: pages.length - index - 1 };
}
