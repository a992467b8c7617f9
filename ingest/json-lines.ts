/** Articles kept one a line as JSON (`.jsonl`): read as a stream, so that the size of the file does not matter. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { BylineRole } from '../graph/shapes.ts';
import { decodeText } from './decode.ts';
import { asProblem, changedMeanwhile, type FileProblem, isChanged, MAX_PAGE_BYTES, type RawPage } from './files.ts';
import { type Given, NOTHING_GIVEN, readGivenByline } from './given.ts';
import { refusal } from './refusal.ts';
import type { Byline, Issue } from './types.ts';

const Signed = z.union([z.string(), z.object({ name: z.string().min(1), role: BylineRole.default('reporter') })]);
/** One line. Fields of other names are passed over. */
const Line = z.object({
  text: z.string(),
  title: z.string().nullish(),
  date: z.union([z.string(), z.int()]).nullish(),
  byline: z.union([Signed, z.array(Signed)]).nullish(),
  publication: z.string().nullish(),
  url: z.string().nullish(),
  issue: z.int().nullish(),
  page: z.int().positive().nullish(),
});
type Line = z.infer<typeof Line>;

const LINE_FEED = 0x0a;
/** A file of which so many lines in a row from the first on give nothing holds no articles; the rest is not read. */
const HOPELESS = 100;
const EXPECTED =
  'expected an object such as {"title": "…", "date": "2019-07-03", "byline": "…", "text": "…", "url": "…"}';

/**
 * The articles of a file, one a line, each named `name.jsonl#12` by its line, the first being 1. Blank lines are passed over; a line that
 * gives none, or one of more than `MAX_PAGE_BYTES`, is a problem under its number and stops no other. Memory holds one line.
 * @param onRead told before each line what part of the file was read, from 0 to 1
 */
export async function* readJsonLines(
  file: string,
  onRead: (share: number) => void = () => {},
): AsyncGenerator<RawPage | FileProblem> {
  try {
    const found = await stat(file);
    if (!found.isFile()) throw refusal('unreadable', 'it is not a regular file');
    let number = 0;
    let good = 0;
    let bad = 0;
    let offset = 0;
    for await (const bytes of linesOf(createReadStream(file), MAX_PAGE_BYTES)) {
      number += 1;
      offset += (bytes?.length ?? MAX_PAGE_BYTES) + 1;
      if (bytes !== null && isBlank(bytes)) continue;
      onRead(Math.min(1, offset / found.size));
      const item = readLine(`${file}#${number}`, bytes);
      if ('reason' in item) bad += 1;
      else good += 1;
      yield item;
      if (good === 0 && bad === HOPELESS)
        throw refusal(
          'bad-line',
          `none of its first ${HOPELESS} lines is an article, and the rest was not read. ${EXPECTED}`,
        );
    }
    if (isChanged(found, await stat(file))) throw changedMeanwhile();
    if (good + bad === 0) throw refusal('empty', `it holds no line. ${EXPECTED} on each line`);
  } catch (error) {
    yield asProblem(file, error);
  }
}

/** The lines of a stream of bytes, without line feeds; null for one of more than `limit` bytes, which is not kept. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array | null> {
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (part: Uint8Array): void => {
    size += part.length;
    if (size > limit) parts = [];
    else parts.push(part);
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, end));
      yield size > limit ? null : Buffer.concat(parts);
      parts = [];
      size = 0;
      start = end + 1;
    }
    take(chunk.subarray(start));
  }
  if (size > 0) yield size > limit ? null : Buffer.concat(parts);
}

/** Whether a line holds blanks, a byte order mark or nothing. */
export function isBlank(bytes: Uint8Array): boolean {
  return bytes.length < 100 && Buffer.from(bytes).toString('utf8').trim() === '';
}

/** The article on a line of a `.jsonl`. @param bytes null for a line that is too long */
export function readLine(file: string, bytes: Uint8Array | null): RawPage | FileProblem {
  try {
    if (bytes === null) {
      throw refusal(
        'too-large',
        `the line has more than ${MAX_PAGE_BYTES / 1_000_000} MB, and an article has less. Give one article a line`,
      );
    }
    const { text: json, encoding } = decodeText(bytes);
    const line = parseLine(json);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { file, sha256, encoding, text: line.text.replace(/\r\n?/gu, '\n'), given: givenBy(line) };
  } catch (error) {
    return asProblem(file, error);
  }
}

function parseLine(json: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw refusal(
      'bad-line',
      `the line is no JSON (${error instanceof Error ? error.message.slice(0, 80) : ''}). ${EXPECTED}`,
    );
  }
  const line = Line.safeParse(value);
  if (!line.success) {
    const { path, message } = line.error.issues[0] ?? { path: [], message: '' };
    const seen =
      value !== null && typeof value === 'object' ? Object.keys(value).slice(0, 10).join(', ') : typeof value;
    throw refusal('bad-line', `${EXPECTED}, saw ${seen}; ${path.join('.') || 'the line'}: ${message}`);
  }
  if (line.data.text.trim() === '')
    throw refusal('bad-line', 'its text is empty. Give the body of the article as "text"');
  return line.data;
}

function givenBy({ title, date, byline, publication, url, issue, page }: Line): Given {
  const { people, issues } = signedBy(byline == null ? [] : [byline].flat());
  const stated = (value: string | null | undefined): string | null => value?.trim() || null;
  return {
    ...NOTHING_GIVEN,
    title: stated(title),
    byline: people,
    date: date == null ? null : stated(String(date)),
    publication: stated(publication),
    url: stated(url),
    issue: issue ?? null,
    pageNumber: page ?? null,
    issues,
  };
}

function signedBy(fields: readonly z.infer<typeof Signed>[]): { people: readonly Byline[]; issues: readonly Issue[] } {
  const read = fields.map((field) => (typeof field === 'string' ? (readGivenByline(field) ?? field) : [field]));
  return {
    people: read.flatMap((one) => (typeof one === 'string' ? [] : one)),
    issues: read.flatMap((one) =>
      typeof one === 'string' ? [{ stage: 'pages', reason: 'unread-byline', text: one }] : [],
    ),
  };
}
