import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const CONTRACT = '../../../web/client/contract.ts';
const NODE = {
  id: 'person/王昌荣',
  kind: 'Person',
  labels: [],
  name: '王昌荣',
  note: null,
  type: null,
  date: null,
  dateTo: null,
  datePrecision: null,
  dateText: null,
  issue: null,
  degree: 1,
};

/** The page's calls, to a server that answers this. */
async function callsOf(answer: unknown, status = 200) {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(answer), { status }));
  return import('../../../web/client/http.ts');
}

describe('a call of the page', () => {
  beforeEach(() => {
    vi.resetModules();
  });
  afterEach(() => {
    vi.doUnmock(CONTRACT);
    vi.unstubAllGlobals();
  });
  const withoutShapes = () =>
    vi.doMock(CONTRACT, () => {
      throw new Error('no network');
    });

  it('takes a picture that fits without its shape', async () => {
    withoutShapes();
    const { getSubgraph } = await callsOf({ nodes: [NODE], relations: [] });
    expect((await getSubgraph(['person/王昌荣'])).nodes).toEqual([NODE]);
  });

  it('says what is wrong with a picture that does not fit', async () => {
    const { getSubgraph } = await callsOf({ nodes: [{ ...NODE, name: 7 }], relations: [] });
    await expect(getSubgraph(['person/王昌荣'])).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringMatching(/^\/api\/subgraph: nodes\.0\.name .*string/u),
    });
  });

  it('leaves out of an answer what its shape does not have', async () => {
    const { getArticles } = await callsOf({ articles: [{ ...NODE, secret: 1 }], other: 2 });
    expect(await getArticles()).toEqual({ articles: [NODE] });
  });

  it('tells shapes that do not come as a server that is away', async () => {
    withoutShapes();
    const { getArticles } = await callsOf({ articles: [] });
    await expect(getArticles()).rejects.toMatchObject({ code: 'offline' });
  });

  it('tells what the server says is wrong, without shapes too', async () => {
    withoutShapes();
    const { getArticles } = await callsOf({ code: 'bad-input', message: 'x', details: { field: 'ids' } }, 400);
    await expect(getArticles()).rejects.toMatchObject({ code: 'bad-input', message: 'x', details: { field: 'ids' } });
  });
});
