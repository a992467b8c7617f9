/** Where a thread begins: plain JavaScript, which makes what it loads next run as TypeScript. */
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.program);
