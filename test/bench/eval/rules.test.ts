import { expect, it } from 'vitest';
import { rulesOf, smoothed, usual } from '../../../bench/eval/rules.ts';
import { judgement } from './samples.ts';

it('counts for each rule what it got right, and smooths its precision', () => {
  const records = rulesOf([
    judgement({ category: 'posts', rules: ['post.b', 'post.a'] }),
    judgement({ category: 'posts', verdict: 'repeat', rules: ['post.a'] }),
    judgement({ category: 'posts', verdict: 'wrong', rules: ['post.a'] }),
    judgement({ category: 'posts', verdict: 'optional', rules: ['post.a'] }),
    judgement({ category: 'posts', verdict: 'missed' }),
    judgement({ category: 'learned', verdict: 'optional', rules: ['visit'] }),
  ]);
  const prior = usual(3, 1);
  expect(records).toEqual([
    { category: 'learned', rule: 'visit', right: 0, wrong: 0, optional: 1, precision: 1 / 2 },
    {
      category: 'posts',
      rule: 'post.a',
      right: 2,
      wrong: 1,
      optional: 1,
      precision: smoothed(2, 1, prior),
    },
    {
      category: 'posts',
      rule: 'post.b',
      right: 1,
      wrong: 0,
      optional: 0,
      precision: smoothed(1, 0, prior),
    },
  ]);
});

it('keeps a rule apart by the kind of fact it states', () => {
  const records = rulesOf([
    judgement({ category: 'roles', rules: ['x'] }),
    judgement({ category: 'held_in', verdict: 'wrong', rules: ['x'] }),
  ]);
  expect(records.map(({ category, right, wrong }) => [category, right, wrong])).toEqual([
    ['held_in', 0, 1],
    ['roles', 1, 0],
  ]);
});

it('takes what nobody has judged for open, and draws a rule seen once towards what is usual', () => {
  expect(usual(0, 0)).toBe(1 / 2);
  expect(usual(9, 0)).toBe(0.95);
  expect(smoothed(0, 0, 0.8)).toBeCloseTo(0.8);
  expect(smoothed(1, 0, 0.8)).toBeCloseTo(9 / 11);
  expect(smoothed(90, 10, 0.5)).toBeCloseTo(95 / 110);
});
