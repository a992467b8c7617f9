import { describe, expect, test } from 'vitest';
import { loadGazetteer } from '../../ingest/gazetteer.ts';
import { findPlaces } from '../../ingest/places.ts';
import { documentOf } from '../support/documents.ts';

const gazetteer = loadGazetteer();

/** The distinct paths found in a text, `~` standing for 浙江省. */
function placesIn(text: string, home: string | null = '浙江省', date: string | null = '2020-06-12'): string[] {
  const pageDate = date === null ? null : ({ value: date, precision: 'day', basis: 'printed' } as const);
  const { items } = findPlaces({ ...documentOf(text, null, home), pageDate }, gazetteer);
  return [...new Set(items.map(({ place }) => place.path.replace(/^浙江省/u, '~')))];
}

describe('findPlaces reads full names', () => {
  test.each<[string, string[]]>([
    [
      '会上，温州市鹿城区、江山市、岱山县岱西镇作交流发言。',
      ['~/温州市', '~/温州市/鹿城区', '~/衢州市/江山市', '~/舟山市/岱山县', '~/舟山市/岱山县/岱西镇'],
    ],
    [
      '考察组先后走进长兴县画溪街道和德清县钟管镇。',
      ['~/湖州市/长兴县', '~/湖州市/长兴县/画溪街道', '~/湖州市/德清县', '~/湖州市/德清县/钟管镇'],
    ],
    ['余姚市泗门镇和阳明街道连夜转移群众。', ['~/宁波市/余姚市', '~/宁波市/余姚市/泗门镇', '~/宁波市/余姚市/阳明街道']],
    ['景宁县东坑镇', ['~/丽水市/景宁畲族自治县', '~/丽水市/景宁畲族自治县/东坑镇']],
  ])('%s', (text, expected) => {
    expect(placesIn(text)).toEqual(expected);
  });

  test('parts a village from the verb before it, and from what people or villagers do there', () => {
    const town = ['~/湖州市/德清县', '~/湖州市/德清县/钟管镇'];
    const inTown = (name: string) => `~/湖州市/德清县/钟管镇/${name}`;
    expect(placesIn('德清县钟管镇。民警挨家挨户敲开柏滩村村民的门。')).toEqual([...town, inTown('柏滩村')]);
    expect(placesIn('德清县钟管镇。货物被赶来的柏滩村村民搬走。')).toEqual([...town, inTown('柏滩村')]);
    expect(placesIn('德清县钟管镇。庭审开在柏滩村村部的院里。')).toEqual([...town, inTown('柏滩村')]);
    expect(placesIn('德清县钟管镇。网络从柏滩村铺起。')).toEqual([...town, inTown('柏滩村')]);
    expect(placesIn('德清县在钟管镇举办村（社区）书记培训班，人们想起美丽的小山村风光。')).toEqual(town);
    expect(placesIn('德清县公安局贺村派出所破案。')).toEqual(['~/湖州市/德清县']);
  });

  test('takes the numbered part of a quarter into the name of its community', () => {
    expect(placesIn('德清县武康街道吉祥二区社区搭起了凉棚。')).toContain('~/湖州市/德清县/武康街道/吉祥二区社区');
  });

  test('settles homonyms by the superior printed before them, else by the paper’s home', () => {
    expect(placesIn('江北区庄桥街道与重庆市江北区结对。', '浙江省/宁波市')).toEqual([
      '~/宁波市/江北区',
      '~/宁波市/江北区/庄桥街道',
      '重庆市',
      '重庆市/江北区',
    ]);
    expect(placesIn('鼓楼区推出新举措。', '福建省')).toEqual(['福建省/福州市/鼓楼区']);
    expect(placesIn('鼓楼区推出新举措。', '江苏省/徐州市')).toEqual(['江苏省/徐州市/鼓楼区']);
  });

  test('lets townships of one county name it together', () => {
    expect(placesIn('在下涯镇，考察团走走看看。在梅城镇，大家坐下来谈。')).toEqual([
      '~/杭州市/建德市/下涯镇',
      '~/杭州市/建德市/梅城镇',
    ]);
  });

  test('accepts a township as printed under another county than today’s list has it', () => {
    expect(placesIn('鄞州区章水镇', '浙江省', '2015-03-02')).toEqual(['~/宁波市/鄞州区', '~/宁波市/鄞州区/章水镇']);
  });

  test('does not let the name of a township cut that of a county', () => {
    expect(placesIn('建设更高水平的平安镇原县。', '甘肃省')).toEqual(['甘肃省/庆阳市/镇原县']);
  });
});

