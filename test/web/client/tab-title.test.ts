// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { Route } from '../../../web/client/route.ts';
import { subject, tabTitle } from '../../../web/client/tab-title.ts';

describe('the title of the tab', () => {
  afterEach(() => {
    subject.value = null;
  });

  it('is the name of a thing whose id has it', () => {
    expect(tabTitle({ page: 'entity', id: 'person/王昌荣', fields: {} })).toBe('王昌荣');
    expect(tabTitle({ page: 'program', id: 'program/全科网格', fields: {} })).toBe('全科网格');
  });

  it('is the headline of an article once it is read, and of no other article', () => {
    const article: Route = { page: 'article', id: 'article/1', passage: null, fact: null };
    const word = tabTitle(article);
    subject.value = { id: 'article/1', name: '网格连着千家' };
    expect(tabTitle(article)).toBe('网格连着千家');
    expect(tabTitle({ ...article, id: 'article/2' })).toBe(word);
    expect(tabTitle({ ...article, id: null })).toBe(word);
  });
});
