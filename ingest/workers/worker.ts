/** One thread of the pool: loads a pipeline of its own, then reads page after page in the order in which they come. */
import { parentPort, workerData } from 'node:worker_threads';
import type { RawPage } from '../files.ts';
import { openPipeline } from '../pipeline.ts';
import { sentError, type WorkerData, type WorkerMessage } from './messages.ts';

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

try {
  const pipeline = openPipeline((workerData as WorkerData).settings);
  parentPort?.on('message', (page: RawPage) => {
    try {
      send({ kind: 'done', outcome: pipeline.run(page), timings: pipeline.timings });
    } catch (error) {
      send({ kind: 'failed', error: sentError(error) });
    }
  });
  send({ kind: 'ready' });
} catch (error) {
  send({ kind: 'failed', error: sentError(error) });
}
