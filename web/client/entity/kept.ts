/** What was loaded last, while what comes next is on its way: a list that is filtered anew does not vanish in between. */
import { useRef } from 'preact/hooks';
import type { Loaded } from '../load.ts';

/** The state to show, and whether it is about to change. `about` tells one subject from another: nothing is kept across those. */
export function useKept<T>(loaded: Loaded<T>, about: string): { readonly of: Loaded<T>; readonly isBusy: boolean } {
  const kept = useRef<{ readonly about: string; readonly loaded: Loaded<T> } | null>(null);
  if (loaded.state === 'done') kept.current = { about, loaded };
  const last = kept.current?.about === about ? kept.current.loaded : null;
  return loaded.state === 'loading' && last ? { of: last, isBusy: true } : { of: loaded, isBusy: false };
}
