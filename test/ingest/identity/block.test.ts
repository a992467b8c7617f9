import { describe, expect, it } from 'vitest';
import { blockOf, nameKey } from '../../../ingest/identity/block.ts';
import { event, person } from './sample.ts';

describe('the key of a name', () => {
  it.each([
    ['王 伟', '王伟'],
    ['王　伟', '王伟'],
    ['張偉', '张伟'],
    ['买买提・吐尔逊', '买买提·吐尔逊'],
    ['买买提 • 吐尔逊', '买买提·吐尔逊'],
    ['Mary  Smith', 'Mary Smith'],
    ['Ｊｅｗｅｌ', 'Jewel'],
  ])('of %s is %s', (name, key) => {
    expect(nameKey(name)).toBe(key);
    expect(nameKey(key)).toBe(key);
  });
});

describe('a block', () => {
  it('holds the people of one name, in the text and in the byline', () => {
    expect(blockOf(person({ name: '王 伟' }))).toBe('person:王伟');
    expect(blockOf(person({ press: 'reporter' }))).toBe('person:王伟');
  });

  it('holds the events of one day, and an undated event for its article alone', () => {
    expect(blockOf(event({}))).toBe('event:2019-07-01');
    expect(blockOf(event({ day: null, article: 'article/00000000000000aa' }))).toBe('event:article/00000000000000aa');
  });
});
