/** An ingest into a real server that is killed at any moment, and begun again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { dumpOf } from '../support/dumps.ts';
import { killedIngest, ROUNDS, undisturbed, writePages } from '../support/killed-ingest.ts';
import { NO_PROC } from '../support/processes.ts';
import { ENGINES, run } from './engines.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhitu-killed-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(NO_PROC !== null)(
  'a killed ingest that is begun again ends in the graph of one that nobody disturbed',
  async (context) => {
    const server = inject('neo4j');
    if ('missing' in server) return context.skip(server.missing);
    const { uri, user, password } = server;
    const env = { NEO4J_USER: user, NEO4J_PASSWORD: password };
    const file = join(folder, 'pages.jsonl');
    writePages(file, 450);
    const store = await (ENGINES[1] as (typeof ENGINES)[number]).open(context);
    try {
      const whole = await undisturbed(file, uri, env);
      const calm = await dumpOf(store);
      await store.write([run('MATCH (n) DETACH DELETE n')]);
      for (let round = 0; round < ROUNDS; round += 1) await killedIngest(file, uri, whole, env);
      await undisturbed(file, uri, env);
      expect(await dumpOf(store)).toEqual(calm);
    } finally {
      await store.close();
    }
  },
  1_200_000,
);
