/** What carries on from sentence to sentence. All people and happenings are invented. */
import { describe, expect, test } from 'vitest';
import { eventsOf } from '../../support/told-events.ts';

describe('who speaks where', () => {
  test('visitors speak at the talk held on their visit, in the paragraph that tells of it', () => {
    const text =
      '6月11日，金华市委副书记丁海涛率考察团到龙游县考察。\n当日下午，两地召开座谈会，龙游县委书记郭宏伟主持会议。丁海涛表示，龙游的做法值得学习。';
    expect(eventsOf(text)).toMatchObject([
      { type: 'inspection', people: ['丁海涛 attended'] },
      { type: 'meeting', people: ['丁海涛 spoke', '郭宏伟 chaired'] },
    ]);
  });

  test('who comments on a deed afterwards was not there', () => {
    const text =
      '6月12日，辉埠派出所民警傅建明将一名落水儿童救起。“换了谁都会跳下去。”傅建明说。常山县公安局局长汪海洋表示，要为他请功。';
    expect(eventsOf(text)).toMatchObject([{ type: 'operation', people: ['傅建明 spoke'] }]);
  });

  test('bodies that told of what they had learned are presenters', () => {
    const text = '6月10日，全市警务现场会在江山市召开。会上，常山县公安局、开化县公安局分别介绍了经验。';
    expect(eventsOf(text)).toMatchObject([{ presenters: ['常山县公安局', '开化县公安局'] }]);
  });

  test('presenters at the meeting are no presenters at the tour that came between', () => {
    const text = '6月10日，全市警务现场会在江山市召开。与会人员来到贺村镇参观。常山县、开化县在会上作交流发言。';
    expect(eventsOf(text)).toMatchObject([
      { type: 'meeting', presenters: ['常山县', '开化县'] },
      { type: 'inspection', presenters: [] },
    ]);
  });
});

describe('who is there', () => {
  test('who is called on, and who is met at work, takes part in a visit', () => {
    const text =
      '6月15日，温州市委副书记陈炳荣到永嘉县桥头镇调研。他走进村民胡大有家，问他收成如何。在桥头镇综治中心，网格员孙小梅正在上报一处隐患。';
    expect(eventsOf(text)).toMatchObject([
      { type: 'inspection', people: ['陈炳荣 attended', '胡大有 attended', '孙小梅 attended'] },
    ]);
  });

  test('who comes to a rescue takes part in it; 她 is who was spoken of', () => {
    const text =
      '“多亏了你们。”店主高秀英说。6月3日晚，她在永嘉县桥头镇的店铺里被困。桥头派出所民警胡大有将她救出。闻讯赶来的所长孙国平连夜安置店员。';
    const rescue = eventsOf(text).find(({ type }) => type === 'operation');
    expect(rescue?.people).toEqual(['高秀英 attended', '胡大有 attended', '孙国平 attended']);
    expect(eventsOf(text).find(({ type }) => type === 'incident')?.people).toEqual(['高秀英 attended']);
  });
});

describe('where it was', () => {
  const HEAD = { kind: 'feature', title: '石塘村的调解员' } as const;

  test('a feature stays where its scene is', () => {
    const text = '云和县石塘镇石塘村三面环水。\n今年3月，调解员孙国平成功调解一起渔船纠纷。';
    expect(eventsOf(text, HEAD)).toMatchObject([{ type: 'other', date: '2021-03', places: ['石塘村'] }]);
  });

  test('news says itself where something was', () => {
    const text = '云和县石塘镇石塘村三面环水。\n6月3日，调解员孙国平成功调解一起渔船纠纷。';
    expect(eventsOf(text)).toMatchObject([{ type: 'other', places: [] }]);
  });
});

describe('how stories open and go on', () => {
  test('what somebody did the same day opens the story of the course', () => {
    const text = '6月15日，从意大利赶回来的叶金茂坐进了青田县委党校的教室。当天，首期侨胞调解员培训班在这里开班。';
    expect(eventsOf(text)).toMatchObject([
      { type: 'training', date: '2021-06-15', places: ['青田县'], people: ['叶金茂 attended'] },
    ]);
  });

  test('a talk on a visit is an event of its own, of the day of the visit', () => {
    const text =
      '6月2日，江苏省连云港市委政法委副书记仲海明带队到岱山县考察。岱山县委副书记缪大生陪同。\n“渔港一件事”改革于今年1月启动。座谈交流时，仲海明说，岱山的做法学得会，准备先在赣榆区试点。';
    expect(eventsOf(text).filter(({ type }) => type !== 'ceremony')).toMatchObject([
      { type: 'inspection', places: ['岱山县'], people: ['仲海明 attended', '缪大生 attended'] },
      { type: 'meeting', date: '2021-06-02', people: ['仲海明 spoke'] },
    ]);
  });

  test('what somebody only announces is no campaign', () => {
    const text = '6月8日，平安建设现场会在普陀区召开。贺大武强调，要在6月至9月集中开展“百日”行动。';
    expect(eventsOf(text).map(({ type }) => type)).toEqual(['meeting']);
  });
});

