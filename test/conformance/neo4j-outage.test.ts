/** A Neo4j that goes away while pages are ingested into it, and two ingests at once: nothing is lost, nothing is doubled. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, type TestContext, test } from 'vitest';
import { z } from 'zod';
import type { GraphStore } from '../../graph/store.ts';
import { openWay, type Way } from '../support/cut-connection.ts';
import { dumpOf } from '../support/dumps.ts';
import { begin, undisturbed, writePages } from '../support/killed-ingest.ts';
import { type Program, signalGroup } from '../support/processes.ts';
import { ENGINES, run } from './engines.ts';

/** Two transactions. */
const PAGES = 220;
const COUNT_PAGES = { cypher: 'MATCH (n:Page) RETURN count(n) AS n', row: z.object({ n: z.number() }) };

let folder: string;
let file: string;
let ways: Way[] = [];
let programs: Program[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhitu-outage-'));
  file = join(folder, 'pages.jsonl');
  writePages(file, PAGES);
});
afterEach(async () => {
  for (const program of programs) signalGroup(program, 'SIGKILL');
  await Promise.all(programs.map(({ ended }) => ended));
  await Promise.all(ways.map((way) => way.cut().catch(() => {})));
  ways = [];
  programs = [];
  rmSync(folder, { recursive: true, force: true });
});

interface Server {
  readonly store: GraphStore;
  readonly uri: string;
  readonly env: NodeJS.ProcessEnv;
}

async function withServer(context: TestContext, use: (server: Server) => Promise<void>): Promise<void> {
  const server = inject('neo4j');
  if ('missing' in server) return context.skip(server.missing);
  const store = await (ENGINES[1] as (typeof ENGINES)[number]).open(context);
  try {
    await use({ store, uri: server.uri, env: { NEO4J_USER: server.user, NEO4J_PASSWORD: server.password } });
  } finally {
    await store.close();
  }
}

async function started(path: string, uri: string, env: NodeJS.ProcessEnv): Promise<Program> {
  const program = await begin(path, uri, env);
  programs.push(program);
  return program;
}

async function empty(store: GraphStore): Promise<void> {
  await store.write([run('MATCH (n) DETACH DELETE n')]);
}

/** Waits until the first transaction of a program has been written. */
async function untilWritten(program: Program, store: GraphStore): Promise<void> {
  let over = false;
  void program.ended.then(() => (over = true));
  while ((await store.read(COUNT_PAGES))[0]?.n === 0) {
    if (over) throw new Error(`it ended before it wrote: ${program.stderr()}`);
    await pause(20);
  }
}

async function wayTo(uri: string): Promise<{ readonly way: Way; readonly address: string }> {
  const way = await openWay(Number(new URL(uri).port));
  ways.push(way);
  return { way, address: `bolt://127.0.0.1:${way.port}` };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

test(
  'a connection that is lost and comes back within some seconds is not noticed',
  async (context) =>
    withServer(context, async ({ store, uri, env }) => {
      await undisturbed(file, uri, env);
      const calm = await dumpOf(store);
      await empty(store);
      const { way, address } = await wayTo(uri);
      const program = await started(file, address, env);
      await untilWritten(program, store);
      await way.cut();
      await pause(1_000);
      await way.mend();
      expect(await program.ended, program.stderr()).toBe(0);
      expect(await dumpOf(store)).toEqual(calm);
    }),
  240_000,
);

test(
  'a server that stays away ends the ingest with what to check, and ingesting again completes it',
  async (context) =>
    withServer(context, async ({ store, uri, env }) => {
      await undisturbed(file, uri, env);
      const calm = await dumpOf(store);
      await empty(store);
      const { way, address } = await wayTo(uri);
      const program = await started(file, address, env);
      await untilWritten(program, store);
      await way.cut();
      expect(await program.ended).not.toBe(0);
      expect(program.stderr()).toMatch(
        /The Neo4j server at bolt:\/\/127\.0\.0\.1:\d+ does not answer\. Check that it runs/u,
      );
      expect(program.stderr()).not.toContain(env.NEO4J_PASSWORD);
      await way.mend();
      await undisturbed(file, address, env);
      expect(await dumpOf(store)).toEqual(calm);
    }),
  240_000,
);

test(
  'two processes that ingest overlapping pages at once end in the graph of one after the other',
  async (context) =>
    withServer(context, async ({ store, uri, env }) => {
      const lines = readFileSync(file, 'utf8').split('\n');
      const [first, second] = [join(folder, 'first.jsonl'), join(folder, 'second.jsonl')];
      writeFileSync(first, lines.slice(0, 60).join('\n'));
      writeFileSync(second, lines.slice(30, 90).join('\n'));
      await undisturbed(first, uri, env);
      await undisturbed(second, uri, env);
      const calm = await dumpOf(store);
      await empty(store);
      const both = await Promise.all([started(first, uri, env), started(second, uri, env)]);
      for (const program of both) expect(await program.ended, program.stderr()).toBe(0);
      expect(await dumpOf(store)).toEqual(calm);
    }),
  240_000,
);
