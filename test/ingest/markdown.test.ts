import { describe, expect, test } from 'vitest';
import { readFormat } from '../../ingest/formats.ts';
import { plainMarkdown } from '../../ingest/markdown.ts';
import { readPage } from '../../ingest/pages.ts';

describe('plainMarkdown', () => {
  test.each([
    ['**王昌荣**到_湖州_调研', '王昌荣到_湖州_调研'],
    ['王昌荣 _强调_ ~~旧~~ *要* ***快***', '王昌荣 强调 旧 要 快'],
    ['见[全文](https://a.cn/x "题")和[摘要][1]', '见全文和摘要'],
    ['![图](a.png)前![][2]后', '前后'],
    ['[![图](a.png)](https://a.cn)王昌荣', '王昌荣'],
    ['- [x] 第一条', '第一条'],
    ['> > 引文', '引文'],
    ['`代码`与``另`一``', '代码与另`一'],
    ['3\\*4\\*5', '3*4*5'],
    ['正文[^1]', '正文'],
    ['<div class="a">正文</div><br/>', '正文'],
    ['<https://a.cn/x>正文', '正文'],
    ['| 甲 | 乙 |\n|---|:--:|\n| 1 | 2 |', '甲　乙\n1　2'],
    ['```\n代码\n```\n[1]: https://a.cn', '代码'],
    ['前<!-- 注\n释 -->后', '前后'],
    ['标题\n===\n小题\n---\n正文。', '# 标题\n## 小题\n正文。'],
    ['一段话。\n---\n下文', '一段话。\n---\n下文'],
  ])('%j becomes %j', (markdown, text) => {
    expect(plainMarkdown(markdown)).toBe(text);
  });

  test.each(['*', '[', '![', '[a](', '<a ', '`', '_a', '|', '\\', '**a '])(
    'a long text of %j comes to an end',
    (scrap) => {
      expect(plainMarkdown(scrap.repeat(50_000 / scrap.length)).length).toBeLessThanOrEqual(50_000);
    },
  );
});

describe('a Markdown file', () => {
  const read = async (text: string) => {
    const content = await readFormat('x.md', Buffer.from(text));
    return readPage({ file: 'x.md', sha256: '0', ...content }, { homeOf: () => null }).items[0];
  };

  test('with a title in its front matter is one article', async () => {
    const page = await read(
      '---\ntitle: "甲县召开会议"\ndate: 2019-07-03\npublication: 某报\nissue: 12\nbyline: 记者 张倩\ntags:\n  - 法治\n---\n\n# 甲县召开会议\n\n昨日，**甲县**召开会议。\n\n## 小题\n\n[全文](https://a.cn)见此。',
    );
    expect(page).toMatchObject({
      publication: '某报',
      issue: 12,
      date: { value: '2019-07-03', basis: 'file' },
      articles: [{ title: '甲县召开会议', byline: [{ name: '张倩' }], text: '昨日，甲县召开会议。\n小题\n全文见此。' }],
    });
  });

  test('with several headings of the first rank is a page of several articles', async () => {
    const page = await read(
      '---\ntitle: 某报要闻\ndate: 2019-07-03\n---\n# 甲县召开会议\n\n昨日，甲县召开会议，部署工作。\n\n# 乙县开展调研\n\n昨日，乙县开展调研，了解情况。\n',
    );
    expect(page?.articles.map(({ title }) => title)).toEqual(['甲县召开会议', '乙县开展调研']);
  });
});
