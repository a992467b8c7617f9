/** A Neo4j that is stopped and started again while pages are ingested into it: nothing is lost, nothing is doubled. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countGraph } from '../../graph/counts.ts';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { PAGES_A_WRITE } from '../../ingest/page-batch.ts';
import { findRun } from '../../ingest/runs/history.ts';
import { type RunningNeo4j, startNeo4j } from '../../scripts/neo4j/server.ts';
import { missingTools } from '../../scripts/neo4j/tools.ts';
import { dumpAt, dumpOf } from '../support/dumps.ts';
import { type Program, signalGroup, start } from '../support/processes.ts';
import { programPath } from '../support/programs.ts';
import { writeSmallPages } from '../support/small-pages.ts';
import { untilTold } from '../support/told.ts';

/** Two transactions, so that one is written, or begun, when the server goes. */
const PAGES = PAGES_A_WRITE + 30;
/** Each page is told of twice before it is written. */
const FIRST_BEGUN = 2 * PAGES_A_WRITE + 2;
/** Stopped this often, at moments that differ from time to time but for the first. */
const ROUNDS = Number(process.env.ZHITU_RESTART_ROUNDS ?? 2);
const TEST_MS = 900_000;

let folder: string;
let server: RunningNeo4j | undefined;
let program: Program | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-restart-'));
});
afterEach(async () => {
  if (program) signalGroup(program, 'SIGKILL');
  await server?.stop();
  [server, program] = [undefined, undefined];
  await rm(folder, { recursive: true, force: true });
});

function ingest(env: NodeJS.ProcessEnv, ...args: readonly string[]): Program {
  return start(process.execPath, [programPath('ingest/cli/ingest.ts'), ...args, '--workers', '1'], env);
}

async function using<T>(uri: string, env: NodeJS.ProcessEnv, use: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await openStore({ store: uri }, env);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

test.for(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
  'an ingest from under which the server is taken, the time number %i, says how to go on, and comes to the same graph',
  { timeout: TEST_MS },
  async (round, context) => {
    const missing = missingTools();
    if (missing) return context.skip(missing);
    const pages = join(folder, 'pages');
    await writeSmallPages(pages, PAGES);
    const calm = join(folder, 'calm.grafeo');
    expect(await ingest({}, pages, '--store', calm, '--runs', join(folder, 'calm')).ended).toBe(0);

    const options = { home: join(folder, 'neo4j'), password: randomUUID() };
    server = await startNeo4j({ ...options, port: 0 });
    const { uri } = server;
    const env = { NEO4J_USER: 'neo4j', NEO4J_PASSWORD: options.password };
    // A cold server takes long for its first plans, and what is stopped here is the writing.
    await using(uri, env, countGraph);
    const runs = join(folder, 'runs');
    program = ingest(env, pages, '--store', uri, '--runs', runs);
    const lines = round === 1 ? FIRST_BEGUN : Math.floor(Math.random() * 2 * PAGES);
    await untilTold(program, runs, lines);
    await server.stop();
    server = await startNeo4j({ ...options, port: Number(new URL(uri).port) });

    const status = await program.ended;
    const said = program.stderr();
    if (status !== 0) {
      expect(said).toMatch(/The Neo4j server at .* does not answer\. Check that it runs/u);
      expect(said).toContain(`go on with: npm run ingest -- --resume --store ${uri} --runs ${runs}`);
      const again = ingest(env, '--resume', '--store', uri, '--runs', runs);
      expect([await again.ended, again.stderr()]).toEqual([0, expect.stringContaining('run 0001')]);
    }
    expect(said).not.toContain(options.password);
    expect((await findRun(runs, 'last')).state).toBe('finished');
    expect(await using(uri, env, dumpOf)).toEqual(await dumpAt(calm));
  },
);
