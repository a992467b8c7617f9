/** What a worker thread and the pool say to each other, in values that a thread can be sent. */
import { ZhituError, type ZhituErrorCode } from '../../graph/errors.ts';
import type { PageOutcome } from '../extract.ts';
import type { PipelineOptions } from '../pipeline.ts';

/** The options of a pipeline that are plain values. */
export type WorkerSettings = Pick<PipelineOptions, 'date' | 'publication'>;

/** What a thread is started with. */
export interface WorkerData {
  readonly settings: WorkerSettings;
  /** Address of the file that it runs. */
  readonly program: string;
}

export type WorkerMessage =
  /** It has loaded what it needs. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly outcome: PageOutcome; readonly timings: ReadonlyMap<string, number> }
  | { readonly kind: 'failed'; readonly error: SentError };

/** An error loses its class and its code on the way between threads. */
export interface SentError {
  /** Null where nobody raised it on purpose. */
  readonly code: ZhituErrorCode | null;
  readonly message: string;
  readonly stack: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** An error as values that a thread can be sent. */
export function sentError(error: unknown): SentError {
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  const { code, details } = error instanceof ZhituError ? error : { code: null, details: {} };
  return { code, message, stack, details };
}

/** The error as the thread had it. */
export function receivedError({ code, message, stack, details }: SentError): Error {
  const error = code === null ? new Error(message) : new ZhituError(code, message, details);
  error.stack = stack;
  return error;
}