describe('findPlaces cuts names where words are cut', () => {
  test.each<[string, string, string[]]>([
    ['衢州和龙游、开化两县签约。', '浙江省', ['~/衢州市', '~/衢州市/龙游县', '~/衢州市/开化县']],
    ['市民在解放街道路口等候。', '浙江省/嘉兴市', []],
    [
      '绍兴县安昌镇海盐村的党员',
      '浙江省/绍兴市',
      ['~/绍兴市/绍兴县', '~/绍兴市/绍兴县/安昌镇', '~/绍兴市/绍兴县/安昌镇/海盐村'],
    ],
    ['桐乡市乌镇开展巡逻。', '浙江省', ['~/嘉兴市/桐乡市', '~/嘉兴市/桐乡市/乌镇镇']],
    ['安吉县天荒坪镇余村', '浙江省', ['~/湖州市/安吉县', '~/湖州市/安吉县/天荒坪镇', '~/湖州市/安吉县/天荒坪镇/余村']],
    // 张村村 is the village of 张村; 村村委会 belongs to the body.
    [
      '上虞区章镇镇张村村的老党员',
      '浙江省',
      ['~/绍兴市/上虞区', '~/绍兴市/上虞区/章镇镇', '~/绍兴市/上虞区/章镇镇/张村村'],
    ],
    [
      '上虞区章镇镇新河村村民',
      '浙江省',
      ['~/绍兴市/上虞区', '~/绍兴市/上虞区/章镇镇', '~/绍兴市/上虞区/章镇镇/新河村'],
    ],
    // No township lies in another: a scenic spot.
    ['莲都区大港头镇古堰画乡。在古堰画乡，他说。', '浙江省', ['~/丽水市/莲都区', '~/丽水市/莲都区/大港头镇']],
    ['临海水位上涨。', '浙江省/台州市', []],
    ['铁东区和平社区网格员', '辽宁省/鞍山市', ['辽宁省/鞍山市/铁东区', '辽宁省/鞍山市/铁东区/和平社区']],
    [
      '瓯海区梧田街道南村社区',
      '浙江省',
      ['~/温州市/瓯海区', '~/温州市/瓯海区/梧田街道', '~/温州市/瓯海区/梧田街道/南村社区'],
    ],
    // Verbs whose object is any community.
    [
      '海安市曲塘镇实行社区民警包干，建立社区食堂，深化社区治理。',
      '江苏省',
      ['江苏省/南通市/海安市', '江苏省/南通市/海安市/曲塘镇'],
    ],
    // That 玉泉 is a district elsewhere does not cut the village.
    [
      '宁强县青木川镇设了说事室。玉泉坝村的老支书来了。',
      '陕西省',
      ['陕西省/汉中市/宁强县', '陕西省/汉中市/宁强县/青木川镇', '陕西省/汉中市/宁强县/青木川镇/玉泉坝村'],
    ],
    ['市委政法委副书记岳阳讲话，岳阳说要抓实。', '重庆市', []],
  ])('%s', (text, home, expected) => {
    expect(placesIn(text, home)).toEqual(expected);
  });

  test('puts a village under a township of another province only within a sentence', () => {
    const scene = '勉县定军山镇的干部去青川县姚渡镇取经。';
    expect(placesIn(`${scene}回来后，沈寨村村民都来问。`, '陕西省')).toContain('陕西省/汉中市/勉县/定军山镇/沈寨村');
    expect(placesIn('勉县定军山镇的干部去青川县姚渡镇，在沈寨村取经。', '陕西省')).toContain(
      '四川省/广元市/青川县/姚渡镇/沈寨村',
    );
  });
});

describe('findPlaces keeps signs of function inside a settlement’s name', () => {
  test.each<[string, string[]]>([
    // A township's name before 村 is a village of the township before it.
    ['德清县钟管镇长兴镇村', ['~/湖州市/德清县', '~/湖州市/德清县/钟管镇', '~/湖州市/德清县/钟管镇/长兴镇村']],
    ['德清县钟管镇河口镇村的油茶林', ['~/湖州市/德清县', '~/湖州市/德清县/钟管镇', '~/湖州市/德清县/钟管镇/河口镇村']],
    ['德清县钟管镇报本寺社区', ['~/湖州市/德清县', '~/湖州市/德清县/钟管镇', '~/湖州市/德清县/钟管镇/报本寺社区']],
    ['德清县钟管镇村干部', ['~/湖州市/德清县', '~/湖州市/德清县/钟管镇']],
  ])('%s', (text, expected) => {
    expect(placesIn(text)).toEqual(expected);
  });
});

