import { describe, expect, it } from 'vitest';
import { accuracyOf, intervalsOf, ratesOf } from '../../../bench/eval/figures.ts';
import type { Judgement } from '../../../bench/eval/judge.ts';
import type { PageScore } from '../../../bench/eval/score-page.ts';
import { check, judgement } from './samples.ts';

const article = 'a';

function page(
  name: string,
  verdicts: readonly Judgement['verdict'][],
  category: Judgement['category'] = 'persons',
): PageScore {
  return {
    page: name,
    judgements: verdicts.map((verdict) => ({ article, ...judgement({ category, verdict }) })),
    checks: [],
  };
}

describe('ratesOf', () => {
  it('counts over all pages, and leaves out what is optional or repeated', () => {
    const pages = [
      page('1', ['right', 'right', 'wrong', 'optional', 'repeat']),
      page('2', ['right', 'missed', 'missed']),
    ];
    const { precision, recall, f1, gold, found } = ratesOf(pages).persons;
    expect([precision, recall, gold, found]).toEqual([3 / 4, 3 / 5, 5, 4]);
    expect(f1).toBeCloseTo(2 / 3, 10);
  });

  it('sums up all categories but articles and those that are not compared', () => {
    const pages = [
      page('1', ['right', 'missed'], 'posts'),
      page('1', ['wrong'], 'places'),
      page('1', ['missed'], 'articles'),
      page('1', ['wrong'], 'about'),
      page('1', ['wrong'], 'learned'),
    ];
    expect(ratesOf(pages).ALL).toMatchObject({ precision: 1 / 2, recall: 1 / 2, gold: 2, found: 2 });
    expect(ratesOf(pages).about.found).toBe(1);
  });

  it('is nought where there is nothing', () => {
    expect(ratesOf([]).persons).toEqual({ precision: 0, recall: 0, f1: 0, gold: 0, found: 0 });
  });
});

describe('intervalsOf', () => {
  const mixed = [page('1', ['right', 'right', 'right']), page('2', ['missed', 'right']), page('3', ['wrong', 'wrong'])];

  it('is a point where all pages are alike', () => {
    const { low, high } = intervalsOf([page('1', ['right', 'wrong']), page('2', ['right', 'wrong'])]).persons;
    expect([low, high]).toEqual([2 / 3, 2 / 3]);
  });

  it('lies around the figure, and is the same each time', () => {
    const { low, high } = intervalsOf(mixed).persons;
    const { f1 } = ratesOf(mixed).persons;
    expect(low).toBeLessThan(f1);
    expect(high).toBeGreaterThan(f1);
    expect(intervalsOf(mixed)).toEqual(intervalsOf(mixed));
  });

  it('grows narrower with more pages of the same sort', () => {
    const width = (pages: readonly PageScore[]): number => {
      const { low, high } = intervalsOf(pages).persons;
      return high - low;
    };
    expect(width(Array.from({ length: 10 }, () => mixed).flat())).toBeLessThan(width(mixed));
  });
});

describe('accuracyOf', () => {
  it('counts what is right of each kind of check', () => {
    const checks = [check(), check({ right: false }), check({ measure: 'stage' })].map((each) => ({
      article,
      ...each,
    }));
    const { kind, stage, pageDate } = accuracyOf([{ page: '1', judgements: [], checks }]);
    expect([kind, stage, pageDate]).toEqual([
      { right: 1, of: 2 },
      { right: 1, of: 1 },
      { right: 0, of: 0 },
    ]);
  });
});
