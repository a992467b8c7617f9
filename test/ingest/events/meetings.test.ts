/** Meetings and where they are held. All happenings are invented. */
import { describe, expect, test } from 'vitest';
import { eventsOf } from '../../support/told-events.ts';

test('a venue may be praised before it is named', () => {
  const text = '6月1日，“新时代乡村善治”研讨会在被称为“中国漫画之乡”的龙游县湖镇镇举行。';
  expect(eventsOf(text)).toMatchObject([{ type: 'meeting', date: '2021-06-01', places: ['湖镇镇'] }]);
});

test('what somebody says at a meeting about another place is no venue', () => {
  const text = '6月1日，在德清县召开的座谈会上，罗大列说，自己2012年就在长兴县试点村民理事会。';
  expect(eventsOf(text).flatMap(({ places }) => places)).not.toContain('长兴县');
});

test('a team that came somewhere holds its meeting there', () => {
  const text = '6月3日，市委副书记周大江来到龙游县检查，并召开汇报会。';
  expect(eventsOf(text)).toMatchObject([{ places: ['龙游县'] }, { places: ['龙游县'] }]);
});

test('what is going on somewhere is held there', () => {
  const text = '6月8日，定海区小沙街道光华社区议事厅内座无虚席，一场民主恳谈会正在进行。';
  expect(eventsOf(text)).toMatchObject([{ type: 'meeting', date: '2021-06-08', places: ['光华社区'] }]);
});

test('the start of a campaign is a ceremony, not the campaign', () => {
  const text = '6月8日，慈溪市浒山街道虞波社区开展“夜巡”集中行动启动仪式。';
  expect(eventsOf(text)).toMatchObject([{ type: 'ceremony', date: '2021-06-08' }]);
});

test('a body that stands in a post of the one who presents is no presenter', () => {
  const text = '6月8日，法治建设现场会在上虞区召开，上虞区委书记孙国民介绍经验。';
  expect(eventsOf(text)).toMatchObject([{ presenters: [], people: ['孙国民 spoke'] }]);
});

test('a team that gives its findings back holds a meeting', () => {
  const text =
    '6月8日至9日，省平安办副主任庞大明带领省督查组到潜山县暗访。\n9日下午，督查组在潜山县反馈暗访情况。潜山县副县长聂大山主持反馈会。';
  expect(eventsOf(text, { home: '安徽省' })).toMatchObject([
    { type: 'inspection', date: '2021-06-08', people: ['庞大明 attended'] },
    { type: 'meeting', date: '2021-06-09', people: ['聂大山 chaired'] },
  ]);
});

test('who hands something to somebody is there', () => {
  const text = '6月8日，恩施市见义勇为颁奖仪式在舞阳坝街道举行，恩施市副市长陈大明为司机朱家宝颁发证书。';
  expect(eventsOf(text, { home: '湖北省' })).toMatchObject([
    { type: 'ceremony', people: ['陈大明 attended', '朱家宝 attended'] },
  ]);
});

describe('a hall', () => {
  test('a meeting in the hall of a body is where the body has its seat', () => {
    const text = '6月10日，全县夏粮收购工作部署会在县行政中心召开。';
    expect(eventsOf(text, { home: '浙江省/丽水市/云和县' })[0]?.places).toEqual(['云和县']);
  });

  test('what a body calls is not thereby held in its hall', () => {
    const text = '6月10日，县公安局召开夏季治安部署会。';
    expect(eventsOf(text, { home: '浙江省/丽水市/云和县' })[0]?.places).toEqual([]);
  });

  test('a talk after the inspection has its day', () => {
    const text =
      '6月10日，县委书记丁海涛到云和县石塘镇检查防汛工作。检查结束后，丁海涛在县防汛防旱指挥部主持召开视频会商会。';
    expect(eventsOf(text, { home: '浙江省/丽水市/云和县' })).toMatchObject([
      { type: 'inspection', date: '2021-06-10', places: ['石塘镇'] },
      { type: 'meeting', date: '2021-06-10', places: ['云和县'], people: ['丁海涛 chaired'] },
    ]);
  });
});

test('a talk told of as known is on the day of the visit', () => {
  const text = '6月9日，省司法厅副厅长丁海涛到龙游县调研。\n在龙游县召开的座谈会上，丁海涛强调，要把服务送到村口。';
  expect(eventsOf(text)[1]).toMatchObject({ type: 'meeting', date: '2021-06-09', people: ['丁海涛 spoke'] });
});

test('a county that holds a course one of these days holds it at home', () => {
  const text = '龙游县近日举办基层治理平台操作培训班，180名网格员参加。';
  expect(eventsOf(text)).toMatchObject([{ type: 'training', places: ['龙游县'] }]);
});

test('a lesson that is held has a name, one that somebody teaches is a deed', () => {
  const held = '6月10日，龙游县人民检察院在溪口镇举办“护苗”法治课。';
  expect(eventsOf(held)).toMatchObject([{ type: 'lecture', places: ['溪口镇'] }]);
  const taught = '6月10日，龙游县公安局民警孙国平走进溪口镇中学，给孩子上了一堂法治课。';
  expect(eventsOf(taught)).toMatchObject([{ places: ['溪口镇'], people: ['孙国平 spoke'] }]);
});
