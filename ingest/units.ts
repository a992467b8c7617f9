/**
 * Articles on their pages, as the store keeps them: what was found in each and whom its names mean, so that what it contributes to
 * the graph can be computed again at any time.
 */
import { canonicalJson } from '../graph/canonical.ts';
import type { KeptRecord } from '../graph/kept.ts';
import type { GraphPart } from '../graph/model.ts';
import {
  extractionId,
  extractionRecord,
  extractionsBy,
  type StoredExtraction,
  withIdentity,
} from '../graph/page-records.ts';
import type { Reader } from '../graph/store.ts';
import { normalPart } from '../graph/writer.ts';
import type { ExtractedArticle, ExtractedPage } from './contract.ts';
import type { BlockProfile } from './profile-records.ts';
import { articleGraph, type Identity, type Resolved } from './writes.ts';

/** One article on one page. An article that two pages print is two units. */
export interface Unit {
  readonly id: string;
  readonly page: string;
  readonly index: number;
  readonly source: ExtractedPage['source'];
  readonly article: ExtractedArticle;
  readonly identity: Identity;
  readonly ready?: ReadyUnit;
}

/** What can be worked out of a unit before the store is asked: most of what a transaction would have to wait for. */
export interface ReadyUnit {
  /** The name of its page's file. */
  readonly file: string;
  /** What it contributes where all its names are whom they say. */
  readonly part: GraphPart;
  /** The record of it in that case. */
  readonly record: KeptRecord;
  /** What its names are resolved by, and the record of that. */
  readonly profiles: readonly BlockProfile[];
  readonly profileRecords: readonly KeptRecord[];
}

/** The units of a page that was just extracted: whom its names mean is not known yet. */
export function unitsOf(page: string, { source, articles }: ExtractedPage): readonly Unit[] {
  return articles.map((article, index) => ({
    id: extractionId(page, index),
    page,
    index,
    // The file has a record of its own: renaming it changes no extraction.
    source: { ...source, file: '' },
    article,
    identity: new Map(),
  }));
}

/** The units of these pages, or of these articles, sorted by id. */
export async function storedUnits(
  store: Reader,
  property: 'page' | 'article',
  values: readonly string[],
): Promise<readonly Unit[]> {
  return (await extractionsBy(store, property, values)).map(readUnit);
}

function readUnit({ id, page, index, body, identity }: StoredExtraction): Unit {
  // Written by `unitRecord`, of values that were checked when they were extracted.
  const { source, article } = JSON.parse(body) as Pick<Unit, 'source' | 'article'>;
  return { id, page, index, source: { ...source, file: '' }, article, identity: readIdentity(identity) };
}

/** The record that is kept of a unit. */
export function unitRecord({ id, page, index, source, article, identity, ready }: Unit): KeptRecord {
  const { file: _, ...rest } = source;
  if (ready) return withIdentity(ready.record, identityText(identity));
  // The same for the same, whether it was extracted here or handed on as a line.
  const body = canonicalJson({ source: rest, article });
  return extractionRecord({ id, page, index, article: article.id, body, identity: identityText(identity) });
}

/** @param text what `identityText` gave */
export function readIdentity(text: string | null): Identity {
  return new Map(text === null ? [] : (JSON.parse(text) as [string, Resolved][]));
}

/** Equal for equal identities; null for that of names which are whom they say. */
export function identityText(identity: Identity): string | null {
  const entries = [...identity]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([local, { id, name, reasons }]) => [local, { id, name, reasons }]);
  return entries.length === 0 ? null : JSON.stringify(entries);
}

/** What a unit contributes to the graph, in the form in which it is stored. @param file the name of its page's file */
export function contributionOf({ source, article, index, identity, ready }: Unit, file: string): GraphPart {
  if (ready?.file === file && identity.size === 0) return ready.part;
  return normalPart(articleGraph({ source: { ...source, file }, article, index, identity }));
}
