/**
 * Trigger: what police, firefighters, courts, schools and neighbours do on a day: rescue, check, teach, mediate, judge, give.
 * A deed needs somebody who does it and a time it was done at; plans, habits, conditions and statistics are none.
 */
import type { EventType } from '../../graph/model.ts';
import { within } from '../spans.ts';
import type { DateMention, OrganizationMention, PersonMention, PlaceMention, Sentence, Span } from '../types.ts';
import { clauseAround, type Draft, dateOf, draftOf, isNotDone, narrowest, type Reading } from './reading.ts';

interface DeedClass {
  readonly type: EventType;
  readonly rule: string;
  readonly verb: RegExp;
}

const LONGEST_NAME = 30;
/** Tried in this order; the first that a sentence holds is what it tells. */
const CLASSES: readonly DeedClass[] = [
  {
    type: 'other',
    rule: 'deed.thanks',
    verb: /(?:送(?:到|给|至|来|上|去)|赠送|递上|捧着)[^，。；]{0,20}(?:锦旗|感谢信|牌匾)|(?:锦旗|感谢信|牌匾)[^，。；]{0,6}(?:送|交|递|赠)(?:到|给|至|往)/gu,
  },
  {
    type: 'other',
    rule: 'deed.court',
    verb: /开庭审理|(?:公开|巡回|依法)[^，。；]{0,4}(?:审理|开庭|宣判)|(?:集中|一审|二审|当庭|公开)(?:公开)?宣判|旁听[^，。；]{0,12}庭审|执结/gu,
  },
  {
    type: 'operation',
    rule: 'deed.operation',
    verb: /搜救|搜寻|营救|抢险|扑救|扑灭|打捞|解救|救起|救出|救下|救援|救上岸|救回|救助了?|托上了?岸|跳入|跳进|跳了下去|背出|抬出|背下山|抓获|抓捕|破获|捣毁|查获|查扣|缴获|截获|拦截|收网|清查|集中整治|赶赴现场|赶往现场|赶到现场|疏散|转移(?:群众|村民|居民|被困)|封堵|巡航|止付|(?:护送|送)[^，。；]{0,10}(?:回家|回到?家|就医|医院|卫生院)|(?:拖|拉|拽|抱|劝)(?:回|住|下来)[^，。；]{0,10}|告破|找到了?(?:家人|亲人|孩子|老人)|(?:开展|组织|部署|实施)[^，。；]{0,24}行动(?!启动|动员|部署|推进|仪式|工作会)/gu,
  },
  {
    type: 'training',
    rule: 'deed.teaching',
    verb: /(?:开展|举行|进行|组织|参加)(?:了)?[^，。；]{0,20}(?:演练|培训|练兵|比武)|(?:为|向|给)[^，。；]{1,16}(?:讲解|传授|普及|讲授|授课)|上过[^，。；党]{0,8}课|(?:讲解|普及|传授)(?:了)?[^，。；]{1,20}(?:知识|常识|技能|方法)/gu,
  },
  {
    type: 'lecture',
    rule: 'deed.lesson',
    verb: /上(?:了|过|起)?(?:一|第.)?[堂节](?!党课)[^，。；党]{0,16}课|作(?:了)?(?:题为|主题为|关于|一场|专题)[^，。；]{0,30}(?:讲座|报告|宣讲|讲课|授课)|(?:开展|举办|举行)(?:了)?[^，。；]{0,20}(?:讲座|宣讲)(?!活动)/gu,
  },
  {
    type: 'other',
    rule: 'deed.mediation',
    verb: /(?:调解|化解|调处|调和)(?:了|好|成功)?[^，。；]{0,24}(?:纠纷|矛盾|争议)|(?:达成(?:了)?[^，。；]{0,8}(?:协议|和解|谅解)|(?:签订|签下|签署)(?:了)?[^，。；]{0,8}(?:调解|和解|赔偿)协议)|握手言和|言归于好/gu,
  },
  {
    type: 'ceremony',
    rule: 'deed.signing',
    verb: /(?:签订|签署|签下|签约)(?:了)?[^，。；]{0,30}(?:协议书?|备忘录|合同|公约|责任书|承诺书)/gu,
  },
  {
    type: 'inspection',
    rule: 'deed.check',
    verb: /(?:检查|走访|视察|观摩|参观学习|考察学习|学习考察|巡查|排查|巡逻|慰问|看望|抽查|回访|设卡|夜查)(?!组|站|员|队|所|点|表|报告|制度|机制|力度|工作会|中心|证|室|院|官)/gu,
  },
  {
    type: 'other',
    rule: 'deed.outreach',
    verb: /(?:发放|派发|分发|张贴)[^，。；]{0,16}(?:传单|资料|手册|宣传单|宣传页|宣传册|倡议书|告知书)|(?:开展|举行|举办|组织)(?:了)?[^，。；]{1,24}(?:宣传|活动|义诊|献血|普法|志愿服务)|(?:捐赠|赠送|捐出|捐款|送去|送上)(?:了)?[^，。；]{1,16}|(?:向|为|给)[^，。；]{1,12}宣传/gu,
  },
];
/** People by what they are, where no name stands. */
const GROUP =
  /(?:民警|辅警|交警|特警|官兵|消防员|消防救援人员|救援人员|指战员|干警|法官|检察官|执法人员|工作人员|工作者|志愿者|网格员|调解员|律师|队员|医护人员|党员|干部|代表|委员|专家|教官|教员|讲师|义警|师生|学生|老师|村民|居民|群众|双方|三方|两地|两市|两县|各方)(?:们)?/gu;
