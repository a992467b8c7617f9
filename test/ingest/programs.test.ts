import { describe, expect, it } from 'vitest';
import { loadProgramLexicon, openProgramLexicon } from '../../ingest/program-lexicon.ts';
import { findPrograms } from '../../ingest/programs.ts';
import { openSegmenter } from '../../ingest/segment.ts';
import { documentOf, organizationsIn, placesIn } from '../support/documents.ts';

const segment = openSegmenter();
const known = loadProgramLexicon();
const none = openProgramLexicon([]);

type Options = { title?: string; places?: Record<string, string>; organizations?: Record<string, string | null> };

function programs(body: string, lexicon = none, { title, places = {}, organizations = {} }: Options = {}) {
  const doc = documentOf(body, title ?? null);
  const mentions = findPrograms(doc, {
    places: placesIn(doc, places),
    organizations: organizationsIn(doc, organizations),
    lexicon,
    segment,
  }).items;
  return { doc, mentions, names: [...new Set(mentions.map(({ name }) => name))] };
}

it('takes the end of a name that a headline quotes for the whole one', () => {
  const { names } = programs('大丰区推行“综合查一次”，企业少跑了。', none, { title: '“查一次”难在哪里' });
  expect(names).toEqual(['综合查一次']);
});

describe('findPrograms without known names', () => {
  it.each([
    ['a class noun behind the quotation', '全县推进“阳光会客厅”机制，群众拍手叫好。', ['阳光会客厅']],
    ['a class noun some words behind', '该市构建“主”字型现代化基层治理体系。', ['主字型现代化基层治理体系']],
    ['a class noun that a short name needs', '公安部门组织“拔钉”行动。', ['拔钉行动']],
    ['single quotation marks', '当地推行‘三三制’工作机制。', ['三三制']],
    ['a verb of making before it', '信阳市平桥区探索推行“一约四会”，民风一新。', ['一约四会']],
    ['a verb before a list of names', '全区推广“红领议事”、“田埂夜话”，问计于民。', ['红领议事', '田埂夜话']],
    ['the shape of several numerals', '会议肯定了“一村一策”的路子。', ['一村一策']],
    ['parts joined by +', '各地运用“铁脚板+大数据”。', ['铁脚板+大数据']],
    ['parts joined by + outside quotation marks', '赤峰市松山区推行流动法庭+草原夜话。', ['流动法庭+草原夜话']],
    ['numbers with a class noun', '吴忠市红寺堡区创新“55124”村级治理模式。', ['55124村级治理模式']],
    ['a name that the text introduces', '村民给它取了个名，叫“板凳会”。', ['板凳会']],
    ['its use as a means', '镇里以“周二无会日”为载体改进作风。', ['周二无会日']],
    ['what it does', '“掌上云社区”上线三年，居民超过10万人。', ['掌上云社区']],
    ['being made into a brand', '他们把“村事民评”做成了招牌。', ['村事民评']],
    ['a kind of model body', '法院创建“枫桥式人民法庭”。', ['枫桥式人民法庭']],
    ['an experience in quotation marks', '省里发文推广“后陈经验”。', ['后陈经验']],
    [
      'a campaign without quotation marks',
      '滨州启动打击治理电信网络新型违法犯罪专项行动。',
      ['打击治理电信网络新型违法犯罪专项行动'],
    ],
    ['a season in a campaign', '开展为期三个月的夏季治安清查整治行动。', ['夏季治安清查整治行动']],
    ['a platform with Latin letters', '街道依托 CIG 信息资源平台，打破壁垒。', ['CIG信息资源平台']],
    ['a kind of centre to be built', '各地要推进县级社会治理中心建设。', ['县级社会治理中心']],
    ['several numerals, one of them 多', '邻县搞“一警三村”，这里搞“一员多岗”。', ['一警三村', '一员多岗']],
    ['what is put everywhere', '要把“板凳说理站”建到每一个院落。', ['板凳说理站']],
    ['a kind of centre for several levels', '要加快县乡两级网格化服务管理中心建设。', ['网格化服务管理中心']],
    ['several centres of a kind to be built', '每县至少建成两个“一站式”邻里纠纷化解中心。', ['邻里纠纷化解中心']],
    ['a kind of centre for each of several levels', '要健全县、乡、村三级综治中心。', ['综治中心']],
    ['a kind of centre that all have set up', '全市所有镇街全部建成邻里纠纷化解中心。', ['邻里纠纷化解中心']],
    ['a far verb of making before a noun and the name', '大丰在省内率先试行行政检查“综合查一次”。', ['综合查一次']],
    ['what it is some words behind', '检察院建成“柑香益护”公益诉讼观察站。', ['柑香益护']],
    ['where it was tried first', '“灶头议”在石塘镇先行先试。', ['灶头议']],
    ['what it is made part of', '县里将“邻里和”纳入平安考核。', ['邻里和']],
    ['what was set up besides', '两个镇在此基础上增设了“灶头话”。', ['灶头话']],
    ['whose look-out it is, though a look-out alone is a figure of speech', '镇里搞了“渔嫂瞭望哨”。', ['渔嫂瞭望哨']],
    ['a talk from house to house', '理事会的“小马扎宣讲”，把理论讲到田头。', ['小马扎宣讲']],
    ['a second phase of it', '要加快“越州云·平安眼”二期建设。', ['越州云·平安眼']],
    ['points that people collect', '村民用“道德积分”兑换食盐。', ['道德积分']],
    ['a council that is tried out', '五年前就在这里试点邻里理事会。', ['邻里理事会']],
    ['a council that spread', '乡亲参事会由这个村首创，如今很有名。', ['乡亲参事会']],
    ['chiefs of rivers and woods', '全市推行河长制、林长制。', ['河长制', '林长制']],
    [
      'a mechanism of enumerated numerals',
      '健全重要事项一事双交、一事双联、一事双查机制。',
      ['一事双交、一事双联、一事双查机制'],
    ],
    ['a number with the class noun of what it binds to', '各乡镇严格执行“257”包片责任制。', ['257包片责任制']],
    ['what it is credited with', '“银发劝架组”是永嘉县首创，到处有人来学。', ['银发劝架组']],
    ['a first lot of it', '去年，镇上聘请了首批“山乡话匣子”。', ['山乡话匣子']],
    ['a method', '“听劝法”“串户法”好使，要坚持用。', ['听劝法', '串户法']],
    ['several parts of one make', '窗口实行“一站受理、一条龙办结”，群众少跑腿。', ['一站受理、一条龙办结']],
    ['a team that is numbered', '全县组建46支“蓝马甲巡防队”。', ['蓝马甲巡防队']],
    ['a team whose class stands behind', '他们办起“石榴籽”调解队。', ['石榴籽']],
    ['being built in step', '“数智巡防”建设同步推进。', ['数智巡防']],
    ['an institution that all are to set up', '沿江乡镇都要设立船工调解室。', ['船工调解室']],
    ['an institution that is put everywhere', '要把牧民调解室建到每一片草场。', ['牧民调解室']],
    ['an enumeration named by its class', '抓实“组团联村、两委联络、党员联户”三联工程。', ['三联工程']],
  ])('finds a name by %s', (_, body, expected) => {
    expect(programs(body).names).toEqual(expected);
  });

  it('finds 平安 and 法治 with a place of the article or a province, and not with a common noun', () => {
    const body = '推动平安龙游、法治龙游建设再上台阶，为平安湖南添砖，平安建设、法治思维不算。';
    const { names } = programs(body, none, {
      places: { 龙游县: '浙江省/衢州市/龙游县', 龙游: '浙江省/衢州市/龙游县' },
    });
    expect(names).toEqual(['平安龙游', '法治龙游', '平安湖南']);
  });

  it('finds every member of a list of campaigns that one verb governs', () => {
    const body = '要抓好智慧网格建设突破行动、协同办案平台提档行动、基层科技创新引领行动。';
    expect(programs(body).names).toEqual(['智慧网格建设突破行动', '协同办案平台提档行动', '基层科技创新引领行动']);
  });

  it('ends a name at the organization or place before it', () => {
    const body = '义乌市经济案事件预警平台帮了大忙，这个预警平台集合了多项服务。';
    const { names } = programs(body, none, { places: { 义乌市: '浙江省/金华市/义乌市' } });
    expect(names).toEqual(['经济案事件预警平台']);
  });

  it('finds names by the list they stand in, also with the place that owns each between them', () => {
    const options = {
      places: {
        梅溪村: '浙江省/湖州市/安吉县/梅溪村',
        双溪乡: '浙江省/湖州市/安吉县/双溪乡',
        白鹭村: '浙江省/湖州市/安吉县/白鹭村',
      },
    };
    const owned = '梅溪村的“普法快板”、双溪乡的“竹林来信”、白鹭村的“渡口说法船”各有千秋。';
    expect(programs(owned, none, options).names).toEqual(['普法快板', '竹林来信', '渡口说法船']);
    const summed = '“弄堂来信”“石阶小聚”等一批品牌越来越响。';
    expect(programs(summed).names).toEqual(['弄堂来信', '石阶小聚']);
    const other = '梅溪村的“大伯”、双溪乡的“牛脾气”各有千秋，“阿黄”“小黑”等一批小狗跑来。';
    expect(programs(other, none, options).names).toEqual([]);
  });

  it.each([
    ['a saying', '“小事不出村、大事不出镇”的目标正在这里变成现实。'],
    ['speech', '“这条路修好了，我们心里踏实。”村民说。'],
    ['a doctrine', '增强“四个意识”，坚定“四个自信”，牢固树立“以人民为中心”的发展思想。'],
    ['a metaphor', '下好“先手棋”，打好“主动仗”，当好“排头兵”，拧成“一股绳”。'],
    ['an aim', '为建设“重要窗口”、打造“模范生”而努力。'],
    ['a result', '辖区实现了“零发案”，做到了“件件有着落、事事有回音”。'],
    ['a problem', '着力破解“最后一公里”难题，打通“断头路”。'],
    ['a nickname', '居民都叫他“老朱”，也叫“朱师傅”。'],
    ['a document', '印发《关于加强社区治理的意见》《“百日会战”行动方案》。'],
    ['a fraud', '不要轻信“刷单返利”“杀猪盘”等骗局。'],
    ['an award', '所里被命名为“平安示范单位”。'],
    ['a case', '他参与侦破“1·12”杀人案。'],
    ['unnamed mechanisms', '要健全完善长效机制，建立健全工作制度，落实安全生产责任体系。'],
    ['what a name is not to become', '绝不能把好事办成“一村一牌”。'],
    ['a class noun alone', '所里想总结成一套“工作法”。'],
    ['a figure of speech with a number', '360名民警有了“第二个家”。'],
    ['a council that only meets', '村民理事会正在讨论停车难题。'],
    ['one centre', '他来到纠纷化解中心。'],
    ['words on law', '别做“法盲”，别碰“国法”，要“学法用法”，也别信“土办法”。'],
    ['one institution', '村民走进调解室，又去了镇上的巡回法庭。'],
    ['a column of the paper', '本报从今天起开设“最美田园”专栏，报道各地的新做法。'],
    ['irony', '从“乱”到“治”，“要我说”变成“我要说”。'],
  ])('takes no name from %s', (_, body) => {
    expect(programs(body).names).toEqual([]);
  });

  it.each([
    '会上，湖州市就“阳光会客厅”作经验介绍。',
    '德清县“阳光会客厅”作了典型经验交流。',
    '会议围绕“阳光会客厅”作交流发言。',
  ])('takes what was presented without the words that say so: %s', (body) => {
    const { doc, mentions } = programs(body);
    expect(mentions.map(({ name, start, end }) => [name, doc.text.slice(start, end)])).toEqual([
      ['阳光会客厅', '阳光会客厅'],
    ]);
  });

  it('keeps a class noun that begins with the same character', () => {
    expect(programs('全市推行“三一”作战机制。').names).toEqual(['三一作战机制']);
  });

  it('finds a name everywhere once it is sure, also without quotation marks', () => {
    const { doc, mentions } = programs('村里推行“板凳议事”。后来，板凳议事走出了山沟。');
    expect(mentions.map(({ start, end }) => doc.text.slice(start, end))).toEqual(['板凳议事', '板凳议事']);
  });

  it('takes a quotation printed with two opening marks by its inner pair', () => {
    expect(programs('这是建立社会服务、行业监管“三位一体”新型治理模式。').names).toEqual(['三位一体']);
  });

  it('gives every printed form as an alias', () => {
    const { mentions } = programs('“洗楼”行动见效，县里推进“三大功能平台”建设，新时代“板凳经验”在推广“板凳经验”。');
    const formsOf = (name: string) => mentions.find((mention) => mention.name === name)?.aliases;
    expect(formsOf('洗楼行动')).toContain('洗楼');
    expect(formsOf('板凳经验')).toContain('新时代板凳经验');
  });

  it('brings a level, a generic ending and X+Y under one name', () => {
    expect(programs('推广“村情通+网格治理”，用好“村情通+全民网格”。').names).toHaveLength(1);
    expect(programs('迭代升级省矛调协同应用系统，以矛调协同应用系统为枢纽。').names).toHaveLength(1);
    expect(programs('围绕智慧政法建设，实施智慧政法突破工程。').names).toHaveLength(1);
  });
});

