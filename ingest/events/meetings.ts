/** Trigger: named meetings (…会议, …推进会, …仪式, 党课) that the text says were held. */
import type { EventType } from '../../graph/model.ts';
import { loadWordLists } from '../lexicon.ts';
import { within } from '../spans.ts';
import type { PlaceMention, Sentence, Span } from '../types.ts';
import { WordIndex } from '../word-index.ts';
import { clauseAround, type Draft, dateOf, draftOf, isNotDone, narrowest, type Reading } from './reading.ts';
import { groupStart, stopsIn } from './stops.ts';

/** Longest name that is read, in characters. */
const LONGEST_NAME = 48;
const ONGOING = /^[^，。；]{0,6}正在(?:进行|举行)/u;
const ORDINAL_REACH = 8;
/** Characters behind a name in which it is said to be held; 在被称为…的某村举行 takes more. */
const SHORT_VENUE = 30;
const LONG_VENUE = 64;
/** 在被称为“…”的某村 */
const CALLED = /在(?:被|素有|有)[^，。；]{2,36}的$/u;
const CALLED_REACH = 42;
const HELD = /召开|举行|举办|开幕|闭幕|选在|开到|放到|承办|开始|开场|开班|开课|正在进行|开锣|拉开帷幕/u;
/** A meeting after these words is only referred to. */
const REFERRED =
  /(?:贯彻|落实|(?<!理论)学习|传达|根据|按照|迎接|自|通过|推动|领会|宣传|召开过|历次|即将|筹备|参与|写进|写入)(?:了)?(?:[^，。]{0,6})?$/u;
const REFERRED_AFTER =
  /^(?:的)?(?:精神|以来|要求|部署|决策|胜利|期间的|上通过|代表|办公室|成员|召集|制度|纪要|文件|机制|室|决定|决议)/u;
const DECIDED = /^[”》]?(?:以来)?(?:作出|提出|审议通过|通过了?|选举)/u;
/** What takes decisions of its own: a plenum or a congress, by its number or its body. */
const DECIDES = /(?:届|次|[省市县区]委|党代会|人代会)[^，。]*(?:全会|党代会|大会|会议)$|党代会$/u;
/** A regular meeting is a habit, not an event. */
const HABIT = /(?:每[年月周天日次逢]|一次的|照例|定期|常态化|历次)/u;
const NAME_STOP =
  /(?:召开的?|举行的?|举办的?|主持的?|(?:主办|承办|协办|发起|牵头|组织)的|出席了?|参加了?|列席|组织召开|宣布|讲授了?|(?<![宣演])讲了?|上了一[堂次]|作了|在|(?<![关对])于|到|向|为|对|据|从|将|把|是|由|让|会前|会后|期间|了|称|[，。；：！？,;:!?]|、(?=[^，。]{0,3}$)|\n|\s)$/u;
const WITHIN =
  /(?:期间|其间|当天|同日|当日|随后|会前|会后|会上|之前|之后|当晚|下午|(?:检查|调研|考察|参观|走访|察看|巡查|观摩)(?:结束)?后)/u;

const TYPE_BY_TAIL: readonly (readonly [RegExp, EventType])[] = [
  [/(?:培训班|开班式|结业式|演练|比武|培训|轮训)$/u, 'training'],
  [/(?:仪式|典礼)$/u, 'ceremony'],
  [/(?:党课|[治律全法政防开]课|讲座|报告会|宣讲会)$/u, 'lecture'],
  [/(?:庭审|听证|竞赛|擂台赛)$/u, 'other'],
];

