/** A thread for tests of the pool, which does to itself what its pages say. */
import { parentPort, workerData } from 'node:worker_threads';
import { ZhituError } from '../../graph/errors.ts';
import type { RawPage } from '../../ingest/files.ts';
import { sentError, type WorkerData, type WorkerMessage } from '../../ingest/workers/messages.ts';

const send = (message: WorkerMessage): void => parentPort?.postMessage(message);

if ((workerData as WorkerData).settings.publication === 'unable') {
  send({ kind: 'failed', error: sentError(new ZhituError('bad-input', 'a list is damaged')) });
} else {
  send({ kind: 'ready' });
  parentPort?.on('message', read);
}

function read({ file, sha256, text }: RawPage): void {
  if (text === 'exit') process.exit(1);
  if (text === 'throw') {
    send({ kind: 'failed', error: sentError(new RangeError('no such stage')) });
    return;
  }
  const held: number[][] = [];
  while (text === 'memory') held.push(new Array(100_000).fill(Math.random()));
  while (text === 'endless');
  const source = { file, sha256, publication: null, issue: null, date: null };
  send({ kind: 'done', outcome: { extraction: { source, articles: [] }, issues: [] }, timings: new Map() });
}
