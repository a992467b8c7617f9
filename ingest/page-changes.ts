/** Which pages come, go or change when files are read or taken back: sources and pages, before anything in them is looked at. */
import { articleOfRef, type Decision } from '../graph/decisions.ts';
import type { KeptRecord } from '../graph/kept.ts';
import {
  pageRecord,
  pagesById,
  type Source,
  type StoredPage,
  sourceName,
  sourceRecord,
  sourcesBy,
} from '../graph/page-records.ts';
import type { Reader } from '../graph/store.ts';
import type { ExtractedPage } from './contract.ts';
import type { PagePlace } from './page-key.ts';
import { storedUnits, type Unit, unitsOf } from './units.ts';

/** A page that was read at a place. */
export interface Arrival {
  readonly place: PagePlace;
  /** Id. */
  readonly page: string;
  readonly sha256: string;
  /** Version of what extracted it. */
  readonly extractor: string;
  /** Null where the store has it, of this extractor, from another place. */
  readonly extraction: ExtractedPage | null;
  /** The units of the extraction, where they were worked out ahead. */
  readonly units?: readonly Unit[];
}

export interface PageChanges {
  readonly arrivals: readonly Arrival[];
  /** Ids of sources that hold nothing any longer. */
  readonly withdrawn: readonly string[];
  /** Ids of articles that their pages shall not have any longer. */
  readonly removed: readonly string[];
  /** Decisions that are made, or withdrawn. */
  readonly decisions: readonly Decision[];
}

/** No change: what a change does not speak of. */
export const NO_CHANGES: PageChanges = { arrivals: [], withdrawn: [], removed: [], decisions: [] };

/** The units of all articles that a change touches, and the records of pages and sources for it. */
export interface PagePlan {
  /** Arrivals without an extraction whose page the store no longer has: they are left out, and have to be extracted. */
  readonly missing: readonly Arrival[];
  readonly before: readonly Unit[];
  readonly after: readonly Unit[];
  /** Names of files before and after, by page, of the pages that come, go or change. */
  readonly filesBefore: ReadonlyMap<string, string>;
  readonly filesAfter: ReadonlyMap<string, string>;
  readonly kept: readonly KeptRecord[];
  readonly dropped: readonly Pick<KeptRecord, 'label' | 'id'>[];
}

/** @param exists whether a file is there: a name of a page that turns up under another one is dropped where it is not */
export async function planPages(
  store: Reader,
  { arrivals: all, withdrawn, removed, decisions }: PageChanges,
  exists: (file: string) => Promise<boolean>,
): Promise<PagePlan> {
  const pagesStored = new Map(
    (
      await pagesById(
        store,
        all.map(({ page }) => page),
      )
    ).map((page) => [page.id, page]),
  );
  const missing = all.filter(({ page, extraction }) => extraction === null && !pagesStored.has(page));
  const arrivals = all.filter((arrival) => !missing.includes(arrival));
  const cut = await storedUnits(store, 'article', removed);
  const moved = await sourcesBy(store, 'id', [...arrivals.map(({ place }) => place.id), ...withdrawn]);
  const inPlay = [...new Set([...arrivals, ...moved, ...cut].map(({ page }) => page))];
  const sourcesBefore = await sourcesBy(store, 'page', inPlay);
  const sourcesAfter = await afterMoves(sourcesBefore, arrivals, withdrawn, exists);
  const pagesBefore = new Map((await pagesById(store, inPlay)).map((page) => [page.id, page]));
  const held = new Set(sourcesAfter.map(({ page }) => page));
  const come = new Map(
    arrivals
      .filter((arrival) => isNew(arrival, pagesBefore.get(arrival.page)))
      .map((arrival) => [arrival.page, arrival]),
  );
  const lost = inPlay.filter((page) => pagesBefore.has(page) && !held.has(page));

  const filesBefore = firstNames(sourcesBefore);
  const filesAfter = firstNames(sourcesAfter);
  const touched = inPlay.filter(
    (page) => come.has(page) || lost.includes(page) || filesBefore.get(page) !== filesAfter.get(page),
  );
  const coming = [...come.values()].flatMap(({ page, extraction, units }) =>
    extraction ? (units ?? unitsOf(page, extraction)) : [],
  );
  const stored = await storedUnits(store, 'page', touched);
  const decided = decisions.flatMap(({ a, b }) => [articleOfRef(a), articleOfRef(b)]);
  const articles = [...new Set([...[...coming, ...stored, ...cut].map(({ article }) => article.id), ...decided])];
  const before = await storedUnits(store, 'article', articles);
  const gone = new Set([...come.keys(), ...lost]);
  const stays = ({ page, article }: Unit): boolean => !gone.has(page) && !removed.includes(article.id);
  return {
    missing,
    before,
    after: [...before.filter(stays), ...coming],
    filesBefore,
    filesAfter,
    kept: [
      ...newSources(sourcesBefore, sourcesAfter),
      ...[...come.values()].map(storedPage),
      ...pagesWithout(pagesBefore, removed, gone),
    ],
    dropped: [
      ...sourcesBefore
        .filter(({ id }) => !sourcesAfter.some((source) => source.id === id))
        .map(({ id }) => ({ label: 'Source' as const, id })),
      ...lost.map((id) => ({ label: 'Page' as const, id })),
    ],
  };
}

