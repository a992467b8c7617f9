import { describe, expect, test } from 'vitest';
import { recentSubgraph } from '../../graph/recent-pictures.ts';
import type { GraphStore, Statement } from '../../graph/store.ts';

/** A store of nodes without relations, which counts how often nodes are read. */
function openGraph() {
  const graph = { mark: 'a', name: '王伟', reads: 0, fails: false };
  const read = async ({ cypher, params = {} }: Statement): Promise<readonly unknown[]> => {
    if (cypher.includes('Summary')) return [{ summary: graph.mark }];
    if (cypher.includes('count(x)')) return [{ total: 1 }];
    if (!cypher.includes('AS degree')) return [];
    graph.reads += 1;
    const { name } = graph;
    await new Promise((resolve) => setTimeout(resolve));
    if (graph.fails) throw new Error('away');
    return (params.ids as readonly string[]).map((id) => ({ id, name, labels: [], degree: 0 }));
  };
  return { graph, store: { read } as unknown as GraphStore };
}

const names = async (store: GraphStore, ids: readonly string[]): Promise<readonly string[]> =>
  (await recentSubgraph(store, ids)).nodes.map(({ name }) => name);

describe('a picture that was read lately', () => {
  test('is read once for all who ask at once or later', async () => {
    const { graph, store } = openGraph();
    const asked = [names(store, ['org/a']), names(store, ['org/a'])];
    expect(await Promise.all(asked)).toEqual([['王伟'], ['王伟']]);
    expect(await names(store, ['org/a'])).toEqual(['王伟']);
    expect(graph.reads).toBe(1);
  });

  test('is read again when the graph has changed, also where that happened while it was read', async () => {
    const { graph, store } = openGraph();
    const early = names(store, ['org/a']);
    await new Promise((resolve) => setImmediate(resolve));
    Object.assign(graph, { mark: 'b', name: '王为' });
    await early;
    expect(await names(store, ['org/a'])).toEqual(['王为']);
    expect(graph.reads).toBe(2);
  });

  test('is told from one of other nodes, and from one of the same in another order', async () => {
    const { graph, store } = openGraph();
    for (const ids of [['org/a'], ['org/a', 'org/b'], ['org/b', 'org/a']])
      expect((await recentSubgraph(store, ids)).nodes.map(({ id }) => id)).toEqual(ids);
    expect(graph.reads).toBe(3);
  });

  test('is read again after a minute, as other programs change a graph without a mark', async () => {
    const { graph, store } = openGraph();
    let time = 0;
    const clock = (): number => time;
    for (time of [0, 59_999, 60_000]) await recentSubgraph(store, ['org/a'], clock);
    expect(graph.reads).toBe(2);
  });

  test('is not kept where reading it failed, nor for ever', async () => {
    const { graph, store } = openGraph();
    graph.fails = true;
    await expect(recentSubgraph(store, ['org/a'])).rejects.toThrow('away');
    graph.fails = false;
    expect(await names(store, ['org/a'])).toEqual(['王伟']);
    for (const id of ['org/b', 'org/c', 'org/d', 'org/e']) await names(store, [id]);
    expect(graph.reads).toBe(6);
    await names(store, ['org/a']);
    expect(graph.reads).toBe(7);
  });
});
