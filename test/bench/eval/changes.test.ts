import { describe, expect, it } from 'vitest';
import { figureChanges, outcomeChanges, parseRun, runOf } from '../../../bench/eval/changes.ts';
import type { Judgement } from '../../../bench/eval/judge.ts';
import { check, judgement } from './samples.ts';

const article = '标题';

function run(...judgements: readonly Judgement[]) {
  const located = judgements.map((each) => ({ article, ...each }));
  return runOf(
    [{ set: 'more', pages: [{ page: 'x.txt', judgements: located, checks: [{ article, ...check() }] }] }],
    [],
  );
}

describe('outcomeChanges', () => {
  it('names what changed its verdict, was added or is gone, and nothing else', () => {
    const before = run(
      judgement({ item: '王一', verdict: 'missed' }),
      judgement({ item: '李二', verdict: 'wrong' }),
      judgement({ item: '赵三' }),
    );
    const after = run(
      judgement({ item: '王一' }),
      judgement({ item: '赵三' }),
      judgement({ item: '钱四', verdict: 'wrong' }),
    );
    expect(outcomeChanges(before.outcomes, after.outcomes)).toEqual([
      'x.txt  persons  王一: missed → right',
      'x.txt  persons  李二: wrong → not there',
      'x.txt  persons  钱四: not there → wrong',
    ]);
  });

  it('gives the sentence and the rules of what changed, and of what is gone those that it had', () => {
    const sentence = '县长张三（主持工作）讲话。';
    const found = judgement({ category: 'posts', item: '张三 县长', sentence, rules: ['post.bracket'] });
    const missed = judgement({ category: 'posts', item: '张三 县长', verdict: 'missed' });
    const lines = (change: string) => [`x.txt  posts  张三 县长: ${change}  (post.bracket)`, `    ${sentence}`];
    expect(outcomeChanges(run(missed).outcomes, run(found).outcomes)).toEqual(lines('missed → right'));
    expect(outcomeChanges(run(found).outcomes, run().outcomes)).toEqual(lines('right → not there'));
  });

  it('sees that something is found a second time', () => {
    const once = run(judgement({ verdict: 'wrong' }));
    const twice = run(judgement({ verdict: 'wrong' }), judgement({ verdict: 'wrong' }));
    expect(outcomeChanges(once.outcomes, twice.outcomes)).toEqual(['x.txt  persons  王一: wrong → wrong, wrong']);
  });
});

describe('figureChanges', () => {
  it('has a row for each category that moved', () => {
    const table = figureChanges(run(judgement(), judgement({ verdict: 'missed' })), run(judgement(), judgement()));
    expect(table).toMatch(/^persons +0\.667 +1\.000 +\+0\.333$/mu);
    expect(table).not.toContain('posts');
  });

  it('says so when nothing moved', () => {
    expect(figureChanges(run(judgement()), run(judgement()))).toBe('no figure changed\n');
  });
});

describe('parseRun', () => {
  it('reads what was saved', () => {
    const saved = run(judgement());
    expect(parseRun(JSON.stringify(saved), 'x.json')).toEqual(saved);
  });

  it('reads what was saved before sentences were', () => {
    const outcome = { page: 'x.txt', article, category: 'posts', item: '张三 县长', verdict: 'right' };
    const { outcomes } = parseRun(JSON.stringify({ ...run(), outcomes: [outcome] }), 'x.json');
    expect(outcomes).toEqual([{ ...outcome, sentence: null, rules: [] }]);
  });

  it.each(['{', '{"sets":["nope"]}'])('refuses %s, naming the file', (text) => {
    expect(() => parseRun(text, 'x.json')).toThrow(/x\.json.*--save/u);
  });
});
