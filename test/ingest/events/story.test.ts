/** What carries on from sentence to sentence. All people and happenings are invented. */
import { describe, expect, test } from 'vitest';
import { eventsOf } from '../../support/told-events.ts';

describe('who speaks where', () => {
  test('visitors speak at the talk held on their visit, in the paragraph that tells of it', () => {
    const text =
      '6月11日，金华市委副书记丁海涛率考察团到龙游县考察。\n当日下午，两地召开座谈会，龙游县委书记郭宏伟主持会议。丁海涛表示，龙游的做法值得学习。';
    expect(eventsOf(text)).toMatchObject([
      { type: 'inspection', people: ['丁海涛 attended'] },
      { type: 'meeting', people: ['郭宏伟 chaired', '丁海涛 spoke'] },
    ]);
  });

  test('who comments on a deed afterwards was not there', () => {
    const text =
      '6月12日，辉埠派出所民警傅建明将一名落水儿童救起。“换了谁都会跳下去。”傅建明说。常山县公安局局长汪海洋表示，要为他请功。';
    expect(eventsOf(text)).toMatchObject([{ type: 'operation', people: ['傅建明 spoke'] }]);
  });

  test('presenters at the meeting are no presenters at the tour that came between', () => {
    const text = '6月10日，全市警务现场会在江山市召开。与会人员来到贺村镇参观。常山县、开化县在会上作交流发言。';
    expect(eventsOf(text)).toMatchObject([
      { type: 'meeting', presenters: ['常山县', '开化县'] },
      { type: 'inspection', presenters: [] },
    ]);
  });
});
