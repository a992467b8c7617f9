import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZhituError } from '../../../graph/errors.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { QueryResult, SavedQueries } from '../../../web/api/queries.ts';
import {
  ArticleAnswer,
  Articles,
  Branches,
  EvidenceAnswer,
  Health,
  Neighbours,
  NodeAnswer,
  Overview,
  Preview,
  Problem,
  SearchAnswer,
  Subgraph,
} from '../../../web/api.ts';
import { type Server, serve } from '../../../web/server/main.ts';
import type { QueryShelf } from '../../../web/server/routes/queries.ts';
import { CHAIRED_KEY, FIRST, FIRST_TEXT, MEETING, openFixture, WANG } from '../fixture.ts';

const shelf: QueryShelf = {
  list: [
    {
      id: 'chaired',
      title: '某人主持的活动',
      titleEn: 'Chaired',
      purpose: '',
      purposeEn: '',
      group: 'events',
      sentence: null,
      sentenceEn: null,
      suggest: [],
      views: ['table'],
      for: [],
      cypher: 'RETURN 1',
      params: [],
    },
  ],
  suggest: async () => ({ columns: ['id'], rows: [[WANG], ['x'], [null]], truncated: false }),
  run: async (id, { person }) => {
    if (id === 'broken') throw new Error('secret: hunter2');
    if (id !== 'chaired') throw new ZhituError('not-found', `no saved query is called ${id}`, { id });
    if (typeof person !== 'string') throw new ZhituError('bad-input', 'person: expected a name', {});
    return {
      columns: ['活动', '证据', '次数'],
      rows: [[{ id: MEETING, labels: ['Event'], properties: { id: MEETING } }, [`${FIRST}#0-4`], 2]],
      truncated: false,
    };
  },
};

let store: GraphStore;
let server: Server;
const logged: unknown[] = [];
beforeAll(async () => {
  store = await openFixture();
  server = await serve({ store, queries: shelf, port: 0, log: (error) => logged.push(error) });
});
afterAll(async () => {
  await server.close();
  await store.close();
});

const get = (path: string, fields: Record<string, string> = {}) =>
  fetch(`${server.url}${path}?${new URLSearchParams(fields)}`);
const post = (path: string, body: unknown) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

async function problem(response: Response): Promise<[number, string]> {
  return [response.status, Problem.parse(await response.json()).code];
}

describe('what the API answers fits the contract', () => {
  const branch = { relation: 'CHAIRED', direction: 'out', kind: 'Event' };

  it('says which engine it stands on', async () => {
    expect(Health.parse(await (await get('/api/health')).json())).toEqual({
      status: 'ok',
      engine: 'embedded',
      location: ':memory:',
    });
  });

  it('counts the graph for the start page and says where to begin', async () => {
    const overview = Overview.parse(await (await get('/api/overview')).json());
    expect(overview.kinds).toEqual({ Article: 2, Event: 2, Organization: 1, Person: 3, Place: 2, Program: 1 });
    expect(overview.labels).toMatchObject({ Official: 1, Reporter: 1 });
    expect(overview.relations).toMatchObject({ CHAIRED: 1, MENTIONS: 6 });
    expect([overview.files, overview.firstDay, overview.lastDay]).toEqual([1, '2019-07-02', '2019-07-03']);
    expect(overview.latest.map(({ name }) => name)).toEqual(['王昌荣在湖州调研', '座谈会召开']);
    expect(overview.starts.map(({ node, about, count }) => [node.name, about, count])).toEqual([
      ['王昌荣', 'events', 2],
      ['全科网格', 'places', 1],
      ['湖州市', 'programs', 1],
    ]);
  });

  it('searches', async () => {
    const { hits } = SearchAnswer.parse(await (await get('/api/search', { q: 'wcr' })).json());
    expect(hits[0]).toMatchObject({ node: { id: WANG }, match: { by: 'initials', nameSpan: [0, 3] } });
  });

  it('gives a node with its facts by relation, each with a sentence', async () => {
    const { node, properties, groups } = NodeAnswer.parse(await (await get('/api/node', { id: WANG })).json());
    expect(node.name).toBe('王昌荣');
    expect(properties).not.toHaveProperty('search');
    expect(groups.map(({ relation, direction, total }) => `${relation} ${direction} ${total}`)).toEqual([
      'CHAIRED out 1',
      'SPOKE_AT out 1',
      'HOLDS out 1',
      'MENTIONS in 1',
    ]);
    expect(groups[0]?.facts[0]?.quote?.quote).toContain('王昌荣主持召开座谈会');
  });

  it('counts neighbours before loading, previews, and loads', async () => {
    expect(Branches.parse(await (await get('/api/neighbours', { id: WANG })).json()).branches).toContainEqual({
      ...branch,
      total: 1,
    });
    const input = { id: WANG, take: [branch], shown: [WANG] };
    expect(Preview.parse(await (await post('/api/neighbours/preview', input)).json())).toEqual({ adds: 1, left: 0 });
    const { nodes, relations } = Neighbours.parse(await (await post('/api/neighbours', input)).json());
    expect([nodes[0]?.id, relations[0]?.key]).toEqual([MEETING, CHAIRED_KEY]);
  });

  it('gives the picture of given ids', async () => {
    const { nodes, relations } = Subgraph.parse(await (await post('/api/subgraph', { ids: [WANG, MEETING] })).json());
    expect([nodes.length, relations.length]).toEqual([2, 1]);
  });

  it('gives every sentence of a relation', async () => {
    const { sentences } = EvidenceAnswer.parse(await (await get('/api/evidence', { key: CHAIRED_KEY })).json());
    expect(sentences).toHaveLength(2);
  });

  it('gives an article whose facts and names quote its text', async () => {
    const { text, facts, mentions } = ArticleAnswer.parse(await (await get('/api/article', { id: FIRST })).json());
    expect(text).toBe(FIRST_TEXT);
    expect(facts.length).toBeGreaterThan(0);
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toContain('王昌荣');
    expect(Articles.parse(await (await get('/api/articles')).json()).articles.map(({ id }) => id)).toContain(FIRST);
  });

  it('lists saved queries, and runs one with its nodes and quotes described', async () => {
    expect(SavedQueries.parse(await (await get('/api/queries')).json()).queries.map(({ id }) => id)).toEqual([
      'chaired',
    ]);
    const result = QueryResult.parse(
      await (await post('/api/queries/chaired/run', { params: { person: '王昌荣' } })).json(),
    );
    expect(result.rows).toEqual([[MEETING, [`${FIRST}#0-4`], 2]]);
    expect(result.nodes.map(({ name }) => name)).toEqual(['座谈会']);
    expect(result.quotes.map(({ quote }) => quote)).toEqual(['7月1日']);
  });
});

