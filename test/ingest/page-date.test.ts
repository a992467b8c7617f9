import { describe, expect, test } from 'vitest';
import { guessPageDate } from '../../ingest/page-date.ts';
import type { Article } from '../../ingest/types.ts';

function article(text: string, more: Partial<Article> = {}): Article {
  return {
    id: 'article/0',
    title: null,
    subtitle: null,
    kind: 'news',
    jump: null,
    byline: [],
    dateline: '本报讯',
    text,
    ...more,
  };
}

describe('guessPageDate', () => {
  test.each([
    ['7月5日，警方破案。今年是新中国成立70周年。', '2019-07'],
    ['3月的山村，乍暖还寒。2019年，建成中心。疫情防控和复工复产两手抓。', '2020-03'],
    ['11月9日，督查组来了。今年2月启动。去年，也就是2014年，推行清单。', '2015-11'],
    ['2021年3月24日，召开现场会。', '2021-03'],
    ['12月30日开会，1月4日回访。今年是建党100周年。', '2021-01'],
    ['10月24日，甲县学习党的十九大精神。党的十九大胜利闭幕以来，甲县各镇立即行动。', '2017-10'],
    ['6月8日至9日，甲市委政法委举办2022年全市调解员培训班。', '2022-06'],
    ['12月4日是第七个国家宪法日，甲县举行宣誓。', '2020-12'],
    ['党的十九届四中全会以来，甲县推进网格。1月7日，甲县再部署。疫情防控不松懈。', '2020-01'],
  ])('takes the year from a cue and the month from the newest event: %s', (text, value) => {
    expect(guessPageDate([article(text)], [])).toEqual({ value, precision: 'month', basis: 'cue' });
  });

  test('takes the day of a dateline, in the first year that does not precede what the text tells', () => {
    const dateline = '某网衢州4月26日电';
    expect(guessPageDate([article('继2022年7月21日之后，又一次开会。', { dateline })], [])).toEqual({
      value: '2023-04-26',
      precision: 'day',
      basis: 'dateline',
    });
  });

  test('takes the issue that a notice announces right after the newest event', () => {
    const news = article('工作会议29日上午召开，迎接党的十九大胜利召开。');
    const notice = article('10月2日(星期一)休刊，10月6日的报纸调整到9月30日(星期六)出版。', {
      kind: 'notice',
      dateline: null,
    });
    expect(guessPageDate([news, notice], [])).toMatchObject({ value: '2017-09-30', precision: 'day' });
  });

  test('reads an anniversary in a label of the page', () => {
    expect(guessPageDate([article('6月18日，在云和。')], ['平安浙江15周年'])).toMatchObject({ value: '2019-06' });
  });

  test('does not date a page by a year of a flashback alone, nor by a year still to come', () => {
    expect(guessPageDate([article('2015年夏天，发生一起纠纷。')], [])).toBeNull();
    expect(guessPageDate([article('到2027年，建成1000家。')], [])).toBeNull();
    expect(guessPageDate([article('3月2日，甲县召开2021年度总结会。')], [])).toBeNull();
  });
});
