/** Paths → what their pages state, page by page, so that a long run holds one page at a time and one bad page stops no other. */
import { collectFiles, type FileProblem, readPageFile } from './files.ts';
import type { PageResult, Pipeline } from './pipeline.ts';

/** A page without any article has both: what was read of it, and the problem. */
export interface FileResult {
  readonly result: PageResult | null;
  readonly problem: FileProblem | null;
}

/**
 * Runs the pipeline over the pages that paths stand for, in their order; paths that stand for none come first.
 * @param onProgress called before each file, and once after the last, with the number done and the number of files
 */
export async function* extractFiles(
  paths: readonly string[],
  pipeline: Pick<Pipeline, 'run'>,
  onProgress: (done: number, total: number) => void = () => {},
): AsyncGenerator<FileResult> {
  const { files, problems } = await collectFiles(paths);
  for (const problem of problems) yield { result: null, problem };
  for (const [index, file] of files.entries()) {
    onProgress(index, files.length);
    yield await extractFile(file, pipeline);
  }
  if (files.length > 0) onProgress(files.length, files.length);
}

async function extractFile(file: string, pipeline: Pick<Pipeline, 'run'>): Promise<FileResult> {
  const page = await readPageFile(file);
  if ('reason' in page) return { result: null, problem: page };
  try {
    const result = pipeline.run(page);
    // The page stage takes any paragraph for an article, so that nothing is lost; this reader knows only Chinese.
    const isEmpty = !result.extraction.articles.some(({ title, text }) => HAN.test(`${title ?? ''}${text}`));
    return { result, problem: isEmpty ? { file, reason: 'no-articles', message: NO_ARTICLES } : null };
  } catch (error) {
    const where = error instanceof Error ? error.stack?.split('\n', 2).join('') : String(error);
    const message = `the extractor stopped at it, which is a fault of this program: ${where}`;
    return { result: null, problem: { file, reason: 'failed', message } };
  }
}

const HAN = /\p{Script=Han}/u;
const NO_ARTICLES = 'no article was found in it (expected headlines and paragraphs of a newspaper page in Chinese)';
