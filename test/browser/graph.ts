/** The graph that the browser tests and the screenshots look at: the seed pages, as ingest reads them. */
import { fileURLToPath } from 'node:url';
import { applySchema } from '../../graph/schema.ts';
import type { GraphStore } from '../../graph/store.ts';
import { openEmbedded } from '../../graph/stores/embedded.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { openPipeline } from '../../ingest/pipeline.ts';

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));

/** Puts the seed pages into a store that has its schema. */
export async function ingestSeeds(store: GraphStore): Promise<void> {
  await ingestPaths([SEEDS], { store, pipeline: openPipeline() });
}

/** A throw-away store with the seed pages in it. Close it when done. */
export async function openSeedGraph(): Promise<GraphStore> {
  const store = await openEmbedded(':memory:');
  await applySchema(store);
  await ingestSeeds(store);
  return store;
}