const HABIT =
  /(?:每[年月周天日晚逢到当]|经常|时常|长期|以来|常常|一直以来|平时|日常|定期|常态化|不定期|轮流值|连日来|多次|先后\d|累计|总计|共计|今年一季度|上半年|全年|同比)/u;
/** 共调解纠纷86起, 1月至10月调解纠纷86起: a sum of deeds. */
const SUM = /(?:共|已|总共|合计)[^，。；]{0,6}$/u;
const COUNT = /^[^，。；]{0,20}\d/u;
/** Goes on with the day of the sentence before. */
const CONTINUES =
  /(?:^|[，。])(?:随即|当即|随后|立即|接到|接报|接警|经过|最终|(?:庭|课|会|演练|活动|仪式)(?:审|结束)?[之以]?后|会上|仪式上|(?:凌晨|上午|中午|下午|晚上)?\d{1,2}[点时]|\d{1,2}(?:个)?(?:小时|分钟)(?:后|的))/u;
/** 庭后, 仪式结束后: it belongs to what was told before. */
const AFTER_EVENT = /^(?:(?:庭|课|会|演练|活动|仪式)(?:审|结束)?[之以]?后|会上|会议上|仪式上|活动现场)/u;
/** An object, an addressee or a giver, not the one who does it. */
const NOT_SUBJECT =
  /(?:向|对|给|为|把|被|将|接到|送到|送给|来自|位于|在|到|至|[进入往]了?|走进|走入|前往|来到|深入|进驻|邀请|协助|配合)$/u;

/** The deed of a sentence, if it tells of one. `outer`: the day of the event told before it. */
export function findDeeds(reading: Reading, sentence: Sentence, outer: DateMention | null): readonly Draft[] {
  const { text } = reading.doc;
  const words = text.slice(sentence.start, sentence.end);
  if (HABIT.test(words)) return [];
  for (const deed of CLASSES) {
    const { verb } = deed;
    verb.lastIndex = 0;
    for (let match = verb.exec(words); match !== null; match = verb.exec(words)) {
      const draft = readDeed(reading, sentence, deed, match, outer);
      if (draft) return [draft];
      verb.lastIndex = match.index + 1;
    }
  }
  return [];
}

