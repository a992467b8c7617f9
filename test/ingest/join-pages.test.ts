import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { hasChanges } from '../../ingest/page-writer.ts';
import { openPipeline } from '../../ingest/pipeline.ts';

const pipeline = openPipeline();
let folder: string;
let store: GraphStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhitu-join-'));
  store = await openStore({ store: ':memory:' }, {});
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const page = (number: number, ...blocks: string[]): string =>
  [`桃源日报 2019年7月3日 星期三 第${number}版`, ...blocks].join('\n\n');
const FIRST = page(
  1,
  '村里说事推行全县',
  '本报记者 张倩',
  '近日，县委书记王平在象山县主持召开座谈会，要求推行“村里说事”制度，加强基层治理。（下转3版）',
);
const THIRD = page(3, '（上接1版）王平指出，“村里说事”制度要做到村民满意，各地要抓好落实。');
/** A second article on the same two pages that fits either. */
const FIRST_AGAIN = page(
  1,
  '护航平安再出发',
  '本报记者 李洁',
  '昨日，县公安局局长陈明在桃源镇检查安全生产，走访企业，了解情况。（下转3版）',
);

async function ingest(name: string, text: string) {
  const file = join(folder, name);
  await writeFile(file, text);
  return ingestPaths([file], { store, pipeline });
}

async function joined(): Promise<readonly string[]> {
  const rows = await store.read({
    cypher: `MATCH (a:Article)-[:CONTINUES]->(b:Article) RETURN a.text AS a, b.title AS b ORDER BY a, b`,
    row: z.object({ a: z.string(), b: z.string() }),
  });
  return rows.map(({ a, b }) => `${a.slice(0, 4)} → ${b}`);
}

describe('two pages of one article', () => {
  it.each([
    ['beginning first', [FIRST, THIRD]],
    ['continuation first', [THIRD, FIRST]],
  ])('are joined in two runs, %s, and once', async (_, pages) => {
    for (const [index, text] of pages.entries()) await ingest(`${index}.txt`, text);
    expect(await joined()).toEqual(['王平指出 → 村里说事推行全县']);
    const again = await ingest('0.txt', pages[0] as string);
    expect(hasChanges(again.written)).toBe(false);
  });

  it('are joined in one run', async () => {
    await writeFile(join(folder, 'a.txt'), THIRD);
    await writeFile(join(folder, 'b.txt'), FIRST);
    const { after } = await ingestPaths([folder], { store, pipeline });
    expect(after.byType.CONTINUES).toBe(1);
  });

  it('are not joined when they are of different days', async () => {
    await ingest('a.txt', FIRST);
    await ingest('b.txt', THIRD.replace('7月3日 星期三', '7月4日 星期四'));
    expect(await joined()).toEqual([]);
  });

  it('are parted when a page that comes later fits better', async () => {
    await ingest('a.txt', FIRST_AGAIN);
    await ingest('b.txt', THIRD);
    expect(await joined()).toEqual(['王平指出 → 护航平安再出发']);
    const { written } = await ingest('c.txt', FIRST);
    expect(await joined()).toEqual(['王平指出 → 村里说事推行全县']);
    expect(written.relationsRemoved).toBeGreaterThan(0);
  });
});
