import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { GraphStore } from '../../../graph/store.ts';
import { markChanged } from '../../../graph/version.ts';
import { CoverageAnswer, Matrix, Quotes, Spread } from '../../../web/api/spread.ts';
import { Carriers, Comparison, Leaders } from '../../../web/api/spread-compare.ts';
import { type Server, serve } from '../../../web/server/main.ts';
import { CITY, FIRST, FIRST_TEXT, GRID, openFixture, PROVINCE, refTo } from '../fixture.ts';

const none = (): Promise<never> => Promise.reject(new Error('no saved queries here'));
let store: GraphStore;
let server: Server;
beforeAll(async () => {
  store = await openFixture();
  server = await serve({ store, queries: { list: [], run: none, suggest: none }, port: 0 });
});
afterAll(async () => {
  await server.close();
  await store.close();
});

const get = (path: string, fields: Record<string, string> | URLSearchParams = {}): Promise<Response> =>
  fetch(`${server.url}/api/${path}?${new URLSearchParams(fields)}`);

async function answer<Shape extends z.ZodType>(shape: Shape, path: string, fields: Record<string, string> = {}) {
  const response = await get(path, fields);
  expect(response.status, await response.clone().text()).toBe(200);
  return shape.parse(await response.json());
}

describe('the addresses of spread', () => {
  const program = '全科网格';

  it('answer in the shape of the contract, for a program by name, alias or id', async () => {
    for (const given of [program, '全科网格工作站', GRID]) {
      const { places, totals } = await answer(Spread, 'spread', { program: given });
      expect(totals).toMatchObject({ declared: 11, covered: 1, adopted: 1 });
      expect(places.find(({ id }) => id === CITY)).toMatchObject({ stage: 'origin', rank: 1, coverage: [1] });
    }
    expect((await answer(Spread, 'spread', { program, level: 'province', grain: 'month' })).periods).toEqual([
      '2019-07',
    ]);
    expect((await answer(Matrix, 'spread/matrix')).programs).toMatchObject([{ id: GRID, adopted: 1 }]);
    expect((await answer(Leaders, 'spread/leaders')).leaders).toMatchObject([{ place: CITY, firsts: [GRID] }]);
    expect((await answer(Carriers, 'spread/carriers', { program })).carriers).toEqual([]);
  });

  it('compare programs, places and periods', async () => {
    const places = await answer(Comparison, 'spread/compare', { by: 'place', a: '湖州市', b: '浙江省' });
    expect(places.shared.map(({ id }) => id)).toEqual([GRID]);
    const periods = await answer(Comparison, 'spread/compare', {
      by: 'period',
      a: '2018',
      b: '2019-07..2019',
      program,
    });
    expect(periods.onlyB.map(({ id }) => id)).toEqual([CITY]);
    // What is in both stretches is in each for itself.
    const both = await answer(Comparison, 'spread/compare', { by: 'period', a: '2019', b: '2019-07' });
    expect(both.shared).toMatchObject([{ id: GRID, first: null, replaced: null }]);
    const programs = await answer(Comparison, 'spread/compare', { by: 'program', a: program, b: program });
    expect(programs.shared).toMatchObject([{ id: CITY, first: 'together', replaced: null }]);
  });

  it('open the articles behind a number and the sentence behind a claim', async () => {
    const { articles, total } = await answer(CoverageAnswer, 'spread/coverage', { place: PROVINCE, period: '2019' });
    expect([articles.map(({ id }) => id), total]).toEqual([[FIRST], 1]);
    const ref = refTo(FIRST, FIRST_TEXT, '湖州市探索建立全科网格。');
    const { quotes } = await answer(Quotes, 'spread/quotes', { ref });
    expect(quotes.map(({ quote }) => quote)).toEqual(['湖州市探索建立全科网格。']);
  });

  it('count again after a change of the graph', async () => {
    const before = await answer(Spread, 'spread', { program });
    await store.write([
      { cypher: "MATCH (a:Article {id: $id}) SET a.publishedOn = '2020-01-02'", params: { id: FIRST }, row: Spread },
      ...markChanged(),
    ]);
    const after = await answer(Spread, 'spread', { program });
    expect([before.lastDay, after.lastDay]).toEqual(['2019-07-03', '2020-01-02']);
  });

  it('give reports as files to keep', async () => {
    const html = await get('report/program', { program });
    expect(html.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''%E5/u);
    expect(await html.text()).toContain('<title>全科网格：扩散 Spread</title>');
    const panel = await get('report/panel', { program });
    expect(panel.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  });

  it.each([
    ['spread', { program: '没有' }, 404],
    ['spread', { program, level: 'village' }, 400],
    ['spread', {}, 400],
    ['spread/compare', { by: 'period', a: 'gestern', b: '2019' }, 400],
    ['spread/compare', { by: 'place', a: '湖州市', b: '火星' }, 404],
    ['spread/coverage', { place: CITY, period: '19' }, 400],
    ['report/program', { program, format: 'pdf' }, 400],
  ] as const)('refuse %s with %j as %i', async (path, fields, status) => {
    expect((await get(path, fields as Record<string, string>)).status).toBe(status);
  });
});
