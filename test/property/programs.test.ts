import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLaunches } from '../../ingest/launches.ts';
import { findLearning } from '../../ingest/learning.ts';
import { loadProgramLexicon } from '../../ingest/program-lexicon.ts';
import { readProgramText } from '../../ingest/program-text.ts';
import { findPrograms } from '../../ingest/programs.ts';
import { openSegmenter } from '../../ingest/segment.ts';
import { documentOf, organizationsIn, placesIn } from '../support/documents.ts';

const segment = openSegmenter();
const lexicon = loadProgramLexicon();
const PLACES = { 温岭市: '浙江省/台州市/温岭市', 龙游: '浙江省/衢州市/龙游县', 湖南: '湖南省' };
const PIECES = [
  ...[
    '温岭市',
    '龙游',
    '湖南',
    '推行',
    '创新',
    '要',
    '将',
    '不',
    '强调',
    '，',
    '。',
    '、',
    '\n',
    ' ',
    '　',
    '的',
    '在',
    '了',
  ],
  ...[
    '“',
    '”',
    '‘',
    '’',
    '《',
    '》',
    '（',
    '）',
    '"',
    '+',
    '工程',
    '行动',
    '机制',
    '平台',
    '经验',
    '建设',
    '平安',
    '法治',
  ],
  ...['枫桥经验', '全科网格', '一村一', '三', '议', '考察学习', '借鉴', '来', '县公安局', 'A', '1', '😀', '\u0000'],
];
const body = fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join(''));

function everything(text: string, title: string | null = null) {
  const doc = documentOf(text, title);
  const places = placesIn(doc, PLACES);
  const organizations = organizationsIn(doc, { 县公安局: '浙江省/衢州市/龙游县' });
  const programs = findPrograms(doc, { places, organizations, lexicon, segment }).items;
  const context = { places, organizations, programs, dates: [] };
  return { doc, programs, launches: findLaunches(doc, context).items, learning: findLearning(doc, context).items };
}

describe('programs, launches and learning of any text', () => {
  it('have spans that lie in the text, in order, and quote a form of the name', () => {
    fc.assert(
      fc.property(body, fc.option(body), (text, title) => {
        const { doc, programs } = everything(text, title);
        for (const { start, end, name, aliases } of programs) {
          const printed = readProgramText(doc.text.slice(start, end), 0).bare;
          expect([name, ...aliases]).toContain(printed);
        }
        const starts = programs.map(({ start }) => start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  it('join each program and place once, with a span that holds something', () => {
    fc.assert(
      fc.property(body, (text) => {
        const { doc, programs, launches, learning } = everything(text);
        const pairs = launches.map(({ program, place }) => `${program}|${place}`);
        expect(new Set(pairs).size).toBe(pairs.length);
        for (const { program, start, end } of launches) {
          expect(programs.some(({ name }) => name === program)).toBe(true);
          expect(doc.text.slice(start, end).trim()).not.toBe('');
        }
        for (const { learner, model } of learning) expect(learner).not.toBe(model);
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on what was read before', () => {
    fc.assert(
      fc.property(body, body, (first, second) => {
        const alone = everything(second).programs;
        everything(first);
        expect(everything(second).programs).toEqual(alone);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['opening quotation marks', '“'.repeat(50_000)],
    ['closed empty quotations', '“”'.repeat(50_000)],
    ['one quoted name again and again', '推行“村村议”平台，'.repeat(10_000)],
    ['many quoted names', Array.from({ length: 10_000 }, (_, i) => `“议${i}事”`).join('')],
    ['class nouns in a row', '工程行动机制'.repeat(16_000)],
    ['numerals in a row', '一二三四五'.repeat(20_000)],
    ['plus signs', '甲+'.repeat(50_000)],
    ['one clause without an end', '推行村务公开平台'.repeat(12_000)],
    ['prefixes of names', '平安法治数字'.repeat(16_000)],
    ['places in a row', '温岭市龙游、'.repeat(16_000)],
    ['sentences without an end', '温岭市要推行“村村议”，'.repeat(8_000)],
    ['brackets', '《（'.repeat(50_000)],
    ['chains of mechanisms', '健全排查机制、'.repeat(14_000)],
    ['lone surrogates', '\ud83d'.repeat(100_000)],
  ])('are found in 100,000 characters of %s without giving up', (_, text) => {
    expect(() => everything(text)).not.toThrow();
  });
});
