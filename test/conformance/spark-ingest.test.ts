/** Partitions that write to one Neo4j at the same time: the graph of one ingest. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { dumpLines } from '../../graph/dump.ts';
import type { GraphStore } from '../../graph/store.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { openPipeline } from '../../ingest/pipeline.ts';
import { findSpark, INSTALL_MS, RUN_MS, runSpark } from '../support/spark.ts';
import { BAD, GOOD, writeSparkPages } from '../support/spark-pages.ts';
import { ENGINES, type Engine } from './engines.ts';

const [embedded, neo4j] = ENGINES as [Engine, Engine];

async function dumpOf(store: GraphStore): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of dumpLines(store)) lines.push(line);
  return lines;
}

test(
  'spark_ingest writes to a server from several partitions at once what one ingest writes',
  async (context) => {
    const there = await neo4j.open(context);
    const here = await embedded.open(context);
    const folder = await mkdtemp(join(tmpdir(), 'zhitu-spark-'));
    try {
      const server = inject('neo4j');
      const spark = findSpark();
      if ('missing' in server) return context.skip(server.missing);
      if ('missing' in spark) return context.skip(spark.missing);
      await writeSparkPages(folder);
      await ingestPaths([folder], { store: here, pipeline: openPipeline() });

      const { uri, user: NEO4J_USER, password: NEO4J_PASSWORD } = server;
      const run = runSpark(spark.python, [folder, '--store', uri, '--partitions', '2'], { NEO4J_USER, NEO4J_PASSWORD });
      expect([run.status, run.stderr]).toEqual([3, expect.stringContaining('7.txt: binary: ')]);
      expect(run.stdout).toContain(`${GOOD + BAD} pages (${BAD} not usable)`);
      expect(run.stdout + run.stderr).not.toContain(NEO4J_PASSWORD);
      expect(await dumpOf(there)).toEqual(await dumpOf(here));
    } finally {
      await Promise.all([here.close(), there.close(), rm(folder, { recursive: true, force: true })]);
    }
  },
  INSTALL_MS + RUN_MS,
);
