import { describe, expect, test } from 'vitest';
import type { Token } from '../../ingest/segment.ts';
import { TokenTable, tokenTable } from '../../ingest/token-table.ts';

const JUDGE: Token = { start: 0, end: 2, word: '法官', tag: 'n' };
const NAME: Token = { start: 3, end: 5, word: '林某', tag: 'nr' };

describe('TokenTable', () => {
  const table = new TokenTable([JUDGE, NAME]);

  test('finds a token by where it starts and by where it ends, and by no position inside it', () => {
    expect([0, 1, 3].map((at) => table.startingAt(at))).toEqual([JUDGE, undefined, NAME]);
    expect([2, 4, 5].map((at) => table.endingAt(at))).toEqual([JUDGE, undefined, NAME]);
  });

  test('tells the token that covers the character before a position, and none in a gap or outside the text', () => {
    expect([0, 1, 2, 3, 4, 9].map((at) => table.before(at))).toEqual([
      undefined,
      JUDGE,
      JUDGE,
      undefined,
      NAME,
      undefined,
    ]);
  });

  test('is made once for the tokens of a document', () => {
    const tokens = [JUDGE, NAME];
    expect(tokenTable(tokens)).toBe(tokenTable(tokens));
    expect(tokenTable([JUDGE]).startingAt(3)).toBeUndefined();
  });
});
