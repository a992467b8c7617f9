/** Lines on standard output, as fast as their reader takes them. */
import { once } from 'node:events';

/** Writes a line and waits where the reader is behind, so that memory stays flat. */
export async function writeLine(out: NodeJS.WritableStream, line: string): Promise<void> {
  if (!out.write(`${line}\n`)) await once(out, 'drain');
}
