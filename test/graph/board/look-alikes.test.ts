import { describe, expect, it } from 'vitest';
import { oneCharacterApart, pairsOf } from '../../../graph/board/look-alikes.ts';

const PLACES = ['湖州市', '衢州市', '杭州市', '长兴县'];
const apart = (...names: string[]) =>
  oneCharacterApart(
    names.map((name) => ({ id: name, name })),
    PLACES,
  ).map(({ a, b }) => [a, b].sort());

describe('names that look alike', () => {
  it.each([
    [['最多跑一次', '最多跑一地'], 'exchanged'],
    [['县级矛调中心', '县级矛盾调中心'], 'put in'],
    [['县级矛盾调中心', '县级矛调中心'], 'left out'],
  ])('%j are one character apart: %s', (names) => {
    expect(apart(...names)).toEqual([names.toSorted()]);
  });

  it.each([
    [['平安湖州', '平安衢州'], 'a place is exchanged'],
    [['湖州市委政法委', '衢州市委政法委'], 'a place at the head is exchanged'],
    [['第一次推进会', '第二次推进会'], 'a numeral is exchanged'],
    [['四平台', '三平台'], 'they are short'],
    [['全科网格', '基层治理'], 'they are far apart'],
    [['全科网格', '全科网格'], 'they are the same'],
  ])('%j are meant to differ, or do not look alike: %s', (names) => {
    expect(apart(...names)).toEqual([]);
  });

  it('pairs people of one key whose names share a character, each pair once', () => {
    const people = [
      { id: 'person/王昌荣', name: '王昌荣', key: 'wangchangrong' },
      { id: 'person/王长荣', name: '王长荣', key: 'wangchangrong' },
      { id: 'person/王长荣（甲）', name: '王长荣', key: 'wangchangrong' },
      { id: 'person/魏春儒', name: '魏春儒', key: 'wangchangrong' },
      { id: 'person/李四', name: '李四', key: 'lisi' },
    ];
    expect(pairsOf(people, 'sound')).toEqual([
      { a: 'person/王昌荣', b: 'person/王长荣', why: 'sound' },
      { a: 'person/王昌荣', b: 'person/王长荣（甲）', why: 'sound' },
    ]);
  });
});
