/**
 * Talks to the process that runs the embedded engine, starts it when needed, and replaces it when a read outlives its
 * limit: the engine itself has neither a time limit nor a way to stop a query.
 */
import { ZhituError } from '../errors.ts';
import type { ReadLimits } from '../store.ts';
import { requestError } from './embedded-errors.ts';
import { HostProcess } from './embedded-process.ts';
import type { HostReply, HostRequest } from './embedded-protocol.ts';
import { cancelled, timeoutOf, tooLong, tooMuchMemory } from './limits.ts';

/** Milliseconds that a read gets which nobody wants any longer, before its host is replaced. */
const CANCEL_GRACE_MS = 500;

export interface CallOptions {
  /** How long until the call rejects with `limit-exceeded` and the host is replaced. None: no limit. */
  readonly time?: Pick<ReadLimits, 'timeoutMs' | 'ofChange'>;
  readonly signal?: AbortSignal;
}

interface Call {
  readonly request: HostRequest;
  /** Rejects what waits for it; the host may go on with it. */
  readonly reject: (error: unknown) => void;
  readonly resolve: (value: unknown) => void;
  /** Nobody waits any longer. */
  settled: boolean;
  /** A host has this in hand: where it dies, this may be why. */
  begun: boolean;
}

export class EmbeddedClient {
  readonly #path: string;
  readonly #memoryMb: number;
  #host: HostProcess | null = null;
  #opening: Promise<void> | null = null;
  #replacing: Promise<void> | null = null;
  #closed = false;
  readonly #calls = new Map<number, Call>();
  readonly #writesEnded = new Set<() => void>();
  #lastId = 0;

  /** @param memoryMb what the host may take */
  constructor(path: string, memoryMb: number) {
    this.#path = path;
    this.#memoryMb = memoryMb;
  }

  /** The id of the host's process; null while none runs. */
  get pid(): number | null {
    return this.#host?.pid ?? null;
  }

