import { describe, expect, it } from 'vitest';
import { allNames, isNamed, isSamePost, isSameTitle, likeness, squash } from '../../../bench/eval/names.ts';

describe('squash', () => {
  it('drops blanks, quotation marks, punctuation and full width', () => {
    expect(squash(' “最多 跑１次”，（试点）：A·B— ')).toBe('最多跑1次试点AB');
    expect(squash(null)).toBe('');
  });
});

describe('likeness', () => {
  it('is the share of common pairs of characters', () => {
    expect(likeness('平安工作', '平安工作')).toBe(1);
    expect(likeness('平安工作', '平安')).toBe(0.5);
    expect(likeness('平安', '工作')).toBe(0);
    expect(likeness('平', '平')).toBe(0);
  });

  it('lets a headline lack a line, and no more than that', () => {
    expect(isSameTitle('甲市召开平安会议', '强调 甲市召开平安会议')).toBe(true);
    expect(isSameTitle('甲市召开平安会议', '乙县举行开工仪式')).toBe(false);
  });
});

describe('isNamed', () => {
  it('takes any name of either side', () => {
    const body = { name: '浙江省委政法委', aliases: ['省委政法委'] };
    expect(isNamed(['政法委', '省委政法委'], body)).toBe(true);
    expect(isNamed(['政法委'], body)).toBe(false);
  });
});

describe('isSamePost', () => {
  it.each([
    ['市委书记', '书记'],
    ['衢州市委政法委书记', '政法委书记'],
    ['委书记', '市委书记'],
  ])('takes %s for %s', (found, gold) => {
    expect(isSamePost(found, gold)).toBe(true);
  });

  it.each([
    ['副书记', '书记'],
    ['书记', '副书记'],
    ['代市长', '市长'],
    ['书记', '衢州市委书记'],
    ['市长', '县长'],
  ])('does not take %s for %s', (found, gold) => {
    expect(isSamePost(found, gold)).toBe(false);
  });
});

describe('allNames', () => {
  it('finds a thing by any of its names, and takes an unknown name alone', () => {
    const things = [['丙经验', '新丙经验'], ['丁工程']];
    expect(allNames('“新丙经验”', things)).toEqual(['丙经验', '新丙经验']);
    expect(allNames('戊行动', things)).toEqual(['戊行动']);
  });
});
