/** Files of a run on disk: written so that a crash leaves them readable, and read as far as they are whole. */
import {
  closeSync,
  createReadStream,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { ZhituError } from '../../graph/errors.ts';
import { linesOf } from '../json-lines.ts';

/** Puts a file in the place of another at once: a reader sees the one or the other. */
export function replaceFile(path: string, text: string): void {
  const fresh = `${path}.new`;
  const file = openSync(fresh, 'w');
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(fresh, path);
}

const LINE_FEED = 0x0a;
const LOOK_BACK = 65_536;
/** No line of a run is longer: a fact quotes sentences of one article. */
const MAX_LINE_BYTES = 100_000_000;

/** Opens a file of lines to go on with it; a last line that a crash cut off goes. */
export function openLines(path: string): number {
  const file = openSync(path, 'a+');
  let end = fstatSync(file).size;
  const size = end;
  const bytes = Buffer.alloc(LOOK_BACK);
  while (end > 0) {
    const start = Math.max(0, end - LOOK_BACK);
    readSync(file, bytes, 0, end - start, start);
    const at = bytes.subarray(0, end - start).lastIndexOf(LINE_FEED);
    end = at < 0 ? start : start + at + 1;
    if (at >= 0) break;
  }
  if (end < size) ftruncateSync(file, end);
  return file;
}

/** The lines of a file, packed with gzip where its name ends so; none where there is no such file. What a crash cut off is passed over. */
export async function* readJsonFile<T>(path: string, shape: z.ZodType<T>): AsyncGenerator<T> {
  if (!existsSync(path)) return;
  const bytes = createReadStream(path);
  for await (const { text, isLast } of wholeLines(path.endsWith('.gz') ? unpacked(bytes) : bytes)) {
    const value = parsed(text);
    const line = value === undefined ? null : shape.safeParse(value);
    if (line?.success) yield line.data;
    else if (!isLast)
      throw new ZhituError('bad-input', `${path} holds a line that no run has written. Delete the folder of this run`, {
        path,
      });
  }
}

function unpacked(bytes: Readable): Readable {
  const gunzip = createGunzip();
  bytes.on('error', (error) => gunzip.destroy(error));
  return bytes.pipe(gunzip);
}

async function* wholeLines(bytes: Readable): AsyncGenerator<{ readonly text: string; readonly isLast: boolean }> {
  let held: string | null = null;
  try {
    for await (const line of linesOf(bytes, MAX_LINE_BYTES)) {
      if (held !== null) yield { text: held, isLast: false };
      held = Buffer.from(line ?? []).toString('utf8');
    }
  } catch (error) {
    // The end of what was being packed is missing.
    if ((error as NodeJS.ErrnoException).code !== 'Z_BUF_ERROR') throw error;
  }
  if (held !== null) yield { text: held, isLast: true };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
