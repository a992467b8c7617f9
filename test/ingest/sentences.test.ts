import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../ingest/sentences.ts';

const split = (body: string): string[] => splitSentences(body, 0).map(({ start, end }) => body.slice(start, end));

describe('splitSentences', () => {
  test('ends sentences at full stops, question and exclamation marks of either width', () => {
    expect(split('会议召开。为什么?好!完')).toEqual(['会议召开。', '为什么?', '好!', '完']);
  });

  test('does not end a sentence at a semicolon', () => {
    expect(split('一要快；二要准;三要稳。')).toEqual(['一要快；二要准;三要稳。']);
  });

  test('takes the closing quotes and brackets into the sentence', () => {
    expect(split('他问：“走吗？”众人都愣住了。')).toEqual(['他问：“走吗？”', '众人都愣住了。']);
    expect(split('他问:"走吗?"众人都愣住了。"好。"')).toEqual(['他问:"走吗?"', '众人都愣住了。', '"好。"']);
  });

  test('keeps a quotation and its attribution together, so that the speaker stands in the evidence', () => {
    expect(split('“先稳住。再谈。”镇党委副书记顾明澜介绍说，他们试过。')).toEqual([
      '“先稳住。',
      '再谈。”镇党委副书记顾明澜介绍说，他们试过。',
    ]);
  });

  test('goes on behind a quotation that is part of a phrase', () => {
    expect(split('回答了“怎么办？”的问题。')).toEqual(['回答了“怎么办？”的问题。']);
  });

  test('ends a sentence at dots only where a quote or the line ends', () => {
    expect(split('查询、交接……一系列制度完善。“以后再说……”他走了。')).toEqual([
      '查询、交接……一系列制度完善。',
      '“以后再说……”',
      '他走了。',
    ]);
  });

  test('ignores stops in short brackets and titles, but not after a bracket that never closes', () => {
    expect(split('见《你好！浙江》（有删节。）一书。')).toEqual(['见《你好！浙江》（有删节。）一书。']);
    expect(split('有（括号。后来呢。')).toEqual(['有（括号。', '后来呢。']);
  });

  test('ends a sentence at each line break and counts paragraphs', () => {
    const sentences = splitSentences('题目\n甲。乙\n丙。\n', 3);
    expect(sentences.map(({ paragraph }) => paragraph)).toEqual([-1, 0, 0, 1]);
    expect(sentences.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
  });

  test('gives nothing for an empty text', () => {
    expect(splitSentences('', 0)).toEqual([]);
  });
});