/** A lesson that is none of the party. */
const LESSON = /(?<!党)课$/u;
/** What may stand before a bare tail (这次|现场会): the name says nothing alone, it refers to the meeting at hand or needs its subject. */
const POINTS_BACK = /^(?:本次|此次|这次|上次|当天下午的|当天的|该|一[场次个]|召开)+/u;
const BARE_PREFIX = /^(?:专题|视频|现场|工作|全体|动员|首次|年度)+/u;
const LONGEST_BARE = 5;
/** 参加考察和座谈: of two events, who was at both. */
const VISIT_AND_TALK = /(?:调研|考察|检查|走访|参观|督导)(?:和|及|、|与|并)$/u;
const VISIT_REACH = 4;
/** 聘任仪式由某局局长主持 */
const CHAIRED_BY = /^由[^，。；]{2,40}主持/u;
/** What follows a hall. */
const HOLDS_IN_HALL = /^(?:[^，。；]{0,6}(?:会议|报告|多功能)?[厅室])?(?:组织|主持|联合|隆重)?(?:召开|举行|举办)/u;
/** Words of time that may open a sentence before 汇报会上. */
const OPENING_TIME = /^(?:当天|当日|同日|随后|日前|近日|上午|下午|晚上|当晚|的|在|，|\s)*$/u;

export type FindMeetings = (reading: Reading, sentence: Sentence) => readonly Draft[];

export function meetingFinder(): FindMeetings {
  const tails = new WordIndex(loadWordLists('events.lex').list('meeting-tails'));

  return (reading, sentence) => {
    const { text } = reading.doc;
    const drafts: Draft[] = [];
    const talk = readTalk(reading, sentence);
    if (talk) drafts.push(talk);
    for (let at = sentence.start; at < sentence.end; at++) {
      const tail = tails.startingAt(text, at);
      if (
        tail === null ||
        (tail === '座谈' && VISIT_AND_TALK.test(text.slice(Math.max(sentence.start, at - VISIT_REACH), at))) ||
        /^[议场]/u.test(text[at + tail.length] ?? '') ||
        /^(?:员|室|厅|中心|代表|组)/u.test(text.slice(at + tail.length))
      )
        continue;
      const end = at + tail.length;
      // 常委会第三十二次会议: the number goes on with the name.
      if (/^第[一二三四五六七八九十百\d]+[次届]/u.test(text.slice(end, end + ORDINAL_REACH))) continue;
      // 推进会|会议: a tail that another one continues is part of the longer name.
      if (tails.startingAt(text, end) !== null) continue;
      const start = nameStart(text, sentence, at, end, reading);
      const draft = readMeeting(reading, sentence, { start, end }, (word) => word === '' || tails.has(word));
      if (draft) drafts.push(draft);
      at = end - 1;
    }
    return drafts;
  };
}

