import { expect, test } from 'vitest';
import { searchForms } from '../../ingest/search-forms.ts';

test.each([
  ['王昌荣', true, 'wangchangrong', 'wcr'],
  ['单雄', true, 'shanxiong', 'sx'],
  ['仇和平', true, 'qiuheping', 'qhp'],
  ['衢州市', false, 'quzhoushi', 'qzs'],
])('%s is found by its pinyin and initials', (name, isPerson, spelled, initials) => {
  expect(searchForms(name, [], isPerson)).toMatchObject({ pinyin: spelled, initials });
});

test('the search text has every form once, in lower case', () => {
  expect(searchForms('CIG平台', ['CIG信息资源平台', 'CIG平台'], false).search.split('\n')).toEqual([
    'cig平台',
    'cig信息资源平台',
    'cigpingtai',
    'cpt',
  ]);
});

test('text without a letter gives no pinyin and still a search text', () => {
  expect(searchForms('36条', [], false).search).toContain('36条');
  expect(searchForms('👮', [], false).search).toBe('👮');
});

test('a name in traditional characters is found by simplified ones too', () => {
  expect(searchForms('王昌榮', ['王書記'], true).search.split('\n')).toEqual([
    '王昌榮',
    '王昌荣',
    '王書記',
    '王书记',
    'wangchangrong',
    'wcr',
  ]);
});
