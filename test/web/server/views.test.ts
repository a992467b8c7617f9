import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { GraphStore } from '../../../graph/store.ts';
import { ExportDocument } from '../../../web/api/export.ts';
import { ArticleYears, PrintedAnswer } from '../../../web/api/times.ts';
import { LinkAnswer, Opened, SavedView, SavedViews } from '../../../web/api/views.ts';
import { Problem } from '../../../web/api.ts';
import { type Server, serve } from '../../../web/server/main.ts';
import { CHAIRED_KEY, FIRST, MEETING, openFixture, WANG } from '../fixture.ts';

const NOW = new Date('2026-05-01T08:00:00.000Z');
let store: GraphStore;
let server: Server;
beforeAll(async () => {
  store = await openFixture();
  const queries = {
    list: [],
    run: () => Promise.reject(new Error('none')),
    suggest: () => Promise.reject(new Error('none')),
  };
  server = await serve({ store, queries, port: 0, now: () => NOW, log: () => {} });
});
afterAll(async () => {
  await server.close();
  await store.close();
});

const send = (path: string, body?: unknown, method = 'POST', headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const get = async (path: string): Promise<unknown> => (await fetch(server.url + path)).json();
const content = {
  nodes: [
    { id: WANG, x: 1, y: 2, pinned: true },
    { id: MEETING, x: 30, y: -4 },
  ],
  hidden: [],
  selected: null,
  window: null,
  focus: null,
  opened: [],
};

describe('saved views over HTTP', () => {
  it('are saved, listed, opened with what is new since, changed and deleted', async () => {
    const saved = SavedView.parse(await (await send('/api/views', { name: ' 王的会 ', content })).json());
    expect(saved).toMatchObject({ name: '王的会', version: 1, nodes: 2, createdAt: NOW.toISOString() });
    const opened = Opened.parse(await get(`/api/v/${saved.id}`));
    expect(opened).toMatchObject({ kind: 'view', content: { ...content, also: [], tinted: false } });
    const next = SavedView.parse(await (await send(`/api/views/${saved.id}`, { content }, 'PUT')).json());
    expect(next.version).toBe(2);
    await send(`/api/views/${saved.id}`, undefined, 'DELETE');
    expect(SavedViews.parse(await get('/api/views')).views).toEqual([]);
    await send(`/api/views/${saved.id}`, { isDeleted: false }, 'PUT');
    expect(SavedViews.parse(await get('/api/views')).views).toHaveLength(1);
  });

  it('are opened with what they show, so that a page asks once; a shortened address as well', async () => {
    const ids = (opened: Opened) => opened.picture.nodes.map(({ id }) => id).sort();
    const saved = SavedView.parse(await (await send('/api/views', { name: '一次', content })).json());
    const view = Opened.parse(await get(`/api/v/${saved.id}`));
    expect(ids(view)).toEqual([WANG, MEETING].sort());
    expect(view.picture.relations.map(({ key }) => key)).toContain(CHAIRED_KEY);
    const address = `/explore?n=${encodeURIComponent(WANG)}@1.2,${MEETING}@3.-4!~0,person/none@0.0&t=2019-01-01..2019-02-01`;
    const { id } = LinkAnswer.parse(await (await send('/api/links', { address })).json());
    const link = Opened.parse(await get(`/api/v/${id}`));
    expect(link).toMatchObject({ kind: 'link', address, picture: view.picture });
    const board = LinkAnswer.parse(await (await send('/api/links', { address: '/board?n=person/x@0.0' })).json());
    expect(Opened.parse(await get(`/api/v/${board.id}`)).picture).toEqual({ nodes: [], relations: [] });
  });

  it('are being read when the document is asked for, and an id that nothing has harms nobody', async () => {
    const { id } = LinkAnswer.parse(await (await send('/api/links', { address: `/explore?n=${WANG}@7.7` })).json());
    const read = vi.spyOn(store, 'read');
    const reads = () => read.mock.calls.filter(([{ cypher }]) => cypher.includes('AS degree')).length;
    try {
      for (const name of [id, 'abc', 'no%20id']) await send(`/v/${name}`, undefined, 'GET');
      await expect.poll(reads).toBe(1);
      expect(Opened.parse(await get(`/api/v/${id}`)).picture.nodes).toMatchObject([{ id: WANG }]);
      expect(reads()).toBe(1);
    } finally {
      read.mockRestore();
    }
  });

  it.each([
    ['a view without a name', '/api/views', { name: '  ', content }],
    ['a view that shows nothing', '/api/views', { name: 'x', content: { ...content, nodes: [] } }],
    ['an address of another site', '/api/links', { address: '//evil.example/x' }],
    ['an address of another kind', '/api/links', { address: 'javascript:alert(1)' }],
    ['an export of nothing', '/api/export', { format: 'json', ids: [], without: { types: [], keys: [] }, head: [] }],
    [
      'an export in no format',
      '/api/export',
      { format: 'exe', ids: [WANG], without: { types: [], keys: [] }, head: [] },
    ],
  ])('refuses %s', async (_what, path, body) => {
    const response = await send(path, body);
    expect([response.status, Problem.parse(await response.json()).code]).toEqual([400, 'bad-input']);
  });

  it('refuses writes that another site makes a browser send, whatever they carry', async () => {
    const before = await get('/api/views');
    const foreign = { Origin: 'http://evil.example' };
    expect((await send('/api/views', { name: 'x', content }, 'POST', foreign)).status).toBe(400);
    const [{ id }] = SavedViews.parse(before).views as [SavedView];
    expect((await send(`/api/views/${id}`, undefined, 'DELETE', foreign)).status).toBe(400);
    expect((await formPost('/api/views', JSON.stringify({ name: 'x', content }))).status).toBe(400);
    expect(await get('/api/views')).toEqual(before);
  });

  it('keeps a long address under one link, and knows no other', async () => {
    const address = `/explore?n=${'a'.repeat(5000)}`;
    const [one, again] = [await send('/api/links', { address }), await send('/api/links', { address })];
    const { id } = LinkAnswer.parse(await one.json());
    expect(LinkAnswer.parse(await again.json()).id).toBe(id);
    expect(await get(`/api/v/${id}`)).toMatchObject({ kind: 'link', address });
    expect(Problem.parse(await get('/api/v/0000')).code).toBe('not-found');
    expect(Problem.parse(await get('/api/v/..%2f')).code).toBe('bad-input');
  });
});

describe('times over HTTP', () => {
  it('tell when events were printed, and how many articles there are of each year', async () => {
    const { articles, of } = PrintedAnswer.parse(await (await send('/api/printed', { ids: [MEETING, WANG] })).json());
    expect(of[MEETING]).toContain(FIRST);
    expect(articles.find(({ id }) => id === FIRST)?.date).toMatch(/^\d{4}/u);
    expect(ArticleYears.parse(await get('/api/article-years')).years.length).toBeGreaterThan(0);
  });
});

describe('exports over HTTP', () => {
  const part = { ids: [WANG, MEETING], without: { types: [], keys: [] as string[] }, head: ['=王的会', '图 /v/1'] };
  const file = async (format: string, more: object = {}) =>
    Buffer.from(await (await send('/api/export', { ...part, format, ...more })).arrayBuffer()).toString('utf8');

  it('write tables behind a byte order mark and a head, in which nothing runs as a formula', async () => {
    const csv = await file('csv-evidence');
    expect(csv.startsWith('\ufeff# =王的会\r\n# 图 /v/1\r\nrelation,article,')).toBe(true);
    expect(csv.indexOf('\ufeff', 1)).toBe(-1);
    expect(csv).toContain('王昌荣主持召开座谈会');
  });

  it('write the chosen nodes, and only the relations among them that are shown', async () => {
    const all = ExportDocument.parse(JSON.parse(await file('json')));
    expect(all.nodes.map(({ id }) => id)).toEqual(part.ids);
    expect(all.relations.map(({ key }) => key)).toContain(CHAIRED_KEY);
    expect(all.relations.every(({ from, to }) => part.ids.includes(from) && part.ids.includes(to))).toBe(true);
    expect(all.relations[0]?.citations[0]?.quote).not.toBe('');
    const without = { types: [], keys: [CHAIRED_KEY] };
    const fewer = ExportDocument.parse(JSON.parse(await file('json', { without })));
    expect(fewer.relations.map(({ key }) => key)).not.toContain(CHAIRED_KEY);
    const none = ExportDocument.parse(JSON.parse(await file('json', { without: { types: ['CHAIRED'], keys: [] } })));
    expect(none.relations.map(({ type }) => type)).not.toContain('CHAIRED');
  });

  it('write graph files with the head escaped', async () => {
    const gexf = await file('gexf', { head: ['<b>&"王'] });
    expect(gexf).toContain('&lt;b&gt;&amp;');
    expect(gexf).toContain(`id="${MEETING}"`);
    expect(await file('graphml')).toContain('</graphml>');
  });
});

/** What a form on another page sends without asking. */
function formPost(path: string, body: string): Promise<{ status: number | undefined }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      server.url + path,
      { method: 'POST', headers: { 'Content-Type': 'text/plain' } },
      (response) => {
        response.resume();
        resolve({ status: response.statusCode });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
