import { expect, test } from 'vitest';
import { toDocument } from '../../ingest/document.ts';
import type { Article } from '../../ingest/types.ts';

const article: Article = {
  id: 'article/0',
  title: '两地结对 共治共享',
  subtitle: null,
  kind: 'news',
  jump: null,
  byline: [],
  dateline: null,
  text: '昨日，两地签约。\n群众叫好。',
};

test('the document is headline, line break and body, with the headline as a sentence of its own', () => {
  const document = toDocument(article, { date: null, home: '浙江省' });
  expect(document.text).toBe('两地结对 共治共享\n昨日，两地签约。\n群众叫好。');
  expect(document.text.slice(document.bodyStart)).toBe(article.text);
  expect(document.sentences.map(({ start, end }) => document.text.slice(start, end))).toEqual([
    '两地结对 共治共享\n',
    '昨日，两地签约。\n',
    '群众叫好。',
  ]);
});

test('without a title the body starts behind a line break', () => {
  const document = toDocument({ ...article, title: null }, { date: null, home: null });
  expect(document.bodyStart).toBe(1);
});
