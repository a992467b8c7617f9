/** Loading for a component: what came, that it is still coming, or why it did not. */
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { Failure } from './http.ts';

export type Loaded<T> =
  /** `counting`: how many articles the server counts first. */
  | { readonly state: 'loading'; readonly counting?: number }
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: Failure; readonly retry: () => void };

/** Milliseconds after which a server that is counting is asked again. */
const COUNTING_AGAIN_MS = 2_000;

/** Calls `load` whenever `key` changes. An answer to an earlier key is dropped. */
export function useLoaded<T>(load: () => Promise<T>, key: string): Loaded<T> {
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly result: Loaded<T> }>({
    key,
    result: { state: 'loading' },
  });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  // Before anything is painted: an answer that is there already, or soon, is then the first thing that is seen.
  useLayoutEffect(() => {
    let current = true;
    const settle = (result: Loaded<T>) => {
      if (current) setLoaded({ key, result });
    };
    let again: ReturnType<typeof setTimeout> | undefined;
    const ask = (): Promise<void> =>
      load().then(
        (value) => settle({ state: 'done', value }),
        (error: unknown) => {
          const failure = error instanceof Failure ? error : new Failure('internal', String(error));
          if (failure.code !== 'counting') return settle({ state: 'failed', failure, retry });
          settle({ state: 'loading', counting: Number(failure.details.articles) });
          if (current) again = setTimeout(ask, COUNTING_AGAIN_MS);
        },
      );
    settle({ state: 'loading' });
    void ask();
    return () => {
      current = false;
      clearTimeout(again);
    };
  }, [key, attempt]);
  return loaded.key === key ? loaded.result : { state: 'loading' };
}
