/** Judgements: what became of each annotated and each found item. All figures are counts of them. */

/** In the order of the tables. `articles` is not part of the total. */
export const CATEGORIES = [
  'articles',
  'byline',
  'persons',
  'posts',
  'places',
  'organizations',
  'programs',
  'events',
  'roles',
  'held_in',
  'presenters',
  'launched',
] as const;

/** Facts that are judged for their rules, and stay out of the total. */
export const SIDE_CATEGORIES = ['about', 'organized', 'learned'] as const;

export type Category = (typeof CATEGORIES)[number] | (typeof SIDE_CATEGORIES)[number];

/**
 * - `right`: annotated and found; `missed`: annotated only; `wrong`: found only
 * - `optional`: found, and one may find it; `repeat`: stated again
 */
export type Verdict = 'right' | 'missed' | 'wrong' | 'optional' | 'repeat';

export interface Shown {
  /** The item in words: `王昌荣 省委常委`. */
  readonly item: string;
  /** Sentence that states it, or would; null where none is known. */
  readonly sentence: string | null;
  /** The rules that found it; empty for what is no fact or was missed. */
  readonly rules: readonly string[];
}

export interface Judgement extends Shown {
  readonly category: Category;
  readonly verdict: Verdict;
}

/** Something other than presence that is right or wrong. */
export interface Check {
  readonly measure: 'pageDate' | 'kind' | 'eventType' | 'eventDate' | 'stage';
  readonly right: boolean;
  /** What was expected and seen. */
  readonly item: string;
}

export interface Scored {
  readonly judgements: readonly Judgement[];
  readonly checks: readonly Check[];
}

export interface Comparison<Gold, Found> {
  readonly category: Category;
  readonly gold: readonly Gold[];
  readonly found: readonly Found[];
  /** Absorb what is found, without counting. */
  readonly optional?: readonly Gold[];
  /** Whether one annotated item may be found several times. */
  readonly repeats?: boolean;
  same(gold: Gold, found: Found): boolean;
  showGold(gold: Gold): Shown;
  showFound(found: Found): Shown;
}

export interface Compared<Gold, Found> {
  readonly pairs: readonly (readonly [Gold, Found])[];
  readonly judgements: readonly Judgement[];
}

/** Matches found items to annotated ones, one to one, each annotated item taking the first that fits. */
export function compare<Gold, Found>(comparison: Comparison<Gold, Found>): Compared<Gold, Found> {
  const { category, gold, optional = [], repeats = false, same, showGold, showFound } = comparison;
  const left = new Set(comparison.found);
  const pairs: (readonly [Gold, Found])[] = [];
  const judgements: Judgement[] = [];
  for (const item of gold) {
    const [first, ...others] = [...left].filter((found) => same(item, found));
    if (first === undefined) {
      judgements.push({ category, verdict: 'missed', ...showGold(item) });
      continue;
    }
    pairs.push([item, first]);
    left.delete(first);
    judgements.push({ category, verdict: 'right', ...showFound(first), item: showGold(item).item });
    for (const other of repeats ? others : []) {
      left.delete(other);
      judgements.push({ category, verdict: 'repeat', ...showFound(other) });
    }
  }
  for (const found of left) {
    const verdict = optional.some((item) => same(item, found)) ? 'optional' : 'wrong';
    judgements.push({ category, verdict, ...showFound(found) });
  }
  return { pairs, judgements };
}
