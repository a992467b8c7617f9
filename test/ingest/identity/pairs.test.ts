import { describe, expect, it } from 'vitest';
import { blockOf } from '../../../ingest/identity/block.ts';
import { resolvePersons } from '../../../ingest/identity/persons.ts';
import { PAIRS, type Pair } from './pairs.ts';
import { person } from './sample.ts';

function verdict({ a, b, third = [] }: Pair): { readonly is: 'same' | 'different'; readonly why: unknown } {
  const [x, y] = [person(a), person(b)];
  if (blockOf(x) !== blockOf(y)) return { is: 'different', why: 'two names' };
  const { clusters } = resolvePersons([x, y, ...third.map(person)], []);
  const home = clusters.find(({ members }) => members.some(({ ref }) => ref === x.ref));
  const isSame = home?.members.some(({ ref }) => ref === y.ref) ?? false;
  return { is: isSame ? 'same' : 'different', why: clusters.map(({ id, members }) => [id, members[0]?.reasons]) };
}

describe('two mentions of one name are judged as a reader would judge them', () => {
  it.each(PAIRS.map((pair) => [pair.is, pair.why, pair] as const))('%s: %s', (is, _, pair) => {
    const found = verdict(pair);
    expect(found.is, JSON.stringify(found.why)).toBe(is);
  });

  it('on a table of fair size', () => {
    expect(PAIRS.length).toBeGreaterThanOrEqual(40);
  });
});
