/** On the real server as on the embedded engine: pages that come, change and go, and two processes that write at the same time. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openNeo4j } from '../../graph/stores/neo4j.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { dumpOf } from '../support/dumps.ts';
import { steps, Walk } from '../support/page-walk.ts';
import { TOY_EXTRACTOR, toyText } from '../support/toy-pages.ts';
import { TOY_RESOLVER } from '../support/toy-resolver.ts';
import { ENGINES, run } from './engines.ts';

const engine = ENGINES[1] as (typeof ENGINES)[number];

describe('pages on a real server', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhitu-walk-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('leave the graph of the last ones, byte for byte, whatever came before', async (context) => {
    const store = await engine.open(context);
    try {
      await fc.assert(
        fc.asyncProperty(steps(6), async (walked) => {
          const walk = new Walk(store, folder, TOY_RESOLVER);
          await walk.begin();
          for (const step of walked) await walk.take(step);
          const walkedTo = await walk.dump();
          expect(await walk.again()).toEqual(walkedTo);
          expect(await walk.fresh()).toEqual(walkedTo);
        }),
        { numRuns: 4 },
      );
    } finally {
      await store.close();
    }
  }, 300_000);

  test('lose nothing where two programs write the same people and places at the same time', async (context) => {
    const server = inject('neo4j');
    if ('missing' in server) return context.skip(server.missing);
    const first = await engine.open(context);
    const second = await openNeo4j(server);
    const pages = Array.from({ length: 30 }, (_, salt) =>
      toyText({ day: '2019-07-03', number: 1 + (salt % 2), articles: [salt % 4, 4], salt: salt - (salt % 3) }),
    );
    const files = pages.map((text, index) => {
      const file = join(folder, `${index}.txt`);
      writeFileSync(file, text);
      return file;
    });
    const ingest = async (store: typeof first, some: readonly string[]): Promise<void> => {
      for (const file of some) await ingestPaths([file], { store, pipeline: TOY_EXTRACTOR, resolver: TOY_RESOLVER });
    };
    try {
      const odd = files.filter((_, index) => index % 2 === 1);
      const even = files.filter((_, index) => index % 2 === 0);
      await Promise.all([ingest(first, odd), ingest(second, even)]);
      const together = await dumpOf(first);
      await first.write([run('MATCH (n) DETACH DELETE n')]);
      await ingestPaths(files, { store: first, pipeline: TOY_EXTRACTOR, resolver: TOY_RESOLVER });
      expect(together).toEqual(await dumpOf(first));
    } finally {
      await second.close();
      await first.close();
    }
  }, 300_000);
});