function readMeeting(
  reading: Reading,
  sentence: Sentence,
  span: Span,
  isTail: (word: string) => boolean,
): Draft | null {
  const { text } = reading.doc;
  const clause = clauseAround(text, sentence, span.start);
  const before = text.slice(clause.start, span.start);
  const after = text.slice(span.end, sentence.end);
  const name = cleanName(text.slice(span.start, span.end));
  const type = TYPE_BY_TAIL.find(([pattern]) => pattern.test(name))?.[1] ?? 'meeting';
  // 会议以电视电话会议形式召开: how it was held, not another one.
  if (/^会议(?:以|采取|采用|通过)/u.test(name)) return null;
  // 给孩子上了一堂法治课: what somebody teaches is a deed, a lesson that is held has a name.
  if (LESSON.test(name) && !/(?:举办|举行|开展|组织)[^，。；]*$/u.test(before)) return null;
  const isReferred = REFERRED.test(before) || REFERRED_AFTER.test(after);
  const actors = within(reading.persons, { start: sentence.start, end: span.start }).map((person) => person.name);
  const base = {
    type,
    ...span,
    sentence,
    date: dateOf(reading, sentence, span.start),
    isWithin: WITHIN.test(text.slice(sentence.start, span.start)),
  };
  const pointed = name.replace(POINTS_BACK, '');
  if (pointed.length <= LONGEST_BARE && (isTail(pointed) || isTail(pointed.replace(BARE_PREFIX, '')))) {
    // A bare name is an event only where somebody holds it: 王某主持召开座谈会.
    const holds = /(?:主持|组织)?(?:召开|举行)(?:了|的)?(?:工作|专题)?$/u.test(
      text.slice(Math.max(sentence.start, span.start - 6), span.start),
    );
    const lecture = /(?:讲授?|作|上|授)(?:了)?(?:一[堂次])?(?:专题)?$/u.test(
      text.slice(Math.max(sentence.start, span.start - 6), span.start),
    );
    const hasPlace = /^在/u.test(after) && HELD.test(after.slice(0, 24));
    // 当天下午的汇报会上: told of as known, though nothing announced it.
    const opens =
      /^上[，,]/u.test(after) && OPENING_TIME.test(text.slice(sentence.start, span.start)) && name.length > 2;
    if (/^(?:本次|此次|这次|上次|该)/u.test(name)) return null;
    const isChaired = name.length > 2 && CHAIRED_BY.test(after);
    if ((!holds && !lecture && !hasPlace && !opens && !isChaired) || isReferred) return null;
    const subject = actors[0];
    const hosts = /主持/u.test(before) ? '主持召开' : lecture ? '讲' : null;
    const full = subject && hosts ? `${subject}${hosts}${name}` : name;
    return draftOf({
      ...base,
      name: full,
      aliases: [name],
      actors: hosts ? actors.slice(0, 1) : [],
      // 在某县召开的座谈会上: part of the visit, told as known.
      ...(opens || (/^上[，,]/u.test(after) && /的$/u.test(before)) ? { isWithin: true } : {}),
      places: lecture ? stopsIn(reading, sentence) : venue(reading, sentence, span),
      rule: 'meeting.hosted',
    });
  }
  if (isReferred || HABIT.test(text.slice(clause.start, span.end))) return null;
  if (DECIDED.test(after) && DECIDES.test(name)) {
    return draftOf({ ...base, isWithin: false, name, rule: 'meeting.decided' });
  }
  // 上了一堂题为“守正”的廉政党课
  const isGiven = type === 'lecture' && /(?:讲|授|上)了?(?:一[堂次节场])?(?:题为[^，。；]{2,24}的)?$/u.test(before);
  const heldBefore = isGiven || /(?:召开|举行|举办|开展|主持|出席|参加|组织|承办|开幕)/u.test(before);
  const heldAfter = HELD.test(after.slice(0, /^在/u.test(after) ? LONG_VENUE : SHORT_VENUE).replace(/。.*$/su, ''));
  const isSpokenAt =
    /^上/u.test(after) ||
    /^[”]?，[^，。]{0,40}(?:主持|讲话)/u.test(after) ||
    CHAIRED_BY.test(after) ||
    /(?:开在|开到|会议的名称是)/u.test(after + before);
  if (!heldBefore && !heldAfter && !isSpokenAt) return null;
  return draftOf({
    ...base,
    name,
    actors: isGiven ? actors.slice(-1) : [],
    places: venue(reading, sentence, span),
    rule: 'meeting.named',
  });
}

/** 座谈交流时，某人说: a talk on a visit that nothing announced. */
const TALK = /^(?:在)?((?:座谈|汇报|交流)(?:座谈|交流|汇报)?)(?:时|中|过程中)[，,]/u;

/** 督查组反馈暗访情况: a meeting that nobody calls one. */
const FEEDBACK = /(?:组|团)[^，。；]{0,16}(反馈)(?:了)?[^，。；]{0,14}(?:情况|意见|问题)/u;

function readTalk(reading: Reading, sentence: Sentence): Draft | null {
  const words = reading.doc.text.slice(sentence.start, sentence.end);
  const found = TALK.exec(words) ?? FEEDBACK.exec(words);
  const name = found?.[1];
  if (!found || !name || isNotDone(words.slice(0, found.index))) return null;
  const start = sentence.start + found.index + found[0].indexOf(name);
  return draftOf({
    type: 'meeting',
    start,
    end: start + name.length,
    sentence,
    name: name === '反馈' ? '反馈会' : name,
    date: dateOf(reading, sentence, start),
    isWithin: true,
    rule: 'meeting.hosted',
  });
}

