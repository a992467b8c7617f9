/** Lines that come in from a file or from standard input. */
import { createReadStream } from 'node:fs';
import { usageError } from '../../graph/cli/command.ts';

/**
 * The bytes of a file, or of standard input for `-`. Ends quietly when the signal aborts, since a program that pipes lines in may go
 * on for ever.
 * @throws ZhituError `bad-input` (usage) for a file that cannot be read
 */
export async function* bytesFrom(from: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const stream = from === '-' ? process.stdin : createReadStream(from);
  const stop = (): void => void stream.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (error) {
    if (signal.aborted) return;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw usageError(`${from} cannot be read (${code}): give a file of lines, or - for standard input`, error);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
