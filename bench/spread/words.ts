/**
 * What the made articles are put together from. The sentences were written for this corpus after the manner of the annotated pages: the
 * date may stand in front, behind the place or nowhere, the place may be a city, a county or a township, the program may come first.
 * `{P}` is the program in its quotes, `{A}` the place, `{B}` the place learned from, `{T}` the words for a time.
 */

/** Names that no word list has; all are of shapes that papers print. */
export const PROGRAMS: readonly string[] = [
  '民情通办',
  '邻里议事厅',
  '矛盾调解超市',
  '民情联络站',
  '解纷一码通',
  '村务阳光坐席',
  '企业安心码',
  '法治驿站',
  '流动调解车',
  '平安信用分',
  '楼道议事会',
  '红色代办',
];

/** `when` says what stands for {T}: a month with its year, a day, the words for a month of this or last year, a year; or there is no {T}. */
export type DateForm = 'month' | 'day' | 'told-month' | 'year' | 'none';

export const FIRSTS: Readonly<Record<Exclude<DateForm, 'none'> | 'none', readonly string[]>> = {
  month: [
    '{T}，{A}在全省率先推出{P}机制，群众办事少跑了许多路。',
    '{A}是个敢闯敢试的地方。{T}，{A}率先推出{P}，把分散在各部门的窗口集中到一起。',
    '{T}，{A}首创{P}，把服务送到群众家门口。',
  ],
  day: ['{T}，{A}在全省率先启动{P}，首批进驻的有9个部门。', '{T}，{A}首推的{P}正式启用。'],
  'told-month': ['{T}，{A}率先探索建立{P}，得到基层干部的认可。'],
  year: ['{T}，{A}首创{P}，此后几年不断完善。'],
  none: ['日前，{A}在全省率先推出{P}机制，把服务送到群众家门口。', '{A}探索建立{P}，半年多来群众满意度大幅提升。'],
};

export const FOLLOWS: Readonly<Record<DateForm, readonly string[]>> = {
  month: [
    '{T}，{A}启动{P}试点，首批12个乡镇（街道）接入。',
    '{A}自{T}起全面推行{P}，目前已覆盖所有乡镇。',
    '{T}，{P}在{A}落地，首月就受理群众诉求百余件。',
    '{T}以来，{A}推广{P}，把矛盾化解在萌芽状态。',
  ],
  day: ['{T}，{A}{P}正式上线运行。', '{T}，{A}举行{P}启动仪式，标志着这项工作全面铺开。', '{T}起，{A}全面实施{P}。'],
  'told-month': ['{T}，{A}开始推行{P}，由镇村干部轮流值守。', '{T}起，{A}在各乡镇铺开{P}。'],
  year: ['{T}，{A}建成{P}，基层治理又添新抓手。'],
  none: [
    '近日，记者从{A}政法委获悉，该地已全面推行{P}。',
    '连日来，{A}深入推进{P}，调解员进村入户。',
    '日前，{A}启用{P}，不少群众前来体验。',
  ],
};

/** Later reports, which add nothing to who came first. */
export const REPEATS: readonly string[] = [
  '走进{A}，{P}的牌子格外醒目。近年来，{A}持续深化{P}，矛盾纠纷逐年下降。',
  '{A}依托{P}，今年已化解矛盾纠纷300余起。',
  '在{A}，{P}已成为群众解难事的首选。{A}坚持用好{P}，把工作做在前面。',
  '“有了{P}，我们心里踏实多了。”{A}的村民说。{A}的{P}运行以来，受到普遍欢迎。',
];

export const PLANS: readonly string[] = [
  '下一步，{A}将推行{P}，进一步方便群众。',
  '{A}计划启动{P}试点，目前正在制定方案。',
  '会议要求，{A}要加快谋划{P}，力争早日落地。',
];

/** Nobody adopts anything in these. */
export const DENIALS: readonly string[] = [
  '目前，{A}尚未推行{P}，群众办事仍要跑多个窗口。',
  '{A}没有{P}，村民对此颇有期待。',
];

export const LESSONS: readonly string[] = [
  '{A}党政代表团赴{B}考察学习{P}工作经验。',
  '{A}政法委一行来到{B}，学习{P}的做法。',
  '{A}借鉴{B}{P}经验，结合实际制定了工作方案。',
  '{A}在学习{B}{P}做法的基础上，着手完善自己的工作流程。',
  '{A}组织基层干部到{B}取经，实地观摩{P}的运行。',
  '{A}从{B}引进{P}，并派人跟班学习。',
  '{A}考察团到{B}学习考察，详细了解{P}的建设情况。',
  '{A}复制推广{B}的{P}模式。',
];

/** Who tells of his work at a meeting has the program already; nobody learns from anybody for that. */
export const PRESENTED: readonly string[] = ['全省基层治理工作视频会议召开，{A}、{B}等地围绕{P}作了交流发言。'];

/** Places meet, and nobody adopts anything. */
export const MEETINGS: readonly string[] = ['{A}与{B}的干部一同参加了全省业务培训班，还就{P}展开讨论。'];

export const FILLERS: readonly string[] = [
  '“过去办一件事要跑好几个部门，现在进一扇门就能办成。”一位前来咨询的居民告诉记者。',
  '窗口工作人员介绍，群众反映最多的是邻里纠纷、劳资矛盾和物业问题。',
  '当天上午，十余名志愿者早早来到现场，为老年人讲解防诈骗知识。',
  '数据显示，今年以来当地信访总量同比下降一成多，群众安全感稳步提升。',
  '调解员老陈在这个岗位上已经干了十多年，经他手化解的纠纷不计其数。',
  '雨下得很大，巡查的队员们没有停下脚步，挨家挨户查看危房和地质灾害点。',
  '基层治理千头万绪，关键在人，根本在制度。',
  '该负责人表示，平安不平安，群众说了算。',
  '参加座谈的干部一致认为，要把力量沉到一线，把问题解决在家门口。',
  '据了解，辖区常住人口超过十万，流动人口占了近一半，管理难度不小。',
];

export const HEADLINES: readonly string[] = [
  '{S}：小网格托起大平安',
  '{S}干部进村入户解民忧',
  '{S}打通服务群众最后一公里',
  '矛盾不出门 {S}有办法',
  '{S}群众的烦心事有人管了',
  '{S}夯实基层治理底座',
];

export const REPORTERS: readonly string[] = ['张倩', '王志浩', '蓝莹', '许梅', '陈佳妮', '胡翀', '肖春霞', '周兆军'];
