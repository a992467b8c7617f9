import { describe, expect, test } from 'vitest';
import { findDates } from '../../ingest/dates.ts';
import { toDocument } from '../../ingest/document.ts';
import type { Article, DateMention } from '../../ingest/types.ts';

interface Setting {
  readonly page?: string | null;
  readonly dateline?: string;
  readonly kind?: Article['kind'];
}

function find(
  text: string,
  { page = '2020-06-12', dateline, kind = 'news' }: Setting = {},
): (DateMention & { words: string })[] {
  const precision = page === null ? 'day' : ({ 10: 'day', 7: 'month', 4: 'year' } as const)[page.length as 10 | 7 | 4];
  const article: Article = {
    id: 'article/0',
    title: null,
    subtitle: null,
    kind,
    jump: null,
    byline: [],
    dateline: dateline ?? null,
    text,
  };
  const date = page === null ? null : { value: page, precision, basis: 'masthead' };
  const document = toDocument(article, { date, home: null });
  return findDates(document).items.map((item) => ({ ...item, words: document.text.slice(item.start, item.end) }));
}

/** `words=value..to use`, with `?` for no value; use only where it is not a point. */
function show(text: string, setting?: Setting): string[] {
  return find(text, setting).map(
    ({ words, date, to, use }) =>
      `${words}=${date?.value ?? '?'}${to === null ? '' : `..${to}`}${use === 'point' ? '' : ` ${use}`}`,
  );
}

