/** What a store holds, as lines to compare. */
import { dumpLines } from '../../graph/dump.ts';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';

export async function dumpOf(store: GraphStore): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of dumpLines(store)) lines.push(line);
  return lines;
}

/** The same of an embedded store that is there and that nobody has open. */
export async function dumpAt(path: string): Promise<readonly string[]> {
  const store = await openStore({ store: path, mustExist: true }, {});
  try {
    return await dumpOf(store);
  } finally {
    await store.close();
  }
}
