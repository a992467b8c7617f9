import fc from 'fast-check';
import nodejieba from 'nodejieba';
import { describe, expect, test } from 'vitest';
import { openSegmenter } from '../../ingest/segment.ts';
import { seedPages } from '../support/pages.ts';

const segment = openSegmenter();
const ours = (text: string) => segment(text).map(({ word, tag }) => `${word}/${tag}`);
const native = (text: string) => nodejieba.tag(text).map(({ word, tag }) => `${word}/${tag}`);

const pieces = fc.constantFrom(
  ...['王昌荣', '在', '湖州市吴兴区', '龙泉街道', '调研', '全科网格', '了', '的', '蓝翔', '云计算', '高富帅'],
  ...['，', '。', '、', '“', '”', ' ', '\t', '\n', '！', '3.5', 'G20', '5G', '1', 'a', '.', 'C#', '𠮷田', '👮', '钅'],
);

describe('the words of a text', () => {
  test('are those of nodejieba, with its tags, on the seed pages', () => {
    for (const { text } of seedPages()) expect(ours(text)).toEqual(native(text));
  });

  test('are those of nodejieba for any text', () => {
    const texts = fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 40 });
    fc.assert(
      fc.property(
        texts.map((parts) => parts.join('')),
        (text) => {
          expect(ours(text)).toEqual(native(text));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('tile it, also where half a pair of units stands alone', () => {
    const text = '李\ud842强\udfb7说';
    const words = segment(text);
    expect(words.map(({ word }) => word).join('')).toBe(text);
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(words.map(({ word }) => word));
  });
});
