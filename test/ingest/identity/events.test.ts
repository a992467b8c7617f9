import { describe, expect, it } from 'vitest';
import { resolveEvents } from '../../../ingest/identity/events.ts';
import { type EventSpec, event } from './sample.ts';

const HUZHOU = '浙江省/湖州市';

/** Whether two reports of one day are of one event, as a reader would judge. */
const ROWS: readonly (readonly ['one' | 'two', string, EventSpec, EventSpec])[] = [
  [
    'one',
    'a meeting with and without its scope',
    { name: '全省深化平安浙江建设工作会议', places: ['浙江省'] },
    { name: '深化平安浙江建设工作会议', who: ['chaired 袁家军'] },
  ],
  [
    'one',
    'headline and body of a field meeting',
    { name: '淮安市政法重点项目建设现场会', places: ['江苏省/淮安市'], who: ['chaired 吴锦虎', 'spoke 赵洪权'] },
    { name: '政法重点项目现场会', places: ['江苏省/淮安市'], who: ['chaired 吴锦虎'] },
  ],
  [
    'one',
    'a visit told by its headline and by its sentence',
    {
      type: 'inspection',
      name: '王昌荣赴湖州市专题调研信访和纠纷解决机制建设工作',
      places: [HUZHOU],
      who: ['spoke 王昌荣'],
    },
    { type: 'inspection', name: '王昌荣在湖州调研', places: [HUZHOU, `${HUZHOU}/吴兴区`], who: ['spoke 王昌荣'] },
  ],
  [
    'one',
    'a nameless symposium with one chair and the same guests',
    { name: '座谈会', places: [HUZHOU], who: ['chaired 王昌荣', 'attended 朱恒毅', 'attended 章新泉'] },
    { name: '汇报会', places: [HUZHOU], who: ['chaired 王昌荣', 'attended 朱恒毅', 'attended 章新泉'] },
  ],
  [
    'one',
    'the same people, program and organizer under two names',
    {
      name: '推进会',
      places: [HUZHOU],
      organizers: ['org/湖州市委'],
      programs: ['program/枫桥经验'],
      who: ['spoke 王昌荣', 'spoke 朱恒毅'],
    },
    {
      name: '启动仪式',
      type: 'ceremony',
      places: [HUZHOU],
      organizers: ['org/湖州市委'],
      programs: ['program/枫桥经验'],
      who: ['spoke 王昌荣', 'spoke 朱恒毅'],
    },
  ],
  [
    'one',
    'one place named as the city and as its district',
    { name: '全国城市生活垃圾分类工作现场会', places: ['广东省/广州市'] },
    { name: '生活垃圾分类工作现场会', places: ['广东省/广州市/越秀区'] },
  ],
  [
    'two',
    'the standing committees of two cities',
    { name: '市委常委会会议', places: [HUZHOU] },
    { name: '市委常委会会议', places: ['浙江省/舟山市'] },
  ],
  [
    'two',
    'the same, known only by who held them',
    { name: '市委常委会会议', organizers: ['org/湖州市委'] },
    { name: '市委常委会会议', organizers: ['org/舟山市委'] },
  ],
  [
    'two',
    'meetings of one name with two chairs',
    { name: '县委政法工作会议', who: ['chaired 杨松'] },
    { name: '县委政法工作会议', who: ['chaired 杜兴林'] },
  ],
  [
    'two',
    'symposia of one day in one city',
    { name: '座谈会', places: [HUZHOU], who: ['chaired 王昌荣'] },
    { name: '座谈会', places: [HUZHOU], who: ['chaired 章新泉'] },
  ],
  [
    'two',
    'a visit and the meeting that ended it',
    { type: 'inspection', name: '王昌荣在湖州调研', places: [HUZHOU], who: ['spoke 王昌荣'] },
    { name: '王昌荣主持召开座谈会', places: [HUZHOU], who: ['chaired 王昌荣'] },
  ],
  [
    'two',
    'a robbery and an operation in one town',
    { type: 'incident', name: '鹿城超市连续被盗', places: ['浙江省/温州市/鹿城区'] },
    { type: 'operation', name: '鹿城警方抓获嫌疑人', places: ['浙江省/温州市/鹿城区'] },
  ],
  [
    'two',
    'one guest at two ceremonies',
    { type: 'ceremony', name: '后陈村村务监督委员会挂牌', who: ['attended 张舍南'] },
    { type: 'ceremony', name: '杭州亚运会火炬传递现场', who: ['attended 张舍南'] },
  ],
  [
    'two',
    'what one article names twice',
    { article: 'article/00000000000000aa', name: '全省平安建设现场推进会', local: 'event/1' },
    { article: 'article/00000000000000aa', name: '全省平安建设现场推进会', local: 'event/2' },
  ],
];

