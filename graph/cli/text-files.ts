/** Files of lines, packed with gzip where the name ends in `.gz` or the content says so. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline as pipelineOf, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { ZhituError } from '../errors.ts';

/** A file is seen under its name only when it is whole. */
const UNFINISHED = '.part';
/** The first two bytes of what gzip makes (RFC 1952). */
const GZIP = [0x1f, 0x8b];

/** Writes lines, each with its `\n`; creates the folder. What was there under the name is replaced at the end. */
export async function writeLines(path: string, lines: AsyncIterable<string>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}${UNFINISHED}`;
  const source = Readable.from(withEnds(lines));
  const target = createWriteStream(unfinished);
  try {
    await (path.endsWith('.gz') ? pipeline(source, createGzip(), target) : pipeline(source, target));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    throw new ZhituError(
      'disk-full',
      `There is no room left for ${path}. Make room, or name another place.`,
      { path },
      error,
    );
  }
}

async function* withEnds(lines: AsyncIterable<string>): AsyncIterable<string> {
  for await (const line of lines) yield `${line}\n`;
}

/**
 * The lines of a file, without their ends.
 * @throws ZhituError `not-found`; `bad-input` where gzip cannot unpack it
 */
export async function* readLines(path: string): AsyncIterable<string> {
  const packed = await isPacked(path);
  const file = createReadStream(path);
  // The one that takes a callback hands an error of the file on to the reader of lines, which `pipe` does not.
  const input = packed ? pipelineOf(file, createGunzip(), () => {}) : file;
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) yield line;
  } catch (error) {
    if (!(error instanceof Error) || error instanceof ZhituError) throw error;
    throw new ZhituError(
      'bad-input',
      `${path} cannot be ${packed ? 'unpacked' : 'read'}: ${error.message}. Take another copy of it.`,
      { path },
      error,
    );
  }
}

async function isPacked(path: string): Promise<boolean> {
  const file = await open(path).catch((error: unknown) => {
    throw new ZhituError('not-found', `There is no file ${path} that can be read.`, { path }, error);
  });
  try {
    const { buffer } = await file.read(Buffer.alloc(GZIP.length), 0, GZIP.length, 0);
    return GZIP.every((byte, index) => buffer[index] === byte);
  } finally {
    await file.close();
  }
}
