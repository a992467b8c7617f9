/** How often each rule is right: what a fact's confidence can be measured by. */
import type { Judgement } from './judge.ts';

export interface RuleRecord {
  readonly rule: string;
  readonly category: Judgement['category'];
  readonly right: number;
  readonly wrong: number;
  readonly optional: number;
  /** Facts of a kind that is not annotated. */
  readonly unjudged: number;
  /** `(right + 1) / (right + wrong + 2)`, Laplace's rule of succession: a rule seen once is not sure. */
  readonly precision: number;
}

/**
 * One record for each rule and category, by category and then by name. A fact that several sentences state counts once for each
 * rule among them; one that repeats a right fact is right.
 */
export function rulesOf(judgements: readonly Judgement[]): readonly RuleRecord[] {
  const groups = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    for (const rule of judgement.rules) {
      const key = `${judgement.category}\t${rule}`;
      groups.set(key, [...(groups.get(key) ?? []), judgement]);
    }
  }
  return [...groups]
    .map(([key, group]): RuleRecord => {
      const [category, rule] = key.split('\t') as [Judgement['category'], string];
      const count = (...verdicts: readonly Judgement['verdict'][]): number =>
        group.filter(({ verdict }) => verdicts.includes(verdict)).length;
      const [right, wrong] = [count('right', 'repeat'), count('wrong')];
      return {
        rule,
        category,
        right,
        wrong,
        optional: count('optional'),
        unjudged: count('unjudged'),
        precision: (right + 1) / (right + wrong + 2),
      };
    })
    .sort((a, b) => (`${a.category} ${a.rule}` < `${b.category} ${b.rule}` ? -1 : 1));
}
