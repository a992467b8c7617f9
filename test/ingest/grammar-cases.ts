/** The cases of grammar.test.ts. Numbers follow the grammar's own list; people and happenings are invented. */
import type { ArticleKind } from '../../graph/model.ts';

export interface Expectation {
  readonly persons?: readonly string[];
  readonly places?: readonly string[];
  readonly organizations?: readonly string[];
  readonly programs?: readonly string[];
  /** `name title @ body`, with ` (acting)` or ` (former)`. */
  readonly posts?: readonly string[];
  /** `type date`, `-` for none. */
  readonly events?: readonly string[];
  /** `name FACT type-of-event`. */
  readonly roles?: readonly string[];
  /** `type-of-event path`. */
  readonly heldIn?: readonly string[];
  readonly presenters?: readonly string[];
  /** `program path stage`. */
  readonly launched?: readonly string[];
  /** `learner ← model`. */
  readonly learned?: readonly string[];
}

export interface GrammarCase {
  readonly id: string;
  readonly text: string;
  /** What was read before the text, in the same article. */
  readonly before?: string;
  readonly title?: string;
  readonly home?: string;
  readonly kind?: ArticleKind;
  readonly finds?: Expectation;
  /** What must not be found; `*` for nothing of the kind. */
  readonly omits?: Expectation;
}

const ZJ = '浙江省';
const VISIT = '6月10日，省委常委、政法委书记顾明澜赴丽水市调研县级矛调中心建设工作。省委政法委副书记岑一舟陪同。';
const MEETING =
  '全省基层治理四平台建设现场推进会9日在衢召开。副省长祁若川出席并讲话，省政府副秘书长栾伯安主持，曲向东、米建生参加。';

