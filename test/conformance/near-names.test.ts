import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { NodeRecord } from '../../graph/model.ts';
import { isOneAway, nearNames } from '../../graph/near-names.ts';
import type { GraphStore } from '../../graph/store.ts';
import { writeGraph } from '../../graph/writer.ts';
import { searchForms } from '../../ingest/search-forms.ts';
import { ENGINES } from './engines.ts';

function named(id: string, kind: NodeRecord['kind'], name: string, aliases: readonly string[] = []): NodeRecord {
  const forms = searchForms(name, aliases, kind === 'Person');
  const more = aliases.length > 0 ? { aliases: [...aliases] } : {};
  return { id, kind, labels: [], properties: { id, name, ...forms, ...more } };
}

const NODES = [
  named('program/全科网格', 'Program', '全科网格'),
  named('program/全科医生', 'Program', '全科医生'),
  named('program/县级矛调中心', 'Program', '县级矛调中心', ['矛盾调解中心']),
  named('person/王昌荣', 'Person', '王昌荣'),
  named('person/王长荣', 'Person', '王长荣'),
];

describe('names near one that nothing has', () => {
  const stores: GraphStore[] = [];
  beforeEach(async (context) => {
    if (stores.length > 0) return;
    for (const engine of ENGINES.toReversed()) stores.push(await engine.open(context));
    for (const store of stores) await writeGraph(store, { nodes: NODES, relations: [] });
  });
  afterAll(() => Promise.all(stores.map((store) => store.close())));

  test('are one character away, in the name or an alias, or of the same sound, on both engines', async () => {
    for (const [query, ids] of [
      ['全科网络', ['program/全科网格']],
      ['全科的网格', ['program/全科网格']],
      ['矛盾调节中心', ['program/县级矛调中心']],
      ['王常荣', ['person/王昌荣', 'person/王长荣']],
      ['全科网格', []],
      ['没有这样的', []],
      ['王', []],
      ['"全科" OR *', []],
    ] as const)
      for (const store of stores) {
        const near = await nearNames(store, query, 5);
        expect(near.map(({ node }) => node.id).sort(), `${query} on ${store.engine}`).toEqual(ids);
      }
  }, 120_000);

  test('say which form is near', async () => {
    for (const store of stores) {
      expect(await nearNames(store, '矛盾调节中心', 5)).toMatchObject([{ form: '矛盾调解中心', by: 'character' }]);
      expect(await nearNames(store, '全科网哥', 5)).toMatchObject([{ form: '全科网格', by: 'sound' }]);
    }
  }, 120_000);
});

test.each([
  ['全科网格', '全科网络', true],
  ['全科网格', '全科网', true],
  ['科网格', '全科网格', true],
  ['全科网格', '全科网格', false],
  ['全科网格', '全科', false],
  ['全科网格', '网格全科', false],
])('of %s and %s one character is other: %s', (one, other, is) => {
  expect(isOneAway([...one], [...other])).toBe(is);
  expect(isOneAway([...other], [...one])).toBe(is);
});
