/** What is said over the page: what was done, and what failed with a way to try again. */
import { Failure } from './http.ts';
import * as state from './state.ts';

/** Run something that may fail; a failure is shown over the page with a way to try again. */
export async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
    state.failure.value = null;
  } catch (error) {
    const failure = error instanceof Failure ? error : new Failure('internal', String(error));
    state.failure.value = { failure, retry: () => void attempt(work) };
  }
}

/** Says what was done; with `undoable` beside a way to take it back, with `next` beside what may follow. */
export function say(text: string, undoable = false, next?: state.Notice['next']): void {
  state.notice.value = { text, undoable, ...(next && { next }) };
}
