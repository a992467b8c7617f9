/**
 * What stands left and right of a possible name, as weights. A name needs a licence in its surroundings:
 * a post or a list before it, a verb of saying after it.
 */
import type { WordLists } from './lexicon.ts';
import { WordIndex } from './word-index.ts';

/** Weights of licences. Measured by eye on the development pages; `npm run eval` shows what a change does. */
const LEFT = {
  post: 5,
  postOf: 3,
  human: 3.2,
  aged: 2.5,
  appointed: 3,
  named: 3.6,
  listed: 2.5,
  listLead: 1,
  preposition: 1,
  clause: 0.8,
  nickname: 1.4,
  of: 0.5,
} as const;
const RIGHT = { say: 3, act: 2, title: 3, post: 3, closer: 2, list: 0.6, end: 0.6, of: 0.3, home: 1.5 } as const;

/** 她名叫, 本名: a name follows. */
const NAMED = /(?:名叫|叫做|名为|本名|原名|真名|大名|[他她人的]叫)$/u;
/** 免去：甲的…；乙的…: a name at the head of each item. */
const IN_ROLL = /(?:免去|任命|决定)[：:](?:[^。]*[；;\n])?$/u;
const ROLL_REACH = 200;
/** 作主旨发言, 作现场讲解: a speech of any kind. */
const GIVES_SPEECH =
  /^作(?:了)?\p{Script=Han}{0,8}?(?:讲解|发言|报告|点评|汇报|交流|介绍|演讲|讲话|说明|部署|动员|致辞|批示|授课|宣讲|分享|解读)/u;
const SPEECH_REACH = 14;
/** 某人为120名学员授课: somebody does something for others. */
const DOES_FOR =
  /^为[^，。；、]{1,14}?(?:授课|授牌|授旗|讲课|讲授|讲解|宣讲|上了|颁发|颁奖|佩戴|揭牌|揭幕|送上|送去|解答|作了|作专题|作辅导)/u;
