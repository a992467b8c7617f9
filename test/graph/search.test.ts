import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainMatch, normaliseQuery, searchNodes } from '../../graph/search.ts';
import type { GraphStore } from '../../graph/store.ts';
import { recordedStore } from '../support/recorded-store.ts';
import { CITY, COMMITTEE, FIRST, GRID, openFixture, VISIT, WANG } from '../web/fixture.ts';

describe('searchNodes', () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await openFixture();
  });
  afterAll(() => store.close());

  const idsFor = async (query: string, limit = 10) =>
    (await searchNodes(store, { query, limit })).hits.map(({ node }) => node.id);

  it.each([
    ['a whole name', '王昌荣', WANG],
    ['initials', 'wcr', WANG],
    ['initials in capitals', 'WCR', WANG],
    ['pinyin without spaces', 'wangchangrong', WANG],
    ['pinyin with spaces', 'wang chang', WANG],
    ['pinyin with tone marks', 'wáng chāng', WANG],
    ['an alias', '省委政法委', COMMITTEE],
    ['a part of a name', '科网', GRID],
    ['full-width letters', 'ｗｃｒ', WANG],
    ['traditional characters', '王昌榮', WANG],
  ])('finds a node by %s', async (_how, query, id) => {
    expect((await idsFor(query))[0]).toBe(id);
  });

  it('puts the whole name before names that only hold the query', async () => {
    expect(await idsFor('王昌荣')).toEqual([WANG, FIRST, VISIT]);
  });

  it('counts what was found by kind, whatever kind is asked for', async () => {
    const { counts, hits } = await searchNodes(store, { query: '王昌荣', kind: 'Event', limit: 10 });
    expect(counts).toEqual({ Article: 1, Event: 1, Person: 1 });
    expect(hits.map(({ node }) => node.id)).toEqual([VISIT]);
  });

  it('looks at all names once where all that was found fits, and counts them by the store where it does not', async () => {
    const lookedAt = async (limit: number) => {
      const recorded = recordedStore(store);
      const { counts } = await searchNodes(recorded.store, { query: '王昌荣', limit });
      expect(counts).toEqual({ Article: 1, Event: 1, Person: 1 });
      return [...recorded.statements.keys()].filter((cypher) => cypher.includes('n.search CONTAINS')).length;
    };
    expect(await lookedAt(10)).toBe(1);
    expect(await lookedAt(1)).toBe(2);
  });

  it('keeps to the limit and still counts all', async () => {
    const { counts, hits } = await searchNodes(store, { query: '王昌荣', limit: 1 });
    expect(hits).toHaveLength(1);
    expect(counts).toEqual({ Article: 1, Event: 1, Person: 1 });
  });

  it.each(['', '   ', '没有这个名字', "'; MATCH (n) DETACH DELETE n //", '.*', '\\'])(
    'finds nothing for %j',
    async (query) => {
      expect(await searchNodes(store, { query, limit: 10 })).toEqual({ counts: {}, hits: [] });
    },
  );

  it('describes what it finds: posts of a person, parents of a place', async () => {
    const person = (await searchNodes(store, { query: 'wcr', kind: 'Person', limit: 1 })).hits[0]?.node;
    expect(person).toMatchObject({ id: WANG, kind: 'Person', labels: ['Official'], note: '书记' });
    const place = (await searchNodes(store, { query: '湖州', kind: 'Place', limit: 1 })).hits[0]?.node;
    expect(place).toMatchObject({ id: CITY, note: '浙江省', type: 'city' });
  });
});

describe('normaliseQuery', () => {
  it.each([
    ['  Wáng  Chāng ', 'wang chang'],
    ['Lǜ', 'lü'],
    ['ＷＣＲ', 'wcr'],
    ['王 昌荣', '王 昌荣'],
  ])('turns %j into %j', (query, expected) => {
    expect(normaliseQuery(query)).toBe(expected);
  });
});

describe('explainMatch', () => {
  const forms = { name: '王昌荣', aliases: ['王书记'], pinyin: 'wangchangrong', initials: 'wcr' };

  it('underlines the characters of a name', () => {
    expect(explainMatch('昌', forms)).toEqual({ by: 'name', form: '王昌荣', spans: [[1, 2]], nameSpan: [1, 2] });
  });

  it('names the alias that was hit', () => {
    expect(explainMatch('王书', forms)).toEqual({ by: 'alias', form: '王书记', spans: [[0, 2]], nameSpan: null });
  });

  it('maps initials onto the first letters of syllables and onto characters', () => {
    expect(explainMatch('cr', forms)).toEqual({
      by: 'initials',
      form: 'wang chang rong',
      spans: [
        [5, 6],
        [11, 12],
      ],
      nameSpan: [1, 3],
    });
  });

  it('maps pinyin that runs over a syllable onto both', () => {
    expect(explainMatch('gcha', forms)).toEqual({
      by: 'pinyin',
      form: 'wang chang rong',
      spans: [
        [3, 4],
        [5, 8],
      ],
      nameSpan: [0, 2],
    });
  });

  it('passes over marks between the characters', () => {
    const name = '县（市、区）𠮷会';
    const forms = { name, aliases: [], pinyin: 'xianshiqujihui', initials: 'xsqjh' };
    const span = explainMatch('sqj', forms).nameSpan ?? [0, 0];
    expect(name.slice(...span)).toBe('市、区）𠮷');
  });

  it('shows the stored letters where syllables and characters do not pair up', () => {
    const odd = { name: 'DNA库', aliases: [], pinyin: 'dnaku', initials: 'dk' };
    expect(explainMatch('dna', odd)).toMatchObject({ by: 'name', nameSpan: [0, 3] });
    expect(explainMatch('aku', odd)).toEqual({ by: 'pinyin', form: 'dnaku', spans: [[2, 5]], nameSpan: null });
    expect(explainMatch('dk', odd)).toEqual({ by: 'initials', form: 'dk', spans: [[0, 2]], nameSpan: null });
  });

  it('says so when it cannot tell', () => {
    expect(explainMatch('x', forms)).toEqual({ by: 'other', form: '王昌荣', spans: [], nameSpan: null });
  });
});
