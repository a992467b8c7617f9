/** The seed pages, and an article printed on two pages, ingested into both engines: the same graph, and the second time no change. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countGraph } from '../../graph/counts.ts';
import { dumpLines } from '../../graph/dump.ts';
import type { GraphStore } from '../../graph/store.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { hasChanges } from '../../ingest/page-writer.ts';
import { openPipeline } from '../../ingest/pipeline.ts';
import { ENGINES } from './engines.ts';

const SEEDS = new URL('../../seeds/', import.meta.url).pathname;
const FIRST = `浙江法制报 2020年6月12日 星期五 第6020期 1版

全省基层治理推进会在衢州召开

本报记者 张倩

本报讯 全省基层治理推进会9日在衢州召开。副省长祁若川出席并讲话。祁若川强调，衢州市要推广“全科网格”。

(下转2版)
`;
const SECOND = `浙江法制报 2020年6月12日 星期五 第6020期 2版

(上接1版)

祁若川要求，各地要坚持发展“枫桥经验”，把矛盾化解在基层。
`;

async function dumpOf(store: GraphStore): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of dumpLines(store)) lines.push(line);
  return lines;
}

describe('ingest', () => {
  const pipeline = openPipeline();
  const folder = mkdtempSync(join(tmpdir(), 'zhitu-pages-'));
  beforeAll(() => {
    writeFileSync(join(folder, '1.txt'), FIRST);
    writeFileSync(join(folder, '2.txt'), SECOND);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('gives the same graph on both engines, in one run or in two, and changes nothing again', async (context) => {
    const stores: GraphStore[] = [];
    // The real server first: where it is missing nothing else need be started.
    for (const engine of ENGINES.toReversed()) stores.push(await engine.open(context));
    try {
      const [there, here] = stores as [GraphStore, GraphStore];
      await ingestPaths([SEEDS, folder], { store: there, pipeline });
      await ingestPaths([join(folder, '2.txt')], { store: here, pipeline });
      await ingestPaths([join(folder, '1.txt'), SEEDS], { store: here, pipeline });
      const dump = await dumpOf(here);
      expect(dump.filter((line) => line.includes('CONTINUES'))).toHaveLength(1);
      expect(dump).toEqual(await dumpOf(there));
      expect(await countGraph(here)).toEqual(await countGraph(there));
      for (const store of stores) {
        const { written } = await ingestPaths([SEEDS, folder], { store, pipeline });
        expect(hasChanges(written), store.engine).toBe(false);
        expect(await dumpOf(store), store.engine).toEqual(dump);
      }
    } finally {
      for (const store of stores) await store.close();
    }
  }, 120_000);
});
