/** Trigger: the scene that a feature opens with: people doing something at a place and a time of day, told as it was seen. */
import type { EventType } from '../../graph/model.ts';
import { within } from '../spans.ts';
import type { Sentence, Span } from '../types.ts';
import { clauseAround, type Draft, dateOf, draftOf, narrowest, type Reading } from './reading.ts';

const LONGEST_NAME = 30;
/** Paragraphs from the first on in which a feature sets its scene. */
const OPENING = 2;
const TIME_OF_DAY =
  /清晨|大早|一早|早上|早晨|上午|中午|正午|午后|下午|傍晚|黄昏|晚上|当晚|今晚|昨晚|夜里|夜晚|深夜|入夜|凌晨|\d{1,2}[点时]|\d{1,2}:\d\d|昨天|昨日|今天|这天|那天|一天|日前|近日|前不久|雨后|正在|刚刚/u;
/** Who somebody is, what usually happens, and counts are no scene. */
const DESCRIPTION =
  /(?:每[年月周天日晚逢到当]|经常|时常|以来|近年|常常|平时|日常|累计|共计|同比|位于|地处|坐落|是全国|闻名|今年\d+岁)/u;
/** A day and its hour: the story begins there. */
const CLOCK = /\d日(?:清晨|早上|上午|中午|下午|傍晚|晚上?|深夜|凌晨)?\d{1,2}[点时:]/u;
const GATHERED = /坐满了?人|座无虚席|挤满了?人|围坐|坐得满满当当|围了一圈/u;
/** Paragraphs behind the first in which the people of a scene come in. */
const REACH = 2;
/** What somebody tells the paper belongs to no scene. */
const TOLD = /告诉(?:了)?记者|(?:向|对)记者|据(?:介绍|了解)/u;
export const SCENE_TYPES: readonly (readonly [RegExp, EventType])[] = [
  [/议事会|板凳会|恳谈会|说事会|座谈|院坝会|龙门阵|要议的|圆桌|村民代表|开会/u, 'meeting'],
  [/救援|搜救|转移|救起|扑救|抢险|出海|巡航|抓捕|拍门/u, 'operation'],
  [/检查|走访|巡查|巡逻|排查|入户/u, 'inspection'],
];

/** The scene of a feature's opening, with the people of its paragraph; null where it opens otherwise. */
export function openingScene(reading: Reading): Draft | null {
  const { doc } = reading;
  if (doc.article.kind !== 'feature') return null;
  for (let paragraph = 0; paragraph < OPENING; paragraph++) {
    const sentences = doc.sentences.filter((sentence) => sentence.paragraph === paragraph);
    const draft = sceneOf(reading, sentences);
    if (draft) return draft;
  }
  return peopledScene(reading);
}

/**
 * 5月9日凌晨2时10分，值班室的电话响了。 · 文化礼堂里的圆桌边坐满了人。: a first paragraph that sets the hour or the gathering and
 * names nobody; its people come in the next ones. What those tell of another time (去年9月) is what led to it.
 */
function peopledScene(reading: Reading): Draft | null {
  const { doc, dates } = reading;
  const first = doc.sentences.filter(({ paragraph }) => paragraph === 0);
  const [opening, last] = [first[0], first.at(-1)];
  if (!opening || !last || within(reading.persons, { start: opening.start, end: last.end }).length > 0) return null;
  const words = doc.text.slice(opening.start, last.end);
  if (!(CLOCK.test(words) || GATHERED.test(words)) || DESCRIPTION.test(words)) return null;
  const scene = doc.sentences.filter(
    (sentence) =>
      sentence.paragraph >= 0 &&
      sentence.paragraph <= REACH &&
      (sentence.paragraph === 0 || !within(dates, sentence).some(({ use }) => use !== 'same')) &&
      !TOLD.test(doc.text.slice(sentence.start, sentence.end)),
  );
  const draft = sceneOf(reading, scene);
  if (!draft) return null;
  const day = dateOf(reading, { start: opening.start, end: last.end }, last.end);
  // 今晚要议的事: the evening of the scene, which may be long before the paper's.
  const isToday = day !== null && doc.text.startsWith('今', day.start) && !doc.text.startsWith('今年', day.start);
  draft.date = isToday || day?.date?.precision === 'year' ? null : day;
  // What one of them did first is no name for what all of them did.
  if (doc.article.title) draft.names.reverse();
  return draft;
}

function sceneOf(reading: Reading, sentences: readonly Sentence[]): Draft | null {
  const [first] = sentences;
  const last = sentences.at(-1);
  if (!first || !last) return null;
  const { text } = reading.doc;
  const span: Span = { start: first.start, end: last.end };
  const words = text.slice(span.start, span.end);
  if (!TIME_OF_DAY.test(words) || DESCRIPTION.test(text.slice(first.start, first.end))) return null;
  const people = sentences.flatMap((one) => within(reading.persons, one));
  const place = narrowest(within(reading.places, { start: 0, end: span.end })).findLast(
    ({ place: { level } }) => level === 'village' || level === 'township',
  );
  const sentence = sentences.find((one) => within(reading.persons, one).length > 0);
  const [person] = people;
  if (!person || !place || !sentence) return null;
  const clause = clauseAround(text, sentence, person.start);
  const type = SCENE_TYPES.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
  const date = dateOf(reading, span, span.end);
  return draftOf({
    type,
    start: person.start,
    end: clause.end,
    sentence,
    name: text
      .slice(person.start, sentence.end)
      .replace(/[“”\s，。,]/gu, '')
      .slice(0, LONGEST_NAME),
    aliases: reading.doc.article.title ? [reading.doc.article.title] : [],
    actors: [...new Set(people.map(({ name }) => name))],
    date: date?.date?.precision === 'year' ? null : date,
    places: [place],
    rule: 'scene.opening',
  });
}
