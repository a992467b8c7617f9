import { describe, expect, it } from 'vitest';
import { splitPinyin } from '../../graph/pinyin.ts';

describe('splitPinyin', () => {
  it.each([
    ['wangchangrong', 'wcr', 'wang chang rong'],
    ['zhuhengyi', 'zhy', 'zhu heng yi'],
    ['xian', 'x', 'xian'],
    ['xian', 'xa', 'xi an'],
    ['fangan', 'fa', 'fang an'],
    ['nvertong', 'net', 'nv er tong'],
    ['huzhoushi', 'hzs', 'hu zhou shi'],
    ['changangu', 'cag', 'chang an gu'],
  ])('reads %s with %s as %s', (pinyin, initials, syllables) => {
    expect(splitPinyin(pinyin, initials)?.join(' ')).toBe(syllables);
  });

  it.each([
    ['dnaku', 'dk'],
    ['wang', 'wc'],
    ['wang', ''],
    ['2019nian', '2n'],
    ['', 'w'],
  ])('does not read %j with %j', (pinyin, initials) => {
    expect(splitPinyin(pinyin, initials)).toBeNull();
  });
});
