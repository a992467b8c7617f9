/** What the words of a clause say about doing: created, practised, planned, denied. */
import { loadWordLists, type WordLists } from './lexicon.ts';
import { WordIndex } from './word-index.ts';

export type Act = 'birthplace' | 'origin' | 'origin-soft' | 'practised';

export interface LaunchWords {
  /** What is done to a program that stands at `[start, end)` of a clause; null when no verb says anything. */
  verb(clause: string, start: number, end: number): Act | null;
  /** Position of the first sign that something is only planned (要, 将, 下一步), or -1. */
  plans(clause: string): number;
  /** Whether the clause tells of what was done (近年来, 目前, 已): planning ends there. */
  reports(clause: string): boolean;
  denies(clause: string): boolean;
  /** Whether someone begins to speak: 某某指出, 会议强调; and whether what follows is a demand (要求, 希望). */
  speaks(clause: string): 'says' | 'urges' | 'demands' | null;
  /** Whether the plan it tells of goes on beyond its sentence: 下一步, 将. */
  lasts(clause: string): boolean;
  /**
   * Whether the clause says that something spread: `far` (在全市推开, 走向) of what the text is about, `near` (聚贤村开在祠堂里,
   * 覆盖全县) only of what was named just before.
   */
  spreads(clause: string): 'far' | 'near' | null;
}

const BIRTHPLACE = /发源地|发祥地|诞生地|首创地|萌发地|策源地|作出.{0,24}(?:决策|决定)/u;
const BORN = /逼[”’]?了?出来|应运而生|从这里[^，。]{0,4}(?:出来|走出)|(?:搞|办|做|闯|摸索|创)(?:了)?起来的/u;
const QUESTION = /怎么|如何|什么|哪些|哪里|为何|吗[？?]|呢[？?]/u;
const DONE = /(?:形成|建立|推出|建成|打造|构建|实施|开展|设立|成立|组建|出|做成|做成|开通|启动|创建)了/u;
const REPORTS =
  /近年来|目前|眼下|如今|去年以来|今年以来|去年|此前|已(?:经|在|有|将|把|被|于)|先后|以来|半年多来|几年来/u;
const SPEAKS = /(?:强调|指出|要求|表示|认为|介绍|说|提出|希望|透露|坦言|告诉[\u4e00-\u9fff]{2,3})(?:道)?[，,：:]?$/u;
const URGES = /强调|指出|提出/u;
const DEMANDS = /要求|希望/u;
const LASTING_PLAN = /下一步|接下来|今后|未来|将(?!其)/u;
const SPREADS =
  /都能见到|随处可见|遍布|先[行试]先[行试]|试点(?!验收|标准|方案|单位|任务)|推开|推广|推行|铺开|实施|复制|走向|走进|普及|全覆盖|遍地开花|推向|走出/u;
const SPREADS_NEAR =
  /(?:开|建|办)[在到进]|覆盖|都有了?[^，。]{0,8}(?:身影|影子)|\d+个[镇乡村县市区][^，。]{0,6}跟进|试(?:一试|试)|从[^，。]{2,14}起步/u;
/** 考察团走进某村: people walk in, no program. */
const WALKS_IN =
  /(?:[团组们员者]|一行|记者|代表|领导|同志|书记|[他她])(?:先后|一同|一起|随后|首先|还|又|也|再次)?走[进出向]/gu;
/** Behind 将 that means 把. */
const OBJECT = /^[“‘《]/u;
const NAMED = /(?:(?<!命)名为|名叫|叫作|叫做|叫|取名|称作|称为|被称为)$/u;
/** “渔港一件事”改革由岱山于今年1月启动. */
const MADE_BY = /^[\u4e00-\u9fff]{0,6}由[^，。；]{2,16}?(?:启动|发起|推出|首创|创立|创设|提出|创建|研发|开发)/u;
/** 这是“法润校园”活动的第三站. */
const PART_OF =
  /^(?:活动|行动|工程|项目|计划|改革)?的(?:第[一二三四五六七八九十\d]+[站场期批]|又?一[站场项个]|缩影|生动|场景|具体)/u;
