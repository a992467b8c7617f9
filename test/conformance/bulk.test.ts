/** A database that the server's own import tool makes of the files of `--bulk` is the one that ingesting the same pages makes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countGraph } from '../../graph/counts.ts';
import { loadQueries, queryById, runQuery } from '../../graph/queries.ts';
import { applySchema } from '../../graph/schema.ts';
import { searchNodes } from '../../graph/search.ts';
import type { GraphStore } from '../../graph/store.ts';
import { openEmbedded } from '../../graph/stores/embedded.ts';
import { openNeo4j } from '../../graph/stores/neo4j.ts';
import { bulkIngest, readBy } from '../../ingest/bulk/bulk-ingest.ts';
import { extractFiles } from '../../ingest/extract.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { hasChanges } from '../../ingest/page-writer.ts';
import { openPipeline } from '../../ingest/pipeline.ts';
import { rulesVersion } from '../../ingest/version.ts';
import { importDatabase, startNeo4j } from '../../scripts/neo4j/server.ts';
import { missingTools } from '../../scripts/neo4j/tools.ts';
import { dumpOf } from '../support/dumps.ts';

const GOLD = new URL('../gold/pages/unseen/', import.meta.url).pathname;
const SEEDS = new URL('../../seeds/', import.meta.url).pathname;
const PASSWORD = 'not-a-secret-1';

/** Quotation marks, commas and breaks where a table could stumble; one article of two pages, and one page under two names. */
const ODD = `浙江法制报 2020年6月12日 星期五 第6020期 1版

全省基层治理“推进会”, "大会"在衢州召开

本报记者 张倩

本报讯 全省基层治理推进会9日在衢州召开。副省长祁若川出席并讲话,"说"：\\n 不是换行。祁若川强调，衢州市要推广“全科网格”。

(下转2版)
`;
const REST = `浙江法制报 2020年6月12日 星期五 第6020期 2版

(上接1版)

祁若川要求，各地要坚持发展“枫桥经验”，把矛盾化解在基层。
`;

describe('files for an import', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhitu-bulk-'));
    for (const [name, text] of [
      ['1.txt', ODD],
      ['copy-of-1.txt', ODD],
      ['2.txt', REST],
      ['nothing.txt', ''],
    ] as const)
      writeFileSync(join(folder, name), text);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('become the database that ingesting gives, which a server then serves and which is ingested into again', async (context) => {
    const missing = missingTools();
    if (missing) return context.skip(missing);
    const pipeline = openPipeline();
    const paths = [SEEDS, GOLD, folder];
    const home = mkdtempSync(join(tmpdir(), 'zhitu-import-'));
    const stores: GraphStore[] = [];
    let server: Awaited<ReturnType<typeof startNeo4j>> | null = null;
    try {
      const here = await openEmbedded(':memory:');
      stores.push(here);
      await applySchema(here);
      const ingested = await ingestPaths(paths, { store: here, pipeline });
      const report = await bulkIngest(readBy(rulesVersion(), '', extractFiles(paths, pipeline)), {
        folder: join(home, 'files'),
        signal: new AbortController().signal,
      });
      expect(report.failed).toBe(ingested.failed);
      expect(report.good).toBe(ingested.pages);

      importDatabase(home, report.args);
      server = await startNeo4j({ home, port: 0, password: PASSWORD, brief: true });
      const there = await openNeo4j(server);
      stores.push(there);
      await applySchema(there);
      expect(await dumpOf(there)).toEqual(await dumpOf(here));
      expect(await countGraph(there)).toEqual(await countGraph(here));
      expect(report).toMatchObject({ nodes: ingested.after.nodes, relations: ingested.after.relations });

      expect(await searchNodes(there, { query: 'qrc', limit: 3 })).toEqual(
        await searchNodes(here, { query: 'qrc', limit: 3 }),
      );
      const posts = queryById(loadQueries(), 'posts-of-person');
      expect(await runQuery(there, posts, { person: '祁若川' })).toEqual(
        await runQuery(here, posts, { person: '祁若川' }),
      );
      const again = await ingestPaths(paths, { store: there, pipeline });
      expect(hasChanges(again.written)).toBe(false);
      expect(again.known).toBe(ingested.pages);
    } finally {
      for (const store of stores) await store.close();
      await server?.stop();
      rmSync(home, { recursive: true, force: true });
    }
  }, 300_000);
});
