/** The process that runs the embedded engine: starts it, sends it requests, ends it. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { MEMORY_SIGNAL } from './embedded-memory.ts';
import { HOST_OPTIONS, HOST_PROGRAM } from './embedded-program.ts';
import type { HostMessage, HostReply, HostRequest } from './embedded-protocol.ts';

/** Characters kept of what the host wrote on its error stream, for the error that reports its end. */
const LAST_WORDS = 2_000;

export class HostProcess {
  readonly #child: ChildProcess;
  #lastWords = '';

  /**
   * Starts a process, which has no file open yet.
   * @param memoryMb what it may take
   * @param onReply called with each of its messages
   * @param onEnd called once or twice when it has ended or could not be started
   */
  constructor(memoryMb: number, onReply: (reply: HostReply) => void, onEnd: () => void) {
    this.#child = fork(HOST_PROGRAM, [], {
      // The memory of its JavaScript is part of its limit, and must not end it before that does.
      execArgv: [...HOST_OPTIONS, `--max-old-space-size=${memoryMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.stderr?.on('data', (chunk) => {
      this.#lastWords = `${this.#lastWords}${chunk}`.slice(-LAST_WORDS);
    });
    (this.#child.stderr as Socket | null)?.unref();
    this.#child.on('message', (message) => onReply(message as HostReply));
    this.#child.on('error', onEnd);
    this.#child.on('exit', onEnd);
  }

  get pid(): number | null {
    return this.#child.pid ?? null;
  }

  get ranOutOfMemory(): boolean {
    return this.#child.signalCode === MEMORY_SIGNAL;
  }

  /** How it ended, for the error that reports it. */
  get end(): { readonly exitCode: number | null; readonly signal: string | null; readonly lastWords: string } {
    return { exitCode: this.#child.exitCode, signal: this.#child.signalCode, lastWords: this.#lastWords };
  }

  /** A process that is gone has called `onEnd`, or will: that deals with the request. */
  send(id: number, request: HostRequest): void {
    const message: HostMessage = { id, request };
    if (this.#child.connected) this.#child.send(message, () => {});
  }

  /** Whether it keeps this process alive. */
  hold(isHeld: boolean): void {
    if (isHeld) {
      this.#child.ref();
      this.#child.channel?.ref();
    } else {
      this.#child.unref();
      this.#child.channel?.unref();
    }
  }

  /** Lets it end by itself where nothing runs in it any longer, and waits until it has. */
  async release(): Promise<void> {
    await this.#ending(() => this.#child.disconnect());
  }

  /** Ends it at once and waits until it has ended; what is committed is safe. */
  async kill(): Promise<void> {
    await this.#ending(() => this.#child.kill('SIGKILL'));
  }

  async #ending(end: () => void): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    // Without a running call nothing else would keep this process alive for the wait.
    this.#child.ref();
    const ended = once(this.#child, 'exit');
    end();
    await ended;
  }
}