describe('findPrograms with known names', () => {
  it('does not read a known name out of a centre that is being built', () => {
    expect(programs('各地要推进县乡两级矛盾纠纷多元化解中心建设。', known).names).toEqual(['矛盾纠纷多元化解中心']);
  });

  it('finds a known name without any other proof', () => {
    expect(programs('扫黑除恶往治本上走。', known).names).toEqual(['扫黑除恶']);
    expect(programs('扫黑除恶往治本上走。', none).names).toEqual([]);
  });

  it('calls known programs by their canonical names', () => {
    expect(programs('发挥乡镇“四个平台”作用。', known).names).toEqual(['四个平台']);
    expect(programs('加强与“基层治理四平台”深度融合。', known).names).toEqual(['四个平台']);
  });

  it('leaves a known name inside the name of a body alone', () => {
    const options = { organizations: { 吴兴区矛盾纠纷多元化解中心: '浙江省/湖州市/吴兴区' } };
    expect(programs('在吴兴区矛盾纠纷多元化解中心，他问得很细。', known, options).names).toEqual([]);
  });

  it('takes a two-character alias only between quotation marks', () => {
    expect(programs('一家人终于团圆。', known).names).toEqual([]);
    expect(programs('公安部部署“团圆”行动。', known).names).toEqual(['团圆行动']);
  });
});
