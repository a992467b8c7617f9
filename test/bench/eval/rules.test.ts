import { expect, it } from 'vitest';
import { rulesOf } from '../../../bench/eval/rules.ts';
import { judgement } from './samples.ts';

it('counts for each rule what it got right, and smooths its precision', () => {
  const records = rulesOf([
    judgement({ category: 'posts', rules: ['post.b', 'post.a'] }),
    judgement({ category: 'posts', verdict: 'repeat', rules: ['post.a'] }),
    judgement({ category: 'posts', verdict: 'wrong', rules: ['post.a'] }),
    judgement({ category: 'posts', verdict: 'optional', rules: ['post.a'] }),
    judgement({ category: 'posts', verdict: 'missed' }),
    judgement({ category: 'learned', verdict: 'unjudged', rules: ['visit'] }),
  ]);
  expect(records).toEqual([
    { category: 'learned', rule: 'visit', right: 0, wrong: 0, optional: 0, unjudged: 1, precision: 1 / 2 },
    { category: 'posts', rule: 'post.a', right: 2, wrong: 1, optional: 1, unjudged: 0, precision: 3 / 5 },
    { category: 'posts', rule: 'post.b', right: 1, wrong: 0, optional: 0, unjudged: 0, precision: 2 / 3 },
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