describe('two reports of a day', () => {
  it.each(ROWS)('are of %s event: %s', (is, _, a, b) => {
    const { clusters } = resolveEvents([event(a), event(b)], []);
    expect(clusters.length, JSON.stringify(clusters)).toBe(is === 'one' ? 1 : 2);
  });

  it('of one event say why, and take the fullest name', () => {
    const { clusters } = resolveEvents(
      [
        event({ name: '平安浙江建设工作会议', who: ['chaired 袁家军'] }),
        event({ name: '全省深化平安浙江建设工作会议', who: ['chaired 袁家军'] }),
      ],
      [],
    );
    expect(clusters).toHaveLength(1);
    expect(clusters[0]).toMatchObject({
      id: 'event/2019-07-01/全省深化平安浙江建设工作会议',
      name: '全省深化平安浙江建设工作会议',
    });
    expect(clusters[0]?.members.map(({ reasons }) => reasons)).toEqual([
      ['event.same-name +3.0 全省深化平安浙江建设工作会议、平安浙江建设工作会议', 'event.chair +2.0 袁家军'],
      ['event.same-name +3.0 全省深化平安浙江建设工作会议、平安浙江建设工作会议', 'event.chair +2.0 袁家军'],
    ]);
  });

  it('can be put apart and together by a decision', () => {
    const [a, b] = [event({}), event({ places: [HUZHOU] })];
    const other = event({ name: '市委常委会会议' });
    expect(resolveEvents([a, b], [{ kind: 'different', a: a.ref, b: b.ref }]).clusters).toHaveLength(2);
    expect(resolveEvents([a, other], [{ kind: 'same', a: other.ref, b: a.ref }]).clusters).toHaveLength(1);
  });

  it('which are two events of one name get two ids', () => {
    const [a, b] = [event({ places: [HUZHOU] }), event({ places: ['浙江省/舟山市'] })];
    expect(resolveEvents([a, b], []).clusters.map(({ id }) => id)).toEqual(
      [a, b].map(({ local, article }) => `${local}（${article.slice('article/'.length)}）`),
    );
  });

  it('are found among the many of a busy day', () => {
    const others = Array.from({ length: 150 }, (_, index) =>
      event({ name: `第${index}中学${index}班开学典礼`, type: 'ceremony', who: [`spoke 校长${index}`] }),
    );
    const visit = { type: 'inspection' as const, places: [HUZHOU], who: ['spoke 王昌荣'] };
    const wanted = [
      [event({ name: '全省深化平安浙江建设工作会议' }), event({ name: '深化平安浙江建设工作会议' })],
      [event({ ...visit, name: '王昌荣赴湖州市专题调研' }), event({ ...visit, name: '王昌荣一行来湖' })],
    ];
    const { clusters } = resolveEvents([...others, ...wanted.flat()], []);
    const joined = clusters
      .filter(({ members }) => members.length > 1)
      .map(({ members }) => members.map(({ ref }) => ref));
    expect(joined).toHaveLength(2);
    for (const pair of wanted) expect(joined).toContainEqual(pair.map(({ ref }) => ref).sort());
  });

  it('of two days cannot be resolved at once', () => {
    expect(() => resolveEvents([event({}), event({ day: '2019-07-02' })], [])).toThrow(/one day/u);
  });
});
