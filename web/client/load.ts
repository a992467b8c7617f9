/** Loading for a component: what came, that it is still coming, or why it did not. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { Failure } from './http.ts';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: Failure; readonly retry: () => void };

/** Calls `load` whenever `key` changes. An answer to an earlier key is dropped. */
export function useLoaded<T>(load: () => Promise<T>, key: string): Loaded<T> {
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly result: Loaded<T> }>({
    key,
    result: { state: 'loading' },
  });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  useEffect(() => {
    let current = true;
    const settle = (result: Loaded<T>) => {
      if (current) setLoaded({ key, result });
    };
    settle({ state: 'loading' });
    load().then(
      (value) => settle({ state: 'done', value }),
      (error: unknown) =>
        settle({
          state: 'failed',
          failure: error instanceof Failure ? error : new Failure('internal', String(error)),
          retry,
        }),
    );
    return () => {
      current = false;
    };
  }, [key, attempt]);
  return loaded.key === key ? loaded.result : { state: 'loading' };
}
