import { describe, expect, it } from 'vitest';
import { tonedPinyin } from '../../graph/toned-pinyin.ts';

describe('the pinyin beside a name', () => {
  it.each([
    ['王昌荣', 'Wáng Chāngróng'],
    ['单雄信', 'Shàn Xióngxìn'],
    ['欧阳锋', 'Ōuyáng Fēng'],
    ['申屠林', 'Shēntú Lín'],
    ['欧阳', 'Ōu Yáng'],
  ])('has tones, and parts family and given name: %s', (name, said) => {
    expect(tonedPinyin(name, true)).toBe(said);
  });

  it('of a place is said syllable by syllable', () => {
    expect(tonedPinyin('重庆市', false)).toBe('chóng qìng shì');
  });

  it.each(['Google中国', '𠮷田', '阿里·木江', ''])('is left out where a character has no reading: %s', (name) => {
    expect(tonedPinyin(name, true)).toBeNull();
  });
});
