/**
 * Trigger: what police, firefighters, courts, schools and neighbours do on a day: rescue, check, teach, mediate, judge, give.
 * A deed needs somebody who does it and a time it was done at; plans, habits, conditions and statistics are none.
 */
import { within } from '../spans.ts';
import type { DateMention, OrganizationMention, PersonMention, PlaceMention, Sentence, Span } from '../types.ts';
import { DEEDS, type DeedClass } from './deed-verbs.ts';
import { listedUpTo } from './organizers.ts';
import { clauseAround, type Draft, dateOf, draftOf, isNotDone, narrowest, type Reading } from './reading.ts';
import { stopsIn } from './stops.ts';

const LONGEST_NAME = 30;
/** People by what they are, where no name stands. */
const GROUP =
  /(?:民警|辅警|交警|特警|官兵|消防员|消防救援人员|救援人员|指战员|干警|法官|检察官|执法人员|工作人员|工作者|志愿者|网格员|调解员|律师|队员|医护人员|党员|干部|代表|委员|专家|教官|教员|讲师|义警|师生|学生|老师|村民|居民|群众|警力|双方|三方|两地|两市|两县|各方)(?:们)?/gu;
const HABIT =
  /(?:每[年月周天日晚逢到当]|经常|时常|长期|以来|常常|一直以来|平时|日常|定期|常态化|不定期|轮流值|连日来|多次|先后\d|累计|总计|共计|今年一季度|上半年|全年|同比)/u;
/** 共调解纠纷86起, 1月至10月调解纠纷86起: a sum of deeds. */
const SUM = /(?:共|已|总共|合计)[^，。；]{0,6}$/u;
const COUNT = /^[^，。；]{0,20}\d/u;
/** Goes on with the day of the sentence before. */
const CONTINUES =
  /(?:^|[，。])(?:随即|当即|随后|立即|接到|接报|接警|经过|最终|(?:庭|课|会|演练|活动|仪式)(?:审|结束)?[之以]?后|会上|仪式上|(?:凌晨|上午|中午|下午|晚上)?\d{1,2}[点时]|\d{1,2}(?:个)?(?:小时|分钟)(?:后|的))/u;
/** 庭后, 仪式结束后: it belongs to what was told before. */
const AFTER_EVENT = /^(?:(?:庭|课|会|演练|活动|仪式)(?:审|结束)?[之以]?后|会上|会议上|仪式上|活动现场|当[天日][，,])/u;
/** What follows is told by the one who is named before it. */
const TOLD = /^[^，。；“”]{0,8}(?:说|表示|介绍|坦言|告诉[^，]{0,6})，/u;
/** Where somebody goes is where it is done, though it be a body: 走进某镇中学. */
const GOAL = /(?:走进|来到|走入|前往|深入|在)(?:了)?$/u;
const GOAL_REACH = 4;
/** An object, an addressee or a giver, not the one who does it. */
const NOT_SUBJECT =
  /(?:向|对|给|为|把|被|将|接到|送到|送给|来自|位于|在|到|至|[进入往]了?|走进|走入|前往|来到|深入|进驻|邀请|协助|配合)$/u;

/** The deed of a sentence, if it tells of one. `outer`: the day of the event told before it. */
export function findDeeds(reading: Reading, sentence: Sentence, outer: DateMention | null): readonly Draft[] {
  const { text } = reading.doc;
  const words = text.slice(sentence.start, sentence.end);
  if (HABIT.test(words)) return [];
  for (const deed of DEEDS) {
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
  // 某主任说，今年4月，某县…一律登记: how things go since then, and not what he did.
  if (doer?.body === null && TOLD.test(text.slice(doer.end, at)) && time.date?.date?.precision !== 'day') return null;
  const clause = clauseAround(text, sentence, end - 1);
  const places = narrowest(within(reading.places, sentence)).filter(
    ({ start }) => !ORIGIN.test(text.slice(Math.max(0, start - ORIGIN_REACH), start)),
  );
  const phrase = text.slice(Math.max(clause.start, doer?.start ?? clause.start), clause.end);
  const subject = doer && doer.start < clause.start ? text.slice(doer.start, doer.end) : '';
  const name = clean(`${subject}${phrase}`);
  const isWithin = AFTER_EVENT.test(text.slice(sentence.start, at));
  const bodies = within(reading.organizations, sentence).filter(
    ({ start }) => !GOAL.test(text.slice(Math.max(sentence.start, start - GOAL_REACH), start)),
  );
  // 在甲县、乙区同步收网: where the words before the verb say it was, not where a post behind it is.
  const stops = deed.type === 'operation' ? stopsIn(reading, { ...sentence, end: at }) : [];
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
    places: stops.length > 0 ? stops : venuesOf(places, bodies, doer, isWithin || deed.type === 'operation'),
    rule: deed.rule,
  });
  const body = doer?.body ?? (deed.type === 'operation' ? calledBody(reading, sentence) : null);
  if (body) {
    const { start, end: stop } = sentence;
    for (const { name: value } of togetherWith(reading, sentence, body))
      draft.organizers.push({ value, start, end: stop, rule: deed.rule });
  }
  return draft;
}

/** A body and those that act with it; who was called may be named in the sentence before, by itself. */
function togetherWith(
  { doc, organizations }: Reading,
  sentence: Sentence,
  body: OrganizationMention,
): readonly OrganizationMention[] {
  const named = within(organizations, sentence);
  const at = named.indexOf(body);
  return at < 0 ? [body] : listedUpTo(doc.text, named, at).toReversed();
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
  // 浙江某某律师事务所: the province of a name is not where its people were.
  const near = places.filter(({ place }) => place.level !== 'province');
  const own = doer ? within(near, doer) : [];
  return (own.length > 0 ? own : near).slice(-1);
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
