/** Reads pages in several threads at once, each with a pipeline of its own. A page gives the same whichever thread reads it. */
import { Worker } from 'node:worker_threads';
import { ZhituError } from '../../graph/errors.ts';
import type { PageExtractor, PageOutcome } from '../extract.ts';
import type { RawPage } from '../files.ts';
import { receivedError, type WorkerData, type WorkerMessage, type WorkerSettings } from './messages.ts';
import { THREAD_PROGRAM, THREAD_START } from './program.ts';

/** Pages in the hands of one thread: the next is there when one is done, also while the other side writes. */
const IN_HAND = 2;
/** Loading the lists takes a thread as long as reading some hundred pages: as long as so many wait for each that runs, it is worth it. */
const WORTH_A_START = 30;
/** What one thread may hold, in MB: the lists take some hundred, and a page of the greatest size fits. */
const HEAP_MB = 2_048;

export interface PoolOptions {
  /** Threads at most; no more are started than the waiting pages are worth. */
  readonly workers: number;
  readonly settings: WorkerSettings;
  /** Pages that have to wait for each running thread before one more is started. */
  readonly worthAStart?: number;
  /** Ends all threads at once; what is being read is rejected with its reason. */
  readonly signal?: AbortSignal;
  /** The program of a thread, for tests. */
  readonly program?: URL;
  /** In MB: a page for which a thread needs more is one that failed. */
  readonly heapMegabytes?: number;
}

export interface WorkerPool extends PageExtractor {
  run(page: RawPage): Promise<PageOutcome>;
  /** Milliseconds spent in each stage, over all threads. */
  readonly timings: ReadonlyMap<string, number>;
  /** Threads that were started, those for others that died among them. */
  readonly started: number;
  /** Ends all threads. */
  close(): Promise<void>;
}

interface Task {
  readonly page: RawPage;
  readonly resolve: (outcome: PageOutcome) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  isReady: boolean;
  /** In the order in which it reads them. */
  readonly hand: Task[];
  timings: ReadonlyMap<string, number>;
}

/** Starts no thread yet. A thread that dies costs the page it was reading; the pages behind that are read by others. */
export function openWorkerPool(options: PoolOptions): WorkerPool {
  const pool = new Pool(options);
  const { workers, worthAStart = WORTH_A_START } = options;
  return {
    pagesAtOnce: workers * (IN_HAND + worthAStart),
    run: (page) => pool.run(page),
    get timings() {
      return pool.timings();
    },
    get started() {
      return pool.started;
    },
    close: () => pool.close(null),
  };
}

class Pool {
  readonly #options: PoolOptions;
  readonly #waiting: Task[] = [];
  readonly #threads = new Set<Thread>();
  /** Of threads that have ended. */
  readonly #ended: ReadonlyMap<string, number>[] = [];
  readonly #onAbort = (): void => void this.close(this.#options.signal?.reason);
  #closed: unknown;
  started = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
    if (options.signal?.aborted) this.#onAbort();
    else options.signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  run(page: RawPage): Promise<PageOutcome> {
    return new Promise((resolve, reject) => {
      if (this.#closed !== undefined) return reject(this.#closed);
      this.#waiting.push({ page, resolve, reject });
      this.#assign();
    });
  }

  timings(): ReadonlyMap<string, number> {
    const sum = new Map<string, number>();
    for (const timings of [...this.#ended, ...[...this.#threads].map((thread) => thread.timings)])
      for (const [stage, milliseconds] of timings) sum.set(stage, (sum.get(stage) ?? 0) + milliseconds);
    return sum;
  }

  /** @param reason with what the pages that are being read are rejected */
  async close(reason: unknown): Promise<void> {
    this.#closed ??= reason ?? new Error('the threads that read pages have ended');
    this.#options.signal?.removeEventListener('abort', this.#onAbort);
    const threads = [...this.#threads];
    const tasks = [...threads.flatMap(({ hand }) => hand.splice(0)), ...this.#waiting.splice(0)];
    for (const { reject } of tasks) reject(this.#closed);
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  /** Gives out what waits to the threads that have least, and starts one more where so much is left that it is worth it. */
  #assign(): void {
    while (this.#waiting.length > 0) {
      const [thread] = [...this.#threads].sort((a, b) => a.hand.length - b.hand.length);
      if (!thread || thread.hand.length >= IN_HAND) break;
      const task = this.#waiting.shift() as Task;
      thread.hand.push(task);
      thread.worker.postMessage(task.page);
    }
    const { workers, worthAStart = WORTH_A_START } = this.#options;
    const isWorthIt = this.#waiting.length > 0 && this.#waiting.length >= this.#threads.size * worthAStart;
    if (isWorthIt && this.#threads.size < workers) this.#start();
  }

  #start(): void {
    const { settings, program, heapMegabytes = HEAP_MB } = this.#options;
    const workerData: WorkerData = { settings, program: (program ?? THREAD_PROGRAM).href };
    const worker = new Worker(THREAD_START, {
      workerData,
      // What this process was started with is no matter of theirs.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    const thread: Thread = { worker, isReady: false, hand: [], timings: new Map() };
    this.#threads.add(thread);
    this.started += 1;
    let death: Error = new Error('it ended without a word');
    worker.on('message', (message: WorkerMessage) => this.#hear(thread, message));
    worker.on('error', (error) => {
      death = error;
    });
    worker.once('exit', () => this.#bury(thread, death, heapMegabytes));
    this.#assign();
  }

  #hear(thread: Thread, message: WorkerMessage): void {
    if (message.kind === 'ready') {
      thread.isReady = true;
      return;
    }
    if (message.kind === 'failed' && !thread.isReady) {
      void this.close(receivedError(message.error));
      return;
    }
    const task = thread.hand.shift();
    if (message.kind === 'done') {
      thread.timings = message.timings;
      task?.resolve(message.outcome);
    } else task?.reject(receivedError(message.error));
    this.#assign();
  }

  #bury(thread: Thread, death: Error, heapMegabytes: number): void {
    this.#threads.delete(thread);
    this.#ended.push(thread.timings);
    if (this.#closed !== undefined) return;
    if (!thread.isReady) {
      const message = `A thread that reads pages could not be started (${death.message}). Read with fewer at once: --workers 1`;
      void this.close(new ZhituError('limit-exceeded', message, {}, death));
      return;
    }
    const [guilty, ...innocent] = thread.hand.splice(0);
    this.#waiting.unshift(...innocent);
    const isMemory = 'code' in death && death.code === 'ERR_WORKER_OUT_OF_MEMORY';
    guilty?.reject(isMemory ? new Error(`it took more than ${heapMegabytes} MB of memory to read`) : death);
    this.#assign();
  }
}