describe('findDates', () => {
  test.each([
    ['2004年5月，全会作出决策', ['2004年5月=2004-05']],
    ['二〇一九年五月三日', ['二〇一九年五月三日=2019-05-03']],
    ['2018.11.07报道', ['2018.11.07=2018-11-07']],
    ['从2017年打赢', ['2017年=2017']],
    ['2013年下半年', ['2013年下半年=2013']],
  ])('reads a printed year: %s', (text, expected) => {
    expect(show(text)).toEqual(expected);
    expect(find(text)[0]?.date?.basis).toBe('printed');
  });

  test.each([
    ['6月10日，省委常委赴丽水', ['6月10日=2020-06-10']],
    ['12月5日，启动', ['12月5日=2019-12-05']],
    ['3月的浙北', ['3月=2020-03']],
    ['今年1月出台，去年12月31日印发', ['今年1月=2020-01', '去年12月31日=2019-12-31']],
    ['本月5日，上月，上个月底', ['本月5日=2020-06-05', '上月=2020-05', '上个月底=2020-05']],
    ['昨（11）日召开，今(12)日结束', ['昨（11）日=2020-06-11', '今(12)日=2020-06-12']],
    ['6月9日起火。就在两天前，查过一次', ['6月9日=2020-06-09', '两天前=2020-06-07']],
    ['昨日召开，前天、今天上午', ['昨日=2020-06-11', '前天=2020-06-10', '今天=2020-06-12']],
    ['3天前，20年前', ['3天前=2020-06-09', '20年前=2000']],
  ])('completes what the page date gives: %s', (text, expected) => {
    expect(show(text)).toEqual(expected);
  });

  test('takes a bare day as the latest such day up to publication', () => {
    expect(show('推进会9日在衢召开')).toEqual(['9日=2020-06-09']);
    expect(show('座谈会29日上午召开')).toEqual(['29日=2020-05-29']);
  });

  test('takes the month of a bare day from the dateline, else from the date before it', () => {
    expect(show('5日上午', { page: '2020-04-20', dateline: '新华社杭州3月5日电' })).toEqual(['5日=2020-03-05']);
    expect(show('3月2日进驻，到12日为止', { page: '2020-04-20' })).toEqual([
      '3月2日=2020-03-02',
      '12日=2020-03-12 duration',
    ]);
  });

  test('counts weekdays from the week of the page, which starts on Monday', () => {
    expect(show('上周五，瓯海区；本周二，鹿城区')).toEqual(['上周五=2020-06-05', '本周二=2020-06-09']);
    expect(show('周三上午')).toEqual(['周三=2020-06-10']);
  });

  test.each([
    '“周二无会日”推行',
    '任何一方都可在7日内提出',
    '每月5日、25日说事',
    '每周三下午',
    '连续5日',
    '3号楼',
    '12个月',
  ])('finds no date in %s', (text) => {
    expect(show(text)).toEqual([]);
  });

  test.each([
    ['6月3日至5日，督导', ['6月3日至5日=2020-06-03..2020-06-05']],
    ['5月10-12日', ['5月10-12日=2020-05-10..2020-05-12']],
    ['5月24日、25日', ['5月24日、25日=2020-05-24..2020-05-25']],
    ['6月8日至昨日', ['6月8日至昨日=2020-06-08..2020-06-11']],
    ['4月30日—5月2日', ['4月30日—5月2日=2020-04-30..2020-05-02']],
    ['2010年至2013年，查处', ['2010年至2013年=2010..2013 duration']],
  ])('reads a range as one mention: %s', (text, expected) => {
    expect(show(text)).toEqual(expected);
  });

  test.each([
    ['今年1月起开展', ['今年1月=2020-01 duration']],
    ['2014年开展“五水共治”以来', ['2014年=2014 duration']],
    ['5月至今零发案', ['5月=2020-05 duration']],
    ['近年来，今年以来', ['近年来=? duration', '今年以来=? duration']],
    ['2019年2月底前配齐', ['2019年2月底=2019-02 duration']],
    ['截至9日下午', ['9日=2020-06-09 duration']],
  ])('marks a duration, which dates no event: %s', (text, expected) => {
    expect(show(text)).toEqual(expected);
  });

  test('近日 and the like give no day', () => {
    expect(show('近日，日前，连日来，国庆节前')).toEqual([
      '近日=? vague',
      '日前=? vague',
      '连日来=? vague',
      '国庆节前=? vague',
    ]);
  });

  test('当天 takes the last day named, 会上 the day of its paragraph or else of the opening', () => {
    expect(show('6月1日签约。当天揭牌。')).toEqual(['6月1日=2020-06-01', '当天=2020-06-01 same']);
    expect(show('6月9日开会。\n2018年3月2日试点。\n会上，交流。')).toEqual([
      '6月9日=2020-06-09',
      '2018年3月2日=2018-03-02',
      '会上=2020-06-09 same',
    ]);
  });

  test('当天 passes over an end or a limit, and takes the first day of a range', () => {
    expect(show('6月1日进驻，到4日为止。当天下午汇报。').at(-1)).toBe('当天=2020-06-01 same');
    expect(show('6月1日至昨日调研。其间，座谈。').at(-1)).toBe('其间=2020-06-01 same');
  });

  test('今天 in an article with a dateline is the day it was filed', () => {
    const [today] = find('今天，推进会召开', { dateline: '本报邵阳6月10日讯' });
    expect(today?.date).toEqual({ value: '2020-06-10', precision: 'day', basis: 'dateline' });
  });

  test('次日 is the day after the last one named', () => {
    expect(show('6月1日签约，次日揭牌。')).toEqual(['6月1日=2020-06-01', '次日=2020-06-02']);
  });

  test('a month goes on in the year that its sentence has named', () => {
    expect(show('2009年动工，10月完工。11月，他回来了。')).toEqual(['2009年=2009', '10月=2009-10', '11月=2019-11']);
    expect(show('1998年，他来了。同年12月2日见报。')).toEqual(['1998年=1998', '同年12月2日=1998-12-02']);
  });

  test('believes a day ahead only where it is announced, and lets the printed weekday choose the year', () => {
    expect(show('将于7月1日开馆')).toEqual(['7月1日=2020-07-01']);
    expect(show('7月1日开馆')).toEqual(['7月1日=2019-07-01']);
    const notice = { page: '2017-09-30', kind: 'notice' } as const;
    expect(show('10月2日(星期一)至10月5日(星期四)休刊', notice)).toEqual([
      '10月2日(星期一)至10月5日=2017-10-02..2017-10-05',
    ]);
    expect(show('10月6日（星期四）', notice)).toEqual(['10月6日=2016-10-06']);
  });

  test('stays at the precision that a month or no page date gives', () => {
    expect(show('9日下午', { page: '2019-07' })).toEqual(['9日=2019-07-09']);
    expect(show('5月3日。昨日。', { page: null })).toEqual(['5月3日=?', '昨日=?']);
    expect(show('2021年3月24日至25日。3月26日', { page: null })).toEqual([
      '2021年3月24日至25日=2021-03-24..2021-03-25',
      '3月26日=2021-03-26',
    ]);
  });

  test('keeps the words of a lunar date without a value', () => {
    expect(show('正月初五开工，除夕')).toEqual(['正月初五=?', '除夕=?']);
  });

  test('counts a date that nothing resolves among the issues', () => {
    const article = { ...({} as Article), title: null, kind: 'news', dateline: null, text: '5月3日开会' } as Article;
    const { issues } = findDates(toDocument(article, { date: null, home: null }));
    expect(issues).toEqual([{ stage: 'dates', reason: 'unresolved-date', text: '5月3日' }]);
  });
});
