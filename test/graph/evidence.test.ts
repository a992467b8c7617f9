import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleFacts, endsOfKey, passage, quotesOf, relationEvidence } from '../../graph/evidence.ts';
import { relationKey } from '../../graph/model.ts';
import type { GraphStore } from '../../graph/store.ts';
import { CHAIRED_KEY, CITY, FIRST, FIRST_TEXT, MEETING, openFixture, PROVINCE, SECOND, WANG } from '../web/fixture.ts';

let store: GraphStore;
beforeAll(async () => {
  store = await openFixture();
});
afterAll(() => store.close());

describe('relationEvidence', () => {
  it('returns every sentence that states the relation, from the oldest paper on, with its source', async () => {
    const { relation, from, to, sentences } = await relationEvidence(store, CHAIRED_KEY);
    expect(relation).toMatchObject({ type: 'CHAIRED', evidence: 2 });
    expect([from.id, to.id]).toEqual([WANG, MEETING]);
    expect(sentences.map(({ quote, source }) => [source.id, quote])).toEqual([
      [SECOND, '王昌荣日前主持召开座谈会'],
      [FIRST, '期间，王昌荣主持召开座谈会，朱恒毅出席。'],
    ]);
    expect(sentences[1]).toMatchObject({
      before: '',
      after: '会议要求推广全科网格。',
      cutBefore: false,
      cutAfter: false,
      rule: 'test.rule',
      confidence: 0.8,
      source: {
        title: '王昌荣在湖州调研',
        publication: '浙江法制报',
        issue: 5783,
        date: '2019-07-03',
        byline: [{ name: '张倩', role: 'reporter' }],
      },
    });
  });

  it('shows where an article names a node', async () => {
    const { sentences } = await relationEvidence(store, relationKey('MENTIONS', FIRST, WANG));
    expect(sentences.map(({ quote, before }) => [before, quote])).toEqual([['7月1日，省委常委、政法委书记', '王昌荣']]);
  });

  it('has no sentences for a relation that none states', async () => {
    expect((await relationEvidence(store, relationKey('PART_OF', CITY, PROVINCE))).sentences).toEqual([]);
  });

  it.each(['CHAIRED|person/没有|event/0', 'nonsense', ''])('refuses the key %j', async (key) => {
    await expect(relationEvidence(store, key)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('quotesOf', () => {
  it('leaves out references to nothing', async () => {
    const refs = [
      { articleId: FIRST, start: 0, end: 4 },
      { articleId: 'article/0000000000000000', start: 0, end: 4 },
      { articleId: FIRST, start: 0, end: 100_000 },
    ];
    expect((await quotesOf(store, refs)).map(({ quote }) => quote)).toEqual(['7月1日']);
  });
});

describe('articleFacts', () => {
  it('lists what the article states in the order of its text, and nothing that only another article states', async () => {
    const { facts } = await articleFacts(store, FIRST);
    expect(facts.map(({ relation }) => relation.type)).toEqual([
      'HOLDS',
      'SPOKE_AT',
      'HELD_IN',
      'CHAIRED',
      'REPORTED_IN',
      'ATTENDED',
      'ABOUT',
      'LAUNCHED_IN',
    ]);
    expect(facts.map(({ start, end }) => FIRST_TEXT.slice(start, end))).not.toContain('王昌荣日前主持召开座谈会');
  });

  it('describes every node that its facts and mentions speak of', async () => {
    const { facts, mentions, nodes } = await articleFacts(store, FIRST);
    const known = new Set(nodes.map(({ id }) => id));
    const spoken = [...facts.flatMap(({ relation }) => [relation.from, relation.to]), ...mentions.map(({ id }) => id)];
    expect(spoken.filter((id) => !known.has(id))).toEqual([]);
  });

  it('names the articles of the same file in their order', async () => {
    expect((await articleFacts(store, FIRST)).siblings.map(({ id }) => id)).toEqual([SECOND, FIRST]);
  });

  it('refuses an id that no article has', async () => {
    await expect(articleFacts(store, WANG)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('passage', () => {
  it('always returns a piece of one paragraph that reads on as the text does', () => {
    const text = fc.string({ unit: fc.constantFrom('王', '。', '\n', '𠮷', 'a'), minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, one, other) => {
        const [start, end] = [one % whole.length, other % (whole.length + 1)].sort((a, b) => a - b) as [number, number];
        const { before, quote, after } = passage(whole, start, end);
        expect(quote).toBe(whole.slice(start, end));
        expect(whole.slice(start - before.length, end + after.length)).toBe(before + quote + after);
        expect(before).not.toContain('\n');
        expect(after).not.toContain('\n');
      }),
    );
  });

  it('never cuts a character in two', () => {
    const whole = `${'𠮷'.repeat(100)}王${'𠮷'.repeat(100)}`;
    const { before, after, cutBefore, cutAfter } = passage(whole, 200, 201);
    for (const part of [before, after]) expect(() => encodeURIComponent(part)).not.toThrow();
    expect([cutBefore, cutAfter]).toEqual([true, true]);
  });
});

describe('endsOfKey', () => {
  it('reads both ends of a key, whatever its qualifier', () => {
    expect(endsOfKey(relationKey('HOLDS', WANG, 'org/省委', '常委|书记'))).toEqual({ from: WANG, to: 'org/省委' });
  });
});
