import { describe, expect, test } from 'vitest';
import { COUNTED_AT_ONCE, counted, leastCurrent, tellAfter } from '../../graph/per-version.ts';
import type { GraphStore } from '../../graph/store.ts';

/** A store that has only a version, and a count that is held up until it is let go. */
function openGraph(articles: number) {
  const graph = { mark: 'a', articles };
  const store = {
    read: async ({ cypher }: { readonly cypher: string }) =>
      cypher.includes('Summary') ? [{ summary: graph.mark }] : [{ total: graph.articles }],
  } as unknown as GraphStore;
  const begun: string[] = [];
  const waiting: (() => void)[] = [];
  const count = async (): Promise<string> => {
    const { mark } = graph;
    begun.push(mark);
    await new Promise<void>((resolve) => waiting.push(resolve));
    return mark;
  };
  const letGo = async (): Promise<void> => {
    // Whoever has asked must have come as far as to wait.
    await new Promise((resolve) => setTimeout(resolve));
    for (const resolve of waiting.splice(0)) resolve();
  };
  return { graph, store, count, begun, letGo };
}

describe('a count over a large graph', () => {
  const large = COUNTED_AT_ONCE + 1;

  test('is the one from before a change, and says so, while the graph is counted again once', async () => {
    const { graph, store, count, begun, letGo } = openGraph(large);
    const first = counted(store, count);
    await letGo();
    expect(await first).toEqual({ value: 'a', state: { articles: large, isCurrent: true } });
    graph.mark = 'b';
    graph.articles = large + 1;
    for (let asked = 0; asked < 3; asked += 1)
      expect(await counted(store, count)).toEqual({ value: 'a', state: { articles: large, isCurrent: false } });
    expect(begun).toEqual(['a', 'b']);
    await letGo();
    await letGo();
    expect(await counted(store, count)).toEqual({ value: 'b', state: { articles: large + 1, isCurrent: true } });
  });

  test('is waited for where there is none from before, and is marked where the graph changed meanwhile', async () => {
    const { graph, store, count, begun, letGo } = openGraph(large);
    const first = counted(store, count);
    await new Promise((resolve) => setTimeout(resolve));
    graph.mark = 'b';
    const second = counted(store, count);
    await letGo();
    expect([(await first).state.isCurrent, (await second).state.isCurrent]).toEqual([true, false]);
    expect(begun).toEqual(['a']);
  });

  test('is said to be counted where the first one takes long, and is there for those who ask later', async () => {
    const { store, count, begun, letGo } = openGraph(large);
    tellAfter(store, 1);
    await expect(counted(store, count)).rejects.toMatchObject({ code: 'counting', details: { articles: large } });
    await expect(counted(store, count)).rejects.toMatchObject({ code: 'counting' });
    await letGo();
    expect((await counted(store, count)).value).toBe('a');
    expect(begun).toEqual(['a']);
  });

  test('that fails is counted again by the next who asks, and spoils no count from before', async () => {
    const { graph, store } = openGraph(large);
    let works = true;
    const count = async (): Promise<number> => (works ? 1 : Promise.reject(new Error('gone')));
    expect((await counted(store, count)).value).toBe(1);
    [graph.mark, works] = ['b', false];
    expect((await counted(store, count)).state.isCurrent).toBe(false);
    works = true;
    await counted(store, count);
    await new Promise((resolve) => setTimeout(resolve));
    expect((await counted(store, count)).state.isCurrent).toBe(true);
  });
});

test('a count over a small graph is waited for, however long a store lets wait', async () => {
  const { store, count, letGo } = openGraph(COUNTED_AT_ONCE);
  tellAfter(store, 0);
  const first = counted(store, count);
  await new Promise((resolve) => setTimeout(resolve, 5));
  await letGo();
  expect((await first).value).toBe('a');
});

test('counts of a large graph for which nobody waits follow each other, and hold up none that somebody waits for', async () => {
  const { graph, store, count, begun, letGo } = openGraph(COUNTED_AT_ONCE + 1);
  const other = (): Promise<string> => count();
  const urgent = (): Promise<string> => count();
  for (const counting of [counted(store, count), counted(store, other)]) {
    await letGo();
    await counting;
  }
  graph.mark = 'b';
  await counted(store, count);
  await counted(store, other);
  await new Promise((resolve) => setTimeout(resolve));
  expect(begun).toEqual(['a', 'a', 'b']);
  const waited = counted(store, urgent);
  await new Promise((resolve) => setTimeout(resolve));
  expect(begun).toEqual(['a', 'a', 'b', 'b']);
  await letGo();
  expect((await waited).state.isCurrent).toBe(true);
  await letGo();
  await letGo();
  for (const done of [count, other]) expect((await counted(store, done)).state.isCurrent).toBe(true);
});

test('a count over a small graph is of the graph as it is when it is asked for, even where another count still runs', async () => {
  const { graph, store, count, begun, letGo } = openGraph(COUNTED_AT_ONCE);
  const first = counted(store, count);
  await new Promise((resolve) => setTimeout(resolve));
  graph.mark = 'b';
  const second = counted(store, count);
  await letGo();
  await letGo();
  expect((await first).value).toBe('a');
  expect(await second).toEqual({ value: 'b', state: { articles: COUNTED_AT_ONCE, isCurrent: true } });
  expect(begun).toEqual(['a', 'b']);
});

test('numbers of several counts are as current as the least current of them', () => {
  expect(
    leastCurrent([
      { articles: 3, isCurrent: true },
      { articles: 2, isCurrent: false },
    ]),
  ).toEqual({ articles: 2, isCurrent: false });
});
