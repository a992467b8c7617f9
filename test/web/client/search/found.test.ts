import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NodeBrief } from '../../../../web/api.ts';
import { type Found, joined, look, type Texts } from '../../../../web/client/search/found.ts';

const brief = (id: string, kind: NodeBrief['kind']): NodeBrief => ({
  id,
  kind,
  labels: [],
  name: id,
  note: null,
  type: null,
  date: null,
  dateTo: null,
  datePrecision: null,
  dateText: null,
  issue: null,
  degree: 0,
});
const match = { by: 'name', form: 'x', spans: [], nameSpan: null } as const;
const names = {
  counts: { Person: 2, Article: 1 },
  hits: [
    { node: brief('person/王昌荣', 'Person'), match: { ...match, spans: [] } },
    { node: brief('article/1', 'Article'), match: { ...match, spans: [] } },
  ],
};
const source = {
  id: 'article/1',
  title: 'x',
  publication: null,
  issue: null,
  date: null,
  datePrecision: null,
  byline: [],
};

describe('what the search box shows', () => {
  it('shows an article that has the words once, with its passages, behind the names', () => {
    const articles = { hits: [{ source, titleSpans: [], passages: [] }], total: 8, more: true };
    const found = joined(names, articles, []);
    expect(found.items.map(({ type, id }) => [type, id])).toEqual([
      ['node', 'person/王昌荣'],
      ['article', 'article/1'],
    ]);
    expect(found.counts).toEqual({ Person: 2, Article: 8 });
    expect(found.articles).toEqual({ total: 8, more: true });
  });

  it('keeps titles that only their pinyin finds', () => {
    const found = joined(names, { hits: [], total: 0, more: false }, []);
    expect(found.items.map(({ id }) => id)).toEqual(['person/王昌荣', 'article/1']);
    expect(found.counts).toEqual({ Person: 2, Article: 1 });
  });
});

describe('looking for words', () => {
  const article = (id: string) => ({ source: { ...source, id }, titleSpans: [], passages: [] });
  const texts = { hits: Array.from({ length: 12 }, (_, at) => article(`article/t${at}`)), total: 40, more: false };
  let asked: string[] = [];
  beforeEach(() => {
    asked = [];
    vi.stubGlobal('fetch', async (url: string) => {
      const { pathname, searchParams } = new URL(url, 'http://page');
      asked.push(pathname);
      const limit = Number(searchParams.get('limit'));
      const isTexts = pathname.endsWith('/articles');
      return Response.json(isTexts ? { ...texts, hits: texts.hits.slice(0, limit) } : names);
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  /** What was told in turn, and what was kept. */
  async function looking(
    kind: 'Article' | 'Person' | null,
    known: Texts | null,
    signal = new AbortController().signal,
  ) {
    const told: (readonly [found: Found, isLast: boolean])[] = [];
    const kept: Texts[] = [];
    const tell = (found: Found, isLast: boolean) => told.push([found, isLast]);
    await look('x', kind, known, { signal, tell, keep: (one) => kept.push(one) });
    return { told, kept };
  }
  const textsIn = ({ items }: Found) => items.filter(({ type }) => type === 'article').length;

  it('tells names before it asks for texts, and asks for none where the reader types on meanwhile', async () => {
    const abort = new AbortController();
    const tell = (found: Found, isLast: boolean) => {
      expect([found.items.length, isLast, asked]).toEqual([2, false, ['/api/search']]);
      abort.abort();
    };
    await expect(look('x', null, null, { signal: abort.signal, tell, keep: () => undefined })).rejects.toThrow();
    await new Promise((done) => setTimeout(done, 300));
    expect(asked).toEqual(['/api/search']);
  });

  it('keeps the texts it has while it looks for more of them', async () => {
    const { told, kept } = await looking('Article', {
      q: 'x',
      limit: 4,
      answer: { ...texts, hits: texts.hits.slice(0, 4) },
    });
    expect(told.map(([found, isLast]) => [textsIn(found), isLast])).toEqual([
      [4, false],
      [12, true],
    ]);
    expect(kept).toEqual([{ q: 'x', limit: 12, answer: texts }]);
  });

  it('asks for no texts that it has, nor for any among other kinds', async () => {
    const known = { q: 'x', limit: 12, answer: texts };
    expect((await looking(null, known)).told.map(([found, isLast]) => [textsIn(found), isLast])).toEqual([[4, true]]);
    expect((await looking('Person', known)).told.map(([found, isLast]) => [textsIn(found), isLast])).toEqual([
      [0, true],
    ]);
    expect(asked).toEqual(['/api/search', '/api/search']);
  });
});
