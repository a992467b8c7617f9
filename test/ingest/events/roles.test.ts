/** Who did what at an event. All people and happenings are invented. */
import { describe, expect, test } from 'vitest';
import { eventsOf } from '../../support/told-events.ts';

const peopleOf = (text: string) => eventsOf(text)[0]?.people;

describe('who speaks', () => {
  test('a quoted name between subject and verb does not part them', () => {
    const text =
      '6月10日，衢州市委副书记陈炳荣到龙游县溪口镇调研。镇长胡大有一边打开“溪口帮手”平台，一边向客人介绍功能。';
    expect(peopleOf(text)).toEqual(['陈炳荣 attended', '胡大有 spoke']);
  });

  test('a title of honour and a group of lecturers hold a verb of speech, and nobody speaks', () => {
    const text =
      '6月10日，“银发宣讲团”成立仪式在开化县华埠镇举行。县委副书记丁海涛为宣讲团授旗，县委宣传部部长孙国平为宣讲团颁发聘书。';
    expect(peopleOf(text)).toEqual(['丁海涛 attended', '孙国平 attended']);
  });

  test('who hears an introduction gives none', () => {
    const text = '6月10日，衢州市委副书记陈炳荣到龙游县溪口镇调研。陈炳荣听取了“一河双长”工作情况介绍。';
    expect(peopleOf(text)).toEqual(['陈炳荣 attended']);
  });

  test('the lecturer is named behind what he is', () => {
    const text = '6月10日，全县普法培训班在云和县举办。主讲人是县人民法院副院长傅建明。';
    expect(peopleOf(text)).toEqual(['傅建明 spoke']);
  });

  test('the guest of an interview speaks, whatever else is said of him', () => {
    const text = '记者：最大的变化是什么？\n孙国平：老百姓少跑路了。\n日前，记者来到云和县信访局，与局长孙国平面对面。';
    const title = '让老百姓少跑路——访云和县信访局局长孙国平';
    expect(eventsOf(text, { kind: 'interview', title })[0]?.people).toEqual(['孙国平 spoke']);
  });
});

describe('who is there', () => {
  test('names of one list, with posts between them, share the verb behind the last', () => {
    const text =
      '6月10日，全县平安建设推进会在云和县召开。县检察院副检察长丁海涛、某某银行云和支行副行长孙国平、县供电公司副经理傅建明以及有关部门负责人参加会议。';
    expect(peopleOf(text)).toEqual(['丁海涛 attended', '孙国平 attended', '傅建明 attended']);
  });

  test('who listens to a lesson is there', () => {
    const text = '6月10日，全县普法培训班在云和县举办。村民胡大有听完课，又问起山林的事。';
    expect(peopleOf(text)).toEqual(['胡大有 attended']);
  });
});