  /** Starts the host and opens the file, where that has not been done. Errors of opening are thrown here. */
  async open(): Promise<void> {
    if (this.#closed) throw new ZhituError('store-unavailable', `The store ${this.#path} has been closed.`);
    await this.#replacing;
    this.#opening ??= this.#start();
    await this.#opening;
  }

  /**
   * Sends one request and waits for its answer. An engine that dies rejects it with `store-unavailable`; the next call
   * starts a new one.
   */
  async call(request: HostRequest, { time, signal }: CallOptions = {}): Promise<unknown> {
    if (signal?.aborted) throw cancelled();
    // A host may end, or begin to be replaced, between its opening and this call.
    do await this.open();
    while (this.#replacing || !this.#host);
    let timer: NodeJS.Timeout | undefined;
    let onAbort: (() => void) | undefined;
    try {
      return await new Promise<unknown>((resolve, reject) => {
        const id = this.#newId();
        const call = { request, resolve, reject, settled: false, begun: false };
        this.#register(id, call);
        if (time) timer = setTimeout(() => this.#expire(id, call, tooLong(time)), timeoutOf(time)).unref();
        // What is nearly done may end by itself; the engine is stopped for the rest, and others' reads begin anew in the next one.
        onAbort = () => {
          reject(cancelled());
          clearTimeout(timer);
          timer = setTimeout(() => this.#expire(id, call, cancelled()), CANCEL_GRACE_MS).unref();
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        this.#host?.send(id, request);
      });
    } finally {
      if (!signal?.aborted) clearTimeout(timer);
      if (onAbort) signal?.removeEventListener('abort', onAbort);
    }
  }

  /** Folds the log into the file and ends the host. What still runs is rejected. */
  async close(): Promise<void> {
    if (this.#closed) return;
    await this.#replacing?.catch(() => {});
    if (!this.#host) {
      this.#closed = true;
      return;
    }
    const busy = [...this.#calls.values()].some((call) => isRead(call.request));
    try {
      if (!busy) await this.call({ op: 'close' });
    } finally {
      this.#closed = true;
      if (busy) await this.#host?.kill();
      else await this.#host?.release();
    }
  }

  async #start(): Promise<void> {
    const host = new HostProcess(
      this.#memoryMb,
      (reply) => this.#receive(reply),
      () => this.#ended(host),
    );
    this.#host = host;
    const request: HostRequest = { op: 'open', path: this.#path, memoryMb: this.#memoryMb };
    try {
      await new Promise((resolve, reject) => {
        const id = this.#newId();
        this.#register(id, { request, resolve, reject, settled: false, begun: false });
        this.#host?.send(id, request);
      });
    } catch (error) {
      this.#opening = null;
      await host.kill();
      throw error;
    }
  }

  #newId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** A call keeps its id, by which its time limit knows it, when it is given to another host. */
  #register(id: number, call: Call): void {
    this.#calls.set(id, call);
    this.#hold();
  }

  #receive(reply: HostReply): void {
    const call = this.#calls.get(reply.id);
    if (!call) return;
    if ('begun' in reply) {
      call.begun = true;
      return;
    }
    this.#calls.delete(reply.id);
    this.#hold();
    if (call.request.op === 'write') for (const resume of this.#writesEnded) resume();
    if (reply.ok) call.resolve(reply.value);
    else call.reject(requestError(call.request, reply.message, this.#path));
  }

  /** Only a running call keeps this process alive: a program that forgets to close the store still ends. */
  #hold(): void {
    // While the host ends, `close` waits for it: an answer that comes then must not let this process go.
    if (!this.#closed) this.#host?.hold(this.#calls.size > 0);
  }

  #ended(host: HostProcess): void {
    if (this.#host !== host) return;
    this.#host = null;
    this.#opening = null;
    const lost = [...this.#calls];
    this.#calls.clear();
    for (const resume of this.#writesEnded) resume();
    const readBegun = lost.some(([, call]) => call.begun && isRead(call.request));
    for (const [id, call] of lost) {
      if (!call.begun && isRead(call.request)) {
        this.#again(id, call);
        continue;
      }
      // A write may be repeated as it is where a read beside it took the memory.
      if (host.ranOutOfMemory && (isRead(call.request) || !readBegun)) {
        call.reject(tooMuchMemory(this.#memoryMb));
        continue;
      }
      call.reject(
        new ZhituError(
          'store-unavailable',
          `The embedded engine for ${this.#path} stopped while it worked on this; what had been committed is safe. Repeat the call: it starts the engine again.`,
          host.end,
        ),
      );
    }
  }

  /** Gives a read that the last host had not begun to the next one. */
  #again(id: number, call: Call): void {
    this.open().then(() => this.#hand(id, call), call.reject);
  }

  /** Gives a call that a former host had to this one, unless its time has run out in between. */
  #hand(id: number, call: Call): void {
    if (call.settled) return;
    call.begun = false;
    this.#register(id, call);
    this.#host?.send(id, call.request);
  }

  #expire(id: number, call: Call, error: ZhituError): void {
    call.settled = true;
    call.reject(error);
    // Between two hosts no engine works on it: there is nothing to stop.
    if (this.#calls.get(id) !== call) return;
    this.#replacing ??= this.#replace().finally(() => {
      this.#replacing = null;
    });
  }

  /** Ends the host once no write is under way, starts another, and gives it the reads that others still wait for. */
  async #replace(): Promise<void> {
    while ([...this.#calls.values()].some((call) => call.request.op === 'write')) {
      await new Promise<void>((resolve) => {
        const resume = (): void => {
          this.#writesEnded.delete(resume);
          resolve();
        };
        this.#writesEnded.add(resume);
      });
    }
    const host = this.#host;
    if (!host) return;
    const waiting = [...this.#calls].filter(([, call]) => !call.settled);
    this.#calls.clear();
    this.#host = null;
    await host.kill();
    this.#opening = this.#start();
    try {
      await this.#opening;
    } catch (error) {
      for (const [, call] of waiting) call.reject(error);
      return;
    }
    for (const [id, call] of waiting) this.#hand(id, call);
  }
}

function isRead({ op }: HostRequest): boolean {
  return op === 'read' || op === 'cursor' || op === 'explain';
}
