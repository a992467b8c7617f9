/** Inspections and study visits. All people and happenings are invented. */
import { describe, expect, test } from 'vitest';
import { eventsOf } from '../../support/told-events.ts';

describe('a visit is an event', () => {
  test('also one to learn', () => {
    const text = '6月7日，浦江县杭坪镇党委书记徐建清一行7人赴诸暨市枫桥镇学习“枫桥经验”。';
    expect(eventsOf(text)).toMatchObject([
      { type: 'inspection', date: '2021-06-07', places: ['枫桥镇'], people: ['徐建清 attended'] },
    ]);
  });

  test('of deputies whom nobody names', () => {
    const text = '6月16日，部分人大代表到鄞州区下应街道湾底村视察。鄞州区副区长陈大兵陪同。';
    expect(eventsOf(text)).toMatchObject([
      { type: 'inspection', date: '2021-06-16', places: ['湾底村'], people: ['陈大兵 attended'] },
    ]);
  });

  test('of a team; who reported to it did not go along to its stops', () => {
    const text =
      '6月7日，省平安考核组来新昌县考核。考核组听取了新昌县委书记李明的工作汇报，并赴澄潭街道、儒岙镇进行实地抽查。';
    expect(eventsOf(text)).toMatchObject([
      { type: 'inspection', date: '2021-06-07', places: ['新昌县', '澄潭街道', '儒岙镇'], people: ['李明 spoke'] },
    ]);
  });

  test('of people who took part in a meeting, on the day of the meeting', () => {
    const text = '6月10日，全市警务现场会在江山市召开。与会人员还实地参观了贺村镇诸坞村。';
    expect(eventsOf(text)).toMatchObject([
      { type: 'meeting' },
      { type: 'inspection', date: '2021-06-10', places: ['诸坞村'] },
    ]);
  });
});

test('who goes on to a village after a ceremony and looks around visits it', () => {
  const text =
    '6月8日，“一村一警”启动仪式在光山县举行。仪式结束后，马涛、席大伟来到文殊乡方洼村，看了看警务室的灯亮不亮。';
  expect(eventsOf(text, { home: '河南省' })).toMatchObject([
    { type: 'ceremony' },
    { type: 'inspection', date: '2021-06-08', places: ['方洼村'], people: ['马涛 attended', '席大伟 attended'] },
  ]);
});

test('who goes somewhere on no day at all makes no event of its own', () => {
  expect(eventsOf('民警马大涛常常来到文殊乡方洼村，了解老人的难处。', { home: '河南省' })).toEqual([]);
});

test('what a visitor means to do at home is no stop', () => {
  const text = '6月2日，连云港市副市长仲海明带队到岱山县考察。仲海明表示，将在赣榆区先行试点，把好做法带回去。';
  expect(eventsOf(text)).toMatchObject([{ type: 'inspection', places: ['岱山县'], people: ['仲海明 spoke'] }]);
});

test('a later day of a tour of several days is no other tour', () => {
  const text = '6月9日至11日，省委政法委副书记丁海涛率调研组赴衢州市，调研矛盾化解工作。10日，调研组走访龙游县溪口镇。';
  expect(eventsOf(text)).toMatchObject([{ type: 'inspection', date: '2021-06-09', places: ['衢州市', '溪口镇'] }]);
});

test('the talk that welcomes visitors is on the day they came', () => {
  const text = '6月9日，柯城区委政法委副书记丁海涛到龙游县学习。龙游县委政法委副书记孙国平主持召开欢迎座谈会。';
  expect(eventsOf(text)[1]).toMatchObject({ type: 'meeting', date: '2021-06-09', people: ['孙国平 chaired'] });
});

test('a meeting told of in another paragraph keeps its own time', () => {
  const text = '6月9日，柯城区委副书记丁海涛到龙游县学习。\n龙游县委副书记孙国平主持召开动员座谈会。';
  expect(eventsOf(text)[1]).toMatchObject({ type: 'meeting', date: null });
});

test('a list of stops may begin with a body or a hall', () => {
  const text =
    '6月9日，衢州市委副书记丁海涛到龙游县调研。他来到龙游县公安局溪口派出所和湖镇镇石壁村。在农贸市场和湖镇镇下童村，丁海涛走进网格服务站。';
  expect(eventsOf(text)[0]?.places).toEqual(['龙游县', '石壁村', '下童村']);
});

test('whose experience is shared with whom is no list of stops', () => {
  const text = '6月9日，衢州市委副书记丁海涛到龙游县溪口镇调研。他说，平安建设和湖镇镇的做法值得学习。';
  expect(eventsOf(text)[0]?.places).toEqual(['溪口镇']);
});

test('what a visit is about may stand between where to and the verb', () => {
  const text = '6月10日，衢州市委副书记陈炳荣深入龙游县，就河长制落实情况开展调研。';
  expect(eventsOf(text)).toMatchObject([{ type: 'inspection', date: '2021-06-10', places: ['龙游县'] }]);
});
