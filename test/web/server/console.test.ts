import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { queryById, suggestValues } from '../../../graph/queries.ts';
import { parseQuery } from '../../../graph/query-header.ts';
import type { EmbeddedStore } from '../../../graph/stores/embedded.ts';
import { ConsoleFault, ConsoleSchema } from '../../../web/api/console.ts';
import { QueryResult, SavedQueries, Suggestions } from '../../../web/api/queries.ts';
import { Problem } from '../../../web/api.ts';
import { type Server, serve } from '../../../web/server/main.ts';
import { savedQueries } from '../../../web/server/shelf.ts';
import { MEETING, openFixture, WANG } from '../fixture.ts';

const QUERY = parseQuery(
  [
    '// 某人主持的活动',
    '// @id chaired',
    '// @en Events that a person chaired',
    '// @purpose 说明',
    '// @purposeEn Why',
    '// @group events',
    '// @param person Person.id[] required "人物" "Person"',
    '// @param event Event.id[] "活动" "Event"',
    '// @suggest event UNWIND $person AS id MATCH (p:Entity {id: id})-[:CHAIRED]->(e:Event) RETURN e.id AS id ORDER BY id',
    'UNWIND $person AS id MATCH (p:Entity {id: id})-[:CHAIRED]->(e:Event)',
    'WHERE $event IS NULL OR e.id IN $event RETURN e.id AS 活动 ORDER BY 活动',
  ].join('\n'),
  'chaired.cypher',
);

let store: EmbeddedStore;
let server: Server;
beforeAll(async () => {
  store = (await openFixture()) as EmbeddedStore;
  server = await serve({ store, queries: savedQueries(store, [QUERY]), port: 0 });
});
afterAll(async () => {
  await server.close();
  await store.close();
});

const post = (path: string, body: unknown, signal: AbortSignal | null = null): Promise<Response> =>
  fetch(`${server.url}/api${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });

describe('the console', () => {
  test('offers the words of the model, and says its limits', async () => {
    const schema = ConsoleSchema.parse(await (await fetch(`${server.url}/api/console/schema`)).json());
    expect(schema).toMatchObject({ engine: 'embedded', limits: { timeoutMs: 30_000, maxRows: 2_000 } });
    expect(schema.labels).toEqual(expect.arrayContaining(['Entity', 'Person', 'Township']));
    expect(schema.relations.find(({ type }) => type === 'HELD_IN')).toEqual({
      type: 'HELD_IN',
      from: ['Event'],
      to: ['Place'],
    });
    expect(schema.properties.find(({ name }) => name === 'publishedOn')?.of).toEqual(['Article']);
  });

  test('runs what reads, and describes the nodes of its rows', async () => {
    const response = await post('/console/run', {
      cypher: 'MATCH (p:Person {id: $id}) RETURN p, $id AS id',
      params: { id: WANG },
    });
    const result = QueryResult.parse(await response.json());
    expect(result.rows).toEqual([[WANG, WANG]]);
    expect(result.nodes.map(({ name }) => name)).toEqual(['王昌荣']);
  });

  test('tells a fault with its place', async () => {
    const response = await post('/console/run', { cypher: 'MATCH (n:Person) SET n.x = 1' });
    expect(response.status).toBe(400);
    const { code, details } = Problem.parse(await response.json());
    expect(code).toBe('bad-input');
    expect(ConsoleFault.parse(details.fault)).toEqual({ reason: 'write', word: 'SET', start: 17, end: 20 });
  });

  test('wants a query', async () => {
    expect((await post('/console/run', { params: {} })).status).toBe(400);
    expect((await post('/console/run', { cypher: '' })).status).toBe(400);
  });

  test('stops a query when the one who asked has gone', async () => {
    const controller = new AbortController();
    const engine = store.hostPid();
    const cypher =
      'UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c RETURN count(*) AS n';
    const asked = post('/console/run', { cypher }, controller.signal);
    await wait(300);
    controller.abort();
    await expect(asked).rejects.toThrow(/abort/u);
    await expect.poll(() => store.hostPid(), { timeout: 15_000 }).not.toBe(engine);
    expect((await post('/console/run', { cypher: 'RETURN 1 AS one' })).status).toBe(200);
  });
});

describe('suggestions', () => {
  test('are named with their parameters, and follow what the other fields hold', async () => {
    const { queries } = SavedQueries.parse(await (await fetch(`${server.url}/api/queries`)).json());
    expect(queries[0]).toMatchObject({ id: 'chaired', suggest: ['event'], purposeEn: 'Why' });
    const suggest = async (params: object) =>
      Suggestions.parse(await (await post('/queries/chaired/suggest', { param: 'event', params })).json());
    expect(await suggest({ person: '王昌荣' })).toMatchObject({ values: [MEETING], nodes: [{ name: '座谈会' }] });
    expect((await suggest({ person: '没有此人' })).values).toEqual([]);
    expect((await suggest({})).values).toEqual([]);
  });

  test('are not given for a parameter that there is not', async () => {
    expect((await post('/queries/chaired/suggest', { param: 'nope', params: {} })).status).toBe(400);
    expect(await suggestValues(store, queryById([QUERY], 'chaired'), 'person', {})).toMatchObject({ rows: [] });
  });
});
