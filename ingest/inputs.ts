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

/** A file with its pages, which are read as they are asked for. */
export interface FileInTurn {
  readonly file: string;
  readonly pages: AsyncGenerator<PageInTurn>;
}

/** Files one after the other. What the one in hand still holds is told by its bytes; each behind it counts as one page. */
export function* filesInTurn(files: readonly string[]): Generator<FileInTurn> {
  const lastOfMany = files.findLastIndex((file) => MANY_PAGES.test(file));
  for (const [index, file] of files.entries())
    yield { file, pages: pagesInTurn(file, files.length - index - 1, lastOfMany > index) };
}

async function* pagesInTurn(file: string, behind: number, isUncounted: boolean): AsyncGenerator<PageInTurn> {
  let [read, share] = [0, 1];
  const pages = readInput(file, (part) => {
    share = part;
  });
  for await (const page of pages) {
    read += 1;
    const left = behind + Math.round(read / share) - read;
    yield { page, left, isEstimate: isUncounted || share < 1 };
  }
}
