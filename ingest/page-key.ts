/** What a page is known by: its content and what was given for it, not the name of its file. */
import { createHash } from 'node:crypto';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { sourceId } from '../graph/page-records.ts';
import type { RawPage } from './files.ts';
import { pageNumberOfFile } from './page-number.ts';

/**
 * `page/` + SHA-256, hex, over the page's bytes and all else that decides what is read in it: the kind of file, the number of
 * the printed page that its name gives, and what a person gave for the run.
 * @param settings what was given for the run, in any form that is the same for the same
 */
export function pageId({ file, sha256 }: Pick<RawPage, 'file' | 'sha256'>, settings: string): string {
  const { path, line } = placeOf(file);
  const kind = line > 0 ? 'line' : (/\.(?:md|html?)$/iu.exec(path)?.[0].toLowerCase() ?? 'text');
  const content = JSON.stringify([sha256, kind, pageNumberOfFile(path), settings]);
  return `page/${createHash('sha256').update(content).digest('hex')}`;
}

/** Where a page was read: the file, and the line for a file of many. */
export interface PagePlace {
  /** Relative where it lies below the working directory, else absolute: one file has one name, however it was called. */
  readonly file: string;
  /** From 1; 0 where the file is one page. */
  readonly line: number;
  /** Id of the source (`graph/page-records.ts`). */
  readonly id: string;
}

/** @param directory the working directory */
export function placeOfPage(name: string, directory: string): PagePlace {
  const { path, line } = placeOf(name);
  const file = fileName(path, directory);
  return { file, line, id: sourceId(file, line) };
}

/** The name by which the store knows a file. */
export function fileName(path: string, directory: string): string {
  const absolute = resolve(directory, path);
  const below = relative(directory, absolute);
  const isBelow = below !== '' && below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
  return isBelow ? below.split(sep).join('/') : absolute;
}

/** `a.jsonl#12` → the file and its line. */
function placeOf(name: string): { readonly path: string; readonly line: number } {
  const [, path, line] = /^(.*\.jsonl)#(\d+)$/isu.exec(name) ?? [];
  return path === undefined ? { path: name, line: 0 } : { path, line: Number(line) };
}
