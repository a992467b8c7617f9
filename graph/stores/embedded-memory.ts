/** The memory that the process of the embedded engine may take: the engine itself has no limit. */
import { totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';

/** The process ends itself by this signal, which nothing else sends, so that whoever started it knows why. */
export const MEMORY_SIGNAL = 'SIGUSR2';
/** Milliseconds between two looks. An engine that makes rows as fast as it can takes some 40 MB more in between. */
const LOOK_MS = 50;
const MEGABYTE = 1024 * 1024;

/** A thread of its own, in plain JavaScript: rows on their way hold up the main thread, and a loader would cost more than the watch. */
const WATCH = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
  if (process.memoryUsage.rss() > workerData.bytes) process.kill(process.pid, workerData.signal);
}, workerData.everyMs);`;

/** Half of what this machine, or the container that this runs in, has. In MB. */
export function defaultMemoryMb(): number {
  // Without a container it is nothing, or more than there is.
  const constrained = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  return Math.floor(Math.min(totalmem(), constrained) / 2 / MEGABYTE);
}

/** Ends this process by `MEMORY_SIGNAL` as soon as it takes more. Does not keep it alive. */
export function watchMemory(limitMb: number): void {
  const workerData = { bytes: limitMb * MEGABYTE, everyMs: LOOK_MS, signal: MEMORY_SIGNAL };
  new Worker(WATCH, { eval: true, execArgv: [], workerData }).unref();
}
