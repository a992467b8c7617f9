import { describe, expect, test } from 'vitest';
import { readBlocks } from '../../ingest/blocks.ts';

const texts = (page: string): string[] => readBlocks(page).map(({ text }) => text);

describe('readBlocks', () => {
  test('gives each printed line with the blank lines above it, whatever the line ends', () => {
    const blocks = readBlocks('\ufeff甲\r\n\r\n\r\n乙\r丙');
    expect(blocks.map(({ text }) => text)).toEqual(['甲', '乙', '丙']);
    expect(blocks.map(({ gap }) => gap).slice(1)).toEqual([2, 0]);
  });

  test('sees indents of full-width blanks and keeps inner blanks as printed', () => {
    const [first] = readBlocks('　　林　越 报道');
    expect(first).toMatchObject({ text: '林　越 报道', indented: true });
  });

  test('takes web markup off: headings, emphasis, quotes, lists, links, pictures, tags, entities', () => {
    const page = '# 标题\n\n> **本报讯** 见[全文](http://a.cn/x)\n- 第一&nbsp;条\n![图](b.jpg)\n<p class="x">正文</p>';
    expect(texts(page)).toEqual(['标题', '本报讯 见全文', '第一 条', '正文']);
    expect(readBlocks(page)[0]?.heading).toBe(1);
  });

  test('reads a ruled line as a wide gap', () => {
    expect(readBlocks('甲\n\n---\n\n乙')[1]).toMatchObject({ text: '乙', gap: 4 });
  });

  test('drops control and invisible characters', () => {
    expect(texts('甲\u0000\u200b乙')).toEqual(['甲乙']);
  });

  test('joins lines that were wrapped at one width, and keeps headline, byline and indented paragraphs apart', () => {
    const page = [
      '甲县推行说事',
      '本报记者 林越',
      '　　昨日，甲县召开现场会，要求各镇全面推行',
      '村民说事，把话说开，把理说通，让乡亲们心服',
      '口服。',
      '　　会上，乙镇、丙镇先后发言，介绍做法，与会',
      '人员实地看了丁村，对说事长廊赞不绝口，久久',
      '不愿离去。',
    ].join('\n');
    expect(texts(page)).toEqual([
      '甲县推行说事',
      '本报记者 林越',
      '昨日，甲县召开现场会，要求各镇全面推行村民说事，把话说开，把理说通，让乡亲们心服口服。',
      '会上，乙镇、丙镇先后发言，介绍做法，与会人员实地看了丁村，对说事长廊赞不绝口，久久不愿离去。',
    ]);
  });

  test('joins wrapped lines without indents too, and leaves the masthead and a byline of full width as they are', () => {
    const page = [
      '2021年6月9日 星期三 要闻',
      '本报记者 林越 通讯员 王志浩',
      '昨日，甲县召开推行说事现场会，要',
      '求各镇全面推行，把话说开，把理说',
      '通，让乡亲们心服口服，大家都说好',
      '，乙镇随后介绍了自己的做法，并请',
      '大家看了丁村。',
      '会上，丙镇发言。',
    ].join('\n');
    expect(texts(page)).toEqual([
      '2021年6月9日 星期三 要闻',
      '本报记者 林越 通讯员 王志浩',
      '昨日，甲县召开推行说事现场会，要求各镇全面推行，把话说开，把理说通，让乡亲们心服口服，大家都说好，乙镇随后介绍了自己的做法，并请大家看了丁村。',
      '会上，丙镇发言。',
    ]);
  });

  test('leaves lines of different widths alone', () => {
    expect(texts('一，二\n三三三，三三三三三三三三三三三三三\n四，四四四四四')).toHaveLength(3);
  });
});
