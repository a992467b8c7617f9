/** Takes articles, files and folders back out of the store: what nothing else states goes, the rest stays. */
import { resolve } from 'node:path';
import { addCounts, NOTHING_WRITTEN, type WriteCounts } from '../graph/change.ts';
import { ID_PREFIX, type NodeKind } from '../graph/model.ts';
import { filesIn, sourceName, sourcesBy } from '../graph/page-records.ts';
import { slices } from '../graph/records.ts';
import type { GraphStore } from '../graph/store.ts';
import { changePages } from './change-pages.ts';
import { fileExists } from './files.ts';
import { NO_CHANGES } from './page-changes.ts';
import { fileName, placeOfPage } from './page-key.ts';
import { CORPUS_RESOLVER, type Resolver } from './resolver.ts';
import { storedUnits } from './units.ts';

/** Sources of one transaction. */
const SOURCES_A_WRITE = 200;

export interface RemovalReport {
  /** What of the call the store knows nothing of. */
  readonly unknown: readonly string[];
  /** Names of the sources that were withdrawn: files, or lines of them. */
  readonly sources: readonly string[];
  /** Ids of the articles that are no longer there. */
  readonly articles: readonly string[];
  /** Ids of articles of these sources that stay, because another file holds them. */
  readonly elsewhere: readonly string[];
  /** Nodes that nothing else states, by kind; articles are counted here too. */
  readonly removed: Readonly<Partial<Record<NodeKind, number>>>;
  /** Nodes and relations that the sources stated and others state too. */
  readonly stayed: { readonly nodes: number; readonly relations: number };
  readonly written: WriteCounts;
}

export interface RemovalOptions {
  readonly store: GraphStore;
  readonly resolver?: Resolver;
  /** Only says what would be done. */
  readonly dryRun?: boolean;
}

/**
 * Removes what these words name: the id of an article, a file, a line of a file (`a.jsonl#12`), or a folder for the files directly in
 * it; the files need not be there any longer. An article is taken from every page that prints it, and stays away while its
 * pages are ingested unchanged. Decisions of people are kept.
 * @throws ZhituError what the store raises; what was removed until then stays removed
 */
export async function removeFromGraph(
  targets: readonly string[],
  { store, resolver = CORPUS_RESOLVER, dryRun = false }: RemovalOptions,
): Promise<RemovalReport> {
  const found = await findTargets(store, targets);
  const options = { resolver, exists: fileExists, dryRun };
  const pages = (await sourcesBy(store, 'id', found.sources)).map(({ page }) => page);
  const printed = (await storedUnits(store, 'page', pages)).map(({ article }) => article.id);
  const concerned = [...new Set([...printed, ...found.articles])].sort();
  const gone = new Set<string>();
  const removed: Partial<Record<NodeKind, number>> = {};
  const stayed = { nodes: 0, relations: 0 };
  let written = NOTHING_WRITTEN;
  const steps = [
    ...slices(found.sources, SOURCES_A_WRITE).map((withdrawn) => ({ ...NO_CHANGES, withdrawn })),
    ...slices(found.articles, SOURCES_A_WRITE).map((ids) => ({ ...NO_CHANGES, removed: ids })),
  ];
  for (const step of steps) {
    const report = await changePages(store, step, options);
    written = addCounts(written, report.written);
    for (const { old, next } of report.change.nodes) {
      if (next) stayed.nodes += 1;
      else if (old) {
        gone.add(old.id);
        removed[old.kind] = (removed[old.kind] ?? 0) + 1;
      }
    }
    stayed.relations += report.change.relations.filter(({ next }) => next !== null).length;
  }
  return {
    unknown: found.unknown,
    sources: found.sources.map(sourceName),
    articles: concerned.filter((id) => gone.has(id)),
    elsewhere: concerned.filter((id) => !gone.has(id)),
    removed,
    stayed,
    written,
  };
}

async function findTargets(
  store: GraphStore,
  targets: readonly string[],
): Promise<{
  readonly sources: readonly string[];
  readonly articles: readonly string[];
  readonly unknown: readonly string[];
}> {
  const sources = new Set<string>();
  const articles = new Set<string>();
  const unknown: string[] = [];
  for (const target of targets) {
    if (target.startsWith(ID_PREFIX.Article)) {
      if ((await storedUnits(store, 'article', [target])).length > 0) articles.add(target);
      else unknown.push(target);
      continue;
    }
    const ids = await sourcesOf(store, target);
    if (ids.length === 0) unknown.push(target);
    for (const id of ids) sources.add(id);
  }
  return { sources: [...sources].sort(), articles: [...articles].sort(), unknown };
}

async function sourcesOf(store: GraphStore, target: string): Promise<readonly string[]> {
  const directory = process.cwd();
  const line = await sourcesBy(store, 'id', [placeOfPage(target, directory).id]);
  const name = fileName(target, directory);
  // Files below the working directory are named from it.
  const prefix = name === resolve(directory) ? '' : `${name}/`;
  const inFile = await sourcesBy(store, 'file', [name, ...(await filesIn(store, prefix))]);
  return [...new Set([...line, ...inFile].map(({ id }) => id))];
}
