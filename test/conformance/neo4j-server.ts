/**
 * One real Neo4j for the whole run: the one that NEO4J_TEST_URI names (its data are deleted, so it must be empty), or a
 * throw-away one, where Java and Maven are there. Where they are not, the tests that need it are skipped with the
 * reason, and where CI=true a run with skipped tests fails (scripts/test.ts).
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { z } from 'zod';
import { openNeo4j } from '../../graph/stores/neo4j.ts';
import { startNeo4j } from '../../scripts/neo4j/server.ts';
import { missingTools } from '../../scripts/neo4j/tools.ts';

/** How to reach the server, or why there is none. */
export type Neo4jForTests =
  | { readonly uri: string; readonly user: string; readonly password: string }
  | { readonly missing: string };

declare module 'vitest' {
  export interface ProvidedContext {
    neo4j: Neo4jForTests;
    /** The engine on which the tests of the page are held. */
    engine: 'embedded' | 'neo4j';
  }
}

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { NEO4J_TEST_URI: uri, NEO4J_TEST_USER: user = 'neo4j', NEO4J_TEST_PASSWORD: password = '' } = process.env;
  if (uri) {
    await assertEmpty(uri, user, password);
    project.provide('neo4j', { uri, user, password });
    return undefined;
  }
  const missing = missingTools();
  if (missing) {
    project.provide('neo4j', { missing });
    return undefined;
  }
  const home = mkdtempSync(join(tmpdir(), 'zhitu-neo4j-'));
  const server = await startNeo4j({ home, port: 0, password: randomUUID(), brief: true });
  project.provide('neo4j', { uri: server.uri, user: server.user, password: server.password });
  return async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
}

async function assertEmpty(uri: string, user: string, password: string): Promise<void> {
  const store = await openNeo4j({ uri, user, password });
  try {
    const row = z.object({ nodes: z.number() });
    const [count] = await store.read({ cypher: 'MATCH (n) RETURN count(n) AS nodes', row });
    if (count?.nodes === 0) return;
    throw new Error(
      `The database at NEO4J_TEST_URI holds ${count?.nodes} nodes, and the tests delete all. Give an empty one.`,
    );
  } finally {
    await store.close();
  }
}
