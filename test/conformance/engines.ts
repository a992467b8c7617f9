/** The stores that the conformance tests run on: each call gives an empty one with the schema applied. */
import { inject, type TestContext } from 'vitest';
import { z } from 'zod';
import { applySchema } from '../../graph/schema.ts';
import type { GraphStore, Statement, Value } from '../../graph/store.ts';
import { openEmbedded } from '../../graph/stores/embedded.ts';
import { openNeo4j } from '../../graph/stores/neo4j.ts';

export interface Engine {
  readonly name: 'embedded' | 'neo4j';
  /** Skips the test, with the reason, where the engine is not to be had here. */
  readonly open: (context: Pick<TestContext, 'skip'>) => Promise<GraphStore>;
}

const embedded: Engine = {
  name: 'embedded',
  open: async () => {
    const store = await openEmbedded(':memory:');
    await applySchema(store);
    return store;
  },
};

const neo4j: Engine = {
  name: 'neo4j',
  open: async (context) => {
    const server = inject('neo4j');
    if ('missing' in server) return context.skip(server.missing);
    return emptied(await openNeo4j(server));
  },
};

export const ENGINES: readonly Engine[] = [embedded, neo4j];

/** The same store with nothing in it but the schema. */
export async function emptied(store: GraphStore): Promise<GraphStore> {
  await store.write([run('MATCH (n) DETACH DELETE n')]);
  await applySchema(store);
  return store;
}

/** A statement whose rows do not matter. */
export function run(cypher: string, params: Readonly<Record<string, Value>> = {}): Statement {
  return { cypher, params, row: z.unknown() };
}