const DOES_FOR_REACH = 20;
/** 顾某今年68岁, 周某，56岁，, 王某，男，. */
const AGED =
  /^(?:[，,（(]?(?:今年|现年|时年|年仅)?(?:\d{1,3}岁|[一二三四五六七八九十]{1,3}岁|[四五六七八九]十有)|[，,][男女][，,])/u;
const AGED_REACH = 10;
/** 章某在总结讲话中要求. */
const SPEAKS_AT =
  /^在[^，。,；;]{1,20}(?:[中上时后]|期间)[，,]?(?:说|指出|强调|要求|表示|认为|介绍|提出|坦言|透露|告诉|呼吁)/u;
const SPEAKS_REACH = 30;
/** 卖竹人季某, 养蜂人费某. */
const BY_WORK =
  /(?:[卖养种采贩捕护守看牧放造买摆酿织编修赶撑唱]\p{Script=Han}{1,2}|守夜|手艺|摆渡|带路|领路|掌勺|操盘)人$/u;
const BY_WORK_REACH = 4;
/** 走进魏某家，: the name ends before the house. */
const HOUSE = /^家(?:[，。、；,;！？\s]|里|中|门|的|院|屋|附近|旁)/u;

export interface NameContext {
  /** Weight of what ends at `start`; `isListed` tells whether a known name and a list separator stand there. */
  left(text: string, start: number, endsPost: (at: number) => boolean, isListed: (at: number) => boolean): number;
  /** Weight of what begins at `end`. */
  right(text: string, end: number, startsPost: (at: number) => boolean): number;
  /** Whether a noun for a human ends at `start`. */
  followsHuman(text: string, start: number): boolean;
  /** Length of a list separator (、 和 以及 …) that begins at `at`; 0 for none. */
  separatorAt(text: string, at: number): number;
}

/** Prepares the weights of what stands left and right of a name, from `names.lex`. */
export function nameContext(lists: WordLists): NameContext {
  const given = lists.characters('given');
  const humans = new WordIndex(lists.list('humans'));
  const leads = new WordIndex(lists.list('list-leads'));
  const appoints = new WordIndex(lists.list('appoints'));
  const prepositions = new WordIndex(lists.list('person-prepositions'));
  const says = new WordIndex(lists.list('say-verbs'));
  const notSays = new WordIndex(lists.list('not-say'));
  const acts = new WordIndex(lists.list('act-verbs'));
  const deeds = new WordIndex(lists.list('deeds'));
  const titles = new WordIndex(lists.list('after-titles'));
  const closers = new WordIndex(lists.list('closers'));
  const joins = new WordIndex(lists.list('list-joins'));

  return {
    left(text, start, endsPost, isListed) {
      const before = text[start - 1] ?? '\n';
      let weight = 0;
      if (endsPost(start)) weight = LEFT.post;
      else if (before === '的' && endsPost(start - 1)) weight = LEFT.postOf;
      else if (isListed(start)) weight = LEFT.listed;
      else if (humans.endingAt(text, start) !== null) weight = LEFT.human;
      else if (text.slice(start - 2, start) === '岁的') weight = LEFT.aged;
      else if (before === '人' && BY_WORK.test(text.slice(Math.max(0, start - BY_WORK_REACH), start)))
        weight = LEFT.human;
      else if (appoints.endingAt(text, start) !== null) weight = LEFT.appointed;
      else if (/[：:；;\n]/u.test(before) && IN_ROLL.test(text.slice(Math.max(0, start - ROLL_REACH), start)))
        weight = LEFT.appointed;
      else if (/[叫名做为]/u.test(before) && NAMED.test(text.slice(Math.max(0, start - 2), start))) weight = LEFT.named;
      else if (leads.endingAt(text, start) !== null) weight = LEFT.listLead;
      else if (prepositions.endingAt(text, start) !== null) weight = LEFT.preposition;
      // “老娘舅”包某
      else if (before === '”') weight = LEFT.nickname;
      else if (/[\s，。；：、！？,;:“（）()—]/u.test(before)) weight = LEFT.clause;
      // 赶回来的叶某, 站在门口的叶某
      else if (before === '的') weight = LEFT.of;
      return weight;
    },
    right(text, end, startsPost) {
      const after = text[end] ?? '\n';
      // 沈某，遂昌县委副书记 · 邱某（市法院院长） · 胡某是某村村委会主任
      if (/[，,（(：是为]/u.test(after) && startsPost(end + 1)) return RIGHT.post;
      if (titles.startingAt(text, end) !== null) return RIGHT.title;
      if (says.startingAt(text, end) !== null && notSays.startingAt(text, end) === null) return RIGHT.say;
      if (after === '作' && GIVES_SPEECH.test(text.slice(end, end + SPEECH_REACH))) return RIGHT.say;
      if (after === '为' && DOES_FOR.test(text.slice(end, end + DOES_FOR_REACH))) return RIGHT.act;
      if (AGED.test(text.slice(end, end + AGED_REACH))) return RIGHT.title;
      if (after === '在' && SPEAKS_AT.test(text.slice(end, end + SPEAKS_REACH))) return RIGHT.say;
      if (after === '家' && HOUSE.test(text.slice(end, end + 3))) return RIGHT.home;
      const act = longer(acts.startingAt(text, end), deeds.startingAt(text, end));
      // 卫东来、: at the end of a phrase such a verb has no object, and is the name's last character.
      if (act?.length === 1 && /[，。；：、！？,;:）)\s]/u.test(text[end + 1] ?? '\n')) return 0;
      // 孟宪|同在: a single character that names use as well says less.
      if (act !== null) return act.length > 1 ? RIGHT.act : given.has(act) ? RIGHT.act / 4 : RIGHT.act / 2;
      if (closers.startingAt(text, end) !== null) return RIGHT.closer;
      if (joins.startingAt(text, end) !== null) return RIGHT.list;
      if (/[\s，。；：！？,;:”）)—]/u.test(after)) return RIGHT.end;
      return after === '的' ? RIGHT.of : 0;
    },
    followsHuman: (text, start) => humans.endingAt(text, start) !== null,
    separatorAt: (text, at) => joins.startingAt(text, at)?.length ?? 0,
  };
}

function longer(a: string | null, b: string | null): string | null {
  return (a?.length ?? 0) >= (b?.length ?? 0) ? a : b;
}
