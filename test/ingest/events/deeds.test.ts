/** Deeds of police, courts, schools and neighbours. All people and happenings are invented. */
import { describe, expect, test } from 'vitest';
import { eventsOf } from '../../support/told-events.ts';

describe('a deed is an event', () => {
  test('a lesson is held by the station whose officers give it, where they went', () => {
    expect(eventsOf('6月7日，丽水市莲都区检察院检察官走进大港头镇，向茶农讲解知识产权保护知识。')).toMatchObject([
      { type: 'training', date: '2021-06-07', places: ['大港头镇'], organizers: ['莲都区人民检察院'] },
    ]);
  });

  test('an operation is where the words before its verb say, at all of several places', () => {
    const text = '6月9日凌晨，常山县公安局在开化县华埠镇、龙游县溪口镇同步收网。衢州市公安局副局长郭宏伟到场。';
    expect(eventsOf(text)).toMatchObject([{ type: 'operation', places: ['华埠镇', '溪口镇'] }]);
  });

  test('who hands something over does not act, though no other name stands there', () => {
    expect(eventsOf('6月9日，30名村民从常山县司法局局长郭宏伟手中接过聘书。')).toEqual([]);
  });

  test('a rescue told over sentences is one operation, where the accident was', () => {
    const text =
      '6月9日晚8时许，永康市芝英镇一家五金厂发生火灾，3名工人被困。永康市消防救援大队接警后，迅速出动5辆消防车赶赴现场。晚9时20分，大火被扑灭。';
    expect(eventsOf(text)).toMatchObject([
      { type: 'incident', date: '2021-06-09', places: ['芝英镇'] },
      { type: 'operation', date: '2021-06-09', places: ['芝英镇'], organizers: ['永康市消防救援大队'] },
    ]);
  });

  test('the officers who are named take part in the rescue, also when it goes on into the next day', () => {
    const text =
      '6月12日深夜，常山县辉埠镇一名老人上山采药后走失。辉埠派出所接警后，民警傅建明、辅警汪洋立即进山搜救。次日凌晨，傅建明将老人背下山。';
    expect(eventsOf(text).find(({ type }) => type === 'operation')).toMatchObject({
      date: '2021-06-12',
      organizers: ['常山县辉埠派出所'],
      people: ['傅建明 attended', '汪洋 attended'],
    });
  });

  test('two catches of two stations on two days stay two', () => {
    const text = '6月3日，诸暨市公安局破获一起电信诈骗案。6月5日，永康市公安局抓获一名在逃人员。';
    expect(eventsOf(text).map(({ date }) => date)).toEqual(['2021-06-03', '2021-06-05']);
  });

  test('a court hears a case', () => {
    expect(eventsOf('6月9日，海盐县人民法院公开开庭审理一起污染环境案。')).toMatchObject([
      { type: 'other', date: '2021-06-09', places: ['海盐县'], organizers: ['海盐县人民法院'] },
    ]);
  });

  test('a quarrel settled 近日 is an event without a day', () => {
    expect(eventsOf('近日，三门县蛇蟠乡调解员郑秀琴成功调解一起虾塘承包纠纷。')).toMatchObject([
      { type: 'other', date: null, places: ['蛇蟠乡'], people: ['郑秀琴 attended'] },
    ]);
  });

  test('a banner of thanks is brought by its giver', () => {
    const text = '6月10日，村民姜顺良将一面锦旗送到龙游县人民法院法官邵晓丽手中。';
    expect(eventsOf(text)).toMatchObject([
      { type: 'other', date: '2021-06-10', people: ['姜顺良 attended', '邵晓丽 attended'] },
    ]);
  });

  test('a caption shows who did what and where', () => {
    expect(
      eventsOf('6月14日，嵊州市消防救援大队消防员在三江街道一所幼儿园开展消防演练。', { kind: 'caption' }),
    ).toMatchObject([
      { type: 'training', date: '2021-06-14', places: ['三江街道'], organizers: ['嵊州市消防救援大队'] },
    ]);
  });
});

