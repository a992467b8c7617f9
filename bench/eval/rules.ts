/** How often each rule is right: what a fact's confidence can be measured by. */
import type { Judgement } from './judge.ts';

export interface RuleRecord {
  readonly rule: string;
  readonly category: Judgement['category'];
  readonly right: number;
  readonly wrong: number;
  readonly optional: number;
  /** Drawn towards what is usual for its category (`smoothed`): a rule seen once is not sure. */
  readonly precision: number;
}

/**
 * The precision of a whole category: (right + ½) / (right + wrong + 1), by Jeffreys' prior for a share (H. Jeffreys, Theory of
 * Probability, 1946); without any fact ½, which says that nothing is known.
 */
export function usual(right: number, wrong: number): number {
  return (right + 1 / 2) / (right + wrong + 1);
}

/**
 * So many facts, as often right as is usual, are imagined beside those seen. A beta prior of mean p and weight m has the variance
 * p (1 − p) / (m + 1): near p = 0.88, the mean of all types, ten facts say that rules of one type differ by about a tenth.
 */
const IMAGINED = 10;

/** The precision of a rule, drawn towards what is usual: the m-estimate (B. Cestnik, ECAI 1990). */
export function smoothed(right: number, wrong: number, prior: number): number {
  return (right + IMAGINED * prior) / (right + wrong + IMAGINED);
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
  const records = [...groups].map(([key, group]) => {
    const [category, rule] = key.split('\t') as [Judgement['category'], string];
    const count = (...verdicts: readonly Judgement['verdict'][]): number =>
      group.filter(({ verdict }) => verdicts.includes(verdict)).length;
    const [right, wrong] = [count('right', 'repeat'), count('wrong')];
    return { rule, category, right, wrong, optional: count('optional') };
  });
  return records
    .map((record): RuleRecord => {
      const alike = records.filter(({ category }) => category === record.category);
      const total = (verdict: 'right' | 'wrong'): number => alike.reduce((sum, each) => sum + each[verdict], 0);
      const prior = usual(total('right'), total('wrong'));
      return { ...record, precision: smoothed(record.right, record.wrong, prior) };
    })
    .sort((a, b) => (`${a.category} ${a.rule}` < `${b.category} ${b.rule}` ? -1 : 1));
}
