import { describe, expect, test } from 'vitest';
import { loadWordLists, parseWordLists } from '../../ingest/lexicon.ts';
import { WordIndex } from '../../ingest/word-index.ts';

describe('word lists', () => {
  test('keep the order of the file and leave comments out', () => {
    const lists = parseWordLists('# heads\nheads = 书记 市长 # two\n', 'a.lex');
    expect(lists.list('heads')).toEqual(['书记', '市长']);
  });

  test.each([
    ['a line without a key', 'heads\n', 'a.lex:1'],
    ['an empty list', 'heads = \n', 'a.lex:1'],
    ['a list that is there already', 'heads = 书记\nheads = 市长\n', 'a.lex:2'],
  ])('name the line of %s', (_, text, place) => {
    expect(() => parseWordLists(text, 'a.lex')).toThrow(place);
  });

  test('say which lists there are when one is asked for that is not', () => {
    expect(() => parseWordLists('heads = 书记\n', 'a.lex').list('tails')).toThrow(/no list "tails"; it has heads/u);
  });

  test('split pairs at the first colon and refuse items without one', () => {
    expect(parseWordLists('bodies = 省长:省政府 政委:支队/公安局\n', 'a.lex').pairs('bodies')).toEqual([
      ['省长', '省政府'],
      ['政委', '支队/公安局'],
    ]);
    expect(() => parseWordLists('bodies = 省长\n', 'a.lex').pairs('bodies')).toThrow('key:value');
  });

  test('of the project load', () => {
    for (const name of ['names.lex', 'posts.lex', 'events.lex']) expect(() => loadWordLists(name)).not.toThrow();
  });
});

describe('a word matcher', () => {
  const matcher = new WordIndex(['书记', '副书记', '书记员']);

  test('finds the longest word on either side of a position', () => {
    expect(matcher.startingAt('任书记员时', 1)).toBe('书记员');
    expect(matcher.endingAt('市委副书记王某', 5)).toBe('副书记');
    expect(matcher.startingAt('市委', 0)).toBeNull();
    expect(matcher.endingAt('记', 1)).toBeNull();
  });
});
