/** A file → the pages in it: one, or one a line. */
import type { PageInTurn } from './extract.ts';
import { type FileProblem, type RawPage, readPageFile } from './files.ts';
import { readJsonLines } from './json-lines.ts';

const MANY_PAGES = /\.jsonl$/iu;

/**
 * The pages of a file by its ending: each line of a `.jsonl` is one, any other file is one.
 * @param onRead told before each page what part of the file was read, from 0 to 1
 */
export async function* readInput(
  file: string,
  onRead: (share: number) => void = () => {},
): AsyncGenerator<RawPage | FileProblem> {
  if (MANY_PAGES.test(file)) yield* readJsonLines(file, onRead);
  else yield await readPageFile(file);
}

/** The pages of one of these files. What it still holds is told by its bytes; a file behind it counts as one page. */
export async function* pagesInTurn(files: readonly string[], index: number): AsyncGenerator<PageInTurn> {
  const behind = files.slice(index + 1);
  const isUncounted = behind.some((file) => MANY_PAGES.test(file));
  let [read, share] = [0, 1];
  const pages = readInput(files[index] as string, (part) => {
    share = part;
  });
  for await (const page of pages) {
    read += 1;
    const left = behind.length + Math.round(read / share) - read;
    yield { page, left, isEstimate: isUncounted || share < 1 };
  }
}
