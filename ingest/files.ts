/** Paths on a command line → page files → decoded text. A path that cannot be used is a value with its reason, and stops no other. */
import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { access, readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ZhituError } from '../graph/errors.ts';
import type { TextEncodingName } from './decode.ts';
import { readFormat } from './formats.ts';
import type { Given } from './given.ts';
import { type FileReason, refusal } from './refusal.ts';

/** One file, decoded and not yet cut into articles. */
export interface RawPage {
  /** The path as given; for a file of a folder, the folder as given and the name. */
  readonly file: string;
  /** Of the file's bytes, hex. */
  readonly sha256: string;
  /** Without byte order mark, lines end in `\n`. */
  readonly text: string;
  readonly encoding: TextEncodingName;
  /** What the input states beside the text. */
  readonly given?: Given;
}

/** A path or a file that gave no page, and why. */
export interface FileProblem {
  readonly file: string;
  readonly reason: FileReason;
  /** What was expected, what was seen, what to do; without the path. */
  readonly message: string;
}

export interface FileList {
  readonly files: readonly string[];
  readonly problems: readonly FileProblem[];
}

/** A page of a newspaper is about 10 kB and a year of a daily paper some 40 MB, so a larger file is no page; in bytes. */
export const MAX_PAGE_BYTES = 10_000_000;

/** Endings of the files that a folder stands for. A README beside them describes the folder and is no page. */
const PAGE_FILE = /^(?!readme\b).*\.(?:txt|md|html?|jsonl)$/iu;

/**
 * The page files that paths stand for: a file stands for itself, a folder for its `.txt`, `.md`, `.html`, `.htm` and `.jsonl` files (not those of its sub-folders)
 * in the order of their names' code units, which is the same on every machine. A file named twice is taken once.
 */
export async function collectFiles(paths: readonly string[]): Promise<FileList> {
  const files = new Map<string, string>();
  const problems: FileProblem[] = [];
  for (const path of paths) {
    try {
      for (const file of await filesOf(path)) {
        const key = resolve(file);
        if (!files.has(key)) files.set(key, file);
      }
    } catch (error) {
      problems.push(asProblem(path, error));
    }
  }
  return { files: [...files.values()], problems };
}

/**
 * Reads one file as one page, by its ending (`formats.ts`). A file over `MAX_PAGE_BYTES` is not read; that, a pipe or a device (which could wait for ever),
 * and bytes that are no text are problems.
 */
export async function readPageFile(file: string): Promise<RawPage | FileProblem> {
  try {
    const bytes = await readWhole(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { file, sha256, ...(await readFormat(file, bytes)) };
  } catch (error) {
    return asProblem(file, error);
  }
}

/** Reads of a file that keeps changing. */
const TRIES = 3;

/** The bytes of one state of a file, though it be written to meanwhile. */
async function readWhole(file: string): Promise<Uint8Array> {
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await stat(file);
    if (!found.isFile()) throw refusal('unreadable', 'it is not a regular file');
    if (found.size > MAX_PAGE_BYTES) {
      throw refusal(
        'too-large',
        `it has ${megabytes(found.size)}, and a page has at most ${megabytes(MAX_PAGE_BYTES)}. Split it into one file a page`,
      );
    }
    const bytes = await readFile(file);
    if (bytes.length === found.size && !isChanged(found, await stat(file))) return bytes;
  }
  throw changedMeanwhile();
}

/** Whether a file was written to, or another put in its place, between two looks. */
export function isChanged(before: Stats, after: Stats): boolean {
  return before.ino !== after.ino || before.size !== after.size || before.mtimeMs !== after.mtimeMs;
}

/** The refusal of a file that was written to while it was read. */
export function changedMeanwhile(): ZhituError {
  return refusal('unreadable', 'it was written to while it was read. Read it again when it is complete');
}

async function filesOf(path: string): Promise<readonly string[]> {
  const found = await stat(path);
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries
    .filter((entry) => !entry.isDirectory() && PAGE_FILE.test(entry.name))
    .map((entry) => entry.name);
  if (names.length === 0) {
    throw refusal(
      'no-text-files',
      `the folder holds no .txt, .md, .html or .jsonl file${entries.some((entry) => entry.isDirectory()) ? ' (its sub-folders are not searched: name them)' : ''}`,
    );
  }
  return names.sort().map((name) => join(path, name));
}

/** Whether there is something of this name. */
export async function fileExists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** What an error says about a file. Anything but a refusal or a failure to read it is thrown again. */
export function asProblem(file: string, error: unknown): FileProblem {
  if (error instanceof ZhituError) return { file, reason: error.details.reason as FileReason, message: error.message };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return { file, reason: 'missing', message: 'there is no such file or folder. Check the path' };
  if (code === 'EACCES' || code === 'EPERM')
    return { file, reason: 'unreadable', message: 'this user may not read it. Change its permissions' };
  if (code !== '') return { file, reason: 'unreadable', message: `it cannot be read (${code})` };
  throw error;
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
