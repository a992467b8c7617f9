import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeStatements } from '../../graph/change.ts';
import { type GraphPart, type NodeRecord, relationKey } from '../../graph/model.ts';
import { nodesById, relationsByKey } from '../../graph/records.ts';
import { planReplacement } from '../../graph/replace.ts';
import { applySchema } from '../../graph/schema.ts';
import type { GraphStore } from '../../graph/store.ts';
import { openEmbedded } from '../../graph/stores/embedded.ts';
import { uniteParts, writeGraph } from '../../graph/writer.ts';

const PLACE = 'place/浙江省/湖州市';
const PERSON = 'person/王伟';
const MANY = 60;
const articleAt = (index: number): string => `article/${String(index).padStart(4, '0')}`;
const HOLDS = relationKey('HOLDS', PERSON, PLACE, '市长');

function node(id: string, kind: NodeRecord['kind'], properties: NodeRecord['properties'] = {}): NodeRecord {
  return { id, kind, labels: [], properties: { name: id, search: id, ...properties } };
}

/** What an article contributes that names a place, in one of some forms, and a mayor on a day. */
function part(index: number, alias: string, day: string): GraphPart {
  const article = articleAt(index);
  const mention = (to: string, form: string) => {
    const key = relationKey('MENTIONS', article, to);
    return { key, type: 'MENTIONS' as const, from: article, to, properties: { spans: ['1-2'], forms: [form] } };
  };
  return {
    nodes: [node(article, 'Article'), node(PLACE, 'Place', { aliases: [alias] }), node(PERSON, 'Person')],
    relations: [
      mention(PLACE, alias),
      mention(PERSON, 'usual'),
      {
        key: HOLDS,
        type: 'HOLDS',
        from: PERSON,
        to: PLACE,
        properties: {
          title: '市长',
          observedFrom: day,
          observedTo: day,
          evidence: [`${article}#1-9`],
          rules: ['r'],
          confidences: [0.5],
        },
      },
    ],
  };
}

describe('withdrawing what one of many articles states', () => {
  let store: GraphStore;
  let parts: Map<string, GraphPart>;
  let asked: string[];
  beforeEach(async () => {
    store = await openEmbedded(':memory:');
    await applySchema(store);
    parts = new Map(
      Array.from({ length: MANY }, (_, index) => [
        articleAt(index),
        part(
          index,
          index === 7 ? '湖城' : index % 2 === 0 ? '湖州' : '我市',
          index === 9 ? '2018-01-01' : '2019-07-03',
        ),
      ]),
    );
    asked = [];
    const all = [...parts.values()];
    await writeGraph(store, {
      nodes: all.flatMap(({ nodes }) => nodes),
      relations: all.flatMap((one) => one.relations),
    });
  });
  afterEach(() => store.close());

  async function withdraw(index: number): Promise<void> {
    const article = articleAt(index);
    const gone = uniteParts([parts.get(article) as GraphPart]);
    const change = await planReplacement(
      store,
      { articles: new Set([article]), gone, come: uniteParts([]) },
      {
        of: async (articles) => {
          asked.push(...articles);
          return new Map(articles.map((id) => [id, parts.get(id) as GraphPart]));
        },
        superior: (id) => node(id, 'Place'),
      },
    );
    await store.write(changeStatements(change));
  }
  const place = async () => (await nodesById(store, [PLACE]))[0]?.properties;
  const post = async () => (await relationsByKey(store, [{ key: HOLDS, type: 'HOLDS', from: PERSON }])).get(HOLDS);

  test('asks one other where the rest is stated in the same form', async () => {
    await withdraw(4);
    expect(asked).toHaveLength(1);
    expect((await place())?.aliases).toEqual(['我市', '湖城', '湖州']);
    expect((await post())?.properties.evidence).toHaveLength(MANY - 1);
    expect(await nodesById(store, [articleAt(4)])).toEqual([]);
  });

  test('asks one of each form where no other has its own, and takes only that back', async () => {
    await withdraw(7);
    // One for the post, and one for each of the two forms that are left.
    expect(new Set(asked).size).toBeLessThanOrEqual(3);
    expect((await place())?.aliases).toEqual(['我市', '湖州']);
  });

  test('asks on until it knows what the others say of what it alone said', async () => {
    await withdraw(9);
    expect((await post())?.properties).toMatchObject({ observedFrom: '2019-07-03', observedTo: '2019-07-03' });
  });

  test('keeps what nobody can be asked about', async () => {
    parts = new Map([[articleAt(7), parts.get(articleAt(7)) as GraphPart]]);
    const article = articleAt(7);
    const change = await planReplacement(
      store,
      { articles: new Set([article]), gone: uniteParts([parts.get(article) as GraphPart]), come: uniteParts([]) },
      { of: async () => new Map(), superior: (id) => node(id, 'Place') },
    );
    await store.write(changeStatements(change));
    expect((await place())?.aliases).toContain('湖城');
    expect((await post())?.properties.evidence).toHaveLength(MANY - 1);
  });

  test('refuses what comes with a relation to what its article does not name', async () => {
    const { nodes, relations } = part(1, '湖州', '2019-07-03');
    const come = uniteParts([{ nodes: nodes.slice(0, 1), relations }]);
    await expect(
      planReplacement(
        store,
        { articles: new Set(), gone: uniteParts([]), come },
        { of: async () => new Map(), superior: (id) => node(id, 'Place') },
      ),
    ).rejects.toMatchObject({ code: 'bad-input' });
  });
});
