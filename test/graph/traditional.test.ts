import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTraditional, simplifyCharacters, simplifyText } from '../../graph/traditional.ts';

describe('simplifyText', () => {
  test.each([
    ['習近平總書記強調，發展鄉鎮企業', '习近平总书记强调，发展乡镇企业'],
    ['乾淨的計畫與乾隆年間', '干净的计划与乾隆年间'],
    ['衞生説明電綫', '卫生说明电线'],
    ['著名人士的著作', '著名人士的著作'],
    ['张倩 2019 村里说事', '张倩 2019 村里说事'],
    ['', ''],
  ])('%s reads %s', (printed, simplified) => {
    expect(simplifyText(printed)).toBe(simplified);
  });

  test('keeps every offset, also of characters beyond the basic plane', () => {
    const text = fc
      .array(fc.constantFrom('乾', '隆', '計', '畫', '𠮷', '田', '淨', 'a', '\ud842', '。'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, (printed) => {
        expect(simplifyText(printed)).toHaveLength(printed.length);
        expect(simplifyCharacters(printed)).toHaveLength(printed.length);
        expect(simplifyText(printed).replace(/[^𠮷田]/gu, '')).toBe(printed.replace(/[^𠮷田]/gu, ''));
      }),
    );
  });
});

test('simplifyCharacters takes each character by itself, so that a part of a name is found in the whole', () => {
  expect(simplifyCharacters('乾隆')).toBe('干隆');
  expect(simplifyCharacters('王昌榮')).toBe('王昌荣');
});

describe('isTraditional', () => {
  test.each([
    ['王昌榮主持召開座談會，聽取情況彙報。', true],
    ['王昌荣主持召开座谈会，听取情况汇报。', false],
    ['於潜镇於某乾隆年间，後某说，村里事村里说。', false],
    ['會議', false],
    ['Meeting 2019', false],
    ['', false],
  ])('%s: %s', (text, expected) => {
    expect(isTraditional(text)).toBe(expected);
  });
});
