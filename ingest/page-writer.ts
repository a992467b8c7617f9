/** Takes what was found in pages, one after the other, writes it in transactions of many, and counts what that did. */
import { addCounts, type GraphChange, NOTHING_WRITTEN, type WriteCounts } from '../graph/change.ts';
import { countGraph, type GraphCounts } from '../graph/counts.ts';
import { sourceName } from '../graph/page-records.ts';
import type { GraphStore } from '../graph/store.ts';
import { changePages } from './change-pages.ts';
import { type FileResult, isUsable } from './extract.ts';
import { type FileProblem, fileExists } from './files.ts';
import { type IssueCount, newIssueTally } from './issue-tally.ts';
import { newBatch } from './page-batch.ts';
import { type Arrival, incomplete, type PageChanges } from './page-changes.ts';
import { readyUnits } from './ready-units.ts';
import { CORPUS_RESOLVER, type Resolver } from './resolver.ts';
import type { Journal } from './runs/journal.ts';

/** Problems that a report holds; a person who wants all asks the run. */
const PROBLEMS_KEPT = 100;

export interface IngestReport {
  /** Pages that gave at least one article, with those that the store had. */
  readonly pages: number;
  /** Pages that the store had as they are, which were not extracted again. */
  readonly known: number;
  /** Pages and paths that gave nothing, or not all. */
  readonly failed: number;
  /** Of those, the first hundred. */
  readonly problems: readonly FileProblem[];
  readonly issues: readonly IssueCount[];
  /** Summed over the writes: an entity that two writes touch counts in both. */
  readonly written: WriteCounts;
  readonly before: GraphCounts;
  readonly after: GraphCounts;
  /** Whether it was told to stop before the last page. */
  readonly stopped: boolean;
}

export interface WriterOptions {
  readonly store: GraphStore;
  /** Default: identity over the corpus. */
  readonly resolver?: Resolver;
  /** Is told what becomes of each page; without it nothing is kept of the run. */
  readonly journal?: Journal;
  readonly onProblem?: (problem: FileProblem) => void;
  /** Is told what each transaction changed in the graph. */
  readonly onChange?: (change: GraphChange) => void;
}

export interface PageWriter {
  /** A page that the store has as it is, or (to be written) under another name. */
  known(arrival: Arrival, file: string, isMoved: boolean): void;
  linesGone(sources: readonly string[]): void;
  /** @param arrival null where nothing was found in the page */
  take(result: FileResult, arrival: Omit<Arrival, 'extraction'> | null): void;
  /**
   * Begins to write what waits, where that is enough, once what was begun before is written: further pages can be got ready meanwhile.
   * After the last one all is written when it resolves.
   * @returns arrivals that have to be extracted after all
   */
  flush(isLast: boolean): Promise<readonly Arrival[]>;
  /** Waits for what is being written, however that ends. */
  settled(): Promise<void>;
  report(stopped: boolean): Promise<IngestReport>;
}

const NOTHING: Promise<readonly Arrival[]> = Promise.resolve([]);

/** Opens a writer that takes pages one after the other and writes them in transactions. @throws ZhituError what the store throws */
export async function openPageWriter(options: WriterOptions): Promise<PageWriter> {
  const { store, resolver = CORPUS_RESOLVER, journal, onProblem, onChange } = options;
  const before = await countGraph(store);
  const problems: FileProblem[] = [];
  const issues = newIssueTally();
  const waiting = newBatch(() => before.nodes + before.relations + written.nodesCreated + written.relationsCreated);
  let written = NOTHING_WRITTEN;
  let underway = NOTHING;
  const counts = { known: 0, good: 0, failed: 0 };

  function keepProblem(problem: FileProblem): void {
    counts.failed += 1;
    if (problems.length < PROBLEMS_KEPT) problems.push(problem);
    onProblem?.(problem);
  }

  function begin(): void {
    const changes = waiting.take();
    underway = changes === null ? NOTHING : write(changes);
    // Whoever waits for it next is told.
    underway.catch(() => {});
  }

  async function write(changes: PageChanges): Promise<readonly Arrival[]> {
    await journal?.beforeWrite();
    const report = await changePages(store, changes, { resolver, exists: fileExists });
    await journal?.afterWrite();
    onChange?.(report.change);
    written = addCounts(written, report.written);
    issues.add(report.issues);
    counts.good -= report.missing.length;
    return report.missing;
  }

  return {
    known(arrival, file, isMoved) {
      if (isMoved) {
        counts.good += 1;
        waiting.add(arrival);
      } else counts.known += 1;
      journal?.unchanged({ file, page: arrival.page, extractor: arrival.extractor });
    },
    linesGone: waiting.withdraw,
    take(file, arrival) {
      const { result, problem } = file;
      const note = {
        file: problem?.file ?? result?.extraction.source.file ?? '',
        page: arrival?.page ?? null,
        extractor: arrival?.extractor ?? null,
      };
      if (problem) {
        keepProblem(problem);
        journal?.failed(note, problem, result?.extraction ?? null);
      } else if (result) journal?.extracted(note, result.extraction, result.issues.length);
      if (isUsable(file)) counts.good += 1;
      if (!result || !arrival) return;
      issues.add(result.issues);
      const extractor = problem ? incomplete(arrival.extractor) : arrival.extractor;
      const { extraction } = result;
      // Worked out while pages before it are being written.
      const units = readyUnits(arrival.page, extraction, sourceName(arrival.place.id), resolver);
      waiting.add({ ...arrival, extractor, extraction, units });
    },
    async flush(isLast) {
      if (!isLast && !waiting.isFull()) return [];
      const missing = [...(await underway)];
      begin();
      if (isLast) missing.push(...(await underway));
      return missing;
    },
    async settled() {
      await underway.catch(() => {});
    },
    async report(stopped) {
      return {
        pages: counts.good + counts.known,
        known: counts.known,
        failed: counts.failed,
        problems,
        issues: issues.counts(),
        written,
        before,
        after: hasChanges(written) ? await countGraph(store) : before,
        stopped,
      };
    },
  };
}

/** Whether a run left the graph other than it was. */
export function hasChanges(written: WriteCounts): boolean {
  const { nodesUnchanged: _nodes, relationsUnchanged: _relations, ...changes } = written;
  return Object.values(changes).some((count) => count > 0);
}
