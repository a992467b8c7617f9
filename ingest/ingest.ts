/** Paths → pages → graph: extraction and writing together, for the command line and for the start. */
import { countGraph, type GraphCounts } from '../graph/counts.ts';
import type { IssueOf } from '../graph/jumps.ts';
import type { GraphPart } from '../graph/model.ts';
import type { GraphStore } from '../graph/store.ts';
import { type WriteReport, writeGraph } from '../graph/writer.ts';
import { halvesOf } from './continuations.ts';
import { extractFiles, isUsable, type PageExtractor } from './extract.ts';
import type { FileProblem } from './files.ts';
import { updateJoins } from './join-pages.ts';
import type { Issue } from './types.ts';
import { toGraph } from './writes.ts';

/** Pages that are written at once: bounds the memory of a long run, and what is lost when it is stopped. */
const PAGES_A_WRITE = 200;

export type WriteCounts = Omit<WriteReport, 'newArticles' | 'knownArticles'>;

export interface IngestReport {
  /** Pages that gave at least one article. */
  readonly pages: number;
  readonly problems: readonly FileProblem[];
  readonly issues: readonly Issue[];
  /** Summed over the writes: an entity that two writes touch counts in both. */
  readonly written: WriteCounts;
  readonly before: GraphCounts;
  readonly after: GraphCounts;
}

export interface IngestOptions {
  readonly store: GraphStore;
  readonly pipeline: PageExtractor;
  readonly onProgress?: (event: {
    readonly stage: 'extract' | 'write';
    readonly done: number;
    readonly total: number;
  }) => void;
}

/**
 * Extracts the pages that paths stand for and merges what they state into the graph, and joins articles printed on two pages, also with pages
 * of earlier runs. Doing it again changes nothing.
 * A page that gives nothing is a problem and stops no other.
 * @throws ZhituError what the store raises; what was written until then stays, and doing it again completes it
 */
export async function ingestPaths(
  paths: readonly string[],
  { store, pipeline, onProgress = () => {} }: IngestOptions,
): Promise<IngestReport> {
  const before = await countGraph(store);
  const problems: FileProblem[] = [];
  const issues: Issue[] = [];
  const printed = new Map<string, IssueOf>();
  let waiting: GraphPart[] = [];
  let pages = 0;
  let written = NOTHING;

  async function flush(): Promise<void> {
    if (waiting.length === 0) return;
    const part = {
      nodes: waiting.flatMap(({ nodes }) => nodes),
      relations: waiting.flatMap(({ relations }) => relations),
    };
    waiting = [];
    const report = await writeGraph(store, part, {
      onProgress: (done, total) => onProgress({ stage: 'write', done, total }),
    });
    written = sum(written, report);
  }

  const onFile = (done: number, total: number): void => onProgress({ stage: 'extract', done, total });
  for await (const file of extractFiles(paths, pipeline, onFile)) {
    const { result, problem } = file;
    if (problem) problems.push(problem);
    if (isUsable(file)) pages += 1;
    if (result) {
      issues.push(...result.issues);
      waiting.push(toGraph(result.extraction));
      for (const { publication, day, issue } of halvesOf(result.extraction))
        printed.set(`${publication}|${day}|${issue}`, { publication, day, issue });
    }
    if (waiting.length >= PAGES_A_WRITE) await flush();
  }
  await flush();
  const joins = await updateJoins(store, [...printed.values()]);
  issues.push(...joins.issues);
  written = sum(written, joins.written);
  const after = hasChanges(written) ? await countGraph(store) : before;
  return { pages, problems, issues, written, before, after };
}

const NOTHING: WriteCounts = {
  nodesCreated: 0,
  nodesChanged: 0,
  nodesUnchanged: 0,
  relationsCreated: 0,
  relationsChanged: 0,
  relationsUnchanged: 0,
};

function sum(a: WriteCounts, b: WriteCounts): WriteCounts {
  const keys = Object.keys(NOTHING) as (keyof WriteCounts)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as unknown as WriteCounts;
}

/** Whether a run left the graph other than it was. */
export function hasChanges({ nodesCreated, nodesChanged, relationsCreated, relationsChanged }: WriteCounts): boolean {
  return nodesCreated + nodesChanged + relationsCreated + relationsChanged > 0;
}
