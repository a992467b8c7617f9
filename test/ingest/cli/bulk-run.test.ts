import { describe, expect, it } from 'vitest';
import { bulkCommand } from '../../../ingest/cli/bulk-run.ts';
import { requestOf } from '../../../ingest/cli/ingest-request.ts';

describe('ingest --bulk', () => {
  it('prints a command that a shell takes apart as it was meant, the database before the lists', () => {
    const args = ['--array-delimiter=U+001F', "--nodes=/tmp/a b/it's.csv", '--relationships=HOLDS=/tmp/报/HOLDS.csv'];
    expect(bulkCommand({ args }, 'neo4j')).toBe(
      "neo4j-admin database import full neo4j --array-delimiter=U+001F '--nodes=/tmp/a b/it'\\''s.csv' '--relationships=HOLDS=/tmp/报/HOLDS.csv'",
    );
  });

  it.each([
    [{ bulk: 'x', store: 'y' }, '--store'],
    [{ bulk: 'x', 'dry-run': true }, '--dry-run'],
  ])('does not go with what is about a store', async (values, named) => {
    await expect(requestOf(values, ['seeds'], {})).rejects.toThrow(named);
  });
});
