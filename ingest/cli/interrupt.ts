/** Ctrl-C: the first ends a run in good order, the second at once. */
import { ZhituError } from '../../graph/errors.ts';

/** What a shell reports for a program that Ctrl-C ended: 128 and the number of the signal. */
const INTERRUPTED = 130;

/** npm passes on the Ctrl-C that the terminal has sent to its whole group already; a person's second one comes later. Milliseconds. */
const SAME_PRESS_MS = 400;

/**
 * Runs `use` with a signal that Ctrl-C (or SIGTERM) aborts.
 * @returns what `use` returns; 130 where it was stopped, also where it then rejects with the signal's reason
 */
export async function untilInterrupted(use: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const stop = new AbortController();
  let firstAt: number | null = null;
  const onSignal = (): void => {
    firstAt ??= performance.now();
    if (performance.now() - firstAt > SAME_PRESS_MS) process.exit(INTERRUPTED);
    stop.abort(new ZhituError('limit-exceeded', 'stopped'));
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, onSignal);
  try {
    const status = await use(stop.signal);
    return stop.signal.aborted ? INTERRUPTED : status;
  } catch (error) {
    if (!stop.signal.aborted || error !== stop.signal.reason) throw error;
    return INTERRUPTED;
  } finally {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, onSignal);
  }
}
