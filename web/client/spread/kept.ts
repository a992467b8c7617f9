/** What was loaded last stays on the page while the next is on its way, so that nothing jumps. */
import { useRef } from 'preact/hooks';
import type { Loaded } from '../load.ts';

/** The last answer if there was one, and whether a newer one is on its way. */
export function useKept<T>(loaded: Loaded<T>): { readonly value: T | null; readonly waiting: boolean } {
  const last = useRef<T | null>(null);
  if (loaded.state === 'done') last.current = loaded.value;
  return { value: last.current, waiting: loaded.state === 'loading' };
}
