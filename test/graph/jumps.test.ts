import { describe, expect, test } from 'vitest';
import { halfOf } from '../../graph/jumps.ts';

const ARTICLE = { publication: '某报', publishedOn: '2019-07-03', publishedPrecision: 'day', jumpTo: 3, pageNumber: 1 };

describe('halfOf', () => {
  test('is an article with a jump, with its issue, its page and what it mentions', () => {
    expect(halfOf('article/1', ARTICLE, ['place/b', 'person/a'])).toEqual({
      id: 'article/1',
      publication: '某报',
      day: '2019-07-03',
      issue: null,
      pageNumber: 1,
      to: 3,
      from: null,
      mentions: ['person/a', 'place/b'],
    });
  });

  test('is none without a jump, without the paper, or without its day and its number', () => {
    const { jumpTo: _, ...whole } = ARTICLE;
    const { publication: __, ...nameless } = ARTICLE;
    const month = { ...ARTICLE, publishedOn: '2019-07', publishedPrecision: 'month' };
    expect(halfOf('article/1', whole, [])).toBeNull();
    expect(halfOf('article/1', nameless, [])).toBeNull();
    expect(halfOf('article/1', month, [])).toBeNull();
    expect(halfOf('article/1', { ...month, issue: 7 }, [])).toMatchObject({ issue: 7, day: null });
  });
});