/** Where the name of a meeting that ends in a tail at [tailStart, end) begins. */
function nameStart(text: string, sentence: Span, tailStart: number, end: number, reading: Reading): number {
  const dateEnds = new Set(within(reading.dates, sentence).map((date) => date.end));
  const personEnds = new Set(within(reading.persons, sentence).map((person) => person.end));
  const floor = Math.max(sentence.start, end - LONGEST_NAME);
  let start = tailStart;
  while (start > floor) {
    const character = text[start - 1] as string;
    if (character === '”' || character === '》' || character === ')' || character === '）') {
      const open = text.lastIndexOf({ '”': '“', '》': '《', ')': '(', '）': '（' }[character] as string, start - 1);
      if (open >= floor) {
        start = open;
        continue;
      }
    }
    const written = text.slice(floor, start);
    if (dateEnds.has(start) && !/年$/u.test(written)) break;
    if (personEnds.has(start) || character === '“') break;
    // 召开A、B现场会: a name right after the verb may hold a 、.
    if (character === '、' && /(?:召开|举行|举办)[^，。；]{0,40}$/u.test(written)) {
      start--;
      continue;
    }
    // 开展行动启动仪式: a ceremony is what is carried out, whereas a meeting may be named after what it starts.
    if (NAME_STOP.test(written) || (written.endsWith('开展') && text.slice(0, end).endsWith('仪式'))) break;
    start--;
  }
  return start;
}

function cleanName(words: string): string {
  return words.replace(/[“”‘’"\s]/gu, '').replace(/^(?:的|了|一场|首场|上午|下午|晚)+/u, '');
}

/** Places that the words say a meeting was held in: 在X召开, X召开…, 选在X举行, 开到了X. */
export function venue(reading: Reading, sentence: Sentence, span: Span): readonly PlaceMention[] {
  const { text } = reading.doc;
  const places = within(reading.places, sentence);
  const named = narrowest(places).filter((place) => {
    if (place.start >= span.start && place.end <= span.end) return false;
    const group = groupStart(places, place);
    const before = text.slice(Math.max(sentence.start, group - 4), group);
    const after = text.slice(place.end, place.end + 12);
    const isCalled = CALLED.test(text.slice(Math.max(sentence.start, group - CALLED_REACH), group));
    if ((isCalled || /(?:在|于|到了?|选在|放到|落户|走进)$/u.test(before)) && !/^(?:工作期间|期间)/u.test(after)) {
      const clause = text.slice(place.end, sentence.end).replace(/[，。；].*$/su, '');
      const opens = /^[在于]?$/u.test(text.slice(sentence.start, group)) && /^[，]/u.test(after);
      // 来到某县检查，并召开汇报会: who went there holds it there.
      const went = !isCalled && /(?:到了?|走进)$/u.test(before) && HELD.test(text.slice(sentence.start, sentence.end));
      const moved = went || /选在$/u.test(before);
      return moved || HELD.test(clause) || opens;
    }
    // 某社区议事厅内座无虚席，一场恳谈会正在进行。
    if (
      place.end <= span.start &&
      /^[^，。；]{0,12}(?:内|里|下|上|前)/u.test(after) &&
      ONGOING.test(text.slice(span.end, sentence.end))
    )
      return true;
    return (
      /^(?:组织|今天|昨天|昨日|近日|日前|\d{1,2}月\d{1,2}日|[上下]午|隆重|顺利)*(?:召开|举行|举办|开展|开幕)/u.test(
        after,
      ) && !/(?:由|省|从)$/u.test(before)
    );
  });
  return named.length > 0 ? named : hall(reading, sentence, span);
}

/** 在市行政中心召开: the seat of the body whose hall it is; a province is too wide to be a venue. */
function hall({ doc, organizations, places }: Reading, sentence: Sentence, span: Span): readonly PlaceMention[] {
  const body = within(organizations, sentence).find(
    ({ start, end }) =>
      (end <= span.start || start >= span.end) &&
      doc.text[start - 1] === '在' &&
      HOLDS_IN_HALL.test(doc.text.slice(end, sentence.end)),
  );
  const seat = body?.seat;
  return seat?.includes('/') ? places.filter(({ place }) => place.path === seat).slice(0, 1) : [];
}
