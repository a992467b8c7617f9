import { describe, expect, it } from 'vitest';
import { lexiconsNamed, optionsWithout, withoutNames } from '../../../bench/eval/lexicons.ts';
import { setsNamed } from '../../../bench/eval/sets.ts';
import { openPipeline } from '../../../ingest/pipeline.ts';
import { rawPage } from '../../support/pages.ts';

const PAGE = rawPage(
  '甲市学习上级精神\n\n本报讯 6月3日，国务院办公厅和湖州市公安局联合召开会议，推进最多跑一次工作。\n会议结束。\n',
);

function names(kind: string, without: Parameters<typeof optionsWithout>[0]): readonly string[] {
  const { articles } = openPipeline(optionsWithout(without)).run(PAGE).extraction;
  return articles.flatMap(({ entities }) => entities.flatMap((each) => (each.kind === kind ? [each.name] : [])));
}

describe('optionsWithout', () => {
  it('takes away bodies known by name, and leaves those that a pattern finds', () => {
    expect(names('Organization', [])).toEqual(['国务院办公厅', '湖州市公安局']);
    expect(names('Organization', ['organizations'])).not.toContain('国务院办公厅');
    expect(names('Organization', ['organizations'])).toContain('湖州市公安局');
  });

  it('takes away programs known by name', () => {
    expect(names('Program', [])).toEqual(['最多跑一次']);
    expect(names('Program', ['programs'])).toEqual([]);
  });
});

describe('withoutNames', () => {
  it('cuts known names into unknown characters at their places, and keeps all other words', () => {
    const words = [
      { start: 0, end: 2, word: '市长', tag: 'n' },
      { start: 2, end: 5, word: '王一二', tag: 'nr' },
      { start: 5, end: 6, word: '王', tag: 'nr' },
    ];
    expect(withoutNames(() => words)('')).toEqual([
      words[0],
      { start: 2, end: 3, word: '王', tag: 'x' },
      { start: 3, end: 4, word: '一', tag: 'x' },
      { start: 4, end: 5, word: '二', tag: 'x' },
      words[2],
    ]);
  });
});

describe('a name on the command line that nothing has', () => {
  it.each([
    ['lexicon', () => lexiconsNamed('programs,places'), /places/u],
    ['set', () => setsNamed('more,test'), /test/u],
  ])('is a usage error for a %s', (_, read, message) => {
    expect(read).toThrow(message);
    expect(read).toThrow(expect.objectContaining({ details: { usage: true } }));
  });
});