/** The version of an extractor that could not read all of a page: it is read again the next time. */
export function incomplete(extractor: string): string {
  return `${extractor}!`;
}

function isNew({ extractor, extraction }: Arrival, stored: StoredPage | undefined): boolean {
  return extraction !== null && (stored?.extractor !== extractor || extractor.endsWith('!'));
}

async function afterMoves(
  before: readonly Source[],
  arrivals: readonly Arrival[],
  withdrawn: readonly string[],
  exists: (file: string) => Promise<boolean>,
): Promise<readonly Source[]> {
  const after = new Map(before.map((source) => [source.id, source]));
  for (const id of withdrawn) after.delete(id);
  for (const { place, page } of arrivals) after.set(place.id, { ...place, page });
  const arrived = new Set(arrivals.map(({ place }) => place.id));
  const renamed = new Set(arrivals.map(({ page }) => page));
  for (const { id, file, page } of [...after.values()])
    if (renamed.has(page) && !arrived.has(id) && !(await exists(file))) after.delete(id);
  return [...after.values()];
}

function newSources(before: readonly Source[], after: readonly Source[]): readonly KeptRecord[] {
  const pages = new Map(before.map(({ id, page }) => [id, page]));
  return after.filter(({ id, page }) => pages.get(id) !== page).map(sourceRecord);
}

/** The record of a page that arrived. */
export function storedPage({ page, sha256, extractor, extraction }: Arrival): KeptRecord {
  return pageRecord({
    id: page,
    sha256,
    extractor,
    articles: [...new Set(extraction?.articles.map(({ id }) => id) ?? [])],
  });
}

/** The records of pages that stay and lose an article. */
function pagesWithout(
  pages: ReadonlyMap<string, StoredPage>,
  removed: readonly string[],
  gone: ReadonlySet<string>,
): readonly KeptRecord[] {
  return [...pages.values()]
    .filter(({ id, articles }) => !gone.has(id) && articles.some((article) => removed.includes(article)))
    .map((page) => pageRecord({ ...page, articles: page.articles.filter((article) => !removed.includes(article)) }));
}

/** The names of the files of pages that stay as they are. */
export async function fileNames(store: Reader, pages: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return firstNames(await sourcesBy(store, 'page', pages));
}

/** Of the names that a page has, the first in the order of their code units. */
export function firstNames(sources: readonly Source[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { id, page } of sources) {
    const name = sourceName(id);
    const other = names.get(page);
    if (other === undefined || name < other) names.set(page, name);
  }
  return names;
}
