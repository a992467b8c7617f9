import { describe, expect, test } from 'vitest';
import { givenByFrontMatter, readFrontMatter } from '../../ingest/front-matter.ts';

describe('readFrontMatter', () => {
  test('reads Chinese and English keys, quotes and lists, and passes over comments', () => {
    const text = '---\n标题: "甲县：说事"\ntags:\n  - 法治\n  - 平安\n# note\n\n记者:\n- 张倩\n- 王志浩\n---\n正文';
    expect(readFrontMatter(text)).toEqual({
      fields: { title: '甲县：说事', tags: '法治、平安', byline: '张倩、王志浩' },
      rest: '正文',
    });
  });

  test.each(['---\n正文一行\n---\n下文', '---\ntitle: x\n正文', '\n正文\n---\ntitle: x\n---'])(
    'leaves a text that has none as it is: %j',
    (text) => {
      expect(readFrontMatter(text)).toEqual({ fields: {}, rest: text });
    },
  );
});

describe('givenByFrontMatter', () => {
  test('reads the numbers of issue and page, and who wrote', () => {
    expect(givenByFrontMatter({ issue: '第5783期', page: 'A03版', byline: '记者 张倩', title: '' })).toMatchObject({
      issue: 5783,
      pageNumber: 3,
      byline: [{ name: '张倩', role: 'reporter' }],
      title: null,
      issues: [],
    });
  });

  test('says so where it cannot read who wrote', () => {
    const { byline, issues } = givenByFrontMatter({ byline: '这一句话里没有任何人的名字。' });
    expect(byline).toEqual([]);
    expect(issues).toEqual([{ stage: 'pages', reason: 'unread-byline', text: '这一句话里没有任何人的名字。' }]);
  });
});
