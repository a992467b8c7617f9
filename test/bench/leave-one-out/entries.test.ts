import { describe, expect, it } from 'vitest';
import { type LexiconFile, removalFor } from '../../../bench/leave-one-out/entries.ts';

const HERE = '浙江法制报 第5783期\n\n甲县推行“一站通\n办”，公安部派员参加，孙家区试点，察看现场。';
const THERE = '平安建设，推行一网通管，国务院部署，察看。乙报';
const NOWHERE = '都没有';

function without(file: LexiconFile, isKept: (word: string) => boolean = () => true) {
  const { entries, files } = removalFor(HERE, [HERE, THERE, NOWHERE], [file], isKept);
  return { words: entries.map(({ words }) => words), text: files[0]?.text };
}

describe('removalFor', () => {
  it('takes away a program that only this page has, across its line break and quotation marks', () => {
    const text = '# known\n一站通办\t一站办\t甲县\n平安建设\n';
    expect(without({ name: 'programs.tsv', text })).toEqual({
      words: ['一站通办', '一站办'],
      text: '# known\n平安建设\n',
    });
  });

  it('leaves a program under the names that other pages use', () => {
    const text = '一站通办\t一网通管|一网\n';
    expect(without({ name: 'programs.tsv', text })).toEqual({ words: ['一站通办'], text: '一网通管\t一网\n' });
  });

  it('changes no file that has none of this page’s own', () => {
    expect(without({ name: 'programs.tsv', text: '平安建设\n没人用\n' })).toEqual({ words: [], text: undefined });
  });

  it('takes away whole names of bodies, and leaves words unless it is told', () => {
    const text = 'national = 国务院 公安部\nopen-team = 现场\n';
    const file = { name: 'organizations.lex', text };
    expect(without(file)).toEqual({ words: ['公安部'], text: 'national = 国务院\nopen-team = 现场\n' });
    expect(without(file, (word) => word === '现场').words).toEqual(['公安部']);
    expect(without(file, () => false).words).toEqual(['公安部', '现场']);
  });

  it('keeps a list that loses all its words readable', () => {
    expect(without({ name: 'organizations.lex', text: 'national = 公安部' }).text).toBe('national = 〇〇〇');
  });

  it('looks for both sides of a pair, and any form of a side', () => {
    const text = 'cut = 察:现场 国务院:公安部 察看:国务院/公安部 年:2019\n';
    expect(without({ name: 'x.lex', text }, () => false)).toEqual({
      words: ['察:现场', '国务院:公安部'],
      text: 'cut = 察看:国务院/公安部 年:2019\n',
    });
  });

  it('takes away a paper by any of its names, and an issue whose day is known', () => {
    const text =
      'name\thome\taliases\tmarks\tissues\n法制报\t\t浙江法制报\t\t5783=2019-07-03\n乙报\t\t\t\t5783=2019-01-01 9=2020-01-01\n';
    expect(without({ name: 'newspapers.tsv', text })).toEqual({
      words: ['法制报', '5783=2019-07-03', '5783=2019-01-01'],
      text: 'name\thome\taliases\tmarks\tissues\n乙报\t\t\t\t9=2020-01-01\n',
    });
  });

  it('takes away a zone with what lies in it', () => {
    const text = '# zones\n甲省/孙家区\n甲省/孙家区/平安建设\n甲省/平安建设\n';
    expect(without({ name: 'zones.tsv', text }).text).toBe('# zones\n甲省/平安建设\n');
  });

  it('leaves the gazetteer alone', () => {
    expect(without({ name: 'divisions.tsv', text: '甲县\n' }).words).toEqual([]);
  });
});
