/** A planted diffusion goes through the whole of the program and comes back: small here, `npm run bench:spread` has 2,000 articles. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCheckInput } from '../../../bench/spread/check-input.ts';
import { makeCorpus } from '../../../bench/spread/corpus.ts';
import { checkInPython } from '../../../bench/spread/python.ts';
import { kendallTau, recoveredFrom } from '../../../bench/spread/recover.ts';
import { PROGRAMS } from '../../../bench/spread/words.ts';
import { applySchema } from '../../../graph/schema.ts';
import { openAdjacency } from '../../../graph/spread/adjacency.ts';
import type { GraphStore } from '../../../graph/store.ts';
import { openEmbedded } from '../../../graph/stores/embedded.ts';
import { ingestPaths } from '../../../ingest/ingest.ts';
import { openPipeline } from '../../../ingest/pipeline.ts';

const CORPUS = { seed: 3, articles: 120, programs: PROGRAMS.slice(0, 3) };
/** One that has pandas, SciPy and lifelines, which a bare machine has not; `.ci/run` makes one. */
const PYTHON = process.env.ZHITU_PYTHON;

describe('a planted diffusion', () => {
  const corpus = makeCorpus(CORPUS, openAdjacency());
  const folder = mkdtempSync(join(tmpdir(), 'zhitu-planted-'));
  let store: GraphStore;
  beforeAll(async () => {
    for (const { file, text } of corpus.pages) writeFileSync(join(folder, file), text);
    store = await openEmbedded(':memory:');
    await applySchema(store);
    await ingestPaths([folder], { store, pipeline: openPipeline() });
  }, 120_000);
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('is the same for the same seed, and another for another', () => {
    const texts = (seed: number) => makeCorpus({ ...CORPUS, seed }, openAdjacency()).pages.map(({ text }) => text);
    expect(texts(3)).toEqual(corpus.pages.map(({ text }) => text));
    expect(texts(4)).not.toEqual(texts(3));
  });

  it('comes back in its order, with its adopters and its lessons', async () => {
    const { tau, adopters, lessons } = await recoveredFrom(store, corpus.adoptions);
    expect(tau).toBeGreaterThanOrEqual(0.95);
    expect(adopters.f1).toBeGreaterThanOrEqual(0.95);
    expect(lessons.f1).toBeGreaterThanOrEqual(0.95);
    expect(lessons.right).toBeGreaterThan(5);
  });

  if (PYTHON !== undefined) {
    it('gives the figures that Python works out from the dump, and another figure is noticed', async () => {
      const file = join(folder, 'check.json');
      await writeCheckInput(store, file);
      const answer = checkInPython(PYTHON, file);
      expect(answer.differences).toEqual([]);
      expect(answer.compared).toBeGreaterThan(1000);
      const changed = JSON.parse(readFileSync(file, 'utf8'));
      changed.figures[0].curve.at(-1).survival += 0.01;
      writeFileSync(file, JSON.stringify(changed));
      expect(checkInPython(PYTHON, file).differences).toHaveLength(1);
    }, 120_000);
  }
});

describe("Kendall's tau-b", () => {
  it.each([
    [[1, 2, 3], [10, 20, 30], 1],
    [[1, 2, 3], [30, 20, 10], -1],
    // scipy.stats.kendalltau([12, 2, 1, 12, 2], [1, 4, 7, 1, 0])
    [[12, 2, 1, 12, 2], [1, 4, 7, 1, 0], -0.47140452079103173],
  ])('of %j and %j', (a, b, expected) => {
    expect(kendallTau(a, b)).toBeCloseTo(expected, 12);
  });
});
