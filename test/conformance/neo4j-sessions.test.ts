/** What a cluster asks of a client, as far as one server can show it: routing, read and write sessions, bookmarks, and writes that are run again. */
import neo4j from 'neo4j-driver';
import { expect, inject, type TestContext, test } from 'vitest';
import { z } from 'zod';
import type { GraphStore, Statement } from '../../graph/store.ts';
import { openNeo4j } from '../../graph/stores/neo4j.ts';
import { ENGINES, run } from './engines.ts';

const Total = z.object({ total: z.number() });
const total = (cypher: string): Statement<z.infer<typeof Total>> => ({ cypher, row: Total });
const COUNT = total('MATCH (n:Counter) RETURN sum(n.value) AS total');

/** The server, emptied; skips the test where there is none. */
async function emptyServer(context: Pick<TestContext, 'skip'>) {
  const server = inject('neo4j');
  if ('missing' in server) return context.skip(server.missing);
  await (await (ENGINES[1] as (typeof ENGINES)[number]).open(context)).close();
  return server;
}

test('an address that routes serves reads, streams, writes and updates as one that does not', async (context) => {
  const server = await emptyServer(context);
  const store = await openNeo4j({ ...server, uri: server.uri.replace('bolt://', 'neo4j://') });
  try {
    expect(store.location).toMatch(/^neo4j:\/\//u);
    await store.write([run('CREATE (:Counter {value: 1})')]);
    const found = await store.update(async (update) => {
      const [row] = await update.read(COUNT);
      update.write([run('CREATE (:Counter {value: $value})', { value: 10 })]);
      return row?.total;
    });
    expect(found).toBe(1);
    expect(await store.read(COUNT)).toEqual([{ total: 11 }]);
    const rows: number[] = [];
    for await (const row of store.stream(total('MATCH (n:Counter) RETURN n.value AS total ORDER BY total')))
      rows.push(row.total);
    expect(rows).toEqual([1, 10]);
    await expect(store.read(run('CREATE (:Counter {value: 5})'))).rejects.toMatchObject({ code: 'store-rejected' });
  } finally {
    await store.close();
  }
});

test('a read asks for what the last write, of whichever session, left', async (context) => {
  const server = await emptyServer(context);
  const seen: string[] = [];
  let current: readonly string[] = [];
  const store = await openNeo4j({
    ...server,
    bookmarks: {
      getBookmarks: async () => {
        seen.push(current.join());
        return [...current];
      },
      updateBookmarks: async (_, next) => {
        current = [...next];
      },
    },
  });
  try {
    const bookmarksAt = async (work: () => Promise<unknown>): Promise<string> => {
      seen.length = 0;
      await work();
      return seen.at(-1) ?? 'nothing was asked';
    };
    await store.write([run('CREATE (:Counter {value: 1})')]);
    const written = current.join();
    expect(written).not.toBe('');
    expect(await bookmarksAt(() => store.read(COUNT))).toBe(written);
    await store.update(async (update) => update.write([run('CREATE (:Counter {value: 1})')]));
    const updated = current.join();
    expect(updated).not.toBe(written);
    expect(await bookmarksAt(() => store.readTable('MATCH (n:Counter) RETURN n.value'))).toBe(updated);
    const streamed = async (): Promise<void> => {
      for await (const _ of store.stream(COUNT));
    };
    expect(await bookmarksAt(streamed)).toBe(updated);
  } finally {
    await store.close();
  }
});

test('an update that the server asks to run again takes effect once', async (context) => {
  const server = await emptyServer(context);
  const store = await openNeo4j(server);
  let attempts = 0;
  try {
    await store.update(async (update) => {
      attempts += 1;
      const [row] = await update.read(COUNT);
      update.write([run('CREATE (:Counter {value: $value})', { value: (row?.total ?? 0) + 1 })]);
      if (attempts < 3) throw asTransient();
    });
    expect(attempts).toBe(3);
    expect(await store.read(COUNT)).toEqual([{ total: 1 }]);
  } finally {
    await store.close();
  }
});

/** As the driver raises it when the server ends one of two transactions that wait for each other. */
function asTransient(): Error {
  const { message } = new Error('ForsetiClient can’t acquire a lock');
  return new neo4j.Neo4jError(message, 'Neo.TransientError.Transaction.DeadlockDetected', '50N42', 'deadlock');
}

test('writes of two programs that wait for each other are all made, each once', async (context) => {
  const server = await emptyServer(context);
  const stores = await Promise.all([openNeo4j(server), openNeo4j(server)]);
  const add = (name: string): Statement => run('MATCH (n:Counter {name: $name}) SET n.value = n.value + 1', { name });
  // Holding the first lock for a while lets the other program take the second one.
  const wait = run('UNWIND range(1, 20000) AS i WITH sum(i * i) AS x RETURN x');
  const rounds = 6;
  const turn = async (store: GraphStore, names: readonly [string, string]): Promise<void> => {
    for (let round = 0; round < rounds; round += 1) await store.write([add(names[0]), wait, add(names[1])]);
  };
  try {
    await (stores[0] as GraphStore).write([
      run("CREATE (:Counter {name: 'a', value: 0}), (:Counter {name: 'b', value: 0})"),
    ]);
    await Promise.all([turn(stores[0] as GraphStore, ['a', 'b']), turn(stores[1] as GraphStore, ['b', 'a'])]);
    expect(await (stores[0] as GraphStore).read(COUNT)).toEqual([{ total: 4 * rounds }]);
  } finally {
    for (const store of stores) await store.close();
  }
}, 120_000);

test('an address that wants encryption is not served without it, and shows no password', async (context) => {
  const server = await emptyServer(context);
  const opening = openNeo4j({ ...server, uri: server.uri.replace('bolt://', 'neo4j+s://') });
  await expect(opening).rejects.toMatchObject({ code: 'store-unavailable' });
  await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining(server.password) });
});
