import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeOf, parametersOf, tokensOf } from '../../../graph/read-only/tokens.ts';

describe('codeOf', () => {
  test.each([
    ["RETURN 'a b' AS x", "RETURN '' AS x"],
    ['RETURN "a \\" b" AS x', 'RETURN "" AS x'],
    ["RETURN 'it\\'s' AS x", "RETURN '' AS x"],
    ['MATCH (n:`LOAD CSV`) RETURN n', 'MATCH (n:``) RETURN n'],
    ['MATCH (n:`a``b`) RETURN n', 'MATCH (n:``) RETURN n'],
    ['RETURN 1 // CREATE\nAS x', 'RETURN 1  \nAS x'],
    ['RETURN /* CREATE\n INDEX */ 1', 'RETURN   1'],
    ["RETURN '// no comment' AS x", "RETURN '' AS x"],
    ["RETURN 'never closed", "RETURN ''"],
    ['RETURN 1 /* never closed', 'RETURN 1  '],
  ])('keeps only code: %s', (cypher, code) => {
    expect(codeOf(cypher)).toBe(code);
  });
});

describe('tokensOf', () => {
  test('loses nothing of any text, and says where each token stands', () => {
    const pieces = fc.constantFrom(
      "'",
      '"',
      '`',
      '\\',
      '/',
      '*',
      '//',
      '/*',
      '*/',
      '\n',
      '\r',
      'SET',
      '1',
      '.',
      '$',
      ' ',
      '𠮷',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 }),
        (parts) => {
          const text = parts.join('');
          const tokens = tokensOf(text);
          expect(tokens.map((token) => token.text).join('')).toBe(text);
          for (const { start, end, text: own } of tokens) expect(text.slice(start, end)).toBe(own);
        },
      ),
    );
  });

  test('tells a number from the word behind it', () => {
    expect(tokensOf('1.5e3 0x1F 12_000 1.x').map(({ kind, text }) => `${kind}:${text}`)).toEqual([
      'number:1.5e3',
      'blank: ',
      'number:0x1F',
      'blank: ',
      'number:12_000',
      'blank: ',
      'number:1',
      'sign:.',
      'word:x',
    ]);
  });

  test('knows what has no end', () => {
    const open = (text: string): boolean => tokensOf(text).some(({ closed }) => !closed);
    expect(["'a", '"a\\', '/* a', '/*/', '`a``', "'a\\'"].map(open)).toEqual([true, true, true, true, true, true]);
    expect(["'a'", '//', '/**/', '````', "'\\\\'"].map(open)).toEqual([false, false, false, false, false]);
  });
});

test('parametersOf names each parameter once, and none of texts or comments', () => {
  expect(parametersOf("MATCH (n {id: $人}) WHERE n.x = $`a b` OR $人 RETURN '$no' // $nor")).toEqual(['人', 'a b']);
});
