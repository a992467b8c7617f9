/** Files, pages and extractions as the store keeps them (`kept.ts`), typed. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { ZhituError } from './errors.ts';
import { type KeptRecord, keptBy } from './kept.ts';
import type { Properties } from './model.ts';
import { readInSlices } from './records.ts';
import type { Reader } from './store.ts';

/** A file, or one line of it, and the page that was read there. */
export interface Source {
  /** `source/` + the name. */
  readonly id: string;
  /** The file without a line. */
  readonly file: string;
  /** 1 for the first line; 0 where the file is one page. */
  readonly line: number;
  /** Id of the page. */
  readonly page: string;
}

/** The content of a page, with what was given for it. */
export interface StoredPage {
  readonly id: string;
  /** Of the file's bytes, hex. */
  readonly sha256: string;
  /** What extracted it: another one replaces what this one found. */
  readonly extractor: string;
  /** Ids, in the order of the page. */
  readonly articles: readonly string[];
}

/** What was found in one article of one page. */
export interface StoredExtraction {
  readonly id: string;
  readonly page: string;
  readonly article: string;
  /** Place among the articles of the page, from 0. */
  readonly index: number;
  /** JSON. */
  readonly body: string;
  /** JSON: to whom its local ids were resolved, where that is not to themselves; else null. */
  readonly identity: string | null;
}

const SOURCE = 'source/';

/** The id of what a file (line 0) or a line of it holds. */
export function sourceId(file: string, line: number): string {
  return line === 0 ? SOURCE + file : `${SOURCE}${file}#${line}`;
}

/** What a reader calls a source: `a.txt`, `b.jsonl#12`. */
export function sourceName(id: string): string {
  return id.slice(SOURCE.length);
}

/** The id of the extraction of an article, from its page's id and its place there. */
export function extractionId(page: string, index: number): string {
  return `${page.replace(/^page\//u, 'extraction/')}/${index}`;
}

/** The sources whose property has one of these values. */
export async function sourcesBy(
  store: Reader,
  property: 'id' | 'file' | 'page',
  values: readonly string[],
): Promise<readonly Source[]> {
  const records = await keptBy(store, 'Source', property, values);
  return records.map(({ id, properties: { file, line, page } }) => ({
    id,
    file: String(file),
    line: Number(line),
    page: String(page),
  }));
}

/** The ids of the sources of a file that lie behind a line. */
export async function sourcesBehind(store: Reader, file: string, line: number): Promise<readonly string[]> {
  const rows = await store.read({
    cypher: 'MATCH (s:Source {file: $file}) WHERE s.line > $line RETURN s.id AS id',
    params: { file, line },
    row: z.object({ id: z.string() }),
  });
  return rows.map(({ id }) => id).sort();
}

/** The files that lie directly in a folder, as sources name them. @param prefix what their names begin with: empty, or it ends in a slash */
export async function filesIn(store: Reader, prefix: string): Promise<readonly string[]> {
  const rows = await store.read({
    cypher: 'MATCH (s:Source) WHERE s.file STARTS WITH $prefix RETURN DISTINCT s.file AS file',
    params: { prefix },
    row: z.object({ file: z.string() }),
  });
  return rows.map(({ file }) => file).filter((file) => !file.slice(prefix.length).includes('/'));
}

/** The pages with these ids; ids that no page has are left out. */
export async function pagesById(store: Reader, ids: readonly string[]): Promise<readonly StoredPage[]> {
  const records = await keptBy(store, 'Page', 'id', ids);
  return records.map(({ id, properties: { sha256, extractor, articles } }) => ({
    id,
    sha256: String(sha256),
    extractor: String(extractor),
    articles: Array.isArray(articles) ? articles.map(String) : [],
  }));
}

/** What was extracted from these pages, or found in these articles. */
export async function extractionsBy(
  store: Reader,
  property: 'page' | 'article',
  values: readonly string[],
): Promise<readonly StoredExtraction[]> {
  const records = await keptBy(store, 'Extraction', property, values);
  return records.map(({ id, properties: { page, article, index, body, identity } }) => ({
    id,
    page: String(page),
    article: String(article),
    index: Number(index),
    body: unpacked(String(body)),
    identity: identity === undefined ? null : String(identity),
  }));
}

/** Which article a kept extraction is of, and whom its names mean. */
export type StoredIdentity = Pick<StoredExtraction, 'id' | 'article' | 'identity'>;

/** The same without what was found in them, sorted by id. */
export async function identitiesOf(store: Reader, articles: readonly string[]): Promise<readonly StoredIdentity[]> {
  const rows = await readInSlices([...new Set(articles)], (some) =>
    store.read({
      cypher:
        'UNWIND $articles AS article MATCH (n:Extraction {article: article}) RETURN n.id AS id, n.article AS article, n.identity AS identity',
      params: { articles: some },
      row: z.object({ id: z.string(), article: z.string(), identity: z.string().nullable() }),
    }),
  );
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A source as it is kept. */
export function sourceRecord({ id, ...properties }: Source): KeptRecord {
  return { label: 'Source', id, properties };
}

/** A page as it is kept. */
export function pageRecord({ id, articles, ...properties }: StoredPage): KeptRecord {
  return { label: 'Page', id, properties: { ...properties, ...listed('articles', articles) } };
}

/** An extraction as it is kept, its body packed. */
export function extractionRecord({ id, identity, body, ...properties }: StoredExtraction): KeptRecord {
  return withIdentity({ label: 'Extraction', id, properties: { ...properties, body: packed(body) } }, identity);
}

/** The record of an extraction whose local ids go without saying, with what they were resolved to. */
export function withIdentity(record: KeptRecord, identity: string | null): KeptRecord {
  return identity === null ? record : { ...record, properties: { ...record.properties, identity } };
}

/** An empty list is not stored: the engines differ in what they make of one. */
function listed(name: string, values: readonly string[]): Properties {
  return values.length === 0 ? {} : { [name]: [...values] };
}

/** A body takes a third of its room packed, and the engines keep letters of base64 in one byte each, which Chinese text is not. */
export function packed(body: string): string {
  return deflateRawSync(body).toString('base64');
}

/** @throws ZhituError `store-rejected` for a text that `packed` did not make */
export function unpacked(text: string): string {
  try {
    return inflateRawSync(Buffer.from(text, 'base64')).toString('utf8');
  } catch (error) {
    throw new ZhituError(
      'store-rejected',
      'The extraction of an article is kept in a form that cannot be read: the store was changed by another program. Ingest into a new store.',
      {},
      error,
    );
  }
}
