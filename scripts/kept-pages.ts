/** Pages that were added from the browser: files of their own beside the store, so that they can be ingested again, and taken out again. */
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';
import { ZhituError } from '../graph/errors.ts';
import type { AddedPage, IngestPage } from '../web/api/ingest.ts';

/** What `ingest` reads as pages. */
const ENDINGS: readonly string[] = ['.txt', '.md', '.html', '.htm', '.jsonl'];
/** File systems take 255 bytes, and a Chinese character is three; in UTF-16 units, without the ending. */
const LONGEST_NAME = 60;

export interface KeptPages {
  /**
   * Writes a page to a file of its own. The same bytes under the same name are one file; others get a number behind the name.
   * @param day of pasted words, ISO
   * @returns the path, relative where it lies below the working directory
   * @throws ZhituError `bad-input` for a name whose ending is none of a page, `disk-full`
   */
  keep(page: IngestPage, day: string): Promise<string>;
  list(): Promise<readonly AddedPage[]>;
  /** The path that a name from outside stands for. @throws ZhituError `not-found` for what is not here */
  find(file: string): Promise<string>;
  drop(file: string): Promise<void>;
}

export function openKeptPages(folder: string): KeptPages {
  const pathOf = (name: string): string => relative(process.cwd(), join(folder, name)) || name;
  return {
    async keep(page, day) {
      await mkdir(folder, { recursive: true });
      const bytes = 'text' in page ? Buffer.from(page.text, 'utf8') : Buffer.from(page.base64, 'base64');
      const names = 'text' in page ? pastedNames(day) : numbered(pageName(page.name));
      for (const name of names) {
        const path = pathOf(name);
        try {
          await writeFile(path, bytes, { flag: 'wx' });
          return path;
        } catch (error) {
          if (codeOf(error) !== 'EEXIST') throw writeFault(error, path);
          if (bytes.equals(await readFile(path))) return path;
        }
      }
      throw new ZhituError('limit-exceeded', 'expected a name that is free, and found none: rename the file', {});
    },
    async list() {
      const names = await readdir(folder).catch(() => []);
      const pages = await Promise.all(
        names.filter(isPage).map(async (name) => {
          const { size, mtime } = await stat(join(folder, name));
          return { file: pathOf(name), name, bytes: size, at: mtime.toISOString() };
        }),
      );
      return pages.sort((one, other) =>
        one.at > other.at ? -1 : one.at < other.at ? 1 : one.name < other.name ? -1 : 1,
      );
    },
    async find(file) {
      const names = await readdir(folder).catch(() => []);
      const name = names.find((one) => pathOf(one) === file);
      if (name !== undefined) return pathOf(name);
      throw new ZhituError('not-found', `no page that was added here is called ${JSON.stringify(file)}`, { file });
    },
    drop: (file) => rm(file),
  };
}

const isPage = (name: string): boolean => ENDINGS.includes(extname(name).toLowerCase());

/** A name that no file system and no terminal stumbles over. @throws ZhituError `bad-input` */
export function pageName(given: string): string {
  // A browser gives the bare name; whatever else sends one must not choose the folder.
  const bare = basename(given.replaceAll('\\', '/')).normalize('NFC');
  const ending = extname(bare).toLowerCase();
  if (!ENDINGS.includes(ending))
    throw new ZhituError(
      'bad-input',
      `expected a file that ends in ${ENDINGS.join(', ')}, saw ${JSON.stringify(given)}: save its text as .txt in UTF-8 or GB18030`,
      { file: given },
    );
  const stem = bare
    .slice(0, -ending.length)
    .replace(/[\p{C}<>:"|?*#]/gu, '')
    .replace(/^[\s.-]+|[\s.]+$/gu, '');
  return `${[...stem].slice(0, LONGEST_NAME).join('') || '版面'}${ending}`;
}

/** Names for one page, tried one after the other. */
const TRIES = 1_000;

function* numbered(name: string): Generator<string> {
  yield name;
  const ending = extname(name);
  for (let number = 2; number < TRIES; number++) yield `${name.slice(0, -ending.length)}-${number}${ending}`;
}

function* pastedNames(day: string): Generator<string> {
  for (let number = 1; number < TRIES; number++) yield `粘贴-${day}-${number}.txt`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function writeFault(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new ZhituError(
      'disk-full',
      `There is no room left for the page in ${path}. Make room, then add it again.`,
      { path },
      error,
    );
  if (code === '') return error;
  return new ZhituError(
    'bad-input',
    `The page cannot be kept in ${path} (${code}). Make the folder writable, then add it again.`,
    { path },
    error,
  );
}