describe('every failure has one shape', () => {
  it.each([
    ['an unknown route', () => get('/api/nothing'), 404, 'not-found'],
    ['an unknown page', () => get('/nothing'), 404, 'not-found'],
    ['an unknown node', () => get('/api/node', { id: 'person/没有' }), 404, 'not-found'],
    ['an unknown article', () => get('/api/article', { id: 'article/0' }), 404, 'not-found'],
    ['an unknown relation', () => get('/api/evidence', { key: 'x' }), 404, 'not-found'],
    ['an unknown query', () => post('/api/queries/nothing/run', {}), 404, 'not-found'],
    ['a missing field', () => get('/api/node'), 400, 'bad-input'],
    ['a field given twice', () => fetch(`${server.url}/api/node?id=a&id=b`), 400, 'bad-input'],
    ['a limit out of range', () => get('/api/search', { q: 'x', limit: '0' }), 400, 'bad-input'],
    ['a kind that is none', () => get('/api/search', { q: 'x', kind: 'Ghost' }), 400, 'bad-input'],
    [
      'a parameter that does not fit',
      () => post('/api/queries/chaired/run', { params: { person: 3 } }),
      400,
      'bad-input',
    ],
    ['malformed JSON', () => post('/api/subgraph', '{"ids": ['), 400, 'bad-input'],
    ['no body', () => fetch(`${server.url}/api/subgraph`, { method: 'POST' }), 400, 'bad-input'],
    ['a body too large', () => post('/api/subgraph', { ids: ['x'.repeat(2_200_000)] }), 413, 'bad-input'],
    [
      'a malformed address',
      () => fetch(`${server.url}/api/queries/%E0%A4%A/run`, { method: 'POST' }),
      400,
      'bad-input',
    ],
    ['a broken server', () => post('/api/queries/broken/run', {}), 500, 'internal'],
  ])('%s', async (_what, call, status, code) => {
    expect(await problem(await call())).toEqual([status, code]);
  });

  it('names the field at fault', async () => {
    const response = await get('/api/search', { q: 'x', limit: 'many' });
    expect(await response.json()).toMatchObject({ code: 'bad-input', details: { faults: [{ field: 'limit' }] } });
  });

  it('tells a caller nothing about an unknown error, and logs it', async () => {
    const response = await post('/api/queries/broken/run', {});
    expect(await response.text()).toBe(JSON.stringify({ code: 'internal', message: 'internal', details: {} }));
    expect(logged.map(String)).toContain('Error: secret: hunter2');
  });
});

describe('the server', () => {
  it.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('answers as %s', async (host) => {
    expect(await statusFor(`${host}:1234`)).toBe(200);
  });

  it.each(['evil.example', '127.0.0.1.evil.example', '10.0.0.1', ''])(
    'refuses the Host %j: another site may have pointed its name here',
    async (host) => {
      expect(await statusFor(host)).toBe(400);
    },
  );

  it('forbids inline script, framing and sniffing', async () => {
    const { headers } = await get('/api/health');
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self'(;|$)/u);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('does not let answers be kept', async () => {
    expect((await get('/api/overview')).headers.get('cache-control')).toBe('no-store');
  });

  it('names a taken port and says what to do', async () => {
    const port = Number(new URL(server.url).port);
    await expect(serve({ store, queries: shelf, port })).rejects.toMatchObject({
      code: 'port-in-use',
      message: expect.stringMatching(new RegExp(`${port}.*--port 0`, 'u')),
    });
  });

  it('closes although a client keeps its connection open', async () => {
    const other = await serve({ store, queries: shelf, port: 0 });
    const held = request({
      port: Number(new URL(other.url).port),
      host: '127.0.0.1',
      path: '/api/health',
      method: 'POST',
    });
    held.on('error', () => undefined);
    held.write('half a request');
    await new Promise((resolve) => held.once('socket', (open) => open.once('connect', resolve)));
    await other.close();
    await expect(fetch(`${other.url}/api/health`)).rejects.toThrow();
  });
});

/** `fetch` does not let the Host header be set. */
function statusFor(host: string): Promise<number> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/api/health', headers: { host }, setHost: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}