describe('findPlaces shares a suffix out over a list of townships', () => {
  test.each<[string, string[]]>([
    ['德清县的代表来自阜溪、武康等街道。', ['~/湖州市/德清县', '~/湖州市/德清县/阜溪街道', '~/湖州市/德清县/武康街道']],
    [
      '德清县选定钟管、新市、莫干山三个镇试点。',
      ['~/湖州市/德清县', '~/湖州市/德清县/钟管镇', '~/湖州市/德清县/新市镇', '~/湖州市/德清县/莫干山镇'],
    ],
    ['德清县的教育、医疗等镇村难题', ['~/湖州市/德清县']],
    ['阜溪、武康等街道派人参加。', []],
    ['海曙区古林、集士港两镇试点', ['~/宁波市/海曙区', '~/宁波市/海曙区/古林镇', '~/宁波市/海曙区/集士港镇']],
    ['武义县白洋、熟溪街道', ['~/金华市/武义县', '~/金华市/武义县/白洋街道', '~/金华市/武义县/熟溪街道']],
    [
      '海曙区试点，江北区甬江、庄桥两个街道跟进',
      ['~/宁波市/海曙区', '~/宁波市/江北区', '~/宁波市/江北区/甬江街道', '~/宁波市/江北区/庄桥街道'],
    ],
  ])('%s', (text, expected) => {
    expect(placesIn(text)).toEqual(expected);
  });
});

describe('findPlaces follows the calendar', () => {
  test('reads a bare name as what it was in the article’s month', () => {
    expect(placesIn('会议在临安召开。', '浙江省', '2017-05-02')).toEqual(['~/杭州市/临安市']);
    expect(placesIn('会议在临安召开。', '浙江省', '2017-09-20')).toEqual(['~/杭州市/临安区']);
    expect(placesIn('会议在临安召开。', '浙江省', null)).toEqual(['~/杭州市/临安区']);
  });

  test('keeps the full name of a former division in a later article', () => {
    expect(placesIn('时任绍兴县委书记的方高岭曾在2012年到枫桥镇蹲点。')).toEqual([
      '~/绍兴市/绍兴县',
      '~/绍兴市/诸暨市/枫桥镇',
    ]);
  });
});

describe('findPlaces reads bare and one-letter names', () => {
  test.each<[string, string | null, string[]]>([
    ['丽水要坚持发展新时代“枫桥经验”。', '浙江省', ['~/丽水市']],
    ['省信访局副局长宓远带队赴舟山、台州督导。', '浙江省', ['~/舟山市', '~/台州市']],
    ['全省现场推进会9日在衢召开。', '浙江省', ['~', '~/衢州市']],
    [
      '江西省赣州市章贡区考察团一行来甬，学习村民说事。',
      '浙江省',
      ['江西省', '江西省/赣州市', '江西省/赣州市/章贡区', '~/宁波市'],
    ],
    ['调研组在汉召开座谈会。', '湖北省', ['湖北省/武汉市']],
    ['吴兴、南浔两区先行先试。', '浙江省', ['~/湖州市/吴兴区', '~/湖州市/南浔区']],
    ['在世界“小商品之都”义乌，常年有外商。', '浙江省', ['~/金华市/义乌市']],
    ['来自孟加拉国和塞内加尔的商人', '浙江省', ['孟加拉国', '塞内加尔']],
  ])('%s', (text, home, expected) => {
    expect(placesIn(text, home)).toEqual(expected);
  });

  test.each([
    '要推广东西部协作的做法。',
    '全力推广安全生产经验，完成都市更新。',
    '建设美丽水乡，创新乡村治理。',
    '县领导柳青山、池北等陪同。',
    '创新和完善治理体系，坚持人民和法治至上。',
    '《浙江日报》刊登了消息。',
    '大家在湖边和台上都看到了。',
    '小事不出村、大事不出镇，各市、县（市、区）设分会场。',
    '要走进乡村、服务社区，打造示范村。',
  ])('finds no place in: %s', (text) => {
    expect(placesIn(text)).toEqual([]);
  });

  test('accepts a bare name that is a common word once the text has it with its suffix', () => {
    expect(placesIn('江山做得好。')).toEqual([]);
    expect(placesIn('江山市委作了部署。江山做得好。')).toEqual(['~/衢州市/江山市']);
    const { items } = findPlaces(documentOf('江山市委作了部署。江山做得好。', null, '浙江省'), gazetteer);
    expect(items).toHaveLength(2);
  });

  test('takes a bare name after a surname for a person’s', () => {
    expect(placesIn('村民王长兴介绍。长兴县早有准备。')).toEqual(['~/湖州市/长兴县']);
    const { items } = findPlaces(documentOf('村民王长兴介绍。长兴县早有准备。', null, '浙江省'), gazetteer);
    expect(items).toHaveLength(1);
  });
});

