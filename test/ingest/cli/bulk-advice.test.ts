import { expect, test } from 'vitest';
import { BULK_FROM, bulkAdvice } from '../../../ingest/cli/bulk-advice.ts';

const neo4j = { engine: 'neo4j' } as const;

test('more articles than transactions are good for, into an empty Neo4j, are told of the import', () => {
  expect(bulkAdvice(neo4j, true, BULK_FROM + 1)).toContain('--bulk DIR');
});

test.each([
  ['few articles', neo4j, true, BULK_FROM],
  ['a graph that has something, into which nothing can be imported', neo4j, false, BULK_FROM + 1],
  ['the embedded engine, which has no import', { engine: 'embedded' } as const, true, BULK_FROM + 1],
])('nothing is said of it for %s', (_what, store, isEmpty, pages) => {
  expect(bulkAdvice(store, isEmpty, pages)).toBeNull();
});
