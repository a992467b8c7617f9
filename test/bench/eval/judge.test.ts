import { expect, it } from 'vitest';
import { compare } from '../../../bench/eval/judge.ts';

function verdicts(
  gold: readonly string[],
  found: readonly string[],
  more: { optional?: string[]; repeats?: boolean } = {},
) {
  const show = (item: string) => ({ item, sentence: null, rules: [] });
  // An item fits whatever begins with it.
  const same = (a: string, b: string) => b.startsWith(a);
  const { judgements } = compare({ category: 'posts', gold, found, same, showGold: show, showFound: show, ...more });
  return judgements.map(({ verdict, item }) => `${verdict} ${item}`);
}

it('gives each annotated item one found item at most', () => {
  expect(verdicts(['a', 'a'], ['a1'])).toEqual(['right a', 'missed a']);
  expect(verdicts(['a'], ['a1', 'a2'])).toEqual(['right a', 'wrong a2']);
});

it('lets a fact be stated twice where repeats are no error', () => {
  expect(verdicts(['a'], ['a1', 'b', 'a2'], { repeats: true })).toEqual(['right a', 'repeat a2', 'wrong b']);
});

it('neither asks for optional items nor counts them as wrong', () => {
  expect(verdicts(['a'], ['o1', 'a1'], { optional: ['o', 'p'] })).toEqual(['right a', 'optional o1']);
});
