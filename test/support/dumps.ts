/** What a store holds, as lines to compare. */
import { dumpLines } from '../../graph/dump.ts';
import { openStore } from '../../graph/open.ts';
import { applySchema } from '../../graph/schema.ts';
import type { GraphStore } from '../../graph/store.ts';
import { openEmbedded } from '../../graph/stores/embedded.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { openPipeline } from '../../ingest/pipeline.ts';

export async function dumpOf(store: GraphStore): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of dumpLines(store)) lines.push(line);
  return lines;
}

/** What pages give that are ingested whole, in this process: a program of its own would only take its time to start. */
export async function dumpOfPages(...paths: readonly string[]): Promise<readonly string[]> {
  const store = await openEmbedded(':memory:');
  try {
    await applySchema(store);
    await ingestPaths(paths, { store, pipeline: openPipeline() });
    return await dumpOf(store);
  } finally {
    await store.close();
  }
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
