import { describe, expect, test } from 'vitest';
import { alignedTable, cellText, csvText, displayWidth } from '../../graph/table-text.ts';

const NOTHING: ReadonlyMap<string, string> = new Map();
const table = (columns: string[], ...rows: (string | number | null | string[])[][]) => ({
  columns,
  rows,
  truncated: false,
});

describe('displayWidth', () => {
  test.each([
    ['abc', 3],
    ['湖州', 4],
    ['（“”）', 6],
    ['𠮷田', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['ＡＢ', 4],
    ['…', 1],
    ['', 0],
  ])('of %s', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('alignedTable', () => {
  test('aligns Chinese and Latin text, and numbers to the right', () => {
    expect(alignedTable(table(['项目', '地点数'], ['全科网格', 3], ['ab', 12]), NOTHING)).toBe(
      '项目      地点数\n────────  ──────\n全科网格       3\nab            12\n',
    );
  });

  test('shows what ids stand for, lists in one line, and unknowns as nothing', () => {
    const shown = new Map([['person/王', '王']]);
    expect(alignedTable(table(['a', 'b', 'c'], [null, ['person/王', 'x\ny'], 'z']), shown)).toBe(
      'a  b        c\n─  ───────  ─\n   王；x y  z\n',
    );
  });

  test('cuts a long cell at the width of the screen, not in the middle of a character', () => {
    const [, , line = ''] = alignedTable(table(['a'], ['长'.repeat(40)]), NOTHING).split('\n');
    expect(line).toBe(`${'长'.repeat(23)}…`);
  });

  test('of no rows has its columns only', () => {
    expect(alignedTable(table(['项目']), NOTHING)).toBe('项目\n────\n');
  });
});

describe('csvText', () => {
  test('begins with a byte order mark and quotes what needs it', () => {
    expect(csvText(table(['a', 'b'], ['x,y', 'say "hi"'], ['甲\n乙', 3]), NOTHING)).toBe(
      '\ufeffa,b\r\n"x,y","say ""hi"""\r\n甲 乙,3\r\n',
    );
  });

  test('keeps texts from being run as formulas, and numbers as they are', () => {
    expect(csvText(table(['a', 'b'], ['=1+1', -2], ['@cmd', 1], ['-x', 0]), NOTHING)).toBe(
      "\ufeffa,b\r\n'=1+1,-2\r\n'@cmd,1\r\n'-x,0\r\n",
    );
  });

  test('does not cut', () => {
    expect(csvText(table(['a'], ['长'.repeat(90)]), NOTHING)).toContain('长'.repeat(90));
  });
});

test('a map in a cell is shown as JSON', () => {
  expect(cellText({ a: 1 }, NOTHING)).toBe('{"a":1}');
});