function readDeed(
  reading: Reading,
  sentence: Sentence,
  deed: DeedClass,
  match: RegExpExecArray,
  outer: DateMention | null,
): Draft | null {
  const { text } = reading.doc;
  const at = sentence.start + match.index;
  const end = at + match[0].length;
  // 巡逻时，…: the deed comes after it.
  if (isInsideName(reading, sentence, at) || /^时[，,]/u.test(text.slice(end))) return null;
  const before = text.slice(sentence.start, at);
  if (isQuoted(before) || isNotDone(before)) return null;
  const doer = doerOf(reading, sentence, at);
  const time = timeOf(reading, sentence, deed, outer);
  const isSum = SUM.test(before) || (time?.date?.date && time.date.date.precision !== 'day');
  if (isSum && COUNT.test(text.slice(at, sentence.end))) return null;
  if (!time || (!doer && !(deed.type === 'operation' && CONTINUES.test(before)))) return null;
  const clause = clauseAround(text, sentence, end - 1);
  const places = narrowest(within(reading.places, sentence)).filter(
    ({ start }) => !ORIGIN.test(text.slice(Math.max(0, start - ORIGIN_REACH), start)),
  );
  const phrase = text.slice(Math.max(clause.start, doer?.start ?? clause.start), clause.end);
  const subject = doer && doer.start < clause.start ? text.slice(doer.start, doer.end) : '';
  const name = clean(`${subject}${phrase}`);
  const isWithin = AFTER_EVENT.test(text.slice(sentence.start, at));
  const draft = draftOf({
    type: deed.type,
    start: doer ? Math.min(doer.start, at) : at,
    end: clause.end,
    sentence,
    name,
    aliases: [clean(phrase)],
    actors: peopleOf(reading, sentence).map((person) => person.name),
    date: time.date,
    isWithin,
    places: venuesOf(places, within(reading.organizations, sentence), doer, isWithin || deed.type === 'operation'),
    rule: deed.rule,
  });
  const body = doer?.body ?? (deed.type === 'operation' ? calledBody(reading, sentence) : null);
  if (body) {
    const { start, end: stop } = sentence;
    draft.organizers.push({ value: body.name, start, end: stop, rule: deed.rule });
  }
  return draft;
}

const LONGEST_QUOTED_NAME = 12;
const ORIGIN_REACH = 4;
const ORIGIN = /(?:来自|籍贯|老家在?)$/u;

function clean(words: string): string {
  return words.replace(/[“”\s，,]/gu, '').slice(0, LONGEST_NAME);
}

/** What is told inside a quotation longer than a name was not done here. */
function isQuoted(before: string): boolean {
  const open = before.lastIndexOf('“');
  return open > before.lastIndexOf('”') && before.length - open > LONGEST_QUOTED_NAME;
}

function isInsideName(reading: Reading, sentence: Sentence, at: number): boolean {
  return [reading.organizations, reading.programs, reading.posts].some((names) =>
    within<Span>(names, sentence).some(({ start, end }) => start <= at && at < end),
  );
}

interface Doer extends Span {
  /** The body that does it, where no person is named. */
  readonly body: OrganizationMention | null;
}

/** Characters between a place and what it holds. */
const HOST_REACH = 10;
/** Characters between a body and its people: 某派出所|的社区|民警. */
const STAFF_REACH = 4;
/** Names of one list, with posts between them. */
const LIST_GAP = /^(?:$|[^，。；]{0,24}(?:、|和|与|及)[^，。；]{0,24}$)/u;
/** Who was called: the rescue that follows is theirs. */
const CALLED = /^[^，。；]{0,6}(?:接到|接警|接报|获悉)/u;

