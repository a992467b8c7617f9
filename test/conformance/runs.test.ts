/** A run into the real server that is killed and gone on with: nothing is lost, and the graph is that of an undisturbed one. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { dumpLines } from '../../graph/dump.ts';
import type { GraphStore } from '../../graph/store.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { openPipeline } from '../../ingest/pipeline.ts';
import { findRun } from '../../ingest/runs/history.ts';
import { signalGroup, start } from '../support/processes.ts';
import { programPath } from '../support/programs.ts';
import { writeSmallPages } from '../support/small-pages.ts';
import { ENGINES } from './engines.ts';

/** One transaction. */
const PAGES = 60;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-neo4j-run-'));
  await writeSmallPages(join(folder, 'pages'), PAGES);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function dumpOf(store: GraphStore): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of dumpLines(store)) lines.push(line);
  return lines;
}

test('a run that was killed while it wrote is gone on with', { timeout: 300_000 }, async (context) => {
  const [here, there] = ENGINES;
  const store = await (there as (typeof ENGINES)[number]).open(context);
  try {
    const server = inject('neo4j');
    if ('missing' in server) return;
    const env = { NEO4J_USER: server.user, NEO4J_PASSWORD: server.password };
    const runs = join(folder, 'runs');
    const begin = (...args: readonly string[]) =>
      start(
        process.execPath,
        [programPath('ingest/cli/ingest.ts'), ...args, '--store', server.uri, '--runs', runs, '--workers', '1'],
        env,
      );

    const killed = begin(join(folder, 'pages'));
    let over = false;
    void killed.ended.then(() => (over = true));
    const journal = join(runs, '0001', 'pages.jsonl');
    const extracted = (): number =>
      existsSync(journal) ? readFileSync(journal, 'utf8').split('"extracted"').length - 1 : 0;
    while (!over && extracted() < PAGES) await new Promise((resolve) => setTimeout(resolve, 5));
    signalGroup(killed, 'SIGKILL');
    await killed.ended;
    const again = begin('--resume');
    expect(await again.ended, again.stderr()).toBe(0);
    expect(await (await findRun(runs, 'last')).totals()).toMatchObject({ pages: { written: PAGES } });

    const undisturbed = await (here as (typeof ENGINES)[number]).open(context);
    try {
      await ingestPaths([join(folder, 'pages')], { store: undisturbed, pipeline: openPipeline() });
      expect(await dumpOf(store)).toEqual(await dumpOf(undisturbed));
    } finally {
      await undisturbed.close();
    }
  } finally {
    await store.close();
  }
});
