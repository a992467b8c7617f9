/** Paths → what their pages state, page by page, so that a long run holds few pages at a time and one bad page stops no other. */
import { ZhituError } from '../graph/errors.ts';
import { collectFiles, type FileProblem, type RawPage, readPageFile } from './files.ts';
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
}

/** A page without any article, or one not read in full, has both: what was read of it, and the problem. */
export interface FileResult {
  readonly result: PageResult | null;
  readonly problem: FileProblem | null;
}

/**
 * Runs an extractor over the pages that paths stand for, in their order; paths that stand for none come first.
 * @param onProgress called before each file, and once after the last, with the number done and the number of files
 */
export async function* extractFiles(
  paths: readonly string[],
  extractor: PageExtractor,
  onProgress: (done: number, total: number) => void = () => {},
): AsyncGenerator<FileResult> {
  const { files, problems } = await collectFiles(paths);
  for (const problem of problems) yield { result: null, problem };
  const inWork: Promise<FileResult>[] = [];
  let started = 0;
  for (const done of files.keys()) {
    onProgress(done, files.length);
    for (; started < files.length && inWork.length < (extractor.pagesAtOnce ?? 1); started++) {
      const result = extractFile(files[started] as string, extractor);
      // It is awaited in its turn: a failure before that must not pass for one that nobody handles.
      result.catch(() => {});
      inWork.push(result);
    }
    yield await (inWork.shift() as Promise<FileResult>);
  }
  if (files.length > 0) onProgress(files.length, files.length);
}

/** Whether a file gave something to print or to write: all of it, or what an extractor could read. */
export function isUsable({ result, problem }: FileResult): boolean {
  return result !== null && problem?.reason !== 'no-articles';
}

async function extractFile(file: string, extractor: PageExtractor): Promise<FileResult> {
  const page = await readPageFile(file);
  if ('reason' in page) return { result: null, problem: page };
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
