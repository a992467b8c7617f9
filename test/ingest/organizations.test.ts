import { describe, expect, test } from 'vitest';
import { loadGazetteer } from '../../ingest/gazetteer.ts';
import { findOrganizations } from '../../ingest/organizations.ts';
import { findPlaces } from '../../ingest/places.ts';
import type { OrganizationMention } from '../../ingest/types.ts';
import { documentOf } from '../support/documents.ts';

const gazetteer = loadGazetteer();

function mentionsIn(text: string, home: string | null = '浙江省'): readonly OrganizationMention[] {
  const doc = documentOf(text, null, home);
  return findOrganizations(doc, findPlaces(doc, gazetteer).items, gazetteer).items;
}

const namesIn = (text: string, home?: string | null): string[] => [
  ...new Set(mentionsIn(text, home).map(({ name }) => name)),
];

describe('findOrganizations reads bodies by their seat', () => {
  test.each<[string, string, string[]]>([
    ['省委常委、政法委书记顾明澜到会。', '浙江省', ['浙江省委', '浙江省委政法委']],
    ['衢江区委常委、区纪委书记、区监委主任冉启明', '浙江省', ['衢江区委', '衢江区纪委', '衢江区监委']],
    ['温州市委政法委副书记、平安办主任卢某', '浙江省', ['温州市委政法委', '温州市平安办']],
    ['省委办公厅、省政府办公厅印发意见。', '浙江省', ['浙江省委办公厅', '浙江省政府办公厅']],
    ['青田县章村乡山体滑坡，县消防救援大队连夜转移群众。', '浙江省', ['青田县消防救援大队']],
    ['副省长、公安厅长许某主持。', '湖南省', ['湖南省公安厅']],
    [
      '市政协副主席、司法局局长邱某（市检察院检察长肖某）',
      '江苏省/淮安市',
      ['淮安市政协', '淮安市司法局', '淮安市人民检察院'],
    ],
    ['嵊州市明确，违规者由市公安局、市市场监管局处理。', '浙江省', ['嵊州市公安局', '嵊州市市场监管局']],
    ['唐县县委依法治县办如何运转', '河北省', ['唐县县委依法治县办']],
    ['后陈村村委会二楼，村党支部书记胡某', '浙江省', []],
    ['会上，吴兴区就矛调中心建设作经验交流。', '浙江省', []],
    ['湖州市就业管理服务中心主任李某介绍', '浙江省', ['湖州市就业管理服务中心']],
  ])('%s', (text, home, expected) => {
    expect(namesIn(text, home)).toEqual(expected);
  });

  test('reads the police and the courts of a place in short', () => {
    expect(namesIn('义乌公安借力创建，鹿城公安分局蒲鞋市派出所安排专员，海盐法院立案。')).toEqual([
      '义乌市公安局',
      '鹿城区公安分局',
      '鹿城区蒲鞋市派出所',
      '海盐县人民法院',
    ]);
  });

  test('gives a body in two articles, printed differently, one name', () => {
    expect(namesIn('台州市公安局路桥分局')).toContain(namesIn('路桥区公安分局')[0]);
  });
});

