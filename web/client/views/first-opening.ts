/**
 * Opening what the page came with. It is waited for before anything is drawn: most often it is there by then, and a page that is laid out and painted
 * only to say that it is coming would hold it up.
 */
import { openSaved } from './saved.ts';

/** Milliseconds after which a reader is told rather than shown nothing. */
const EMPTY_MS = 300;

let begun: { readonly id: string; readonly opening: Promise<void> } | null = null;

/** Begins, and resolves when it is there, when it has failed, or when a reader should be told that it is coming. */
export async function beginOpening(id: string): Promise<void> {
  const opening = openSaved(id);
  begun = { id, opening };
  const settled = opening.then(
    () => {
      begun = null;
    },
    // The page that waits for it says so.
    () => undefined,
  );
  await Promise.race([settled, new Promise((done) => setTimeout(done, EMPTY_MS))]);
}

/**
 * What was begun with the page, for the first that asks; else opened now.
 * @throws Failure
 */
export function openOnce(id: string): Promise<void> {
  const opening = begun?.id === id ? begun.opening : openSaved(id);
  begun = null;
  return opening;
}
