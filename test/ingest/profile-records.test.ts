import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../graph/open.ts';
import type { GraphStore } from '../../graph/store.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { storedNamings } from '../../ingest/profile-records.ts';
import { removeFromGraph } from '../../ingest/remove.ts';
import { CORPUS_RESOLVER, type Resolver } from '../../ingest/resolver.ts';
import { TOY_EXTRACTOR, toyArticleId, toyText } from '../support/toy-pages.ts';

let folder: string;
let store: GraphStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhitu-profiles-'));
  store = await openStore({ store: ':memory:' }, {});
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const ARTICLES = [0, 1, 2];

async function put(name: string, articles: readonly number[]): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, toyText({ day: '2019-07-03', number: 1, articles }));
  await ingestPaths([file], { store, pipeline: TOY_EXTRACTOR });
  return file;
}

async function countOf(match: string): Promise<number> {
  const [row] = await store.read({
    cypher: `MATCH ${match} RETURN count(n) AS total`,
    row: z.object({ total: z.number() }),
  });
  return row?.total ?? -1;
}

const kept = () => countOf("(n:Summary) WHERE n.id STARTS WITH 'profiles/'");

/** One that counts how often it reads an article for its names. */
function counting(version?: () => string): { readonly resolver: Resolver; readonly read: () => number } {
  let read = 0;
  const { version: _, ...rest } = CORPUS_RESOLVER;
  const resolver: Resolver = {
    ...rest,
    ...(version && { version }),
    profiles: (page) => {
      read += 1;
      return CORPUS_RESOLVER.profiles(page);
    },
  };
  return { resolver, read: () => read };
}

describe('what articles say of their names', () => {
  const ids = ARTICLES.map(toyArticleId);

  test('is kept, and is what their extractions give', async () => {
    await put('a.txt', ARTICLES);
    const [same, none, other] = [
      counting(CORPUS_RESOLVER.version),
      counting(),
      counting(() => 'of another program'),
    ] as const;
    const known = await storedNamings(store, ids, same.resolver);
    expect(known.flatMap(({ profiles }) => profiles).length).toBeGreaterThan(0);
    expect(known.map(({ article }) => article).sort()).toEqual([...ids].sort());
    expect(await storedNamings(store, ids, none.resolver)).toEqual(known);
    expect(await storedNamings(store, ids, other.resolver)).toEqual(known);
    expect([same.read(), none.read(), other.read()]).toEqual([0, ARTICLES.length, ARTICLES.length]);
  });

  test('goes with them', async () => {
    await put('a.txt', [0]);
    const file = await put('b.txt', [1, 2]);
    expect(await kept()).toBe(await countOf('(n:Extraction)'));
    await removeFromGraph([file], { store });
    expect(await countOf('(n:Extraction)')).toBe(1);
    expect(await kept()).toBe(1);
  });
});
