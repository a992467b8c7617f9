/** Paths → pages → graph: extraction and writing together, for the command line and for the start. */
import { addCounts, NOTHING_WRITTEN, type WriteCounts } from '../graph/change.ts';
import { countGraph, type GraphCounts } from '../graph/counts.ts';
import type { GraphStore } from '../graph/store.ts';
import { TRANSACTION } from '../graph/writer.ts';
import { changePages } from './change-pages.ts';
import type { ExtractedPage } from './contract.ts';
import { extractPages, type FileResult, isUsable, type PageExtractor, type PageInTurn } from './extract.ts';
import { collectFiles, type FileProblem, fileExists, type RawPage } from './files.ts';
import { type IssueCount, newIssueTally } from './issue-tally.ts';
import { arrivalOf, type LookOptions, unknownPages } from './known-pages.ts';
import { type Arrival, incomplete, NO_CHANGES, type PageChanges } from './page-changes.ts';
import { CORPUS_RESOLVER, type Resolver } from './resolver.ts';
import { rulesVersion } from './version.ts';

/** Pages that are written at once where they are small: bounds what is lost when a run is stopped. */
const PAGES_A_WRITE = 200;

export interface IngestReport {
  /** Pages that gave at least one article, with those that the store had. */
  readonly pages: number;
  /** Pages that the store had as they are, which were not extracted again. */
  readonly known: number;
  readonly problems: readonly FileProblem[];
  readonly issues: readonly IssueCount[];
  /** Summed over the writes: an entity that two writes touch counts in both. */
  readonly written: WriteCounts;
  readonly before: GraphCounts;
  readonly after: GraphCounts;
}

export interface IngestOptions {
  readonly store: GraphStore;
  readonly pipeline: PageExtractor;
  /** Default: identity over the corpus. */
  readonly resolver?: Resolver;
  /** Both numbers count pages. */
  readonly onProgress?: (event: {
    readonly stage: 'extract' | 'write';
    readonly done: number;
    readonly total: number;
  }) => void;
}

/**
 * Brings the graph to what the pages of these paths state. A page that the store has is not extracted again; one with other content
 * replaces what its file stated; lines that a file of many pages no longer has are taken back. Doing it again changes nothing and
 * opens no transaction. A page that gives nothing is a problem and stops no other; what its file stated before stays.
 * @throws ZhituError what the store raises; what was written until then stays, and doing it again completes it
 */
export async function ingestPaths(paths: readonly string[], options: IngestOptions): Promise<IngestReport> {
  const { store, pipeline, resolver = CORPUS_RESOLVER, onProgress = () => {} } = options;
  const before = await countGraph(store);
  const { files, problems: unread } = await collectFiles(paths);
  const look: LookOptions = {
    store,
    extractor: pipeline.version ?? rulesVersion(),
    settings: pipeline.settings ?? '',
    directory: process.cwd(),
  };
  const problems: FileProblem[] = [...unread];
  const issues = newIssueTally();
  const waiting = newBatch();
  const moved = new Map<string, RawPage>();
  let again: RawPage[] = [];
  let known = 0;
  let pages = 0;
  let done = 0;
  let written = NOTHING_WRITTEN;

  async function flush(): Promise<void> {
    const changes = waiting.take();
    if (changes === null) return;
    const report = await changePages(store, changes, { resolver, exists: fileExists });
    written = addCounts(written, report.written);
    issues.add(report.issues);
    for (const { place } of report.missing) again.push(moved.get(place.id) as RawPage);
    moved.clear();
    done += changes.arrivals.length;
    onProgress({ stage: 'write', done, total: done });
  }

  function take({ result, problem, ...file }: FileResult): void {
    if (problem) problems.push(problem);
    if (isUsable({ result, problem, ...file })) pages += 1;
    if (!result) return;
    issues.add(result.issues);
    const arrival = arrivalOf(result.extraction.source, look);
    const extractor = problem ? incomplete(arrival.extractor) : arrival.extractor;
    waiting.add({ ...arrival, extractor, extraction: result.extraction });
  }

  const onFile = (at: number, total: number): void => onProgress({ stage: 'extract', done: at, total });
  let turns = unknownPages(files, look, {
    onKnown: () => (known += 1),
    onMoved: (arrival, page) => {
      moved.set(arrival.place.id, page);
      waiting.add(arrival);
    },
    onLinesGone: (sources) => waiting.withdraw(sources),
  });
  for (;;) {
    for await (const file of extractPages(turns, pipeline, onFile)) {
      take(file);
      if (waiting.isFull()) await flush();
    }
    await flush();
    if (again.length === 0) break;
    turns = inTurn(again);
    again = [];
  }
  const after = hasChanges(written) ? await countGraph(store) : before;
  return { pages: pages + known, known, problems, issues: issues.counts(), written, before, after };
}

/** Pages that wait to be written together. */
function newBatch() {
  let arrivals: Arrival[] = [];
  let withdrawn: string[] = [];
  let records = 0;
  return {
    add(arrival: Arrival): void {
      arrivals.push(arrival);
      records += arrival.extraction ? recordsOf(arrival.extraction) : 1;
    },
    withdraw(sources: readonly string[]): void {
      withdrawn.push(...sources);
    },
    isFull: () => arrivals.length + withdrawn.length >= PAGES_A_WRITE || records >= TRANSACTION,
    take(): PageChanges | null {
      if (arrivals.length + withdrawn.length === 0) return null;
      const batch = { ...NO_CHANGES, arrivals, withdrawn };
      arrivals = [];
      withdrawn = [];
      records = 0;
      return batch;
    },
  };
}

/** About the nodes and relations that a page writes: each entity with its mention, each fact. */
function recordsOf({ articles }: ExtractedPage): number {
  return articles.reduce((sum, { entities, facts }) => sum + 1 + 2 * entities.length + facts.length, 0);
}

async function* inTurn(pages: readonly RawPage[]): AsyncGenerator<PageInTurn> {
  for (const [index, page] of pages.entries()) yield { page, left: pages.length - index - 1 };
}

/** Whether a run left the graph other than it was. */
export function hasChanges(written: WriteCounts): boolean {
  const { nodesUnchanged: _nodes, relationsUnchanged: _relations, ...changes } = written;
  return Object.values(changes).some((count) => count > 0);
}
