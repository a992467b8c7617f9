import { describe, expect, it } from 'vitest';
import { ZhituError } from '../../graph/errors.ts';
import { loadProgramLexicon, openProgramLexicon, parseKnownPrograms } from '../../ingest/program-lexicon.ts';

describe('parseKnownPrograms', () => {
  it('reads names, aliases and comments', () => {
    const text = '# 说明\n\n最多跑一次\t最多跑一次改革|只跑一次\t浙江\n雪亮工程\n';
    expect(parseKnownPrograms(text, 'x.tsv')).toEqual([
      { name: '最多跑一次', aliases: ['最多跑一次改革', '只跑一次'] },
      { name: '雪亮工程', aliases: [] },
    ]);
  });

  it.each([
    ['a quotation mark in a name', '“雪亮”工程\n'],
    ['an empty alias', '雪亮工程\t天网||平安\n'],
    ['a name of one character', '网\n'],
    ['a name that two programs share', '雪亮工程\n天网工程\t雪亮工程\n'],
  ])('refuses %s and says where it stands', (_, text) => {
    expect(() => parseKnownPrograms(text, 'x.tsv')).toThrow(ZhituError);
    expect(() => parseKnownPrograms(text, 'x.tsv')).toThrow(/x\.tsv:[12]/u);
  });
});

describe('the lexicon of the project', () => {
  it('loads, and finds programs by each of their names', () => {
    const { known } = loadProgramLexicon();
    expect(known.get('基层治理四平台')?.name).toBe('四个平台');
    expect(known.get('四个平台')?.name).toBe('四个平台');
  });

  it('knows no program when it is opened without names, but keeps the trigger words', () => {
    const lexicon = openProgramLexicon([]);
    expect(lexicon.known.size).toBe(0);
    expect(lexicon.words('class').has('工程')).toBe(true);
  });
});
