import { expect, it } from 'vitest';
import { canonicalJson } from '../../graph/canonical.ts';

it('is the same whatever the order of the keys, and keeps the order of lists', () => {
  const one = { b: [{ y: 1, x: '甲' }, 2], a: null };
  expect(canonicalJson(one)).toBe('{"a":null,"b":[{"x":"甲","y":1},2]}');
  expect(canonicalJson({ a: null, b: [{ x: '甲', y: 1 }, 2] })).toBe(canonicalJson(one));
});
