import { describe, expect, it } from 'vitest';
import {
  type CommittedFigures,
  fallen,
  figuresIn,
  figuresMarkdown,
  figuresOf,
  withFigures,
} from '../../../bench/eval/committed.ts';
import { SETS } from '../../../bench/eval/sets.ts';
import { judgement } from './samples.ts';

const scores = SETS.map((set) => ({
  set,
  pages: [
    {
      page: 'x.txt',
      judgements: (['right', 'right', 'missed'] as const).map((verdict) => ({
        article: 'a',
        ...judgement({ verdict }),
      })),
      checks: [],
    },
  ],
}));
const figures = figuresOf(scores, scores);

function withF1(f1: number): CommittedFigures['sets'] {
  return { ...figures.sets, more: { persons: { precision: 1, recall: f1, f1 } } };
}

describe('figuresOf', () => {
  it('keeps what a set has items of, with four decimals', () => {
    expect(figures.sets.more).toEqual({
      persons: { precision: 1, recall: 0.6667, f1: 0.8 },
      ALL: { precision: 1, recall: 0.6667, f1: 0.8 },
    });
    expect(Object.keys(figures.withoutLexicons.more)).toEqual(['persons']);
  });
});

describe('fallen', () => {
  it('names set, category, both figures and the command, once F1 is more than 0.005 lower', () => {
    expect(fallen(withF1(0.9), withF1(0.8951))).toEqual([]);
    expect(fallen(withF1(0.9), withF1(0.98))).toEqual([]);
    const [message, ...others] = fallen(withF1(0.9), withF1(0.894));
    expect(others).toEqual([]);
    expect(message).toContain('persons on more: F1 0.894, committed 0.900');
    expect(message).toContain('npm run eval -- --set more --errors');
  });

  it('takes a category that is no longer there for lost', () => {
    expect(fallen(withF1(0.9), { ...figures.sets, more: {} })[0]).toContain('F1 0.000');
  });
});

describe('figuresMarkdown', () => {
  it('has a row for each category and a column for each set', () => {
    const lines = figuresMarkdown(figures).split('\n');
    expect(lines[0]).toBe('| category | `seeds` | `more` | `second` | `unseen` |');
    expect(lines).toContain('| `persons` | 0.800 | 0.800 | 0.800 | 0.800 |');
    expect(lines).toContain('| `posts` | – | – | – | – |');
  });
});

describe('withFigures', () => {
  const page = 'before\n\n<!-- figures: npm run eval -- --update -->\n\nold\n\n<!-- end of figures -->\n\nafter\n';

  it('puts tables between the markers, and changes nothing else', () => {
    const changed = withFigures(page, 'new $1');
    expect(figuresIn(changed)).toBe('new $1');
    expect(withFigures(changed, 'old')).toBe(page);
  });

  it('refuses a document without markers', () => {
    expect(() => withFigures('no markers', 'new')).toThrow(/<!-- figures/u);
  });
});
