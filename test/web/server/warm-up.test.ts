import { afterAll, beforeAll, expect, test } from 'vitest';
import { countNeighbours } from '../../../graph/branches.ts';
import { nodeDetails } from '../../../graph/details.ts';
import { entityHead } from '../../../graph/entity-pages/head.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { loadNeighbours } from '../../../graph/traverse.ts';
import { warmUp } from '../../../web/server/warm-up.ts';
import { recordedStore } from '../../support/recorded-store.ts';
import { openFixture, WANG } from '../fixture.ts';

let store: GraphStore;
beforeAll(async () => {
  store = await openFixture();
});
afterAll(() => store.close());

test('what a reader asks about a person has been asked before by the server that was started', async () => {
  const { store: recorded, statements } = recordedStore(store);
  await warmUp({ ...recorded, engine: 'neo4j' });
  const before = new Set(statements.keys());
  const take = await countNeighbours(recorded, WANG);
  await loadNeighbours(recorded, { id: WANG, take, limit: 25, order: 'date', shown: [] });
  await nodeDetails(recorded, WANG);
  await entityHead(recorded, WANG);
  expect(before.size).toBeGreaterThan(10);
  expect([...statements.keys()].filter((cypher) => !before.has(cypher))).toEqual([]);
});

test('the embedded engine, which keeps no plans, is asked nothing', async () => {
  const { store: recorded, statements } = recordedStore(store);
  await warmUp(recorded);
  expect(statements.size).toBe(0);
});

test('a store that fails is no fault of starting', async () => {
  const failing = { ...store, engine: 'neo4j' as const, read: () => Promise.reject(new Error('gone')) };
  await expect(warmUp(failing)).resolves.toBeUndefined();
});
