import { expect, test } from 'vitest';
import { EXCLUSIVE_POSTS, heldAlone } from '../../../graph/entity-pages/exclusive-posts.ts';

test('every post of the list has an ending of its own and a reason in both languages', () => {
  expect(EXCLUSIVE_POSTS.length).toBeGreaterThan(10);
  expect(new Set(EXCLUSIVE_POSTS.map(({ ending }) => ending)).size).toBe(EXCLUSIVE_POSTS.length);
  for (const { ending, reason, since } of EXCLUSIVE_POSTS) {
    expect([ending, reason.zh, reason.en].every((text) => text.trim() === text && text !== '')).toBe(true);
    expect(since === null || since > 1900).toBe(true);
  }
});

test.each([
  ['政法委书记', '浙江省委政法委', '书记'],
  ['省委政法委书记', '浙江省委政法委', '书记'],
  ['书记', '湖州市委', '书记'],
  ['湖州市市长', '湖州市', '市长'],
  ['代市长', '湖州市', '市长'],
  ['办公室主任', '湖州市委', '办公室主任'],
])('%s of %s is held by one alone, as %s', (title, body, name) => {
  expect(heldAlone(title, body)?.name).toBe(name);
});

test.each([
  '副书记',
  '政法委副书记',
  '常务副市长',
  '秘书',
  '省委常委',
  '副主任',
  '第一书记',
  '书记处书记',
  '民警',
  '市长助理',
])('%s may be held by several at once', (title) => {
  expect(heldAlone(title, '湖州市委')).toBeNull();
});
