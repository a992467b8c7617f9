import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { loadQueries, paramsOf, queryById, runQuery, suggestValues } from '../../graph/queries.ts';
import type { GraphStore, Table } from '../../graph/store.ts';
import { writeGraph } from '../../graph/writer.ts';
import { ENGINES } from './engines.ts';
import { QUERY_SAMPLE } from './query-sample.ts';
import { GIVEN } from './query-values.ts';

const queries = loadQueries();

describe('saved queries', () => {
  const stores: GraphStore[] = [];
  // Before each rather than all, because only a test can be skipped with a reason; the tests below only read.
  beforeEach(async (context) => {
    if (stores.length > 0) return;
    // The real server first: where it is missing nothing else need be started.
    for (const engine of ENGINES.toReversed()) stores.push(await engine.open(context));
    for (const store of stores) await writeGraph(store, QUERY_SAMPLE);
  });
  afterAll(() => Promise.all(stores.map((store) => store.close())));

  /** The answer of the embedded engine, once the other has given the same. */
  async function same(read: (store: GraphStore) => Promise<Table>, what: string): Promise<Table> {
    const [there, here] = await Promise.all(stores.map(read));
    expect(here, what).toEqual(there);
    return here as Table;
  }

  test.each(queries.map((query) => [query.id, query] as const))(
    'give the same rows on both engines: %s',
    async (id, query) => {
      const cases = GIVEN[id] ?? [];
      expect(cases, `${id} needs values here`).not.toEqual([]);
      for (const [index, values] of cases.entries()) {
        const { rows } = await same((store) => runQuery(store, query, values), JSON.stringify(values));
        if (index === 0) expect(rows.length, `${id} finds something`).toBeGreaterThan(0);
      }
    },
  );

  const suggesting = queries.flatMap((query) =>
    Object.keys(query.suggest).map((param) => [query.id, param, query] as const),
  );
  test.each(suggesting)(
    'suggest what their field takes, and the same on both engines: %s %s',
    async (id, param, query) => {
      const { rows } = await same((store) => suggestValues(store, query, param, GIVEN[id]?.[0] ?? {}), param);
      expect(rows.length).toBeGreaterThan(0);
      for (const [value] of rows)
        for (const store of stores)
          expect(await paramsOf(store, query, { ...GIVEN[id]?.[0], [param]: value })).not.toMatchObject({
            [param]: null,
          });
    },
  );

  test('suggest by what the other fields hold', async () => {
    const query = queryById(queries, 'shared-events-of-two');
    const withWang = await same((store) => suggestValues(store, query, 'second', { first: '王昌荣' }), 'first');
    expect(withWang.rows.map(([id]) => id)).toContain('person/张𠮷');
    expect((await same((store) => suggestValues(store, query, 'second', {}), 'none')).rows).toEqual([]);
    expect(
      (await same((store) => suggestValues(store, query, 'second', { first: '没有此人' }), 'nobody')).rows,
    ).toEqual([]);
    expect((await same((store) => suggestValues(store, query, 'limit', {}), 'limit')).rows).toEqual([]);
  });

  test('find the two posts at one time, and the two cities on one day', async () => {
    const posts = await same((store) => runQuery(store, queryById(queries, 'concurrent-posts'), {}), 'posts');
    expect(posts.rows.map(([person, first, , second]) => [person, first, second])).toEqual([
      ['person/赵军', '书记', '市长'],
    ]);
    const days = await same((store) => runQuery(store, queryById(queries, 'same-day-in-two-cities'), {}), 'days');
    expect(days.rows.map(([date, person]) => [date, person])).toEqual([['2019-07-05', 'person/赵军']]);
  });
});
