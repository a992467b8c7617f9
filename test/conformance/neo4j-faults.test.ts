/** What is said when a Neo4j server does not let one in, does not answer, or was named wrongly. */
import { createServer } from 'node:net';
import { afterEach, expect, inject, test } from 'vitest';
import { openNeo4j } from '../../graph/stores/neo4j.ts';

const SECRET = 'correct-horse-battery';

/** Everything of an error that could reach a log. */
function told(error: unknown): string {
  const { message, stack, details, cause } = error as Error & { details: unknown };
  return [message, stack, JSON.stringify(details), String(cause)].join('\n');
}

async function failure(options: Parameters<typeof openNeo4j>[0]): Promise<Error & { code: string }> {
  const store = await openNeo4j(options).catch((error: Error & { code: string }) => error);
  if (store instanceof Error) return store;
  await store.close();
  throw new Error('it opened');
}

const servers: { close: () => unknown }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A port of which nobody listens, or one on which `answer` does. */
async function port(answer?: string): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.end(answer ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: number } = server.address() as { port: number };
  if (answer === undefined) await new Promise<void>((resolve) => server.close(() => resolve()));
  else servers.push(server);
  return number;
}

test('a wrong password is called that, with what to check, and is not repeated', async (context) => {
  const server = inject('neo4j');
  if ('missing' in server) return context.skip(server.missing);
  const { uri, user } = server;
  const error = await failure({ uri, user, password: SECRET });
  expect(error).toMatchObject({
    code: 'store-unavailable',
    message: expect.stringMatching(/did not accept the user neo4j.*NEO4J_USER and NEO4J_PASSWORD/u),
  });
  expect(told(error)).not.toContain(SECRET);
});

test('user and password may stand in the address, and are shown nowhere', async (context) => {
  const server = inject('neo4j');
  if ('missing' in server) return context.skip(server.missing);
  const within = (password: string): string =>
    server.uri.replace('://', `://${server.user}:${encodeURIComponent(password)}@`);
  const store = await openNeo4j({ uri: within(server.password) });
  expect(store.location).toBe(server.uri);
  await store.close();
  const error = await failure({ uri: within('p@ss:wörd/1') });
  expect(error.code).toBe('store-unavailable');
  expect(decodeURIComponent(told(error))).not.toContain('p@ss:wörd/1');
});

test('a server that nobody runs is named, with what to check', async () => {
  const uri = `bolt://neo4j:${SECRET}@127.0.0.1:${await port()}`;
  const error = await failure({ uri });
  expect(error).toMatchObject({
    code: 'store-unavailable',
    message: expect.stringMatching(/bolt:\/\/127\.0\.0\.1:\d+ does not answer\. Check that it runs.*NEO4J_URI/u),
  });
  expect(told(error)).not.toContain(SECRET);
});

test('a server that speaks another protocol is not taken for Neo4j', async () => {
  const error = await failure({
    uri: `bolt://127.0.0.1:${await port('HTTP/1.1 400 Bad Request\r\n\r\n')}`,
    password: SECRET,
  });
  expect(error.code).toBe('store-unavailable');
  expect(told(error)).not.toContain(SECRET);
});

test('a database that the server does not have is named', async (context) => {
  const server = inject('neo4j');
  if ('missing' in server) return context.skip(server.missing);
  expect(await failure({ ...server, database: 'nosuch' })).toMatchObject({
    code: 'store-unavailable',
    message: expect.stringContaining('NEO4J_DATABASE'),
  });
});

test('an address that cannot be read is refused without being repeated', async () => {
  for (const uri of [`neo4j://neo4j:${SECRET}@[::bad`, `neo4j:${SECRET}`, `ftp://neo4j:${SECRET}@127.0.0.1`]) {
    const error = await failure({ uri });
    expect(['bad-input', 'store-unavailable']).toContain(error.code);
    expect(told(error)).not.toContain(SECRET);
  }
});
