/** The spread of a program, read from both engines: the same figures, and on the seed pages exactly what people found in them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readGold } from '../../bench/eval/gold.ts';
import { dumpLines } from '../../graph/dump.ts';
import { loadLines } from '../../graph/load.ts';
import { loadQueries, queryById, runQuery } from '../../graph/queries.ts';
import { panelCsv } from '../../graph/report/panel-csv.ts';
import { programReport } from '../../graph/report/report.ts';
import { spreadOf } from '../../graph/spread/answer.ts';
import { carriersOf } from '../../graph/spread/carriers.ts';
import { comparePeriods, comparePlaces, comparePrograms } from '../../graph/spread/compare.ts';
import { articlesAbout } from '../../graph/spread/coverage.ts';
import type { Spread } from '../../graph/spread/figures.ts';
import { leadersOf } from '../../graph/spread/leaders.ts';
import { matrixOf } from '../../graph/spread/matrix.ts';
import type { GraphStore } from '../../graph/store.ts';
import { ingestPaths } from '../../ingest/ingest.ts';
import { openPipeline } from '../../ingest/pipeline.ts';
import { ENGINES } from './engines.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const GOLD = join(ROOT, 'test/gold/pages/seeds');
const GRID = '全科网格';

describe('the spread of a program', () => {
  const stores: GraphStore[] = [];
  beforeEach(async (context) => {
    if (stores.length > 0) return;
    for (const engine of ENGINES.toReversed()) stores.push(await engine.open(context));
    const [there, here] = stores as [GraphStore, GraphStore];
    await ingestPaths([join(ROOT, 'seeds')], { store: here, pipeline: openPipeline() });
    await loadLines(there, dumpLines(here));
  }, 240_000);
  afterAll(() => Promise.all(stores.map((store) => store.close())));

  /** The answer of the embedded engine, once the other has given the same. */
  async function same<T>(read: (store: GraphStore) => Promise<T>): Promise<T> {
    const [there, here] = await Promise.all(stores.map(read));
    expect(here).toEqual(there);
    return here as T;
  }

  test('has exactly the places and stages that people found in the seed pages', async () => {
    const spread = await same((store) =>
      spreadOf(store, { program: GRID, level: 'city', grain: 'year', implied: false }),
    );
    expect(claimed(spread)).toEqual(annotated());
    expect(claimed(spread)).toHaveLength(3);
  });

  test('counts 湖州 and 温州 as first together, and leaves cities without an article out of those covered', async () => {
    const { places, first, totals } = await same((store) =>
      spreadOf(store, { program: GRID, level: 'city', grain: 'year', implied: false }),
    );
    expect(first).toEqual(['place/浙江省/温州市', 'place/浙江省/湖州市']);
    expect(totals).toMatchObject({ declared: 11, covered: 9, adopted: 2, undated: 0 });
    expect(places.filter(({ articles }) => articles === 0).map(({ name }) => name)).toEqual(['嘉兴市', '舟山市']);
  });

  test('is the same on both engines at every level, for every program, with and without what follows from above', async () => {
    for (const level of ['province', 'city', 'county', 'township'] as const) {
      for (const program of [GRID, '枫桥经验', '县级矛调中心', '党建+信访'])
        await same((store) => spreadOf(store, { program, level, grain: 'month', implied: level === 'city' }));
    }
  });

  test('opens the articles behind each number of the coverage', async () => {
    const { places, periods } = await same((store) =>
      spreadOf(store, { program: GRID, level: 'city', grain: 'year', implied: false }),
    );
    for (const { id, coverage, articles } of places) {
      expect((await same((store) => articlesAbout(store, id, null, 100))).total).toBe(articles);
      for (const [index, count] of coverage.entries())
        expect((await same((store) => articlesAbout(store, id, periods[index] ?? '', 100))).articles).toHaveLength(
          count,
        );
    }
  });

  test('compares, ranks and lists candidates alike on both engines', async () => {
    for (const level of ['city', 'county'] as const) {
      const matrix = await same((store) => matrixOf(store, { level, implied: false, limit: 20 }));
      expect(matrix.programs.length).toBeGreaterThan(10);
      await same((store) => leadersOf(store, { level }));
      await same((store) => comparePrograms(store, { a: GRID, b: '县级矛调中心', level }));
    }
    const given = await same((store) => matrixOf(store, { program: [GRID], level: 'city', implied: false, limit: 20 }));
    expect(given.programs[0]?.cells.map(({ place, stage }) => `${place} ${stage}`)).toEqual([
      'place/浙江省/温州市 practised',
      'place/浙江省/湖州市 origin',
    ]);
    await same((store) => comparePlaces(store, 'place/浙江省/湖州市', 'place/浙江省/衢州市'));
    const periods = { a: { from: '2017-01-01', to: '2018-12-31' }, b: { from: '2019-01-01', to: '2021-12-31' } };
    expect((await same((store) => comparePeriods(store, { ...periods, level: 'city' }))).of).toBe('programs');
    const places = await same((store) => comparePeriods(store, { ...periods, program: GRID, level: 'city' }));
    expect(places.onlyB.map(({ name }) => name)).toEqual(['温州市', '湖州市']);
    await same((store) => carriersOf(store, { program: '枫桥经验', level: 'city', grain: 'year', implied: false }));
  });

  test('has the same rows as the saved query', async () => {
    const { places, above } = await same((store) =>
      spreadOf(store, { program: GRID, level: 'city', grain: 'year', implied: false }),
    );
    const shown = [...places, ...above]
      .flatMap(({ claims }) => claims)
      .filter(({ stage }) => ['origin', 'practised', 'planned'].includes(stage))
      .flatMap(({ place, stage, evidence }) => evidence.map((ref) => `${place} ${stage} ${ref}`));
    const { columns, rows } = await same((store) =>
      runQuery(store, queryById(loadQueries(), 'program-spread'), { program: GRID }),
    );
    const column = (name: string): number => columns.indexOf(name);
    const queried = rows.map((row) => `${row[column('地点')]} ${row[column('阶段')]} ${row[column('证据')]}`);
    expect(queried.sort()).toEqual(shown.sort());
  });

  test('makes the same report on both engines', async () => {
    const request = { program: GRID, level: 'city', grain: 'year', implied: false } as const;
    expect(await same((store) => programReport(store, request, 'md'))).toContain('祥和片区');
    const panel = await same((store) => panelCsv(store, { ...request, programs: [GRID] }));
    expect(panel.trim().split('\n')).toHaveLength(1 + 11 * 5);
  });

  test('says what it expected when no program has the name', async () => {
    for (const store of stores)
      await expect(
        spreadOf(store, { program: '没有此项目', level: 'city', grain: 'year', implied: false }),
      ).rejects.toMatchObject({ code: 'not-found' });
  });
});

/** What the answer says, as `place stage`. */
function claimed({ places, above }: Spread): readonly string[] {
  return [...places, ...above]
    .flatMap(({ claims }) => claims)
    .filter(({ stage }) => ['origin', 'practised', 'planned'].includes(stage))
    .map(({ place, stage }) => `${place} ${stage}`)
    .sort();
}

function annotated(): readonly string[] {
  return readdirSync(GOLD)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => readGold(join(GOLD, name)).articles)
    .flatMap(({ launched }) => launched)
    .filter(({ program }) => program === GRID)
    .map(({ place, stage }) => `place/${place[0]} ${stage}`)
    .sort();
}
