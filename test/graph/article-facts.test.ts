import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleFacts } from '../../graph/article-facts.ts';
import type { GraphStore } from '../../graph/store.ts';
import { FIRST, FIRST_TEXT, openFixture, SECOND, WANG } from '../web/fixture.ts';

let store: GraphStore;
beforeAll(async () => {
  store = await openFixture();
});
afterAll(() => store.close());

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