/** “最多跑一地”办结率达到96%. */
const MEASURED = /^(?:的)?(?:办结|满意|覆盖|化解|成功|实现|知晓|使用|参与|注册)[率度]/u;
/** 上传到“上虞河长”平台, 操作“众治达”小程序. */
const USED = /(?:上传[到至]?|传到|录入|操作|打开|点开|登录)了?(?:手机[里上]的?)?$/u;
/** “龙游通”平台操作培训班. */
const TAUGHT = /^(?:平台|系统|应用|小程序)?(?:操作|应用|使用)(?:技能)?(?:培训|比武|演练)/u;
/** “法治副书记”还进了鞋企. */
const ENTERS = /^(?:制度|活动)?[还又也]?走?进了/u;
const BEFORE_REACH = 24;

/** Reads the lists of `launches.lex`. */
function openLaunchWords(lists: WordLists): LaunchWords {
  const matcher = (key: string) => new WordIndex(lists.list(key));
  const origin = matcher('origin');
  const soft = matcher('origin-soft');
  const practised = new WordIndex([...lists.list('practised'), ...lists.list('result')]);
  const planned = matcher('planned');
  const trap = matcher('planned-trap');
  const negated = matcher('negated');
  return {
    verb: (clause, start, end) => {
      const outside = clause.slice(0, start) + '\u0000'.repeat(Math.max(0, end - start)) + clause.slice(end);
      if (BIRTHPLACE.test(outside)) return 'birthplace';
      const gap = outside.slice(0, start).replace(/[“‘]$/u, '');
      const rest = outside.slice(end).replace(/^[”’]/u, '');
      if (NAMED.test(gap)) return 'origin-soft';
      if (MADE_BY.test(rest)) return 'origin';
      if (BORN.test(outside) || origin.first(outside) >= 0) return 'origin';
      const before = outside.slice(Math.max(0, start - BEFORE_REACH), start);
      if (soft.first(before) >= 0) return 'origin-soft';
      if (practised.first(outside) >= 0 || soft.first(outside) >= 0) return 'practised';
      if (/(?:^|[^所可难])以/u.test(gap) && /为/u.test(rest)) return 'practised';
      if (/在/u.test(gap) && /^[\u4e00-\u9fff]{0,6}(?:中|里|下|过程中)/u.test(rest)) return 'practised';
      if (/[有建设办搞推]$/u.test(gap) || PART_OF.test(rest) || MEASURED.test(rest)) return 'practised';
      if (USED.test(gap) || TAUGHT.test(rest) || ENTERS.test(rest)) return 'practised';
      if (/从/u.test(gap) && /^(?:里|中)(?:找|取|学|汲)/u.test(rest)) return 'practised';
      return null;
    },
    plans: (clause) => {
      for (let i = 0; i < clause.length; i += 1) {
        const trapped = trap.startingAt(clause, i);
        if (trapped) {
          i += trapped.length - 1;
          continue;
        }
        const sign = planned.startingAt(clause, i);
        if (sign && !(sign === '将' && OBJECT.test(clause.slice(i + 1, i + 3)))) return i;
      }
      return -1;
    },
    reports: (clause) => REPORTS.test(clause) || DONE.test(clause),
    denies: (clause) => QUESTION.test(clause) || negated.first(clause) >= 0,
    speaks: (clause) => {
      const said = SPEAKS.exec(clause.trim());
      return said ? (DEMANDS.test(said[0]) ? 'demands' : URGES.test(said[0]) ? 'urges' : 'says') : null;
    },
    lasts: (clause) => LASTING_PLAN.test(clause),
    spreads: (clause) =>
      SPREADS.test(clause.replace(WALKS_IN, '')) ? 'far' : SPREADS_NEAR.test(clause) ? 'near' : null,
  };
}

export const LAUNCH_WORDS: LaunchWords = openLaunchWords(loadWordLists('launches.lex'));
