import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { countChecks } from '../../graph/board/checks.ts';
import { tallyFacts } from '../../graph/board/facts.ts';
import { boardList } from '../../graph/board/list.ts';
import { timelineOf } from '../../graph/board/timeline.ts';
import { judge } from '../../graph/judgements.ts';
import { perVersion } from '../../graph/per-version.ts';
import { possiblyTheSame } from '../../graph/same-name.ts';
import type { GraphStore } from '../../graph/store.ts';
import { markChanged } from '../../graph/version.ts';
import { writeGraph } from '../../graph/writer.ts';
import { CHAIRED_KEY, MEETING, PART, WANG } from '../web/fixture.ts';
import { ENGINES } from './engines.ts';

const MORE = {
  nodes: [
    { id: 'person/王长荣', name: '王长荣', pinyin: 'wangchangrong', initials: 'wcr' },
    { id: `${WANG}（甲）`, name: '王昌荣' },
    { id: 'event/cccccccccccccccc', name: '座谈会' },
    { id: 'place/无此地', name: '无此地' },
  ].map(({ id, ...properties }) => ({
    id,
    kind: id.startsWith('place')
      ? ('Place' as const)
      : id.startsWith('event')
        ? ('Event' as const)
        : ('Person' as const),
    labels: [],
    properties: { id, search: properties.name, ...properties },
  })),
  relations: [],
};
const LISTS = [
  'rule:test.rule',
  'tenth:8',
  'tenth:0',
  'type:CHAIRED:2019-07',
  'type:CHAIRED:',
  'kind:Person:2019-07',
  'articles:place/浙江省/湖州市:2019-07',
  'articles::2019-07',
  'look-alikes',
  'unknown-places',
  'undated-events',
  'undated-articles',
  'orphans',
  'judged:dispute',
  'judged:confirm',
];

describe('the board', () => {
  const stores: GraphStore[] = [];
  beforeEach(async (context) => {
    if (stores.length > 0) return;
    for (const engine of ENGINES.toReversed()) stores.push(await engine.open(context));
    for (const store of stores) {
      await writeGraph(store, PART);
      await writeGraph(store, MORE);
      const said = { relation: CHAIRED_KEY, verdict: 'dispute', reason: 'time', note: null } as const;
      await judge(store, { ...said, by: '甲', at: '2026-01-01T00:00:00.000Z' });
    }
  }, 120_000);
  afterAll(() => Promise.all(stores.map((store) => store.close())));

  /** What both engines say. */
  async function same<T>(read: (store: GraphStore) => Promise<T>): Promise<T> {
    const [there, here] = await Promise.all(stores.map(read));
    expect(here).toEqual(there);
    return here as T;
  }

  test('counts articles and what they name by month', async () => {
    const { periods, articles, named } = await same(timelineOf);
    expect([periods, articles.get('2019-07')]).toEqual([['2019-07'], 2]);
    expect(named.get('Person')?.get('2019-07')).toBe(2);
  }, 120_000);

  test('counts statements by rule, relation and confidence', async () => {
    const tally = await same(async (store) => {
      const found = await tallyFacts(store);
      return {
        total: found.total,
        rules: found.rules(),
        chaired: found.count('type:CHAIRED:2019-07'),
        tenths: found.tenths(),
      };
    });
    expect(tally).toMatchObject({ total: 9, rules: [{ rule: 'test.rule', count: 9 }], chaired: 2 });
    expect(tally.tenths[8]).toBe(9);
  }, 120_000);

  test('counts what is worth a look, and each number is as long as its list', async () => {
    const checks = await same(countChecks);
    expect(checks).toEqual({ 'unknown-places': 1, 'undated-events': 1, 'undated-articles': 0, orphans: 3 });
    for (const [list, count] of Object.entries(checks))
      expect((await same((store) => boardList(store, list))).total, list).toBe(count);
  }, 120_000);

  test('opens each number with the sentence of every item', async () => {
    for (const list of LISTS) {
      const { items, total } = await same((store) => boardList(store, list));
      expect(items.length, list).toBe(total);
    }
    const rule = await boardList(stores[0] as GraphStore, 'rule:test.rule');
    expect(rule.items.every(({ relation, quotes }) => relation !== null && quotes[0]?.rule === 'test.rule')).toBe(true);
    const [disputed] = (await boardList(stores[0] as GraphStore, 'judged:dispute')).items;
    expect(disputed).toMatchObject({ judgement: { by: '甲', reason: 'time' }, relation: { key: CHAIRED_KEY } });
    const alike = await boardList(stores[0] as GraphStore, 'look-alikes');
    expect(alike.items.map(({ nodes, why }) => [...nodes.map(({ name }) => name), why])).toEqual([
      ['王昌荣', '王长荣', 'sound'],
    ]);
    for (const list of ['nothing', 'kind:x:2019', 'judged:x'])
      await expect(boardList(stores[0] as GraphStore, list)).rejects.toMatchObject({ code: 'not-found' });
  }, 240_000);

  test('counts once a change of the graph', async () => {
    for (const store of stores) {
      let counted = 0;
      const count = async (): Promise<number> => ++counted;
      expect([await perVersion(store, count), await perVersion(store, count)]).toEqual([1, 1]);
      await store.write(markChanged());
      expect(await perVersion(store, count)).toBe(2);
      const failing = async (): Promise<number> => Promise.reject(new Error('no'));
      await expect(perVersion(store, failing)).rejects.toThrow('no');
      await expect(perVersion(store, failing), 'a failure is not kept').rejects.toThrow('no');
    }
  }, 120_000);

  test('says who else may be the same person or event', async () => {
    expect((await same((store) => possiblyTheSame(store, WANG))).map(({ id }) => id)).toEqual([`${WANG}（甲）`]);
    expect((await same((store) => possiblyTheSame(store, MEETING))).map(({ id }) => id)).toEqual([
      'event/cccccccccccccccc',
    ]);
    expect(await same((store) => possiblyTheSame(store, 'place/浙江省'))).toEqual([]);
  }, 120_000);
});
