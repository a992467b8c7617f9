/** Extractions that were made elsewhere, one a line as `extract` prints them: checked, since whatever they state goes into the graph. */
import { createHash } from 'node:crypto';
import { ID_PREFIX } from '../graph/model.ts';
import { type ExtractedArticle, ExtractedPage, type Offsets } from './contract.ts';
import { asProblem, type FileProblem } from './files.ts';
import { isBlank, linesOf } from './json-lines.ts';
import { refusal } from './refusal.ts';

export interface PipedExtraction {
  readonly extraction: ExtractedPage;
  /** What made it of the page, and what was given for it: a page that another program read is known again by its line. */
  readonly version: string;
  readonly settings: string;
}

/** An extraction with its texts takes some ten times the page. In bytes. */
const MAX_LINE_BYTES = 200_000_000;
const EXPECTED = 'expected a page as `npm run extract` prints it';
const ARTICLE_ID = /^article\/[\w-]+$/u;
const HASH_DIGITS = 16;

/**
 * The extractions of a stream of lines. A line that does not keep to the contract (docs/extraction.md) is a problem under `name#12` and
 * stops no other. Blank lines are passed over. Memory holds one line.
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

function readExtraction(name: string, bytes: Uint8Array | null): PipedExtraction | FileProblem {
  try {
    if (bytes === null) throw refusal('too-large', `the line has more than ${MAX_LINE_BYTES / 1_000_000} MB`);
    const { extractor, ...extraction } = parsePage(Buffer.from(bytes).toString('utf8'));
    for (const article of extraction.articles) checkArticle(article);
    if (extractor) return { extraction, ...extractor };
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, HASH_DIGITS);
    return { extraction, version: `given/${hash}`, settings: '' };
  } catch (error) {
    return asProblem(name, error);
  }
}

function parsePage(json: string): ExtractedPage {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 80) : '';
    throw refusal('bad-line', `the line is no JSON (${reason}): ${EXPECTED}`);
  }
  const page = ExtractedPage.safeParse(value);
  if (page.success) return page.data;
  const { path, message } = page.error.issues[0] ?? { path: [], message: '' };
  throw refusal('bad-line', `${EXPECTED}; ${path.join('.') || 'the line'}: ${message}`);
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
