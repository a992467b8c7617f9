import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from '../../ingest/sentences.ts';

const text = fc.string({ unit: fc.constantFrom(...'甲乙。！？…”“"（）《》；\n 说的,'), maxLength: 300 });

test('sentences tile any text without gaps or empty pieces', () => {
  fc.assert(
    fc.property(text, fc.nat(20), (body, head) => {
      const bodyStart = Math.min(head, body.length);
      const sentences = splitSentences(body, bodyStart);
      expect(sentences.map(({ start, end }) => body.slice(start, end)).join('')).toBe(body);
      for (const [i, { start, end, index }] of sentences.entries()) {
        expect(index).toBe(i);
        expect(end).toBeGreaterThan(start);
      }
    }),
  );
});