/** Who does it: the last named person, group or body that stands before the verb as a subject. */
function doerOf(reading: Reading, sentence: Sentence, at: number): Doer | null {
  const { text } = reading.doc;
  const span = { start: sentence.start, end: at };
  const isSubject = ({ start }: Span) => !NOT_SUBJECT.test(text.slice(Math.max(span.start, start - 3), start));
  const persons = within(reading.persons, span).filter(isSubject);
  const person = persons.at(-1);
  const body = within(reading.organizations, span).findLast(isSubject) ?? null;
  const group = [...text.slice(span.start, at).matchAll(GROUP)]
    .map((match) => ({ start: span.start + match.index, end: span.start + match.index + match[0].length }))
    .findLast(isSubject);
  if (person && !(body && body.start > person.end)) {
    const first = persons.find(({ end }) => LIST_GAP.test(text.slice(end, person.start))) ?? person;
    const post = within(reading.posts, span).find((held) => held.person === first.name);
    return { start: post?.start ?? first.start, end: person.end, body: null };
  }
  if (body) {
    const isTheirs = group && group.start >= body.end && group.start - body.end <= STAFF_REACH;
    return { start: body.start, end: isTheirs ? group.end : body.end, body };
  }
  if (group) return { ...group, body: null };
  // 某区举行…活动: a place stands for those who hold it.
  const host = within(reading.places, span).findLast(
    ({ start, end }) => isSubject({ start, end }) && at - end <= HOST_REACH,
  );
  return host ? { start: host.start, end: host.end, body: null } : null;
}

/** The body that the paragraph says was called. */
function calledBody(reading: Reading, sentence: Sentence): OrganizationMention | null {
  const opening = openingOf(reading, sentence);
  if (!opening) return null;
  const { text } = reading.doc;
  const bodies = within(reading.organizations, { start: opening.start, end: sentence.end });
  return bodies.findLast(({ end }) => CALLED.test(text.slice(end, sentence.end))) ?? null;
}

function peopleOf(reading: Reading, sentence: Sentence): readonly PersonMention[] {
  return within(reading.persons, sentence);
}

/** Of the places of a sentence the last where it was done: not the seat in a body's or the doer's own name if another is told, and never that of a rescue. */
function venuesOf(
  places: readonly PlaceMention[],
  bodies: readonly Span[],
  doer: Doer | null,
  isElsewhere: boolean,
): readonly PlaceMention[] {
  const names = doer ? [...bodies, doer] : bodies;
  const elsewhere = places.filter((place) => !names.some(({ start, end }) => start <= place.start && place.end <= end));
  if (elsewhere.length > 0 || isElsewhere) return elsewhere.slice(-1);
  const own = doer ? within(places, doer) : [];
  return (own.length > 0 ? own : places).slice(-1);
}

/** When it was done; null where the sentence gives no time at all, `date: null` for 近日. */
function timeOf(
  reading: Reading,
  sentence: Sentence,
  deed: DeedClass,
  outer: DateMention | null,
): { readonly date: DateMention | null } | null {
  const own = dateOf(reading, sentence, sentence.end);
  if (own?.use === 'vague') return { date: null };
  if (own) return own.date?.precision === 'year' ? null : { date: own };
  const words = reading.doc.text.slice(sentence.start, sentence.end);
  const day = dayBefore(reading, sentence) ?? (CONTINUES.test(words) ? outer : null);
  return day && (deed.type === 'operation' || CONTINUES.test(words)) ? { date: day } : null;
}

/** The last day named before a sentence in its paragraph: a rescue is told over several sentences. */
function dayBefore(reading: Reading, sentence: Sentence): DateMention | null {
  const opening = openingOf(reading, sentence);
  if (!opening) return null;
  const days = within(reading.dates, { start: opening.start, end: sentence.start });
  return days.filter(({ use, date }) => use === 'point' && date?.precision === 'day').at(-1) ?? null;
}

/** The first sentence of a sentence's paragraph. */
function openingOf({ doc }: Reading, { paragraph }: Sentence): Sentence | null {
  return paragraph < 0 ? null : (doc.sentences.find((other) => other.paragraph === paragraph) ?? null);
}
