import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relationKey } from '../../graph/model.ts';
import { endsOfKey, relationEvidence } from '../../graph/relation-evidence.ts';
import type { GraphStore } from '../../graph/store.ts';
import { CHAIRED_KEY, CITY, FIRST, MEETING, openFixture, PROVINCE, SECOND, WANG } from '../web/fixture.ts';

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

describe('endsOfKey', () => {
  it('reads both ends of a key, whatever its qualifier', () => {
    expect(endsOfKey(relationKey('HOLDS', WANG, 'org/省委', '常委|书记'))).toEqual({ from: WANG, to: 'org/省委' });
  });
});
