/** A file → the pages in it: one, or one a line. */
import { type FileProblem, type RawPage, readPageFile } from './files.ts';
import { readJsonLines } from './json-lines.ts';

/** The pages of a file by its ending: each line of a `.jsonl` is one, any other file is one. */
export async function* readInput(file: string): AsyncGenerator<RawPage | FileProblem> {
  if (/\.jsonl$/iu.test(file)) yield* readJsonLines(file);
  else yield await readPageFile(file);
}