export const CASES: readonly GrammarCase[] = [
  {
    id: '01',
    text: VISIT,
    finds: {
      posts: [
        '顾明澜 省委常委 @ 浙江省委',
        '顾明澜 政法委书记 @ 浙江省委政法委',
        '岑一舟 省委政法委副书记 @ 浙江省委政法委',
      ],
      programs: ['县级矛调中心'],
      events: ['inspection 2020-06-10'],
      roles: ['顾明澜 ATTENDED inspection', '岑一舟 ATTENDED inspection'],
      heldIn: [`inspection ${ZJ}/丽水市`],
    },
  },
  {
    id: '02',
    before: VISIT,
    text: '他强调，丽水要坚持发展新时代“枫桥经验”，着力破解“最后一公里”难题。',
    finds: {
      roles: ['顾明澜 SPOKE_AT inspection'],
      programs: ['枫桥经验'],
      launched: [`枫桥经验 ${ZJ}/丽水市 planned`],
    },
    omits: { roles: ['顾明澜 ATTENDED inspection'], programs: ['最后一公里'] },
  },
  {
    id: '03',
    text: MEETING,
    finds: {
      events: ['meeting 2020-06-09'],
      roles: [
        '祁若川 SPOKE_AT meeting',
        '栾伯安 CHAIRED meeting',
        '曲向东 ATTENDED meeting',
        '米建生 ATTENDED meeting',
      ],
      heldIn: [`meeting ${ZJ}/衢州市`],
      posts: ['祁若川 副省长 @ 浙江省', '栾伯安 省政府副秘书长 @ 浙江省政府'],
      programs: ['基层治理四平台'],
    },
  },
  {
    id: '04',
    before: MEETING,
    text: '会上，温州市鹿城区、江山市、岱山县岱西镇作交流发言。会前，祁若川、栾伯安会见了先进代表。',
    finds: {
      presenters: [`${ZJ}/温州市/鹿城区`, `${ZJ}/衢州市/江山市`, `${ZJ}/舟山市/岱山县/岱西镇`],
      events: ['meeting 2020-06-09'],
    },
  },
  {
    id: '04a',
    text: '6月8日，祁若川在衢州市主持召开座谈会。',
    finds: { events: ['meeting 2020-06-08'], roles: ['祁若川 CHAIRED meeting'], heldIn: [`meeting ${ZJ}/衢州市`] },
    omits: { roles: ['祁若川 ATTENDED meeting'] },
  },
  {
    id: '04b',
    home: '重庆市',
    text: '6月8日，全市推进会在垫江县召开。市委政法委常务副书记岳阳讲话。岳阳说，系统要好用。',
    finds: { persons: ['岳阳'], roles: ['岳阳 SPOKE_AT meeting'] },
    omits: { places: ['湖南省/岳阳市'] },
  },
  {
    id: '05',
    before: MEETING,
    text: '会议以视频形式召开，各市、县（市、区）设分会场。',
    finds: { events: ['meeting 2020-06-09'] },
  },
  {
    id: '06',
    title: '车宁在乐清调研时强调 以改革促治理',
    text: '6月8日，县领导车宁到乐清调研。车宁强调，要把“最多跑一地”改革向镇街延伸。',
    finds: { persons: ['车宁'], programs: ['最多跑一地'], launched: [`最多跑一地 ${ZJ}/温州市/乐清市 planned`] },
    omits: { persons: ['车宁强'] },
  },
  {
    id: '07',
    kind: 'feature',
    before: '村党总支书记于和平每天走访。',
    text: '于和平向记者介绍，工作站去年调处纠纷86起。',
    finds: { persons: ['于和平'], roles: ['于和平 SPOKE_AT interview'] },
  },
  { id: '08', text: '对于和解方案，任何一方都可在7日内提出异议。', omits: { persons: ['*'], events: ['*'] } },
  {
    id: '09',
    text: '时任绍兴县委书记的方高岭曾在2012年到枫桥镇蹲点。',
    finds: { posts: ['方高岭 绍兴县委书记 @ 绍兴县委 (former)'], events: ['inspection 2012'] },
  },
  {
    id: '10',
    before: '6月8日，衢江区举行平安建设推进会。',
    text: '衢江区委常委、区纪委书记、区监委主任冉启明，副区长田野、沙汀、文静参加活动。',
    finds: {
      posts: [
        '冉启明 衢江区委常委 @ 衢江区委',
        '冉启明 区纪委书记 @ 衢江区纪委',
        '冉启明 区监委主任 @ 衢江区监委',
        '田野 副区长 @ 衢江区',
        '沙汀 副区长 @ 衢江区',
        '文静 副区长 @ 衢江区',
      ],
    },
  },
  {
    id: '11',
    home: `${ZJ}/嘉兴市`,
    text: '市中级人民法院党组书记、院长骆东临为全院干警讲授专题党课。',
    finds: { events: ['lecture -'], roles: ['骆东临 SPOKE_AT lecture'] },
  },
  {
    id: '12',
    before: VISIT,
    text: '县领导柳青山、池北等陪同。',
    finds: { roles: ['柳青山 ATTENDED inspection', '池北 ATTENDED inspection'] },
  },
  {
    id: '13',
    before: '6月8日，嘉兴市召开推进会。',
    text: '南湖区、秀洲区社会矛盾纠纷调处化解中心同日揭牌。',
    finds: {
      organizations: ['南湖区社会矛盾纠纷调处化解中心', '秀洲区社会矛盾纠纷调处化解中心'],
      events: ['ceremony 2020-06-08'],
    },
  },
  {
    id: '14',
    text: '江西省赣州市章贡区考察团一行来甬，学习“村民说事”制度。',
    finds: {
      events: ['inspection -'],
      heldIn: [`inspection ${ZJ}/宁波市`],
      programs: ['村民说事'],
      learned: [`江西省/赣州市/章贡区 ← ${ZJ}/宁波市`],
    },
  },
  {
    id: '15',
    text: '磐安县借鉴桐乡“三治融合”经验，在尖山镇试点“一榜两议”机制。',
    finds: {
      learned: [`${ZJ}/金华市/磐安县 ← ${ZJ}/嘉兴市/桐乡市`],
      programs: ['三治融合', '一榜两议'],
      launched: [`三治融合 ${ZJ}/嘉兴市/桐乡市 origin`],
    },
  },
  {
    id: '17',
    before: '磐安县位于金华。',
    text: '该县尚未推行积分制管理，也没有建立“村村议”平台。',
    omits: { launched: ['*'] },
  },
  { id: '18', text: '“小事不出村、大事不出镇”的目标正在这里变成现实。', omits: { programs: ['*'] } },
  {
    id: '19',
    text: '温岭市创新构建“1+4+N”基层治理体系，持续建设平安温岭。',
    finds: { programs: ['平安温岭'], launched: [`平安温岭 ${ZJ}/台州市/温岭市 practised`] },
  },
  {
    id: '21',
    text: '下一步，普陀区将推广“海上枫桥”做法，力争年底前建成12个海上调解站。',
    finds: { programs: ['海上枫桥'], launched: [`海上枫桥 ${ZJ}/舟山市/普陀区 planned`] },
    omits: { events: ['*'] },
  },
  {
    id: '22',
    text: '6月4日凌晨，强降雨致青田县章村乡一处山体滑坡，县消防救援大队连夜转移被困村民17人。',
    finds: { events: ['incident 2020-06-04'], heldIn: [`incident ${ZJ}/丽水市/青田县/章村乡`] },
  },
  {
    id: '25',
    text: '昨日，永康市召开扫黑除恶专项斗争推进会。市委书记连城作批示，代市长应立讲话。',
    finds: {
      events: ['meeting 2020-06-11'],
      heldIn: [`meeting ${ZJ}/金华市/永康市`],
      roles: ['应立 SPOKE_AT meeting'],
      posts: ['连城 市委书记 @ 永康市委', '应立 代市长 @ 永康市 (acting)'],
      programs: ['扫黑除恶'],
    },
    omits: { roles: ['连城 SPOKE_AT meeting', '连城 ATTENDED meeting'] },
  },
  {
    id: '26',
    text: '6月3日至5日，省信访局副局长宓远带队赴舟山、台州督导。',
    finds: {
      events: ['inspection 2020-06-03'],
      heldIn: [`inspection ${ZJ}/舟山市`, `inspection ${ZJ}/台州市`],
      posts: ['宓远 省信访局副局长 @ 浙江省信访局'],
      roles: ['宓远 ATTENDED inspection'],
    },
  },
  {
    id: '28',
    text: '上周五，瓯海区举行“共享法庭”集中揭牌仪式。',
    finds: { events: ['ceremony 2020-06-05'], heldIn: [`ceremony ${ZJ}/温州市/瓯海区`], programs: ['共享法庭'] },
  },
  {
    id: '30',
    text: '省委办公厅、省政府办公厅印发《关于加强社区治理的意见》。',
    finds: { organizations: ['浙江省委办公厅', '浙江省政府办公厅'] },
    omits: { programs: ['*'], events: ['*'] },
  },
  {
    id: '33',
    text: '李老汉和邻居陈某的纠纷，由调解员苟一鸣化解。',
    finds: { persons: ['苟一鸣'] },
    omits: { persons: ['陈某', '李老汉'] },
  },
  {
    id: '34',
    text: '近日，镇海区委政法委副书记竺可心做客本报直播间。',
    finds: {
      events: ['interview -'],
      posts: ['竺可心 镇海区委政法委副书记 @ 镇海区委政法委'],
      roles: ['竺可心 SPOKE_AT interview'],
    },
  },
  {
    id: '35',
    home: `${ZJ}/温州市`,
    title: '沈亦川在文成调研时强调 以网格建设夯实平安根基',
    text: '5月26日，市委书记沈亦川到文成县调研。他指出，要夯实根基。',
    finds: {
      events: ['inspection 2020-05-26'],
      roles: ['沈亦川 SPOKE_AT inspection'],
      heldIn: [`inspection ${ZJ}/温州市/文成县`],
    },
  },
  {
    id: '36',
    text: '考察组先后走进长兴县画溪街道和德清县钟管镇，听取德清县委常委、政法委书记裘天任汇报。',
    finds: {
      events: ['inspection -'],
      heldIn: [`inspection ${ZJ}/湖州市/长兴县/画溪街道`, `inspection ${ZJ}/湖州市/德清县/钟管镇`],
      posts: ['裘天任 德清县委常委 @ 德清县委', '裘天任 政法委书记 @ 德清县委政法委'],
      roles: ['裘天任 SPOKE_AT inspection'],
    },
  },
  {
    id: '37',
    text: '会议决定任命应立为临海市副市长、代理市长，免去单于飞的临海市市长职务。',
    finds: {
      posts: ['应立 临海市副市长 @ 临海市', '应立 代理市长 @ 临海市 (acting)', '单于飞 临海市市长 @ 临海市 (former)'],
    },
  },
  {
    id: '38',
    text: '“网格+警格”双融双治，是龙游县模环乡的首创。',
    finds: { programs: ['网格+警格'], launched: [`网格+警格 ${ZJ}/衢州市/龙游县/模环乡 origin`] },
  },
  {
    id: '39',
    before: '6月9日，全省推进会在宁波召开。',
    text: '与会人员随后实地考察了鄞州区首南街道的“红领议事”平台。',
    finds: {
      events: ['inspection 2020-06-09'],
      heldIn: [`inspection ${ZJ}/宁波市/鄞州区/首南街道`],
      programs: ['红领议事'],
    },
  },
  {
    id: '40',
    kind: 'continuation',
    text: '罗见山要求，各所要推行“一线工作法”。厅机关全体民警参加党课。',
    finds: { events: ['lecture -'], roles: ['罗见山 SPOKE_AT lecture'], programs: ['一线工作法'] },
    omits: { posts: ['*'] },
  },
];
