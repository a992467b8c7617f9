import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { articleFacts } from '../../graph/article-facts.ts';
import { type BranchCount, countNeighbours } from '../../graph/branches.ts';
import { nodeDetails } from '../../graph/details.ts';
import { listArticles, overviewOf } from '../../graph/overview.ts';
import { findPaths } from '../../graph/paths.ts';
import { relationEvidence } from '../../graph/relation-evidence.ts';
import { searchNodes } from '../../graph/search.ts';
import { sharedNeighbours } from '../../graph/shared.ts';
import type { GraphStore } from '../../graph/store.ts';
import { articlesByYear, printedOf } from '../../graph/times/printed.ts';
import { listNeighbours, loadNeighbours, previewNeighbours, subgraphOf } from '../../graph/traverse.ts';
import { writeGraph } from '../../graph/writer.ts';
import { ENGINES } from './engines.ts';
import { SAMPLE } from './sample.ts';

const IDS = SAMPLE.nodes.map(({ id }) => id);
const ARTICLES = SAMPLE.nodes.filter(({ kind }) => kind === 'Article').map(({ id }) => id);
const QUERIES = [
  '王昌',
  '浙江 省',
  '“湖州”',
  '王昌rong',
  '王',
  '王昌荣',
  'wcr',
  'hz',
  'zhejiang',
  '湖',
  '𠮷',
  '省委',
  '会',
  'a',
  "'",
  '\\',
  '.*',
  ' ',
];

const branchOf = ({ relation, direction, kind }: BranchCount) => ({ relation, direction, kind });

describe('what the explorer reads', () => {
  const stores: GraphStore[] = [];
  // Before each rather than all, because only a test can be skipped with a reason; the tests below only read.
  beforeEach(async (context) => {
    if (stores.length > 0) return;
    // The real server first: where it is missing nothing else need be started.
    for (const engine of ENGINES.toReversed()) stores.push(await engine.open(context));
    for (const store of stores) await writeGraph(store, SAMPLE);
  }, 240_000);
  afterAll(() => Promise.all(stores.map((store) => store.close())));

  /** The answer of the embedded engine, once the other has given the same. */
  async function same<T>(read: (store: GraphStore) => Promise<T>, what: string): Promise<T> {
    const [there, here] = await Promise.all(stores.map(read));
    expect(here, what).toEqual(there);
    return here as T;
  }

  test('the overview is the same on both engines', async () => {
    const { kinds, starts } = await same(overviewOf, 'overview');
    expect(kinds.Article).toBe(ARTICLES.length);
    expect(starts.length).toBeGreaterThan(0);
    expect(await same((store) => listArticles(store, 100), 'articles')).toHaveLength(ARTICLES.length);
  });

  test('a search is the same on both engines', async () => {
    for (const query of QUERIES) {
      for (const kind of [undefined, 'Person', 'Place', 'Article'] as const) {
        await same((store) => searchNodes(store, { query, kind, limit: 5 }), `${query} ${kind}`);
      }
    }
    const { hits } = await same((store) => searchNodes(store, { query: '王昌荣', limit: 5 }), '王昌荣');
    expect(hits[0]?.node.name).toBe('王昌荣');
  });

  test('a node with its facts is the same on both engines', async () => {
    for (const id of IDS) {
      const { node, groups } = await same((store) => nodeDetails(store, id), id);
      expect(node.id).toBe(id);
      expect(groups.length).toBeGreaterThan(0);
    }
  });

  test('what surrounds a node is the same on both engines, whatever is asked for', async () => {
    for (const id of IDS) {
      const branches = await same((store) => countNeighbours(store, id), id);
      const total = new Set(branches.map(({ relation, direction }) => `${relation}${direction}`)).size;
      expect(total).toBeGreaterThan(0);
      for (const order of ['date', 'degree'] as const) {
        for (const limit of [1, 50]) {
          const input = { id, take: branches.map(branchOf), limit, order, shown: IDS.slice(0, 4) };
          const loaded = await same((store) => loadNeighbours(store, input), `${id} ${order} ${limit}`);
          const preview = await same((store) => previewNeighbours(store, input), `${id} ${order} ${limit}`);
          expect(preview).toEqual({ adds: loaded.nodes.length, left: loaded.left });
          const listed = await same((store) => listNeighbours(store, { ...input, offset: 0 }), `${id} list`);
          expect(listed).toEqual({ nodes: loaded.nodes, total: preview.adds + preview.left });
        }
      }
    }
  });

  test('a picture is the same on both engines, with every relation', async () => {
    const { nodes, relations } = await same((store) => subgraphOf(store, IDS), 'all');
    expect([nodes.length, relations.length]).toEqual([SAMPLE.nodes.length, SAMPLE.relations.length]);
  });

  test('paths between two nodes, and what they have in common, are the same on both engines', async () => {
    const [from = '', ...others] = IDS;
    let found = 0;
    for (const to of others) {
      for (const hubs of [false, true]) {
        for (const order of ['shortest', 'time'] as const) {
          const input = { from, to, order, longest: 4, hubs };
          found += (await same((store) => findPaths(store, input), JSON.stringify(input))).paths.length;
        }
        await same((store) => sharedNeighbours(store, [from, to], hubs), `${to} ${hubs}`);
      }
    }
    expect(found).toBeGreaterThan(0);
  });

  test('the evidence of every relation is the same on both engines', async () => {
    for (const { key, properties } of SAMPLE.relations) {
      const { sentences } = await same((store) => relationEvidence(store, key), key);
      expect(sentences.length, key).toBe((properties.evidence as string[] | undefined)?.length ?? sentences.length);
    }
  });

  test('an article with its facts is the same on both engines', async () => {
    for (const id of ARTICLES) await same((store) => articleFacts(store, id), id);
  });

  test('the days on which things were printed are the same on both engines', async () => {
    const { articles, of } = await same((store) => printedOf(store, IDS), 'printed');
    for (const { key, properties } of SAMPLE.relations.filter(({ type }) => type === 'LAUNCHED_IN')) {
      const behind = (properties.evidence as string[]).map((ref) => ref.split('#')[0]);
      expect(of[key], key).toEqual([...new Set(behind)].sort());
    }
    expect(articles.length).toBeGreaterThan(0);
    const years = await same(articlesByYear, 'years');
    const dated = SAMPLE.nodes.filter(({ properties }) => properties.publishedOn !== undefined);
    expect(years.reduce((sum, { articles }) => sum + articles, 0)).toBe(dated.length);
  });
});
