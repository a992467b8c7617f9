import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../graph/open.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { ingestExtractions } from '../../ingest/ingest-extractions.ts';
import { readPipedExtractions } from '../../ingest/piped-extractions.ts';
import { openPipeline } from '../../ingest/pipeline.ts';
import { dumpOf } from '../support/dumps.ts';
import { ROOT } from '../support/processes.ts';
import { findSpark, INSTALL_MS, RUN_MS, runSpark, SCRIPT, type SparkForTests } from '../support/spark.ts';
import { BAD, GOOD, writeSparkPages } from '../support/spark-pages.ts';

describe('spark_ingest', () => {
  let spark: SparkForTests;
  let folder: string;
  beforeAll(async () => {
    spark = findSpark();
    folder = await mkdtemp(join(tmpdir(), 'zhitu-spark-'));
  }, INSTALL_MS);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const pythonOf = (context: { skip: (reason: string) => never }): string =>
    'missing' in spark ? context.skip(spark.missing) : spark.python;

  it(
    'writes extractions of which one writer makes the graph that ingesting the pages makes',
    async (context) => {
      const python = pythonOf(context);
      const pages = join(folder, '版 面');
      const out = join(folder, 'out');
      await writeSparkPages(pages);
      const { status, stdout, stderr } = runSpark(python, [pages, '--out', out, '--partitions', '2']);
      expect([status, stderr]).toEqual([3, expect.stringContaining(`${join(pages, 'a.jsonl')}#4: bad-line: `)]);
      expect(stdout).toContain(`${GOOD + BAD} pages (${BAD} not usable)`);

      const parts = (await readdir(out)).filter((name) => name.startsWith('part-')).sort();
      expect(parts.length).toBeGreaterThan(1);
      const lines = await Promise.all(parts.map((name) => readFile(join(out, name))));
      const here = await openStore({ store: join(folder, 'spark.grafeo') }, {});
      const there = await openStore({ store: join(folder, 'cli.grafeo') }, {});
      try {
        await ingestExtractions(readPipedExtractions(streamOf(lines), 'out'), { store: here });
        const { pages: usable } = await ingestPaths([pages], { store: there, pipeline: openPipeline() });
        expect(usable).toBe(GOOD);
        expect(await dumpOf(here)).toEqual(await dumpOf(there));
      } finally {
        await here.close();
        await there.close();
      }
    },
    RUN_MS,
  );

  it.for([
    [[], 'expected --out DIR for files or --store URI for a Neo4j, and was given neither'],
    [['--out', 'x', '--store', 'neo4j://here'], 'and was given both'],
    [['--store', 'data/zhitu.grafeo'], '--store expects an address that begins with neo4j://'],
    [['--out', 'x', '--partitions', '0'], '--partitions expects a whole number from 1, and was given 0'],
    [['--out', 'x', '--conf', 'spark.ui.enabled'], '--conf expects KEY=VALUE, and was given spark.ui.enabled'],
  ] as const)('refuses the options %j, with what it expected', ([options, message], context) => {
    const { status, stderr } = spawnSync(pythonOf(context), ['-B', SCRIPT, 'seeds', ...options], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(stderr.replace(/\s+/gu, ' ')).toContain(message);
    expect(status).toBe(2);
  });
});

async function* streamOf(parts: readonly Buffer[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}
