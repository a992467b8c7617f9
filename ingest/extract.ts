/** Paths → what their pages state, page by page, so that a long run holds few pages at a time and one bad page stops no other. */
import { ZhituError } from '../graph/errors.ts';
import type { Extent } from '../graph/extent.ts';
import { collectFiles, type FileProblem, type RawPage } from './files.ts';
import { filesInTurn } from './inputs.ts';
import type { PageResult } from './pipeline.ts';

/** What an extractor makes of a page. Where it could not read all of it, `problem` says so, and the rest is kept. */
export interface PageOutcome extends PageResult {
  readonly problem?: Pick<FileProblem, 'reason' | 'message'>;
}

/** Anything that reads pages: the built-in pipeline, or a language model. */
export interface PageExtractor {
  /** @throws ZhituError where every further page would fail alike: it ends the run */
  run(page: RawPage): PageOutcome | Promise<PageOutcome>;
  /** Pages worth having in work at once; without it one. */
  readonly pagesAtOnce?: number;
  /** Changes when it may find something else in the same page; without it that of the rules (`version.ts`). */
  readonly version?: string;
  /** What was given for the run and decides what is read in a page, in one form; without it nothing. */
  readonly settings?: string;
}

/** A page that was read, or why it was not. */
export interface PageInTurn {
  readonly page: RawPage | FileProblem;
  /** Pages behind it; null where nothing tells how many. */
  readonly left: number | null;
  /** Whether some of these are in files of which it is not known how many they hold. */
  readonly isEstimate?: boolean;
}

/** A page without any article, or one not read in full, has both: what was read of it, and the problem. */
export interface FileResult {
  readonly result: PageResult | null;
  readonly problem: FileProblem | null;
}

/**
 * Runs an extractor over the pages that paths stand for, in their order; paths that stand for none come first.
 * @param onProgress called before each page, and once after the last
 */
export async function* extractFiles(
  paths: readonly string[],
  extractor: PageExtractor,
  onProgress: (extent: Extent) => void = () => {},
): AsyncGenerator<FileResult> {
  const { files, problems } = await collectFiles(paths);
  for (const problem of problems) yield { result: null, problem };
  yield* extractPages(readPages(files), extractor, onProgress);
}

/** Runs an extractor over pages as they are read. Closes `pages` when it ends, for whatever reason. */
export async function* extractPages(
  pages: AsyncGenerator<PageInTurn>,
  extractor: PageExtractor,
  onProgress: (extent: Extent) => void = () => {},
): AsyncGenerator<FileResult> {
  const inWork: Promise<FileResult>[] = [];
  let coming: Promise<IteratorResult<PageInTurn>> | null = null;
  let last: Omit<PageInTurn, 'page'> = { left: 0 };
  let ended = false;
  let done = 0;
  try {
    for (; ; done++) {
      while (!ended && inWork.length < (extractor.pagesAtOnce ?? 1)) {
        coming ??= handled(pages.next());
        const turn = await firstOf(coming, inWork[0]);
        if (turn === null) break;
        coming = null;
        ended = turn.done === true;
        if (!turn.value) break;
        last = turn.value;
        inWork.push(handled(extractPage(turn.value.page, extractor)));
      }
      const next = inWork.shift();
      if (!next) break;
      const { left, isEstimate } = last;
      const total = left === null ? null : done + 1 + inWork.length + left;
      onProgress({ done, total, ...(isEstimate && { isEstimate }) });
      yield await next;
    }
  } finally {
    // Whoever stops early leaves no file open.
    await pages.return(undefined);
  }
  if (done > 0) onProgress({ done, total: done });
}

/** It is awaited in its turn: a failure before that must not pass for one that nobody handles. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

/** Null where what is in work is done before the next page has come, as where they are piped in by and by. */
function firstOf<T>(coming: Promise<T>, working: Promise<unknown> | undefined): Promise<T | null> {
  if (!working) return coming;
  const worked = (): null => null;
  return Promise.race([coming, working.then(worked, worked)]);
}

/** Whether a file gave something to print or to write: all of it, or what an extractor could read. */
export function isUsable({ result, problem }: FileResult): boolean {
  return result !== null && problem?.reason !== 'no-articles';
}

async function* readPages(files: readonly string[]): AsyncGenerator<PageInTurn> {
  for (const { pages } of filesInTurn(files)) yield* pages;
}

async function extractPage(page: RawPage | FileProblem, extractor: PageExtractor): Promise<FileResult> {
  if ('reason' in page) return { result: null, problem: page };
  const { file } = page;
  try {
    const { problem, ...result } = await extractor.run(page);
    // The page stage takes any paragraph for an article, so that nothing is lost; this reader knows only Chinese.
    const isEmpty = !result.extraction.articles.some(({ title, text }) => HAN.test(`${title ?? ''}${text}`));
    if (isEmpty) return { result, problem: { file, reason: 'no-articles', message: NO_ARTICLES } };
    return { result, problem: problem ? { file, ...problem } : null };
  } catch (error) {
    if (error instanceof ZhituError) throw error;
    const where = error instanceof Error ? error.stack?.split('\n', 2).join('') : String(error);
    const message = `the extractor stopped at it, which is a fault of this program: ${where}`;
    return { result: null, problem: { file, reason: 'failed', message } };
  }
}

const HAN = /\p{Script=Han}/u;
const NO_ARTICLES = 'no article was found in it (expected headlines and paragraphs of a newspaper page in Chinese)';
