import { expect, test } from 'vitest';
import { forChanges } from '../../graph/for-changes.ts';
import type { GraphStore, ReadLimits } from '../../graph/store.ts';
import { timeoutOf, tooLong } from '../../graph/stores/limits.ts';

test('what a change looks up may take longer than a query, unless its caller says how long', async () => {
  const given: ReadLimits[] = [];
  const store = {
    read: async (_: unknown, limits: ReadLimits = {}) => {
      given.push(limits);
      return [];
    },
  } as unknown as GraphStore;
  const statement = { cypher: 'RETURN 1', row: undefined as never };
  await store.read(statement);
  await forChanges(store).read(statement);
  await forChanges(store).read(statement, { timeoutMs: 400 });
  const [query, change, limited] = given.map(timeoutOf) as [number, number, number];
  expect(change).toBeGreaterThan(10 * query);
  expect(limited).toBe(400);
});

test('a change that reached its limit is not advised to ask for less', () => {
  expect(tooLong({}).message).toContain('Narrow it');
  const { message, details } = tooLong({ ofChange: true, timeoutMs: 400 });
  expect(message).toMatch(/longer than 0\.4 s .*what had been committed is safe.*--resume/u);
  expect(message).not.toContain('Narrow');
  expect(details).toEqual({ timeoutMs: 400 });
});
