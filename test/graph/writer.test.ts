import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { GraphPart } from '../../graph/model.ts';
import { nodesById, relationsByKey } from '../../graph/records.ts';
import { applySchema } from '../../graph/schema.ts';
import type { GraphStore } from '../../graph/store.ts';
import { openEmbedded } from '../../graph/stores/embedded.ts';
import { writeGraph } from '../../graph/writer.ts';

const person = {
  id: 'person/王昌荣',
  kind: 'Person',
  labels: ['Official'],
  properties: { name: '王昌荣', search: '王昌荣' },
} as const;
const event = { id: 'event/e1', kind: 'Event', labels: [], properties: { name: '推进会', search: '推进会' } } as const;
const key = 'CHAIRED|person/王昌荣|event/e1';
const chaired = (article: string, confidence: number) =>
  ({
    key,
    type: 'CHAIRED',
    from: person.id,
    to: event.id,
    properties: { evidence: [`article/${article}#1-9`], rules: ['chaired.host'], confidences: [confidence] },
  }) as const;
const part = (article: string, confidence: number): GraphPart => ({
  nodes: [
    { ...person, labels: [...person.labels] },
    { ...event, labels: [] },
  ].map((node) => ({ ...node, labels: [...node.labels] })),
  relations: [chaired(article, confidence)].map((relation) => ({
    ...relation,
    properties: {
      ...relation.properties,
      evidence: [...relation.properties.evidence],
      rules: [...relation.properties.rules],
      confidences: [...relation.properties.confidences],
    },
  })),
});

describe('writeGraph', () => {
  let store: GraphStore;
  beforeEach(async () => {
    store = await openEmbedded(':memory:');
    await applySchema(store);
  });
  afterEach(() => store.close());

  test('writes nodes with all their labels, and relations between them', async () => {
    const report = await writeGraph(store, part('a', 0.8));
    expect(report).toMatchObject({ nodesCreated: 2, relationsCreated: 1 });
    expect(await nodesById(store, [person.id])).toEqual([{ ...person, labels: ['Official'] }]);
    const labels = await store.read({
      cypher: 'MATCH (n:Entity {id: $id}) RETURN labels(n) AS labels',
      params: { id: person.id },
      row: z.object({ labels: z.array(z.string()) }),
    });
    expect([...(labels[0]?.labels ?? [])].sort()).toEqual(['Entity', 'Official', 'Person']);
  });

  test('opens no transaction when nothing changes', async () => {
    await writeGraph(store, part('a', 0.8));
    const watched: GraphStore = Object.create(store, {
      read: { value: store.read.bind(store) },
      write: { value: () => Promise.reject(new Error('wrote')) },
    });
    expect(await writeGraph(watched, part('a', 0.8))).toMatchObject({
      nodesChanged: 0,
      nodesUnchanged: 2,
      relationsChanged: 0,
      relationsUnchanged: 1,
    });
  });

  test('adds the evidence of a second article to a statement that is there', async () => {
    await writeGraph(store, part('b', 0.5));
    expect(await writeGraph(store, part('a', 0.8))).toMatchObject({ nodesChanged: 0, relationsChanged: 1 });
    const relation = (await relationsByKey(store, [{ key, type: 'CHAIRED', from: person.id }])).get(key);
    expect(relation?.properties).toEqual({
      confidence: 0.9,
      confidences: [0.8, 0.5],
      evidence: ['article/a#1-9', 'article/b#1-9'],
      rules: ['chaired.host', 'chaired.host'],
    });
  });

  test('two parts written at the same time both stay', async () => {
    await Promise.all(['a', 'b', 'c'].map((article) => writeGraph(store, part(article, 0.5))));
    const relation = (await relationsByKey(store, [{ key, type: 'CHAIRED', from: person.id }])).get(key);
    expect(relation?.properties.evidence).toHaveLength(3);
  });

  test('refuses a relation to a node that nobody has, and writes nothing of the part', async () => {
    const { nodes, relations } = part('a', 0.8);
    const broken = { nodes: nodes.slice(0, 1), relations };
    await expect(writeGraph(store, broken)).rejects.toMatchObject({ code: 'bad-input', details: { key } });
    expect(await nodesById(store, [person.id])).toEqual([]);
  });

  test('tells new articles from those that were there', async () => {
    const article = (id: string) => ({
      id,
      kind: 'Article' as const,
      labels: [],
      properties: { name: id, search: id },
    });
    await writeGraph(store, { nodes: [article('article/1')], relations: [] });
    const report = await writeGraph(store, { nodes: [article('article/1'), article('article/2')], relations: [] });
    expect(report).toMatchObject({ newArticles: ['article/2'], knownArticles: ['article/1'] });
  });
});
