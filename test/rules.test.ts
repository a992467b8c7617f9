/** docs/rules.md names every rule that a fact of the seed pages was found by. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openPipeline } from '../ingest/pipeline.ts';
import { seedPages } from './support/pages.ts';

const DOCUMENTED = new Set(
  readFileSync(new URL('../docs/rules.md', import.meta.url), 'utf8').match(/(?<=`)[a-z]+\.[a-z-]+(?=`)/gu),
);

test('every rule behind a fact of the seed pages is described', () => {
  const pipeline = openPipeline();
  const rules = new Set(
    seedPages().flatMap((page) =>
      pipeline
        .run(page)
        .extraction.articles.flatMap(({ facts }) => facts)
        .flatMap(({ rule, also = [] }) => [rule, ...also.map((statement) => statement.rule)]),
    ),
  );
  expect([...rules].filter((rule) => !DOCUMENTED.has(rule))).toEqual([]);
});
