/** Triggers for what is no meeting, visit or interview: incidents, operations, ceremonies, captions and other dated acts of people. */
import type { EventType } from '../../graph/model.ts';
import { within } from '../spans.ts';
import type { DateMention, Sentence } from '../types.ts';
import { clauseAround, type Draft, dateOf, draftOf, narrowest, type Reading } from './reading.ts';

const CONFIDENCE = { incident: 0.75, operation: 0.7, opening: 0.75, caption: 0.8, dated: 0.55 } as const;
const INCIDENT =
  /(?:决口|缺口|起火|火灾|坍塌|塌方|滑坡|泥石流|被困|失踪|落水|溺水|被盗|被骗|相撞|侧翻|爆炸|泄漏|车祸|交通事故|遇难|坠落|晕倒|走失)/u;
const OPERATION =
  /(?:参与|展开|组织|开展|投入|实施|部署|赶赴|出动|发起)?[^，。；]{0,16}(?:救援|抢险|抓捕|清查|集中整治|抓获|破获|捣毁|解救|营救|救起|救出|救上岸|托上了?岸|跳入|跳进|跳了下去|背出|抬出|赶赴现场|赶到现场|疏散|转移(?:群众|村民|居民|被困)|收网|封堵|巡航|行动)/u;
const LESSON = /(?:课|讲座|讲堂|夜校)[^，。]{0,8}开讲/u;
const OPENING =
  /(?:揭牌|挂牌|启用|投用|开张|上线(?:运行|试运行)?|开馆|开业|奠基|启动(?=[，。]|$)|正式成立|成立(?:了)?(?=[“《])|火炬传递)/u;
const CAPTION_TYPES: readonly (readonly [RegExp, EventType])[] = [
  [/培训|授课|轮训|演练|练兵/u, 'training'],
  [/座谈|会议|恳谈/u, 'meeting'],
  [/检查|走访|巡查|排查|督导|慰问/u, 'inspection'],
  [/仪式|揭牌|启动/u, 'ceremony'],
  [/救援|抓获|行动|整治/u, 'operation'],
  [/讲座|宣讲/u, 'lecture'],
];
const ACTIVITY = /(?:开展|举办|举行|进行|组织|参加)(?:了)?([^，。；]{2,24})/u;
/** A clock time or 随即 goes on with the day of the sentence before. */
const CONTINUES = /(?:^|[，。])(?:随即|当即|随后|接到|接警|(?:凌晨|上午|中午|下午|晚上)?\d{1,2}[点时])/u;
const CAMPAIGN = /(?:部署|启动|发起|开展)[^。]{0,40}行动/u;
const LONGEST_NAME = 30;
const SHORTEST_ACT = 4;
/** Where somebody comes from (来自某国) is not where he acted. */
const ORIGIN_REACH = 4;
const HABIT = /(?:每[年月周天日]|经常|长期|以来|常常|一直)/u;

/** The scene of a photo caption. */
export function captionScene(reading: Reading): Draft | null {
  const { doc } = reading;
  const sentence = doc.sentences.find(({ paragraph }) => paragraph >= 0);
  if (doc.article.kind !== 'caption' || !sentence) return null;
  const date = dateOf(reading, sentence, sentence.end);
  const words = doc.text.slice(sentence.start, sentence.end);
  if (!date?.date || date.use !== 'point') return null;
  const places = narrowest(within(reading.places, sentence));
  const activity = ACTIVITY.exec(words);
  const type = CAPTION_TYPES.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
  const place = places[0] ? doc.text.slice(places[0].start, places[0].end) : '';
  const what =
    activity?.[1] ??
    doc.article.title ??
    words.slice(date.end - sentence.start, date.end - sentence.start + LONGEST_NAME);
  const draft = draftOf({
    type,
    start: sentence.start,
    end: sentence.end,
    sentence,
    name: `${place}${what}`.replace(/[“”\s]/gu, '').slice(0, LONGEST_NAME),
    aliases: [what],
    actors: within(reading.persons, sentence).map((person) => person.name),
    date,
    places,
    rule: 'scene.caption',
    confidence: CONFIDENCE.caption,
  });
  for (const { name } of within(reading.programs, { start: doc.bodyStart, end: doc.text.length })) {
    const { start, end } = sentence;
    draft.programs.push({ value: name, start, end, rule: 'event.about', confidence: CONFIDENCE.caption });
  }
  return draft;
}

