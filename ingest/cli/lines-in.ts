/** Lines that come in from a file or from standard input. */
import { createReadStream, statSync } from 'node:fs';
import { usageError } from '../../graph/cli/command.ts';

/** How much of an input was read. */
export interface Meter {
  count(bytes: number): void;
  /** From 0 to 1; null for what has no length, such as standard input. */
  share(): number | null;
}

/** Of a file, or of standard input for `-`. */
export function meterOf(from: string): Meter {
  const found = from === '-' ? undefined : statSync(from, { throwIfNoEntry: false });
  const size = found?.isFile() ? found.size : 0;
  let read = 0;
  return {
    count: (bytes) => {
      read += bytes;
    },
    share: () => (size === 0 ? null : Math.min(1, read / size)),
  };
}

/**
 * The bytes of a file, or of standard input for `-`. Ends quietly when the signal aborts, since a program that pipes lines in may go
 * on for ever.
 * @throws ZhituError `bad-input` (usage) for a file that cannot be read
 */
export async function* bytesFrom(from: string, signal: AbortSignal, meter?: Meter): AsyncGenerator<Uint8Array> {
  const stream = from === '-' ? process.stdin : createReadStream(from);
  const stop = (): void => void stream.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      meter?.count(chunk.length);
      yield chunk;
    }
  } catch (error) {
    if (signal.aborted) return;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw usageError(`${from} cannot be read (${code}): give a file of lines, or - for standard input`, error);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
