/** The spread of a program, read from both engines: the same figures, and on the seed pages exactly what people found in them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readGold } from '../../bench/eval/gold.ts';
import { spreadOf } from '../../graph/spread/answer.ts';
import { articlesAbout } from '../../graph/spread/coverage.ts';
import type { Spread } from '../../graph/spread/figures.ts';
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
    const pipeline = openPipeline();
    for (const store of stores) await ingestPaths([join(ROOT, 'seeds')], { store, pipeline });
  }, 120_000);
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
