/** Words in articles: on both engines the same articles, whatever stands beside the words. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { searchArticles } from '../../graph/article-search.ts';
import type { NodeRecord } from '../../graph/model.ts';
import type { GraphStore } from '../../graph/store.ts';
import { writeGraph } from '../../graph/writer.ts';
import { ENGINES } from './engines.ts';

const TEXTS: readonly (readonly [title: string, day: string | null, text: string])[] = [
  [
    '推进会在湖州举行',
    '2019-07-03',
    '第3届“枫桥经验”推进会在湖州举行，300多人参加。\n会议强调：GDP增长3.5%，ＡＰＰ上线。',
  ],
  ['省领导赴湖州调研', '2019-07-05', '省领导赴湖州调研。他说，枫桥的经验在湖，州里人人都懂gdp。'],
  ['学习手语', null, '在北京大学里学习手语（京剧、东京、京）。𠮷田先生也在；App里有视频。'],
  ['平安建设', '2018-01-01', `${'平安'.repeat(60)}，网格员上门。`],
];

/** Every part of up to four characters of some of the words, and what no text has. */
const PARTS = ['第3届“枫桥', '3.5%，ＡＰＰ', '京、东京、京）。𠮷田', '湖，州里', 'gdp。'].flatMap((words) => {
  const characters = [...words];
  return characters.flatMap((_, at) => [1, 2, 4].map((length) => characters.slice(at, at + length).join('')));
});
const QUERIES = [
  ...new Set([...PARTS, '枫桥经验 湖州', '湖州 手语', 'GDP', 'app', '"', '*', 'AND', '没有', ') OR (', '\\']),
];

const articles: readonly NodeRecord[] = TEXTS.map(([title, day, text], index) => ({
  id: `article/${index}`,
  kind: 'Article',
  labels: [],
  properties: { name: title, title, search: title, text, ...(day !== null && { publishedOn: day }) },
}));

describe('words in articles', () => {
  const stores: GraphStore[] = [];
  // Before each rather than all, because only a test can be skipped with a reason; the tests below only read.
  beforeEach(async (context) => {
    if (stores.length > 0) return;
    for (const engine of ENGINES.toReversed()) stores.push(await engine.open(context));
    for (const store of stores) await writeGraph(store, { nodes: articles, relations: [] });
  });
  afterAll(() => Promise.all(stores.map((store) => store.close())));

  test('are found in the same articles on both engines, as they stand and as parts', async () => {
    for (const query of QUERIES) {
      const [there, here] = await Promise.all(stores.map((store) => searchArticles(store, query, 10)));
      expect(there, query).toEqual(here);
      const held = TEXTS.filter(
        ([title, , text]) =>
          /[\p{L}\p{N}]/u.test(query) &&
          query.split(' ').every((word) => `${title}\n${text}`.toLowerCase().includes(word.toLowerCase())),
      );
      expect(here?.total, query).toBe(held.length);
    }
  }, 120_000);

  test('come with the passages that hold them, the newest paper first', async () => {
    for (const store of stores) {
      const { hits, total, more } = await searchArticles(store, '湖州', 1);
      expect({ total, more, first: hits.map(({ source }) => source.id) }).toEqual({
        total: 2,
        more: false,
        first: ['article/1'],
      });
      const [hit] = hits;
      expect(hit?.titleSpans).toEqual([[4, 6]]);
      expect(hit?.passages.map(({ text, spans }) => spans.map(([from, to]) => text.slice(from, to)))).toEqual([
        ['湖州'],
      ]);
    }
  });

  test('are marked wherever they stand in a passage, at places of the text itself', async () => {
    for (const store of stores) {
      const { hits } = await searchArticles(store, '平安', 1);
      const text = TEXTS[3]?.[2] ?? '';
      for (const { start, text: words, spans } of hits[0]?.passages ?? []) {
        expect(text.slice(start, start + words.length)).toBe(words);
        expect(spans.every(([from, to]) => words.slice(from, to) === '平安')).toBe(true);
      }
      expect(hits[0]?.passages[0]?.spans.length).toBeGreaterThan(10);
    }
  });
});
