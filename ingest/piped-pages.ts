/** Pages that another program pipes in, one a line as JSON: what a machine of many gets as its share, with the names that the files had. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { asProblem, type FileProblem, MAX_PAGE_BYTES, type RawPage } from './files.ts';
import { readFormat } from './formats.ts';
import { isBlank, linesOf, readLine } from './json-lines.ts';

/** JSON may take six characters for one (`\u4e00`), so a page of the greatest size makes a line of so many bytes. */
const MAX_LINE_BYTES = 6 * MAX_PAGE_BYTES;

/** A whole page as its file has it, read by the ending of the name. */
const WholePage = z.strictObject({ file: z.string().min(1), text: z.string() });
/** A line of a `.jsonl` as it stands there; the file is then named with the line (`a.jsonl#12`). */
const NamedLine = z.strictObject({ file: z.string().min(1), line: z.string() });
/** The bytes of either, for what may be in another encoding than UTF-8: what a page is known by is its bytes. */
const Bytes = z.strictObject({ file: z.string().min(1), base64: z.base64() });

/**
 * The pages of a stream: `{file, text}`, `{file, line}`, `{file, base64}`, or an article as a line of a `.jsonl` has it, which is named
 * `name#12` by its place in the stream. They give what the files would give. Blank lines are passed over; a line that gives nothing is a problem
 * under its number and stops no other. Memory holds one line.
 */
export async function* readPipedPages(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<RawPage | FileProblem> {
  let number = 0;
  for await (const bytes of linesOf(chunks, MAX_LINE_BYTES)) {
    number += 1;
    if (bytes === null || !isBlank(bytes)) yield await readPiped(`${name}#${number}`, bytes);
  }
}

async function readPiped(name: string, bytes: Uint8Array | null): Promise<RawPage | FileProblem> {
  const value = bytes === null ? null : parsed(bytes);
  const given = Bytes.safeParse(value);
  if (given.success) return readBytes(given.data.file, Buffer.from(given.data.base64, 'base64'));
  const line = NamedLine.safeParse(value);
  if (line.success) return readLine(line.data.file, Buffer.from(line.data.line));
  const page = WholePage.safeParse(value);
  return page.success ? readWhole(page.data.file, Buffer.from(page.data.text)) : readLine(name, bytes);
}

async function readBytes(file: string, bytes: Uint8Array): Promise<RawPage | FileProblem> {
  return /\.jsonl#\d+$/iu.test(file) ? readLine(file, bytes) : readWhole(file, bytes);
}

/** Null where it is no JSON: whoever reads it as an article says what is wrong. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}

async function readWhole(file: string, bytes: Uint8Array): Promise<RawPage | FileProblem> {
  try {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { file, sha256, ...(await readFormat(file, bytes)) };
  } catch (error) {
    return asProblem(file, error);
  }
}
