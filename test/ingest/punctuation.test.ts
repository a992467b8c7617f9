import fc from 'fast-check';
import { expect, test } from 'vitest';
import { widenPunctuation } from '../../ingest/punctuation.ts';

test.each([
  ['王昌荣主持,朱恒毅参加;他说:"好!"(见2版)', '王昌荣主持，朱恒毅参加；他说："好！"（见2版）'],
  ['产值1,000元,15:30开会', '产值1,000元，15:30开会'],
  ['http://a.cn', 'http://a.cn'],
])('%s is read as %s', (text, wide) => {
  expect(widenPunctuation(text)).toBe(wide);
});

test('no character changes its place', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => widenPunctuation(text).length === text.length));
});