describe('findPlaces reads settlements that no list has', () => {
  test.each<[string, string[]]>([
    ['吴兴区龙泉街道祥和片区', ['~/湖州市/吴兴区', '~/湖州市/吴兴区/龙泉街道', '~/湖州市/吴兴区/龙泉街道/祥和片区']],
    ['走进椒江区洪家上林桥村', ['~/台州市/椒江区', '~/台州市/椒江区/洪家街道', '~/台州市/椒江区/洪家街道/上林桥村']],
    ['枸杞乡龙泉村的观景台', ['~/舟山市/嵊泗县/枸杞乡', '~/舟山市/嵊泗县/枸杞乡/龙泉村']],
    ['象山县茅洋乡李家弄村看重会商', ['~/宁波市/象山县', '~/宁波市/象山县/茅洋乡', '~/宁波市/象山县/茅洋乡/李家弄村']],
  ])('%s', (text, expected) => {
    expect(placesIn(text)).toEqual(expected);
  });

  test('knows a village again without its superior', () => {
    expect(placesIn('德清县阜溪街道五四村很干净。五四村的做法好。').at(-1)).toBe('~/湖州市/德清县/阜溪街道/五四村');
    const { items } = findPlaces(documentOf('德清县阜溪街道五四村很干净。五四村的做法好。', null, '浙江省'), gazetteer);
    expect(items.map(({ rule }) => rule)).toContain('places.again');
  });

  test('takes names of villages that begin with a function word or are words for a kind of village', () => {
    const town = ['~/湖州市/德清县', '~/湖州市/德清县/钟管镇'];
    expect(placesIn('德清县钟管镇自力村的桥边。')).toEqual([...town, '~/湖州市/德清县/钟管镇/自力村']);
    expect(placesIn('德清县钟管镇明星村村民都来了。')).toEqual([...town, '~/湖州市/德清县/钟管镇/明星村']);
    expect(placesIn('德清县钟管镇明星村不少。')).toEqual(town);
  });

  test('does not take the village of 村党支部 or 村民 for a name', () => {
    expect(placesIn('武义县白洋街道有人兼任村党支部书记，找来杜姓村民。')).toEqual([
      '~/金华市/武义县',
      '~/金华市/武义县/白洋街道',
    ]);
  });
});

describe('findPlaces reads words that mean a place', () => {
  test.each<[string, string | null, string[]]>([
    ['我省三年争创千家示范所。', '浙江省', ['~']],
    ['按照省委的部署推进。', '湖南省', ['湖南省']],
    ['我市率先推出新机制。', '浙江省/嘉兴市', ['~/嘉兴市']],
    ['衢州市考核组来到龙游县，该县各项指标在全市居前。', '浙江省', ['~/衢州市', '~/衢州市/龙游县']],
    ['全国都在看，各县都在做。', '浙江省', []],
  ])('%s', (text, home, expected) => {
    expect(placesIn(text, home)).toEqual(expected);
  });

  test('takes 全市 in a county-level city for that city', () => {
    expect(placesIn('嵊州市范围内禁放，全市设卡。')).toEqual(['~/绍兴市/嵊州市']);
  });
});

describe('findPlaces in papers of other provinces', () => {
  test.each<[string, string, string[]]>([
    [
      '在泉州，石狮市凤里街道各有高招；在莆田，城厢区先行一步。',
      '福建省',
      [
        '福建省/泉州市',
        '福建省/泉州市/石狮市',
        '福建省/泉州市/石狮市/凤里街道',
        '福建省/莆田市',
        '福建省/莆田市/城厢区',
      ],
    ],
    ['承德、邯郸等地到唐县观摩。', '河北省', ['河北省/承德市', '河北省/邯郸市', '河北省/保定市/唐县']],
    [
      '沙坪坝区回龙坝镇聚龙城社区开了茶馆。',
      '重庆市',
      ['重庆市/沙坪坝区', '重庆市/沙坪坝区/回龙坝镇', '重庆市/沙坪坝区/回龙坝镇/聚龙城社区'],
    ],
    [
      '恩施州建始县业州镇',
      '湖北省',
      [
        '湖北省/恩施土家族苗族自治州',
        '湖北省/恩施土家族苗族自治州/建始县',
        '湖北省/恩施土家族苗族自治州/建始县/业州镇',
      ],
    ],
  ])('%s', (text, home, expected) => {
    expect(placesIn(text, home)).toEqual(expected);
  });
});
