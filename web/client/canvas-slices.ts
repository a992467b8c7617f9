/** Long work on a drawing, a little at a time, so that the page answers in between. Nothing of it is rendered before it is done. */
import type { Core } from 'cytoscape';

export interface Slices {
  /** Renders nothing from now on, until work was done or stopped. */
  hold(): void;
  /** Does `work` from now on, in place of what is under way, and calls `done`. */
  start(work: Iterator<void>, done: () => void): void;
  /** Leaves it where it is. */
  stop(): void;
}

/** So long a slice takes, in milliseconds: a reader who presses a key meanwhile does not notice. */
const SLICE_MS = 25;

/** Slices of work on `cy`. Cytoscape renders nothing in the middle of a batch: between two slices one is open. */
export function createSlices(cy: Core): Slices {
  let under: { readonly work: Iterator<void>; readonly done: () => void } | null = null;
  let isHeld = false;
  const hold = () => {
    if (!isHeld) cy.startBatch();
    isHeld = true;
  };
  const release = () => {
    if (isHeld) cy.endBatch();
    isHeld = false;
  };
  const { port1: wakes, port2: sleeps } = new MessageChannel();
  wakes.onmessage = () => {
    const current = under;
    if (!current) return;
    const end = performance.now() + SLICE_MS;
    release();
    let isDone = false;
    do isDone = current.work.next().done === true;
    while (!isDone && performance.now() < end);
    if (isDone) {
      under = null;
      current.done();
    } else {
      hold();
      sleeps.postMessage(null);
    }
  };
  return {
    hold,
    start(work, done) {
      hold();
      under = { work, done };
      sleeps.postMessage(null);
    },
    stop() {
      under = null;
      release();
    },
  };
}