describe('no deed', () => {
  test.each([
    ['a condition', '如果发现有人落水，民警会立即赶赴现场救援。'],
    ['a plan', '接下来，海盐县公安局将开展为期三个月的清查行动，抓获一批在逃人员。'],
    ['a habit', '每周三，孝丰镇综治办干部都会到各村走访，检查消防设施。'],
    ['a demand', '6月8日起，海盐县公安局要求民警及时化解矛盾纠纷。'],
    ['a sum of a year', '去年以来，安吉县公安局共开展消防演练126场次，发放宣传手册3万余份。'],
    ['a sum of months', '今年1月至5月，安吉县公安局民警化解矛盾纠纷326起。'],
    ['what may happen', '6月8日现场水流很急，救援人员极有可能被卷入江中。'],
  ])('in %s', (_, text) => {
    expect(eventsOf(text)).toEqual([]);
  });
});

describe('what belongs together', () => {
  test('a lesson after the trial is held where the trial was, by who presided over it', () => {
    const text =
      '6月9日，海盐县人民法院在武原街道公开开庭审理一起诈骗案。庭审由海盐县人民法院刑事审判庭庭长沈勤芳担任审判长。庭后，沈勤芳还给学生们上了一堂法治课。';
    expect(eventsOf(text)).toMatchObject([
      { type: 'other', places: ['武原街道'], organizers: ['海盐县人民法院'], people: ['沈勤芳 chaired'] },
      { type: 'lecture', date: '2021-06-09', places: ['武原街道'], people: ['沈勤芳 spoke'] },
    ]);
  });

  test('what is signed at a meeting is a ceremony of its day', () => {
    const text = '6月16日，两地治水工作会议在龙游县举行。会上，双方签订了衢江源头保护合作协议。';
    expect(eventsOf(text)).toMatchObject([
      { type: 'meeting', date: '2021-06-16' },
      { type: 'ceremony', date: '2021-06-16' },
    ]);
  });

  test('a hunt told 近日 first and by its day later is one', () => {
    const text = '日前，永康市公安局破获一起电信诈骗案，抓获犯罪嫌疑人12名。\n6月3日，永康市公安局兵分三路同时收网。';
    expect(eventsOf(text)).toMatchObject([{ type: 'operation', date: '2021-06-03', organizers: ['永康市公安局'] }]);
  });
});

test('what follows 时 is the deed, not what it was done at', () => {
  const text = '6月14日，嘉善县公安局西塘派出所民警冯建忠在景区巡逻时，发现一名男童独自哭泣，最终帮他找到了家人。';
  expect(eventsOf(text)).toMatchObject([{ type: 'operation', date: '2021-06-14', people: ['冯建忠 attended'] }]);
});

test('a talk given to pupils is a lecture of who gives it', () => {
  const text = '6月8日，涪城区人民法院院长刘大东走进绵阳市第一中学，为师生作题为《守护青春》的法治讲座。';
  expect(eventsOf(text)).toMatchObject([{ type: 'lecture', date: '2021-06-08', people: ['刘大东 spoke'] }]);
});

describe('where and when a deed goes on', () => {
  test('a first lesson after the ceremony is at its place; the province of a firm is none', () => {
    const text = '6月9日，普法驿站在云和县石塘镇石塘村揭牌。当天，浙江云河律师事务所律师高秀英为20多名孩子上了第一课。';
    expect(eventsOf(text)[1]).toMatchObject({
      date: '2021-06-09',
      places: ['石塘村'],
      people: ['高秀英 spoke'],
    });
  });

  test('who walks into a school teaches there', () => {
    const text = '6月9日，永嘉县公安局民警孙国平走进桥头镇中学，为300多名学生讲授防溺水知识。';
    expect(eventsOf(text)).toMatchObject([{ type: 'training', places: ['桥头镇'], people: ['孙国平 spoke'] }]);
  });

  test('a county that sends out its force sweeps', () => {
    const text = '6月9日晚，永嘉县出动警力160余名，对网吧和棋牌室开展集中清查。';
    expect(eventsOf(text)).toMatchObject([{ type: 'operation', date: '2021-06-09', places: ['永嘉县'] }]);
  });
});

test('who tries her hand at a lesson speaks at it', () => {
  const text = '6月9日，民警孙国平在云和县石塘镇给学员上了第一课。来自石塘村的学员高秀英当场试讲，赢得掌声。';
  expect(eventsOf(text)[0]?.people).toEqual(['孙国平 spoke', '高秀英 spoke']);
});