describe('findOrganizations reads what belongs to a body named before', () => {
  test.each<[string, string[]]>([
    ['公安部治安管理局的同志来了。', ['公安部', '公安部治安管理局']],
    ['常山县法院执行局局长来了。', ['常山县人民法院', '常山县人民法院执行局']],
    ['常山县检察院第四检察部介绍情况。', ['常山县人民检察院', '常山县人民检察院第四检察部']],
    ['记者从常山县司法局获悉，该局法律援助中心排了班。', ['常山县司法局', '常山县司法局法律援助中心']],
    ['常山县公安局刑警大队大队长胡大有任专案组组长。', ['常山县公安局', '常山县公安局刑警大队']],
  ])('%s', (text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  test('a tail behind a verb of carrying begins no name, and 和 may stand inside an office', () => {
    expect(namesIn('常山县把调解桌搬进茶馆，县水利和湖泊局、三峡海事局派人来看。')).toEqual([
      '常山县水利和湖泊局',
      '三峡海事局',
    ]);
  });
});

describe('findOrganizations reads offices, terms and former bodies', () => {
  test.each<[string, string, string[]]>([
    // The head of an office tells where its name ends; without one it is not cut off.
    ['省委政法委基层治理处处长林越', '浙江省', ['浙江省委政法委', '浙江省委政法委基层治理处']],
    ['德清县人民法院行政审判第一庭副庭长林越', '浙江省', ['德清县人民法院', '德清县人民法院行政审判第一庭']],
    ['德清县司法局妥善处理处长期积案。', '浙江省', ['德清县司法局']],
    ['湖州市第六届人民代表大会常务委员会第四次会议', '浙江省', ['湖州市人民代表大会常务委员会']],
    ['湖州军分区司令员林越', '浙江省', ['湖州市军分区']],
    ['来稿请寄湖州日报社总编室。', '浙江省', ['湖州日报社总编室']],
    ['德清县见义勇为基金会', '浙江省', ['德清县见义勇为基金会']],
    // A police station named after a township of the text lies in that township's county, not in the place named last.
    ['德清县钟管镇试点后，安吉县公安局、钟管派出所发言。', '浙江省', ['安吉县公安局', '德清县钟管派出所']],
    ['本子是德清县的原钟管派出所所长送他的。', '浙江省', ['德清县钟管派出所']],
    ['“老岑调解工作室”负责人岑一讲课。', '浙江省', ['老岑调解工作室']],
    ['村里设立“老岑调解工作室”。', '浙江省', []],
    ['省里派出的5人工作组赶到。', '浙江省', []],
    ['德清县钟管镇、新市镇和乾元镇派出所发了言。', '浙江省', ['钟管镇派出所', '新市镇派出所', '乾元镇派出所']],
    ['德清县覆盖所有中小学校，各行业建立专业性调解委员会。', '浙江省', []],
    ['湖州市推进县乡两级网格化管理中心建设。', '浙江省', []],
  ])('%s', (text, home, expected) => {
    expect(namesIn(text, home)).toEqual(expected);
  });
});

describe('findOrganizations reads bodies by the words before their tail', () => {
  test.each<[string, string[]]>([
    ['在太湖街道基层治理综合指挥中心，他了解详情。', ['太湖街道基层治理综合指挥中心']],
    ['南湖区、秀洲区社会治理中心同日揭牌。', ['南湖区社会治理中心', '秀洲区社会治理中心']],
    ['位于社阳乡卫生院东侧', ['社阳乡卫生院']],
    ['向武警衢州支队请求支援', ['武警衢州支队']],
    ['与阿里公司合作共建中国基层治理数字化研究院', ['阿里公司', '中国基层治理数字化研究院']],
    ['近日，记者走进城中派出所。', ['城中派出所']],
    ['省委第八巡回指导组成员参加', ['浙江省委', '浙江省委第八巡回指导组']],
    ['由“百千万工程”指挥部办公室主任率领', ['百千万工程指挥部办公室']],
    ['陈家桥人民法庭的法官', ['陈家桥法庭']],
    ['金庭镇政府联合黄泽法庭、金庭派出所成立“调共体”。', ['金庭镇政府', '嵊州市黄泽法庭', '嵊州市金庭派出所']],
    ['浙江高院二审判决犯罪集团案', ['浙江省高级人民法院']],
    ['中共温州市委全面依法治市委员会办公室', ['温州市委依法治市办']],
    ['2013年调委会成立。', []],
  ])('%s', (text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  test.each([
    '全省公安派出所领到任务，各部门、有关单位和基层派出所都要配合。',
    '以县级矛调中心建设为牵引，完善综治中心运行机制。',
    '坚持以人民为中心，在中心城区和中心小学。',
    '深化平安医院、平安学校创建，建设“枫桥式派出所”。',
    '各市、县（市、区）信访工作联席会议召集人参加。',
    '集中办理了一批案件，人大代表和委员作了发言。',
    '乡镇党委政府、村两委和公检法司。',
    '一家公司、两所学校和三级法院。',
    '合理确定市、区、街道、社区综治中心职责，浙江法院和全州政法委系统跟进。',
  ])('takes kinds of bodies for none: %s', (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  test('takes a short form for the body named before', () => {
    const mentions = mentionsIn('省平安建设督导组来湖督导。督导组实地检查了企业。');
    expect(mentions.map(({ name }) => name)).toEqual(['浙江省平安建设督导组', '浙江省平安建设督导组']);
    expect(mentions[1]?.rule).toBe('organizations.again');
  });

  test('keeps the printed name, with an issue, of a body whose place nothing tells', () => {
    const doc = documentOf('市公安局通报了情况。', null, null);
    const { items, issues } = findOrganizations(doc, [], gazetteer);
    expect(items.map(({ name, seat }) => [name, seat])).toEqual([['市公安局', null]]);
    expect(issues).toEqual([{ stage: 'organizations', reason: 'no-seat', text: '市公安局' }]);
  });

  test('takes the name in brackets for another name of the centre', () => {
    const [centre] = mentionsIn('在吴兴区社会治理综合服务中心(信访超市)，他边看边问。');
    expect(centre?.aliases).toContain('吴兴区信访超市');
  });
});

describe('findOrganizations reads schools, stations and branches by the place before them', () => {
  test.each<[string, string, string[]]>([
    ['丽水学院副教授林越授课，湖州大学的师生到场。', '浙江省/丽水市', ['丽水学院', '湖州大学']],
    [
      '新昌县第二高级中学、儒岙镇中心小学、新昌技师学院的学生参加。',
      '浙江省/绍兴市',
      ['新昌县第二高级中学', '儒岙镇中心小学', '新昌技师学院'],
    ],
    [
      '观摩了临洮县洮阳镇综治中心、辛店镇康家崖村警务室和太石镇网格化服务管理站。',
      '甘肃省/定西市',
      ['洮阳镇综治中心', '康家崖村警务室', '太石镇网格化服务管理站'],
    ],
    [
      '中国农业银行安吉县支行与武警江苏省总队南京支队结对。',
      '浙江省',
      ['中国农业银行', '中国农业银行安吉县支行', '武警江苏省总队', '武警江苏省总队南京支队'],
    ],
    ['新埭镇退役军人服务站、曹桥街道平安工作站', '浙江省/嘉兴市', ['新埭镇退役军人服务站', '曹桥街道平安工作站']],
    ['他去派出所办事，大学生在中学学习，小学生去银行家里。', '浙江省/温州市', []],
    ['前年要跑几里路去派出所，马路比派出所还堵。', '浙江省/温州市', []],
    [
      '舟山海警支队支队长林越，定海公安分局刑侦大队大队长岑一',
      '浙江省',
      ['舟山市海警支队', '定海区公安分局', '定海区公安分局刑侦大队'],
    ],
    [
      '县妇联联合县人民医院、村卫生室和社区警务室到安吉县孝丰镇。',
      '浙江省/湖州市/安吉县',
      ['安吉县妇联', '安吉县人民医院'],
    ],
    ['得知中心运行半年，眼下派出所又忙开了。', '浙江省', []],
    ['幸福之家常有人来，游子之家也是。', '浙江省', []],
    ['岱山县东沙镇渔民之家', '浙江省', ['东沙镇渔民之家']],
  ])('%s', (text, home, expected) => {
    expect(namesIn(text, home)).toEqual(expected);
  });
});

describe('findOrganizations reads offices of government that no list has', () => {
  test.each<[string, string, string[]]>([
    [
      '县公安局、文体广电局、安监局负责人到会。安吉县重视。',
      '浙江省/湖州市/安吉县',
      ['安吉县公安局', '安吉县文体广电局', '安吉县安监局'],
    ],
    ['市大数据发展局副局长林越', '重庆市', ['重庆市大数据发展局']],
    [
      '温岭市投资促进局和新居民事务局挂牌，市园林局长李明讲话。',
      '浙江省/台州市',
      ['温岭市投资促进局', '温岭市新居民事务局', '温岭市园林局'],
    ],
    ['全省消防格局、城市布局，县里的大局，市里的棋局，各县饭局。', '浙江省', []],
    ['德宏州禁毒办、州教育局联合开展。', '云南省', ['德宏傣族景颇族自治州禁毒办', '德宏傣族景颇族自治州教育局']],
  ])('%s', (text, home, expected) => {
    expect(namesIn(text, home)).toEqual(expected);
  });
});

describe('findOrganizations shares a tail out over bare names only', () => {
  test.each<[string, string, string[]]>([
    ['浏阳、宁乡法院代表参加。', '湖南省', ['浏阳市人民法院', '宁乡市人民法院']],
    ['会上，浏阳市、宁乡市公安局发言。', '湖南省', ['宁乡市公安局']],
  ])('%s', (text, home, expected) => {
    expect(namesIn(text, home)).toEqual(expected);
  });
});

describe('findOrganizations reads committees and zones', () => {
  test.each<[string, string, string[]]>([
    ['共青团嘉兴市委、民革嘉兴市委会主办，团省委支持。', '浙江省', ['嘉兴市团委', '民革嘉兴市委会', '浙江省团委']],
    ['中共姚庄镇委员会、姚庄镇人大主席团', '浙江省/嘉兴市', ['姚庄镇党委', '姚庄镇人大主席团']],
    ['紫金街道人大工委主任李明，南明山街道办事处主任王芳', '浙江省/丽水市', ['紫金街道人大工委', '南明山街道办事处']],
    ['枫桥镇枫源村委会主任骆某，枫桥镇枫源村村委会', '浙江省/绍兴市/诸暨市', ['枫源村村委会']],
    ['社团市委领导到场。', '浙江省/嘉兴市', ['嘉兴市委']],
    ['绵阳市公安局、眉山市公安局东坡区分局发言。', '四川省', ['绵阳市公安局', '东坡区公安分局']],
    ['丽水经济技术开发区管委会和丽水经开区公安分局', '浙江省', ['丽水经济技术开发区管委会', '丽水经开区公安分局']],
    ['各开发区管委会和高新区管委会', '浙江省', []],
    ['温州市归国华侨联合会、温州市红十字会', '浙江省', ['温州市侨联', '温州市红十字会']],
  ])('%s', (text, home, expected) => {
    expect(namesIn(text, home)).toEqual(expected);
  });
});

describe('findOrganizations in papers of other provinces', () => {
  test.each<[string, string, string[]]>([
    ['娄星公安分局万宝派出所接到报警，万宝派出所随即出动。', '湖南省/娄底市', ['娄星区公安分局', '娄星区万宝派出所']],
    ['贵州警方与瓮安县公安局专案民警', '贵州省', ['贵州省公安厅', '瓮安县公安局']],
    ['会泽县人民法院党组书记陆某，协助村委会', '云南省', ['会泽县人民法院', '会泽县人民法院党组']],
    ['平和县公安局交警大队、五夫镇司法所', '福建省', ['平和县公安局', '平和县公安局交警大队', '五夫镇司法所']],
    [
      '中央网信办网络传播局、《长安》杂志社和新华社',
      '重庆市',
      ['中央网信办', '中央网信办网络传播局', '长安杂志社', '新华社'],
    ],
    ['龙游县人民检察院联合团县委举办', '浙江省/衢州市/龙游县', ['龙游县人民检察院', '龙游县团委']],
    ['衢州市委平安衢州建设领导小组办公室通报', '浙江省/衢州市', ['衢州市委平安衢州建设领导小组办公室']],
    ['衢州市公安局副局长兼交警支队支队长', '浙江省/衢州市', ['衢州市公安局']],
    ['接受衢州日报记者采访', '浙江省/衢州市', []],
    ['龙游县委政法委会同县水利局', '浙江省/衢州市', ['龙游县委政法委', '龙游县水利局']],
    ['广西壮族自治区党委宣传部', '广西壮族自治区', ['广西壮族自治区党委', '广西壮族自治区党委宣传部']],
  ])('%s', (text, home, expected) => {
    expect(namesIn(text, home)).toEqual(expected);
  });
});
