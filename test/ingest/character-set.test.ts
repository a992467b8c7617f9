import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CharacterSet } from '../../ingest/character-set.ts';

test('a character set tells each position of a text as a set of characters does', () => {
  const units = fc.string({ unit: fc.constantFrom('，', '。', '王', '一', 'a', '\0', '\uffff', '😀') });
  fc.assert(
    fc.property(units, units, (characters, text) => {
      const set = new CharacterSet([characters]);
      const expected = new Set(characters.split(''));
      for (let at = -1; at <= text.length; at += 1) expect(set.at(text, at)).toBe(expected.has(text.charAt(at)));
    }),
  );
});
