import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentText } from '../../../web/client/segments.ts';

describe('segmentText', () => {
  it('cuts where facts and names begin and end', () => {
    const [paragraph] = segmentText(
      '王昌荣主持座谈会。',
      [
        { start: 0, end: 5 },
        { start: 3, end: 9 },
      ],
      [{ id: 'person/王昌荣', start: 0, end: 3 }],
    );
    expect(paragraph?.map(({ text, facts, begins, names }) => [text, facts, begins, names])).toEqual([
      ['王昌荣', [0], [0], 'person/王昌荣'],
      ['主持', [0, 1], [1], null],
      ['座谈会。', [1], [], null],
    ]);
  });

  it('goes on in the next paragraph with a fact that runs over', () => {
    const paragraphs = segmentText('一二\n三四', [{ start: 1, end: 4 }], []);
    expect(paragraphs.map((segments) => segments.map(({ text, facts }) => [text, facts.length]))).toEqual([
      [
        ['一', 0],
        ['二', 1],
      ],
      [
        ['三', 1],
        ['四', 0],
      ],
    ]);
  });

  it('underlines the longest of names within names', () => {
    const mentions = [
      { id: 'place/湖州', start: 0, end: 2 },
      { id: 'org/湖州市委', start: 0, end: 4 },
    ];
    expect(segmentText('湖州市委', [], mentions)[0]?.map(({ names }) => names)).toEqual(['org/湖州市委']);
  });

  it('loses no character and invents none', () => {
    const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    const text = fc.string({ unit: fc.constantFrom('王', '。', '\n'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.array(span), fc.array(span), (whole, facts, mentions) => {
        const paragraphs = segmentText(
          whole,
          facts,
          mentions.map((mention) => ({ ...mention, id: 'person/王' })),
        );
        expect(paragraphs.map((segments) => segments.map(({ text: piece }) => piece).join('')).join('\n')).toBe(whole);
        for (const { text: piece, start } of paragraphs.flat())
          expect(whole.slice(start, start + piece.length)).toBe(piece);
      }),
    );
  });
});
