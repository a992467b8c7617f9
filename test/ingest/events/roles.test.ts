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

describe('who chairs', () => {
  test('the subject of a visit chairs the meeting that a later clause says it held', () => {
    const text =
      '6月10日，衢州市副市长陈炳荣带队到龙游县检查汛期安保，并在县公安局主持召开工作座谈会。座谈会上，民警孙国平直言警力不足。湖镇派出所所长丁海涛参加座谈。';
    expect(eventsOf(text)).toMatchObject([
      { type: 'meeting', people: ['陈炳荣 chaired', '孙国平 spoke', '丁海涛 attended'] },
      { type: 'inspection', people: ['陈炳荣 attended'] },
    ]);
  });

  test('an opening, a mediation or a hearing is chaired as a meeting is', () => {
    const text =
      '6月10日，基层治理研讨会在云和县举行。县法学会会长郭宏伟主持开幕式，浙江大学教授陈炳荣作主旨报告，副县长丁海涛正主持调解。';
    expect(peopleOf(text)).toEqual(['郭宏伟 chaired', '陈炳荣 spoke', '丁海涛 chaired']);
  });

  test('a ceremony whose chair is all that is said of it took place', () => {
    const text = '聘任仪式由云和县司法局局长郭宏伟主持，县法院副院长丁海涛见证了这一刻。';
    expect(eventsOf(text)).toMatchObject([{ type: 'ceremony', people: ['郭宏伟 chaired', '丁海涛 attended'] }]);
  });
});

describe('who speaks at a lesson or before others', () => {
  test('who gives a party lesson under a title speaks at a lecture', () => {
    const text = '6月10日，云和县检察院检察长郭宏伟为全体干警上了一堂廉政党课。';
    expect(eventsOf(text)).toMatchObject([{ type: 'lecture', people: ['郭宏伟 spoke'] }]);
  });

  test('who passes on a message, tells of the past or closes a match speaks; who swears somebody in is there', () => {
    const text =
      '6月10日，全县法官宣誓仪式在云和县举行。院长郭宏伟监誓，副院长丁海涛传达上级精神，老法官胡大有讲述往事，县长陈炳荣致闭幕词。';
    expect(peopleOf(text)).toEqual(['郭宏伟 attended', '丁海涛 spoke', '胡大有 spoke', '陈炳荣 spoke']);
  });

  test('who is spoken to on a visit is there, and who speaks to him speaks', () => {
    const text = '6月10日，在云和县石塘镇便民中心，村民胡大有对前来走访的县委副书记陈炳荣说，办事快了。';
    expect(peopleOf(text)).toEqual(['胡大有 spoke', '陈炳荣 attended']);
  });

  test('a question answered at a briefing is no interview, and the one remembered at a meeting is not there', () => {
    const briefing = '6月10日，云和县召开新闻发布会，县检察院副检察长丁海涛回答记者提问。';
    expect(eventsOf(briefing)).toMatchObject([{ type: 'meeting', people: ['丁海涛 spoke'] }]);
    const memorial = '6月10日，纪念孙国平逝世一周年座谈会在云和县举行。徒弟、调解员胡大有作了发言。';
    expect(peopleOf(memorial)).toEqual(['胡大有 spoke']);
  });
});

describe('who is there', () => {
  test('a body that visitors are said to be in is a stop', () => {
    const text = '6月10日，省公安厅副厅长陈炳荣到衢州市督导。在江山市人民法院，他翻看了案卷。';
    expect(eventsOf(text)[0]?.places).toEqual(['衢州市', '江山市']);
  });

  test('company on a visit to people at work is company on the visit', () => {
    const text =
      '6月10日，省公安厅副厅长陈炳荣深入云和县石塘镇看望一线民警。副县长郭宏伟、县公安局局长丁海涛随同慰问。';
    expect(eventsOf(text)).toHaveLength(1);
    expect(peopleOf(text)).toEqual(['陈炳荣 attended', '郭宏伟 attended', '丁海涛 attended']);
  });

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

test.each([
  ['who gives a lecture', '6月10日，普法讲座在云和县石塘镇举行，检察官高秀英主讲。', ['高秀英 spoke']],
  [
    'who tells what is to be done, of a list',
    '6月10日，全县综治工作会议在云和县召开，县人民法院副院长傅建明、县信访局局长孙国平分别就诉调对接、信访代办作具体安排。',
    ['傅建明 spoke', '孙国平 spoke'],
  ],
  [
    'each of a list in which a post has no known head',
    '6月10日，座谈会在云和县召开。县水利局局长傅建明、石塘镇镇长胡大有、石塘村河道专管员孙国平先后发言。',
    ['傅建明 spoke', '胡大有 spoke', '孙国平 spoke'],
  ],
  ['who announces cases', '6月10日，云和县人民法院召开新闻通报会，副院长傅建明发布十大典型案例。', ['傅建明 spoke']],
])('%s speaks', (_, text, people) => {
  expect(peopleOf(text)).toEqual(people);
});

test('who hands over what others take, and who came to listen, is there', () => {
  const text =
    '6月10日，“法治楼长”聘任仪式在云和县石塘镇举行，36名楼长从县委常委、政法委书记丁海涛手中接过聘书。应邀旁听的县人大代表、退休教师高秀英也帮着劝了几句。';
  expect(peopleOf(text)).toEqual(['丁海涛 attended', '高秀英 attended']);
});
