import { describe, expect, test } from 'vitest';
import { type BodyItem, joinBody } from '../../ingest/joins.ts';

const text = (words: string, indented = false): BodyItem => ({ text: words, kind: 'text', indented });
const line = (words: string): BodyItem => ({ text: words, kind: 'line', indented: false });
const caption = (words: string): BodyItem => ({ text: words, kind: 'caption', indented: false });

describe('joinBody', () => {
  test('joins blocks that break off inside a word, a name or behind a comma, without a blank', () => {
    expect(joinBody([text('近'), text('日，书记章'), text('新泉强调,'), text('要抓实。')])).toEqual([
      '近日，书记章新泉强调,要抓实。',
    ]);
  });

  test('keeps complete paragraphs apart', () => {
    expect(joinBody([text('甲。'), text('乙！”'), text('丙。')])).toEqual(['甲。', '乙！”', '丙。']);
  });

  test('puts a picture line or caption behind the paragraph that it interrupts', () => {
    expect(
      joinBody([text('助力疫情防'), line('老人回家'), caption('图为现场。'), text('控工作。'), text('完。')]),
    ).toEqual(['助力疫情防控工作。', '老人回家', '图为现场。', '完。']);
  });

  test('takes a line into the sentence where the text behind it can only go on from it', () => {
    expect(joinBody([text('要为全省'), line('建设作出贡献'), text('，再立新功。')])).toEqual([
      '要为全省建设作出贡献，再立新功。',
    ]);
  });

  test('keeps subheads between paragraphs', () => {
    expect(joinBody([text('甲。'), line('一口井的来历'), text('乙。')])).toEqual(['甲。', '一口井的来历', '乙。']);
  });

  test('joins behind a stop inside a quotation that is still open, unless the next paragraph opens its own', () => {
    expect(joinBody([text('他说：“先稳住。'), text('再谈。”')])).toEqual(['他说：“先稳住。再谈。”']);
    expect(joinBody([text('“先稳住。'), text('“再谈。”')])).toEqual(['“先稳住。', '“再谈。”']);
  });

  test('keeps numbered items apart', () => {
    expect(joinBody([text('决定如下：'), text('一、禁止燃放；'), text('二、禁止销售。')])).toEqual([
      '决定如下：',
      '一、禁止燃放；',
      '二、禁止销售。',
    ]);
  });

  test('an indent starts a paragraph though the one above has lost its stop', () => {
    expect(joinBody([text('甲乙丙', true), text('丁戊己。', true)])).toEqual(['甲乙丙', '丁戊己。']);
  });

  test('parts Latin words with a blank', () => {
    expect(joinBody([text('采用 open'), text('source 平台。')])).toEqual(['采用 open source 平台。']);
  });
});
