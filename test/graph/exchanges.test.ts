/** How often an engine is asked, which counts more on a server than what it is asked. */
import { setImmediate, setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countNeighbours } from '../../graph/branches.ts';
import { nodeDetails } from '../../graph/details.ts';
import { eventsPage } from '../../graph/entity-pages/event-list.ts';
import { entityHead } from '../../graph/entity-pages/head.ts';
import { newNeighbours } from '../../graph/new-neighbours.ts';
import type { GraphStore, Statement } from '../../graph/store.ts';
import { loadNeighbours } from '../../graph/traverse.ts';
import { recordedStore } from '../support/recorded-store.ts';
import { openFixture, PROVINCE, WANG } from '../web/fixture.ts';

let store: GraphStore;
beforeAll(async () => {
  store = await openFixture();
});
afterAll(() => store.close());

/** How many statements a read sends, and how often it waits for answers before it sends more. */
async function exchanges(read: (store: GraphStore) => Promise<unknown>): Promise<{ sent: number; rounds: number }> {
  let [sent, released, rounds] = [0, 0, 0];
  const held: (() => void)[] = [];
  const holding: GraphStore = {
    ...recordedStore(store).store,
    read: async <Row>(statement: Statement<Row>) => {
      sent += 1;
      const rows = await store.read(statement);
      await new Promise<void>((release) => {
        held.push(release);
      });
      return rows;
    },
  };
  const reading = read(holding);
  for (;;) {
    await setImmediate();
    while (held.length < sent - released) await setTimeout(1);
    if (held.length === 0) break;
    rounds += 1;
    released += held.length;
    for (const release of held.splice(0)) release();
  }
  await reading;
  return { sent, rounds };
}

test.each([
  ['the details of a person', (asked: GraphStore) => nodeDetails(asked, WANG), { sent: 5, rounds: 2 }],
  ['the details of a place', (asked: GraphStore) => nodeDetails(asked, PROVINCE), { sent: 4, rounds: 2 }],
  ['the page of a person', (asked: GraphStore) => entityHead(asked, WANG), { sent: 10, rounds: 3 }],
  ['the page of a place', (asked: GraphStore) => entityHead(asked, PROVINCE), { sent: 8, rounds: 2 }],
  [
    'the events of a person',
    (asked: GraphStore) =>
      eventsPage(asked, {
        ...{ id: WANG, role: null, with: null, where: null, about: null, from: null, to: null },
        ...{ skip: 0, take: 50 },
      }),
    { sent: 8, rounds: 3 },
  ],
])('%s are asked for in few exchanges', async (_, read, most) => {
  const { sent, rounds } = await exchanges(read);
  expect(sent).toBeLessThanOrEqual(most.sent);
  expect(rounds).toBeLessThanOrEqual(most.rounds);
});

test('neighbours are counted in one exchange and loaded in two rounds, those of a busy node in three', async () => {
  expect(await exchanges((asked) => countNeighbours(asked, WANG))).toEqual({ sent: 1, rounds: 1 });
  const take = await countNeighbours(store, WANG);
  const input = { id: WANG, take, limit: 25, order: 'date', shown: [] } as const;
  const loaded = await exchanges((asked) => loadNeighbours(asked, input));
  expect(loaded.sent).toBeLessThanOrEqual(4);
  expect(loaded.rounds).toBe(2);
  const busy = await exchanges(async (asked) => (await newNeighbours(asked, input, 2, 0)).total);
  expect(busy.rounds).toBe(2);
});

test('the first neighbours of a busy node are known while it is still counted how many there are', async () => {
  let release: () => void = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let counting = 0;
  const slow: GraphStore = {
    ...recordedStore(store).store,
    read: async <Row>(statement: Statement<Row>) => {
      if (statement.cypher.includes('AS total')) {
        counting += 1;
        await released;
      }
      return store.read(statement);
    },
  };
  const take = (await countNeighbours(store, WANG)).filter(({ kind }) => kind === 'Event');
  const input = { id: WANG, take, limit: 2, order: 'date', shown: [] } as const;
  const { ids, total } = await newNeighbours(slow, input, 2, 0);
  expect(ids).toHaveLength(2);
  expect(counting).toBeGreaterThan(0);
  release();
  expect(await total).toBe(await (await newNeighbours(store, input, 2)).total);
});