describe('the first sentence', () => {
  test('gives its day and its place to the event told next', () => {
    const text = '6月10日，宁海县岔路镇下畈村来了120多位客人。全省村务管理现场会就在这里召开。';
    expect(eventsOf(text)).toMatchObject([{ type: 'meeting', date: '2021-06-10', places: ['下畈村'] }]);
  });

  test('gives the month of its scene to a visit that is only said to be 日前', () => {
    const text = '5月的浙北，草木葱茏。日前，朱大明率省平安建设督导组来德清县督导。';
    expect(eventsOf(text)).toMatchObject([{ type: 'inspection', date: '2021-05', places: ['德清县'] }]);
  });

  test('gives no day where it tells of another event', () => {
    const text = '6月3日，永康市公安局抓获一名在逃人员。全省村务管理现场会在德清县召开。';
    expect(eventsOf(text).find(({ type }) => type === 'meeting')?.date).toBeNull();
  });
});

describe('a team on its tour', () => {
  test('goes on with its visit, however the next sentence starts', () => {
    const text =
      '6月2日至3日，省委政法委副书记尤大阳率调研组赴徐州市调研。\n调研组首先来到沛县大屯街道，随后察看了沛县敬安镇。';
    expect(eventsOf(text, { home: '江苏省' })).toMatchObject([
      { type: 'inspection', date: '2021-06-02', places: ['徐州市', '大屯街道', '敬安镇'] },
    ]);
  });

  test('hears reports; what is quoted of plans elsewhere is no stop', () => {
    const text =
      '6月2日，副市长田大明到义乌市督查。在江东街道鸡鸣山社区，他听取社区党委书记何大美关于管控情况的汇报。“回去在廿三里街道试一试。”田大明说。';
    expect(eventsOf(text, { home: '浙江省/金华市' })).toMatchObject([
      { type: 'inspection', places: ['义乌市', '鸡鸣山社区'], people: ['田大明 spoke', '何大美 spoke'] },
    ]);
  });
});

describe('who was at two events', () => {
  test('a visit and the talk that is told after it', () => {
    const text =
      '6月11日，丽水市莲都区党政代表团来到龙游县考察数字乡村。莲都区区长丁海涛、龙游县县长郭宏伟参加考察和座谈。座谈会上，郭宏伟介绍了经验。';
    expect(eventsOf(text)).toMatchObject([
      { type: 'inspection', people: ['丁海涛 attended', '郭宏伟 attended'] },
      { type: 'meeting', people: ['丁海涛 attended', '郭宏伟 spoke'] },
    ]);
  });

  test('the talk alone is no second visit', () => {
    const text = '6月11日，县长郭宏伟到龙游县溪口镇调研。副县长丁海涛陪同调研。调研组召开座谈会，郭宏伟讲话。';
    expect(eventsOf(text)[1]?.people).toEqual(['郭宏伟 spoke']);
  });

  test('who comes to an accident is at the rescue that follows, which may go on overnight', () => {
    const text =
      '6月3日傍晚，2名驴友在云和县石塘镇山中迷路。派出所副所长傅建明带领民警孙国平赶往山下。当晚，村民胡大有和30多人上山搜寻。6月4日凌晨，救援人员将两人送往医院。';
    expect(eventsOf(text)).toMatchObject([
      { type: 'incident', people: [] },
      { type: 'operation', date: '2021-06-03', people: ['傅建明 attended', '孙国平 attended', '胡大有 attended'] },
    ]);
    expect(eventsOf(text)).toHaveLength(2);
  });

  test('who is freed was at the rescue', () => {
    const text =
      '6月3日下午，一辆货车在云和县石塘镇侧翻。民警傅建明用撬棍破开车门，展开救援。20分钟后，司机胡大有得救。';
    const rescue = eventsOf(text).find(({ type }) => type === 'operation');
    expect(rescue?.people).toEqual(['傅建明 attended', '胡大有 attended']);
  });

  test('a tour after a ceremony is where the ceremony was, if it names no place', () => {
    const text = '6月11日，两县警务联盟签约仪式在云和县石塘镇举行。签约后，与会人员参观了边界警务室。';
    expect(eventsOf(text)[1]).toMatchObject({ type: 'inspection', places: ['石塘镇'] });
  });
});

describe('back to what was told before', () => {
  test('after the sentence the judge speaks at the trial, not at the arrest told in between', () => {
    const text =
      '6月9日上午，玉环市人民法院对一起诈骗案公开宣判。\n2018年4月，玉环市公安局赴云南省昆明市开展抓捕。\n“天上不会掉馅饼。”宣判后，审判长高秀英向旁听群众作了风险提示。';
    expect(eventsOf(text)).toMatchObject([
      { type: 'other', people: ['高秀英 spoke'] },
      { type: 'operation', people: [] },
    ]);
  });

  test('whom an accident befell is at the rescue that follows', () => {
    const text =
      '6月3日下午，一辆货车在云和县石塘镇翻下路基，司机胡大有被卡在驾驶室里。民警傅建明用撬棍破开车门，展开救援。';
    const rescue = eventsOf(text).find(({ type }) => type === 'operation');
    expect(rescue?.people).toEqual(['胡大有 attended', '傅建明 attended']);
  });
});
