/** Adding pages, for the server: keeps them, ingests them as one job, and takes them out again. */
import { ZhituError } from '../graph/errors.ts';
import type { NodeKind, NodeRecord } from '../graph/model.ts';
import type { GraphStore } from '../graph/store.ts';
import { pipelineOptions } from '../ingest/cli/page-options.ts';
import type { FileReason } from '../ingest/refusal.ts';
import { removeFromGraph } from '../ingest/remove.ts';
import type { IngestEvent, IngestInput, Job } from '../web/api/ingest.ts';
import type { IngestPort } from '../web/server/ingest-port.ts';
import { carryOut, type OpenExtractor, rulesInThread } from './ingest-job.ts';
import { type KeptPages, openKeptPages } from './kept-pages.ts';

export interface IngestDeskOptions {
  readonly store: GraphStore;
  /** Folder that keeps the pages. */
  readonly pages: string;
  /** Folder of the journals. */
  readonly runs: string;
  readonly now: () => Date;
  readonly openExtractor?: OpenExtractor;
}

export interface IngestDesk extends IngestPort {
  /** Ends the job in hand and waits for it; the store can then be closed. */
  close(): Promise<void>;
}

interface OpenJob extends Job {
  isRunning: boolean;
  files: string[];
  readonly events: IngestEvent[];
  readonly listeners: Set<(event: IngestEvent) => void>;
  readonly created: Pick<NodeRecord, 'id' | 'kind'>[];
  readonly stop: AbortController;
}

/** What a reader wants to see first of what is new. */
const FIRST: readonly NodeKind[] = ['Article', 'Event', 'Person', 'Program', 'Organization', 'Place'];
const DAY = 'YYYY-MM-DD'.length;

export function openIngestDesk({
  store,
  runs,
  now,
  openExtractor = rulesInThread,
  ...options
}: IngestDeskOptions): IngestDesk {
  const kept = openKeptPages(options.pages);
  let job: OpenJob | null = null;
  let ended: Promise<void> = Promise.resolve();
  let count = 0;

  function found(id: string): OpenJob {
    if (job?.id === id) return job;
    throw new ZhituError('not-found', `no job is called ${JSON.stringify(id)}: the list of pages says what was added`, {
      id,
    });
  }

  function assertIdle(): void {
    if (job?.isRunning)
      throw new ZhituError('limit-exceeded', 'other pages are being read: wait for them, or stop them', {
        job: job.id,
      });
  }

  async function work(open: OpenJob, input: IngestInput): Promise<void> {
    const given = {
      ...(input.publication && { publication: input.publication }),
      ...(input.date && { date: input.date }),
    };
    const { signal } = open.stop;
    const settings = pipelineOptions(given);
    const told = { store, runs, paths: open.files, settings, options: given, now, signal, openExtractor };
    const last = await carryOut(
      told,
      (event) => say(open, event),
      (nodes) => open.created.push(...nodes.map(({ id, kind }) => ({ id, kind }))),
    );
    for (const file of refusedIn(open)) await kept.drop(file);
    open.isRunning = false;
    say(open, last);
    open.listeners.clear();
  }

  return {
    async start(input) {
      assertIdle();
      // A date that no calendar has is refused before anything is kept.
      pipelineOptions(input);
      const open = newJob(String(++count));
      job = open;
      try {
        open.files.push(
          ...(await keepAll(kept, input, now().toISOString().slice(0, DAY), (event) => say(open, event))),
        );
      } catch (error) {
        job = null;
        throw error;
      }
      ended = work(open, input);
      return publicPart(open);
    },
    current: () => job && publicPart(job),
    listen(id, hear) {
      const { events, listeners, isRunning } = found(id);
      for (const event of events) hear(event);
      if (isRunning) listeners.add(hear);
      return () => listeners.delete(hear);
    },
    stop: () => job?.stop.abort(new ZhituError('limit-exceeded', 'stopped')),
    created: (id) =>
      [...found(id).created]
        .sort((one, other) => FIRST.indexOf(one.kind) - FIRST.indexOf(other.kind))
        .map((node) => node.id),
    added: () => kept.list(),
    async remove(file) {
      assertIdle();
      const path = await kept.find(file);
      const { articles, written } = await removeFromGraph([path], { store });
      await kept.drop(path);
      return { articles: articles.length, nodes: written.nodesRemoved, relations: written.relationsRemoved };
    },
    async close() {
      job?.stop.abort(new ZhituError('limit-exceeded', 'stopped'));
      await ended;
    },
  };
}

function newJob(id: string): OpenJob {
  return { id, isRunning: true, files: [], events: [], listeners: new Set(), created: [], stop: new AbortController() };
}

/** Reasons for which no further try would read a file: it gave nothing, and is none of the pages that were added. */
const REFUSED: ReadonlySet<string> = new Set<FileReason>(['empty', 'binary', 'damaged-text', 'no-articles']);

function refusedIn({ events, files }: OpenJob): readonly string[] {
  const refused = events.flatMap((event) =>
    event.type === 'problem' && REFUSED.has(event.reason) ? [event.file] : [],
  );
  return files.filter((file) => refused.includes(file));
}

function publicPart({ id, files, isRunning }: OpenJob): Job {
  return { id, files, isRunning };
}

function say({ events, listeners }: OpenJob, event: IngestEvent): void {
  events.push(event);
  for (const hear of listeners) hear(event);
}

/** A file that cannot be kept is told, and stops no other. */
async function keepAll(
  kept: KeptPages,
  { pages }: IngestInput,
  day: string,
  tell: (event: IngestEvent) => void,
): Promise<readonly string[]> {
  const paths = new Set<string>();
  for (const page of pages) {
    try {
      paths.add(await kept.keep(page, day));
    } catch (error) {
      if (!(error instanceof ZhituError)) throw error;
      const file = 'name' in page ? page.name : '';
      tell({ type: 'problem', file, reason: error.code, message: error.message });
    }
  }
  return [...paths];
}
