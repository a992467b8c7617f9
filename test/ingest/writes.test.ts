import { describe, expect, test } from 'vitest';
import { parseEvidence, RELATIONS, type RelationRecord } from '../../graph/model.ts';
import { openPipeline } from '../../ingest/pipeline.ts';
import { toGraph } from '../../ingest/writes.ts';
import { rawPage, seedPages } from '../support/pages.ts';

const pipeline = openPipeline();
const PAGE = `浙江法制报 2020年6月12日 星期五 第6020期

全省基层治理推进会在衢州召开

本报记者 张倩

本报讯 全省基层治理推进会9日在衢州召开。副省长祁若川出席并讲话。祁若川强调，衢州市要推广“全科网格”。
`;
const part = toGraph(pipeline.run(rawPage(PAGE)).extraction);
const node = (id: string) => part.nodes.find((candidate) => candidate.id === id);
const relations = (type: string): readonly RelationRecord[] =>
  part.relations.filter((relation) => relation.type === type);

describe('the graph of a page', () => {
  test('labels officials, reporters and places by level, and joins a place with its superiors', () => {
    expect(node('person/祁若川')?.labels).toEqual(['Official']);
    expect(node('person/张倩')?.labels).toEqual(['Reporter']);
    expect(node('place/浙江省/衢州市')?.labels).toEqual(['City']);
    expect(relations('PART_OF').map(({ from, to }) => `${from} → ${to}`)).toContain(
      'place/浙江省/衢州市 → place/浙江省',
    );
  });

  test('keeps every sentence that states a relation, with its rule', () => {
    const [spoke] = relations('SPOKE_AT');
    const { evidence, rules, confidences } = (spoke?.properties ?? {}) as Record<string, readonly string[]>;
    expect(evidence).toHaveLength(2);
    expect(rules).toHaveLength(2);
    expect(confidences).toHaveLength(2);
    const text = node(parseEvidence(evidence?.[0] as string)?.articleId as string)?.properties.text as string;
    const quotes = (evidence ?? []).map((reference) => {
      const { start, end } = parseEvidence(reference) ?? { start: 0, end: 0 };
      return text.slice(start, end);
    });
    expect(quotes).toEqual(['副省长祁若川出席并讲话。', '祁若川强调，衢州市要推广“全科网格”。']);
  });

  test('observes a post on the day of the paper and says nothing of its end', () => {
    const [holds] = relations('HOLDS');
    expect(holds?.properties).toMatchObject({ title: '副省长', observedFrom: '2020-06-12', observedTo: '2020-06-12' });
  });

  test('names who reported it and in which role', () => {
    expect(relations('REPORTED_BY').map(({ to, properties }) => [to, properties.role])).toEqual([
      ['person/张倩', 'reporter'],
    ]);
  });
});

describe('the graph of the seed pages', () => {
  const parts = seedPages().map((page) => toGraph(pipeline.run(page).extraction));

  test('joins only kinds that its relation type joins, and only nodes that it has', () => {
    for (const { nodes, relations: all } of parts) {
      const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]));
      for (const { type, from, to, key } of all) {
        expect(RELATIONS[type].from, key).toContain(kinds.get(from));
        expect(RELATIONS[type].to, key).toContain(kinds.get(to));
      }
    }
  });

  test('has one record an id and one a key', () => {
    for (const { nodes, relations: all } of parts) {
      expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    }
  });

  test('stores nothing that is unknown', () => {
    for (const { nodes, relations: all } of parts) {
      for (const { properties } of [...nodes, ...all]) {
        for (const value of Object.values(properties)) expect(value).not.toBeNull();
      }
    }
  });
});
