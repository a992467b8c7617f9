/** A job of adding pages as this page follows it: begun here or found running, told by the server step by step. */
import { signal } from '@preact/signals';
import {
  type AddedPage,
  type Doubt,
  type IngestDone,
  IngestEvent,
  type IngestInput,
  IngestState,
  Job,
  NewNodes,
  RemoveAnswer,
} from '../../api/ingest.ts';
import { call, fields } from '../http.ts';

export interface ReadPage {
  readonly file: string;
  readonly isKnown: boolean;
  readonly articles: number;
  readonly facts: number;
  readonly doubts: readonly Doubt[];
  readonly doubtful: number;
}

export interface Progress {
  readonly job: string;
  /** The page in hand. */
  readonly at: { readonly file: string; readonly at: number; readonly of: number } | null;
  readonly stage: 'keep' | 'read' | 'identity' | 'write';
  readonly pages: readonly ReadPage[];
  readonly problems: readonly { readonly file: string; readonly reason: string; readonly message: string }[];
  readonly done: IngestDone | null;
}

export const progress = signal<Progress | null>(null);
/** Whether the server's telling is interrupted; the browser tries again by itself. */
export const isLost = signal(false);
export const added = signal<readonly AddedPage[]>([]);

let source: EventSource | null = null;

/** @throws Failure */
export async function begin(input: IngestInput): Promise<void> {
  const job = await call(Job, '/api/ingest', input);
  follow(job.id);
}

/** What was added, and the job that is going on, if there is one. @throws Failure */
export async function loadState(): Promise<void> {
  const state = await call(IngestState, '/api/ingest');
  added.value = state.added;
  if (state.job?.isRunning && progress.value?.job !== state.job.id) follow(state.job.id);
}

/** @throws Failure */
export async function stop(): Promise<void> {
  await call(Job.nullable(), '/api/ingest/stop', {});
}

/** @throws Failure */
export const createdBy = (job: string): Promise<NewNodes> => call(NewNodes, `/api/ingest/created?${fields({ job })}`);

/** @throws Failure */
export async function takeOut(page: AddedPage): Promise<RemoveAnswer> {
  const answer = await call(RemoveAnswer, '/api/ingest/remove', { file: page.file });
  added.value = added.value.filter(({ file }) => file !== page.file);
  return answer;
}

/** Back to the empty form. */
export function startAgain(): void {
  source?.close();
  progress.value = null;
}

function follow(job: string): void {
  source?.close();
  source = new EventSource(`/api/ingest/events?${fields({ job })}`);
  const begun: Progress = { job, at: null, stage: 'keep', pages: [], problems: [], done: null };
  progress.value = begun;
  source.addEventListener('open', () => {
    // After an interruption all is told again from the start.
    isLost.value = false;
    progress.value = begun;
  });
  source.addEventListener('error', () => {
    isLost.value = progress.value?.done === null;
  });
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const event = IngestEvent.safeParse(JSON.parse(data));
    if (!event.success || progress.value?.job !== job) return;
    progress.value = afterEvent(progress.value, event.data);
    if (event.data.type === 'done') {
      source?.close();
      void loadState();
    }
  });
}

/** What is known once an event was told. */
export function afterEvent(before: Progress, event: IngestEvent): Progress {
  switch (event.type) {
    case 'reading':
      return { ...before, stage: 'read', at: { file: event.file, at: event.at, of: event.of } };
    case 'read':
      return { ...before, pages: [...before.pages, { ...event, isKnown: false }] };
    case 'known':
      return {
        ...before,
        pages: [...before.pages, { file: event.file, isKnown: true, articles: 0, facts: 0, doubts: [], doubtful: 0 }],
      };
    case 'problem':
      return {
        ...before,
        problems: [...before.problems, { file: event.file, reason: event.reason, message: event.message }],
      };
    case 'writing':
      return { ...before, stage: 'identity' };
    case 'written':
      return { ...before, stage: 'write' };
    case 'done':
      return { ...before, at: null, done: event };
  }
}
