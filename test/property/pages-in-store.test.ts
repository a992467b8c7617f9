/** However pages come, change and go, the graph is that of those that are there in the end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GraphStore } from '../../graph/store.ts';
import { CORPUS_RESOLVER } from '../../ingest/resolver.ts';
import { ENGINES } from '../conformance/engines.ts';
import { type Step, steps, Walk } from '../support/page-walk.ts';
import { TOY_RESOLVER } from '../support/toy-resolver.ts';

const engine = ENGINES[0] as (typeof ENGINES)[number];

describe('a store of pages', () => {
  let store: GraphStore;
  let folder: string;
  beforeAll(async () => {
    store = await engine.open({
      skip: () => {
        throw new Error('the embedded engine is always there');
      },
    });
    folder = mkdtempSync(join(tmpdir(), 'zhitu-walk-'));
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['that knows people and events', CORPUS_RESOLVER],
    ['that changes its mind often', TOY_RESOLVER],
  ])(
    'with a resolver %s holds what ingesting its last pages once would give, byte for byte',
    async (_, resolver) => {
      await fc.assert(
        fc.asyncProperty(steps(12), async (walked: readonly Step[]) => {
          const walk = new Walk(store, folder, resolver);
          await walk.begin();
          for (const step of walked) await walk.take(step);
          const walkedTo = await walk.dump();
          expect(await walk.again()).toEqual(walkedTo);
          expect(await walk.fresh()).toEqual(walkedTo);
        }),
        { numRuns: 30 },
      );
    },
    300_000,
  );
});