/** Incidents, operations and openings of a sentence. Each needs a date; an operation may take that of the event before it (下午3点, 随即). */
export function findHappenings(reading: Reading, sentence: Sentence, outerDate: DateMention | null): readonly Draft[] {
  const { text } = reading.doc;
  const words = text.slice(sentence.start, sentence.end);
  const drafts: Draft[] = [];
  const own = eventDate(reading, sentence, words);
  if (HABIT.test(words)) return drafts;
  const places = narrowest(within(reading.places, sentence));
  const add = (pattern: RegExp, type: EventType, rule: string, confidence: number): void => {
    const match = pattern.exec(words);
    const date =
      own ?? (type === 'operation' ? (CONTINUES.test(words) ? outerDate : paragraphDate(reading, sentence)) : null);
    if (!match || !date || (type !== 'incident' && date.date?.precision === 'year')) return;
    const at = sentence.start + match.index + match[0].length - 1;
    const clause = clauseAround(text, sentence, at);
    const bodies = within(reading.organizations, { start: sentence.start, end: clause.end });
    const place = places.at(-1);
    const phrase = text
      .slice(clause.start, clause.end)
      .replace(/[“”\s]/gu, '')
      .slice(-LONGEST_NAME);
    const body = bodies.at(-1);
    const draft = draftOf({
      type,
      start: sentence.start,
      end: sentence.end,
      sentence,
      name:
        type === 'operation' && body && !phrase.includes(body.name)
          ? `${body.name}${match[0].replace(/^该[^，。]{1,4}?(?=第一|出动|立即|随即|组织|派)/u, '').slice(-LONGEST_NAME)}`
          : phrase,
      aliases: [`${place ? text.slice(place.start, place.end) : ''}${match[0]}`],
      actors: within(reading.persons, sentence).map((person) => person.name),
      date,
      places: place ? [place] : [],
      rule,
      confidence,
    });
    if (type === 'operation' && body) {
      draft.organizers.push({ value: body.name, start: sentence.start, end: sentence.end, rule, confidence });
    }
    drafts.push(draft);
  };
  add(INCIDENT, 'incident', 'happening.incident', CONFIDENCE.incident);
  if (drafts.length === 0) add(OPERATION, 'operation', 'happening.operation', CONFIDENCE.operation);
  if (drafts.length === 0) add(LESSON, 'lecture', 'happening.lesson', CONFIDENCE.opening);
  if (drafts.length === 0) add(OPENING, 'ceremony', 'happening.opening', CONFIDENCE.opening);
  return drafts;
}

/** The last day named before a sentence in its paragraph: a rescue is told over several sentences. */
function paragraphDate(reading: Reading, sentence: Sentence): DateMention | null {
  const opening = reading.doc.sentences.find(({ paragraph }) => paragraph === sentence.paragraph);
  if (!opening || sentence.paragraph < 0) return null;
  const days = within(reading.dates, { start: opening.start, end: sentence.start });
  return days.filter(({ use, date }) => use === 'point' && date?.precision === 'day').at(-1) ?? null;
}

/** The date of what a sentence tells; a campaign (今年1月起，公安部部署开展…行动) is dated by its beginning. */
function eventDate(reading: Reading, sentence: Sentence, words: string): DateMention | null {
  const date = dateOf(reading, sentence, sentence.end);
  if (date !== null) return date.use === 'vague' ? null : date;
  const since = within(reading.dates, sentence).find(({ use, date: value }) => use === 'duration' && value !== null);
  return since && CAMPAIGN.test(words) ? since : null;
}

/** What a person did on a dated day, where no other rule knows the kind of event. */
export function findDatedAct(reading: Reading, sentence: Sentence): readonly Draft[] {
  const { text } = reading.doc;
  const date = within(reading.dates, sentence).find(
    ({ use, date: value }) => use === 'point' && value?.precision === 'day',
  );
  const person = within(reading.persons, sentence)[0];
  if (!date || !person || date.start > person.start || HABIT.test(text.slice(sentence.start, person.start))) return [];
  const clause = clauseAround(text, sentence, person.end);
  // Jewel，在平台的帮助下，拿回了定金: a name alone tells nothing, so the rest of the sentence follows.
  const isBare = clause.end - person.end < SHORTEST_ACT;
  const act = text.slice(person.start, isBare ? sentence.end : clause.end).replace(/[“”\s，。,]/gu, '');
  return [
    draftOf({
      type: 'other',
      start: person.start,
      end: clause.end,
      sentence,
      name: act.slice(0, LONGEST_NAME),
      actors: within(reading.persons, sentence).map(({ name }) => name),
      date,
      places: narrowest(within(reading.places, { start: date.end, end: sentence.end }))
        .filter(
          (place) => !/(?:来自|籍贯|老家在?)$/u.test(text.slice(Math.max(0, place.start - ORIGIN_REACH), place.start)),
        )
        .slice(0, 1),
      rule: 'happening.dated-act',
      confidence: CONFIDENCE.dated,
    }),
  ];
}
