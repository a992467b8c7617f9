import { expect, test } from 'vitest';
import { Properties } from '../../graph/shapes.ts';

test('properties are texts, numbers, true or false, and lists of texts or of numbers', () => {
  const kept = { name: '湖州市', issue: 5783, acting: false, aliases: ['湖州', ''], confidences: [0.9, 1], none: [] };
  expect(Properties.parse(kept)).toEqual(kept);
  expect(Properties.parse({})).toEqual({});
});

test.each([
  ['null', { a: null }],
  ['what is missing', { a: undefined }],
  ['a number that is none', { a: Number.NaN }],
  ['an endless number in a list', { a: [1, Number.POSITIVE_INFINITY] }],
  ['a list of both', { a: ['1', 2] }],
  ['a list of truths', { a: [true] }],
  ['a list of lists', { a: [['1']] }],
  ['a map', { a: { b: '1' } }],
  ['a list in their place', ['1']],
  ['a text in their place', '1'],
  ['nothing in their place', null],
])('%s is no property', (_, value) => {
  expect(Properties.safeParse(value).success).toBe(false);
});
