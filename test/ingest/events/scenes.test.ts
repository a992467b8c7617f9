/** Scenes that features open with. All people and happenings are invented. */
import { describe, expect, test } from 'vitest';
import { eventsOf } from '../../support/told-events.ts';

const FEATURE = { kind: 'feature', title: '花海边的和气事' } as const;

test('people doing something at a place and a time of day are an event', () => {
  const text =
    '一个清晨，缙云县新建镇笕川村的花海边，村民李旺财和邻居陈大明吵得不可开交。闻讯赶来的村调解员周妙英拉着两人坐进凉亭。\n“说开了就好。”李旺财说。';
  expect(eventsOf(text, FEATURE)).toMatchObject([
    {
      type: 'other',
      date: null,
      places: ['笕川村'],
      people: ['李旺财 attended', '陈大明 attended', '周妙英 attended'],
    },
  ]);
});

test.each([
  ['tells who somebody is', '李旺财今年56岁，是缙云县新建镇笕川村的调解员，每天上午都会到村里转一转。'],
  ['tells no time', '缙云县新建镇笕川村村民李旺财是远近闻名的和事佬。'],
])('an opening that %s is none', (_, text) => {
  expect(eventsOf(text, FEATURE)).toEqual([]);
});

test('news has no opening scene', () => {
  expect(eventsOf('清晨，缙云县新建镇笕川村村民李旺财坐在凉亭里。')).toEqual([]);
});

describe('a scene whose people come in later', () => {
  const HEAD = { kind: 'feature', title: '渔船搁浅之后' } as const;

  test('the hour opens it; who is told of for that day is there, not who speaks to the paper', () => {
    const text =
      '6月9日凌晨1时20分，值班室的电话响了。\n“船搁浅了！”打电话的是船主胡大有。值班副所长傅建明赶往玉环市坎门街道，身后跟着辅警孙国平。\n凌晨3时，救援船将船员接上岸。\n“我们见惯了。”教导员高秀英告诉记者。';
    expect(eventsOf(text, HEAD)[0]).toMatchObject({
      type: 'operation',
      date: '2021-06-09',
      places: ['坎门街道'],
      people: ['胡大有 attended', '傅建明 attended', '孙国平 attended'],
    });
  });

  test('a trial on the quay is chaired, and what led to it has another time', () => {
    const text =
      '6月9日下午2时，玉环市坎门街道的码头上，一张长桌搭起了法庭。\n去年9月，船员胡大有受雇捕鱼。\n庭审由副庭长高秀英主持。船东孙国平叹气：“不是不给。”旁听的除了渔民，还有人大代表傅建明。';
    expect(eventsOf(text, HEAD)[0]).toMatchObject({
      date: '2021-06-09',
      people: ['高秀英 chaired', '孙国平 spoke', '傅建明 attended'],
    });
  });

  test('a full hall is a meeting at which people speak', () => {
    const text =
      '玉环市坎门街道海都社区的议事厅里坐满了人，今晚要议的是停车位。\n社区书记高秀英话音刚落，居民胡大有就举起了手：“我同意！”';
    expect(eventsOf(text, HEAD)[0]).toMatchObject({
      type: 'meeting',
      date: null,
      people: ['高秀英 spoke', '胡大有 spoke'],
    });
  });

  test('a village that is described opens no scene', () => {
    const text = '玉环市坎门街道海都社区三面环海，有渔船200多艘。\n社区书记高秀英当过渔民，胡大有是她的邻居。';
    expect(eventsOf(text, HEAD)).toEqual([]);
  });
});
