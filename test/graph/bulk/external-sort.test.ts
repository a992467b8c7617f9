import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExternalSort } from '../../../graph/bulk/external-sort.ts';

describe('ExternalSort', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhitu-sort-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const records = fc.array(fc.tuple(fc.oneof(fc.constantFrom('a', 'b', '中'), fc.string()), fc.nat(1000)), {
    maxLength: 60,
  });

  it('gives every key once, in order, with all its values, however small the runs are', () => {
    fc.assert(
      fc.property(records, fc.constantFrom(1, 20, 1_000_000), (given, runCharacters) => {
        const sort = new ExternalSort<number>({ folder: join(folder, 'all'), runCharacters });
        for (const [key, value] of given) sort.add(key, value);
        const groups = [...sort.groups()];
        expect(groups.map(([key]) => key)).toEqual([...new Set(given.map(([key]) => key))].sort());
        for (const [key, values] of groups) {
          const wanted = given.flatMap(([other, value]) => (other === key ? [value] : []));
          expect([...values].sort((a, b) => a - b)).toEqual(wanted.sort((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('merges the values of a key, within a run and between them', () => {
    fc.assert(
      fc.property(records, fc.constantFrom(1, 20, 1_000_000), (given, runCharacters) => {
        const merge = (a: number, b: number): number => a + b;
        const sort = new ExternalSort<number>({ folder: join(folder, 'sums'), runCharacters, merge });
        for (const [key, value] of given) sort.add(key, value);
        const sums = new Map<string, number>();
        for (const [key, value] of given) sums.set(key, (sums.get(key) ?? 0) + value);
        expect(new Map([...sort.groups()].map(([key, values]) => [key, values[0]]))).toEqual(sums);
      }),
      { numRuns: 60 },
    );
  });

  it.each([1, 1_000_000])('tells how many of its values are given out, in runs of %d characters', (runCharacters) => {
    const sort = new ExternalSort<number>({ folder: join(folder, 'told'), runCharacters });
    for (const key of ['b', 'a', 'b', 'c']) sort.add(key, 1);
    const seen: string[] = [];
    for (const [key] of sort.groups()) seen.push(`${key} ${sort.given}/${sort.size}`);
    // What tells that a group is whole is the value behind it.
    expect(seen).toEqual(['a 2/4', 'b 4/4', 'c 4/4']);
  });

  it('brings more runs together than it reads side by side, and leaves nothing behind', () => {
    const sort = new ExternalSort<{ readonly n: number }>({ folder: join(folder, 'many'), runCharacters: 1 });
    const count = 200;
    for (let n = count; n > 0; n -= 1) sort.add(String(n).padStart(4, '0'), { n });
    const values = [...sort.groups()].map(([, [value]]) => value?.n);
    expect(values).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    expect(existsSync(join(folder, 'many'))).toBe(false);
  });
});
