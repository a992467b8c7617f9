/** Extractions that were made elsewhere, one a line as `extract` prints them: checked before anything that they state goes into the graph. */
import type { z } from 'zod';
import { ID_PREFIX } from '../graph/model.ts';
import { type ExtractedArticle, ExtractedPage, type Offsets } from './contract.ts';
import type { FileResult } from './extract.ts';
import { isIntact, shortHash } from './extraction-line.ts';
import { asProblem, type FileProblem } from './files.ts';
import { isBlank, linesOf } from './json-lines.ts';
import { refusal } from './refusal.ts';

/** A line that was looked at: who reads it decides whether the rest of it is worth checking. */
export interface PipedExtraction {
  readonly source: ExtractedPage['source'];
  /** What made it of the page, and what was given for it: a page that another program read is known again by its line. */
  readonly version: string;
  readonly settings: string;
  /** All of it, checked. */
  read(): ExtractedPage | FileProblem;
}

/** An extraction with its texts takes some ten times the page. In bytes. */
const MAX_LINE_BYTES = 200_000_000;
const EXPECTED = 'expected a page as `npm run extract` prints it';
const DAMAGED = `the line is not as it was printed (its hash under "check" is another one): print it anew, or leave "check" out where it was changed on purpose`;
const ARTICLE_ID = /^article\/[\w-]+$/u;

/**
 * The extractions of a stream of lines. A line that does not keep to the contract (docs/extraction.md) is a problem under `name#12`, now or
 * when it is read as a whole, and stops no other. Blank lines are passed over. Memory holds one line.
 */
export async function* readPipedExtractions(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<PipedExtraction | FileProblem> {
  let number = 0;
  for await (const bytes of linesOf(chunks, MAX_LINE_BYTES)) {
    number += 1;
    if (bytes === null || !isBlank(bytes)) yield readExtraction(`${name}#${number}`, bytes);
  }
}

/** What a line gives to whoever takes pages. */
export function resultOf(line: PipedExtraction | FileProblem): FileResult {
  const read = 'reason' in line ? line : line.read();
  return 'reason' in read
    ? { result: null, problem: read }
    : { result: { extraction: read, issues: [] }, problem: null };
}

function readExtraction(name: string, bytes: Uint8Array | null): PipedExtraction | FileProblem {
  return orProblem(name, () => {
    if (bytes === null) throw refusal('too-large', `the line has more than ${MAX_LINE_BYTES / 1_000_000} MB`);
    const line = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const intact = isIntact(line);
    if (intact === false) throw refusal('bad-line', DAMAGED);
    const value = ((intact || isWhole(line)) && headOf(line)) || parsed(line);
    const { source, extractor = { version: `given/${shortHash(line)}`, settings: '' } } = fitting(Head, value);
    return {
      source,
      ...extractor,
      read: () => orProblem(name, () => readWhole('articles' in value ? value : parsed(line))),
    };
  });
}

function orProblem<T>(name: string, read: () => T): T | FileProblem {
  try {
    return read();
  } catch (error) {
    return asProblem(name, error);
  }
}

/** How a line without a hash ends: with articles, and without any. */
const ENDS = ['}]}', '"articles":[]}'].map((end) => Buffer.from(end));

/**
 * Whether a line ends as one does that was written to its end. One that was cut off hardly ever does, and is told as broken even where its page
 * is in the store and the rest of it would not be read; a line that another program ends otherwise is read as a whole.
 */
function isWhole(line: Buffer): boolean {
  return ENDS.some((end) => line.length >= end.length && line.subarray(-end.length).equals(end));
}

const Head = ExtractedPage.pick({ source: true, extractor: true });
const ARTICLES = ',"articles":';

/**
 * What stands before the articles of a line as `extract` prints it; null for another one. The quotation marks of texts are escaped, so
 * that what is found is a key, and one within something else leaves a bracket open.
 */
function headOf(line: Buffer): object | null {
  const end = line.indexOf(ARTICLES);
  if (end < 0) return null;
  try {
    const head = JSON.parse(`${line.toString('utf8', 0, end)}}`) as object;
    return 'extractor' in head ? head : null;
  } catch {
    return null;
  }
}

function parsed(line: Buffer): object {
  try {
    return Object(JSON.parse(line.toString('utf8'))) as object;
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 80) : '';
    throw refusal('bad-line', `the line is no JSON (${reason}): ${EXPECTED}`);
  }
}

function fitting<T>(shape: z.ZodType<T>, value: object): T {
  const checked = shape.safeParse(value);
  if (checked.success) return checked.data;
  const { path, message } = checked.error.issues[0] ?? { path: [], message: '' };
  throw refusal('bad-line', `${EXPECTED}; ${path.join('.') || 'the line'}: ${message}`);
}

function readWhole(value: object): ExtractedPage {
  const { extractor: _, ...extraction } = fitting(ExtractedPage, value);
  for (const article of extraction.articles) checkArticle(article);
  return extraction;
}

/** What the shapes do not say: offsets lie in the text, ids say their kind, and facts join entities of their article. */
function checkArticle({ id, text, entities, facts }: ExtractedArticle): void {
  const require = (holds: boolean, what: string): void => {
    if (!holds) throw refusal('bad-line', `${what} (article ${id.slice(0, 40)})`);
  };
  require(ARTICLE_ID.test(id), 'an article is expected to have an id such as article/4e00a1b2c3d4e5f6');
  const lies = ([start, end]: Offsets): boolean => start < end && end <= text.length;
  const known = new Set(entities.map((entity) => entity.id));
  for (const { id: entity, kind, mentions } of entities) {
    require(entity.startsWith(ID_PREFIX[kind]), `${entity} is expected to begin with ${ID_PREFIX[kind]}`);
    require(mentions.every(lies), `a mention of ${entity} lies outside the text`);
  }
  for (const { type, from, to, evidence, also = [] } of facts) {
    require(known.has(from) &&
      known.has(to), `a fact ${type} joins ${from} and ${to}, which are not both among the entities`);
    require([evidence, ...also.map((other) => other.evidence)].every(
      lies,
    ), `a sentence of a fact ${type} lies outside the text`);
  }
}
