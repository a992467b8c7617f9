import { expect, test } from 'vitest';
import { citation } from '../../../../web/client/decide/citation.ts';

const cited = {
  quote: '王昌荣主持召开座谈会。',
  address: 'http://127.0.0.1:8137/article/1#3-14',
  source: {
    id: 'article/1',
    title: '王昌荣在湖州调研',
    publication: '浙江法制报',
    issue: 5783,
    date: '2019-07-03',
    datePrecision: 'day',
    byline: [
      { id: 'person/张倩', name: '张倩', role: 'reporter' },
      { id: 'person/王志浩', name: '王志浩', role: 'reporter' },
    ],
  },
};

test('a citation has the quote, who wrote it, the title, the paper with issue and day, and the address', () => {
  expect(citation(cited, 'zh')).toBe(
    '“王昌荣主持召开座谈会。”\n张倩, 王志浩. 王昌荣在湖州调研[N]. 浙江法制报, 2019-07-03(第5783期). http://127.0.0.1:8137/article/1#3-14',
  );
  expect(citation(cited, 'en')).toBe(
    '“王昌荣主持召开座谈会。”\n张倩, 王志浩. “王昌荣在湖州调研”. 浙江法制报, no. 5783, 2019-07-03. http://127.0.0.1:8137/article/1#3-14',
  );
});

test('a citation leaves out what the page does not print, and says that the day is unknown', () => {
  const bare = { ...cited, source: { ...cited.source, publication: null, issue: null, date: null, byline: [] } };
  expect(citation(bare, 'zh')).toBe(
    '“王昌荣主持召开座谈会。”\n王昌荣在湖州调研[N]. 日期不详. http://127.0.0.1:8137/article/1#3-14',
  );
  expect(citation(bare, 'en')).toContain('n.d.');
});
