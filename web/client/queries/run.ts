/** Running a query from the page: a saved one or typed Cypher, one at a time, to be stopped by the reader. */
import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { type ConsoleInput, ConsoleSchema } from '../../api/console.ts';
import { QueryResult, Suggestions } from '../../api/queries.ts';
import { call, Failure } from '../http.ts';

export type Run =
  | { readonly state: 'idle' }
  | { readonly state: 'running' }
  | { readonly state: 'stopped' }
  | { readonly state: 'done'; readonly result: QueryResult; readonly at: string }
  | { readonly state: 'failed'; readonly failure: Failure };

type Values = Readonly<Record<string, unknown>>;

export const runSaved = (id: string, params: Values, signal: AbortSignal): Promise<QueryResult> =>
  call(QueryResult, `/api/queries/${encodeURIComponent(id)}/run`, { params }, signal);
export const runCypher = (input: ConsoleInput, signal: AbortSignal): Promise<QueryResult> =>
  call(QueryResult, '/api/console/run', input, signal);
export const getSchema = (): Promise<ConsoleSchema> => call(ConsoleSchema, '/api/console/schema');
export const suggest = (id: string, param: string, params: Values): Promise<Suggestions> =>
  call(Suggestions, `/api/queries/${encodeURIComponent(id)}/suggest`, { param, params });

interface Runner {
  readonly run: Run;
  /** Starts one, and gives up the one before. Resolves when it has ended in whatever way. */
  readonly start: (ask: (signal: AbortSignal) => Promise<QueryResult>) => Promise<void>;
  /** Gives it up here and on the server. */
  readonly stop: () => void;
}

/** The state of the query of one page; leaving the page gives it up. */
export function useRun(): Runner {
  const run = useSignal<Run>({ state: 'idle' });
  const current = useRef<AbortController | null>(null);
  const start = useCallback(async (ask: (signal: AbortSignal) => Promise<QueryResult>) => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    run.value = { state: 'running' };
    const ended = await ask(controller.signal).then(
      (result): Run => ({ state: 'done', result, at: new Date().toISOString() }),
      (error: unknown): Run => ({
        state: 'failed',
        failure: error instanceof Failure ? error : new Failure('internal', String(error)),
      }),
    );
    if (current.current === controller && !controller.signal.aborted) run.value = ended;
  }, []);
  const stop = useCallback(() => {
    current.current?.abort();
    if (run.peek().state === 'running') run.value = { state: 'stopped' };
  }, []);
  useEffect(() => () => current.current?.abort(), []);
  return { run: run.value, start, stop };
}
