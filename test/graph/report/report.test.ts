import { describe, expect, it } from 'vitest';
import { citations, type Dossier } from '../../../graph/report/dossier.ts';
import { htmlOf } from '../../../graph/report/html.ts';
import { markdownOf } from '../../../graph/report/markdown.ts';
import { whenWords } from '../../../graph/report/words.ts';
import { whenOf } from '../../../graph/spread/ranges.ts';

const given = (dateFrom: string | null) => ({
  dateFrom,
  dateTo: null,
  datePrecision: null,
  dateText: null,
  dateBasis: null,
});

const DOSSIER: Dossier = {
  title: '<全科网格> & 余波',
  blocks: [
    { kind: 'heading', text: '各地' },
    { kind: 'table', columns: ['地点', '证据'], rows: [['湖州|市', '2019-07 – 2019-07-03 [1]']] },
    { kind: 'curve', label: '累计', periods: ['2017', '2018'], covered: [1, 2], having: [0, 1], total: 11 },
    {
      kind: 'quotes',
      quotes: [
        {
          ref: 'article/1#0-2',
          start: 0,
          end: 2,
          before: '前\n面',
          quote: '<script>alert(1)</script>',
          after: '*后*',
          cutBefore: false,
          cutAfter: false,
          source: {
            id: 'article/1',
            title: '题',
            publication: '报',
            issue: 5,
            date: '2019-07-03',
            datePrecision: 'day',
            byline: [],
          },
        },
      ],
    },
  ],
};

describe('a dossier', () => {
  it('as HTML runs nothing that a paper prints, and leads from a figure to its sentence', () => {
    const html = htmlOf(DOSSIER);
    expect(html).not.toContain('<script>');
    expect(html).toContain('<mark>&lt;script&gt;alert(1)&lt;/script&gt;</mark>');
    expect(html).toContain('<a href="#q1">[1]</a>');
    expect(html).toContain('id="q1"');
    expect(html, 'no day is broken at its hyphens').toContain('<td><time>2019-07</time> – <time>2019-07-03</time> <a');
    expect(html).toMatch(/time\{white-space:nowrap\}/u);
    expect(html).toContain('报 第5期 <time>2019-07-03</time></small>');
    expect(html).not.toMatch(/(?:src|href)="https?:/u);
  });

  it('cites a sentence once, however many claims it states', () => {
    const numbers = new Map([
      ['article/1#0-2', 1],
      ['article/1#5-9', 2],
    ]);
    expect(citations(numbers, ['article/1#5-9', 'article/1#0-2', 'article/1#5-9', 'article/2#0-1'])).toBe('[2] [1]');
  });

  it('as Markdown keeps what a paper prints from being read as marks', () => {
    const text = markdownOf(DOSSIER);
    expect(text).toContain('| 湖州\\|市 | 2019-07 – 2019-07-03 [1] |');
    expect(text).toContain('1. 前 面**\\<script\\>alert(1)\\</script\\>**\\*后\\* —— 题，报 第5期 2019-07-03');
    expect(text).toContain('| 累计 total | 0 | 1 |');
  });
});

describe('the words for a time', () => {
  it.each([
    ['2019-07-03', [], '2019-07-03'],
    ['2019-07', [], '2019-07'],
    ['2019', [], '2019'],
    ['2019', ['2019-07-03'], '2019-01-01–2019-07-03'],
    [null, ['2019-07-03'], '不晚于 no later than 2019-07-03'],
    [null, [], '时间不明 unknown'],
  ])('%s printed %j are %s', (date, printed, words) => {
    expect(
      whenWords(
        whenOf(
          {
            ...given(date),
            datePrecision: date === null ? null : (['year', 'month', 'day'][date.split('-').length - 1] ?? null),
          },
          printed,
        ),
      ),
    ).toBe(words);
  });
});
