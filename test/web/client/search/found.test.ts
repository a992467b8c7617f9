import { describe, expect, it } from 'vitest';
import type { NodeBrief } from '../../../../web/api.ts';
import { joined } from '../../../../web/client/search/found.ts';

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
