import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { partsOf } from '../../../ingest/llm/parts.ts';
import { documentOf } from '../../support/documents.ts';

const cut = (body: string, size: number, title = '题') => {
  const doc = documentOf(body, title);
  const parts = partsOf(doc, { start: doc.bodyStart, end: doc.text.length }, size);
  return parts.map(({ start, end }) => doc.text.slice(start, end));
};

it('leaves a short article whole, and cuts a long one between paragraphs', () => {
  expect(cut('一段。\n二段。', 8)).toEqual(['一段。\n二段。']);
  expect(cut('一段。\n二段。\n三段。', 8)).toEqual(['一段。\n二段。\n', '三段。']);
});

it('cuts a long paragraph between sentences, and a long sentence where the part is full', () => {
  expect(cut('第一句话。第二句话。第三句话。', 12)).toEqual(['第一句话。第二句话。', '第三句话。']);
  expect(cut('没有句号的一长句话', 4)).toEqual(['没有句号', '的一长句', '话']);
  expect(cut('一\u{20BB7}\u{20BB7}二', 4)).toEqual(['一\u{20BB7}', '\u{20BB7}二']);
});

test('gives parts that tile the text, none longer than it may be', () => {
  const texts = fc.string({ unit: fc.constantFrom('字', '。', '\n', '“', '\u{20BB7}'), maxLength: 80 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 20 }), (body, size) => {
      const parts = cut(body, size);
      expect(parts.join('')).toBe(body);
      expect(parts.every((part) => part.length > 0 && part.length <= size)).toBe(true);
    }),
  );
});
