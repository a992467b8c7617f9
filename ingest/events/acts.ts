/** Trigger of last resort: what a named person did on a dated day, where no other rule knows the kind of event. */
import type { EventType } from '../../graph/model.ts';
import { within } from '../spans.ts';
import type { DateMention, PersonMention, PlaceMention, Sentence } from '../types.ts';
import { clauseAround, type Draft, draftOf, narrowest, type Reading } from './reading.ts';
import { SCENE_TYPES } from './scenes.ts';

const LONGEST_NAME = 30;
const SHORTEST_ACT = 4;
const HABIT = /(?:每[年月周天日]|经常|长期|以来|常常|一直)/u;
/** Where somebody comes from (来自某国) is not where he acted. */
const ORIGIN = /(?:来自|籍贯|老家在?|从)$/u;
const ORIGIN_REACH = 4;
/** What somebody feels, thinks or is does not happen. */
const STATE =
  /^(?:[，\s]|终于|也|都|还|已经?|就|才|便|却|又|不禁|十分|非常|很)*(?:放下心|放心|松了(?:一)?口气|感到|感觉|觉得|明白|意识到|知道|认为|以为|高兴|激动|感慨|感动|想起|想到|记得|忘不了|满意|喜欢|担心|成为|是(?!由)|叫|姓|年近|今年|拥有|属于|来自)/u;
/** What somebody said to whom is told by the rules of speech. */
const SPEECH = /^[，]?(?:[对向](?:本报|《[^》]{2,12}》)?记者|告诉|说|表示|介绍|坦言|回忆|感慨|感叹|笑)/u;
const IN_HIS_HANDS = /^手[中里上]/u;
const PRONOUN = /[他她](?!们|人)/u;
/** 在甲与乙合作建立的警务站: the head says where. */
const VENUE_MODIFIER = /(?<=在)[^，。]{4,}的(?=[^，。的]{2,8}(?:站|室|所|中心|点|窗口|大厅))/u;

/** The act of the first person that a dated sentence names; a feeling opens a story whose act a later sentence tells. */
export function findDatedAct(reading: Reading, sentence: Sentence): readonly Draft[] {
  const { text } = reading.doc;
  const date = within(reading.dates, sentence).find(
    ({ use, date: value }) => use === 'point' && value?.precision === 'day',
  );
  const person = within(reading.persons, sentence)[0];
  if (!date || !person || date.start > person.start || HABIT.test(text.slice(sentence.start, person.start))) return [];
  // 从某人手中接过聘书: he gives, somebody else acts.
  if (IN_HIS_HANDS.test(text.slice(person.end, person.end + ORIGIN_REACH))) return [];
  if (STATE.test(text.slice(person.end, sentence.end))) return storyBehind(reading, sentence, person, date);
  if (SPEECH.test(text.slice(person.end, sentence.end))) return [];
  const clause = clauseAround(text, sentence, person.end);
  // Jewel，在平台的帮助下，拿回了定金: a name alone tells nothing, so the rest of the sentence follows.
  const isBare = clause.end - person.end < SHORTEST_ACT;
  const act = text.slice(person.start, isBare ? sentence.end : clause.end);
  return [actDraft(reading, sentence, { name: act, end: clause.end, start: person.start, date, from: sentence })];
}

/** 7月1日，某人终于放下心来。…他…提出申请后，当天就…: what happened is told where the same day comes back. */
function storyBehind(reading: Reading, hook: Sentence, person: PersonMention, date: DateMention): readonly Draft[] {
  const { doc, dates } = reading;
  const later = doc.sentences.find(
    (sentence) =>
      sentence.paragraph === hook.paragraph &&
      sentence.start >= hook.end &&
      within(dates, sentence).some(({ use }) => use === 'same') &&
      PRONOUN.test(doc.text.slice(sentence.start, sentence.end)),
  );
  if (!later) return [];
  const pronoun = later.start + (PRONOUN.exec(doc.text.slice(later.start, later.end))?.index ?? 0);
  const clause = clauseAround(doc.text, later, pronoun);
  const act = doc.text
    .slice(pronoun + 1, clause.end)
    .replace(VENUE_MODIFIER, '')
    .replace(/(?:之?后|时)$/u, '');
  const draft = actDraft(reading, later, {
    name: `${person.name}${act}`,
    start: pronoun,
    end: clause.end,
    date,
    from: hook,
  });
  draft.actors.unshift(person.name);
  return [draft];
}

interface Act {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly date: DateMention;
  /** The sentence that says where. */
  readonly from: Sentence;
}

function actDraft(reading: Reading, sentence: Sentence, { name, start, end, date, from }: Act): Draft {
  return draftOf({
    type: kindOf(reading, sentence),
    start,
    end,
    sentence,
    name: name.replace(/[“”\s，。,]/gu, '').slice(0, LONGEST_NAME),
    actors: within(reading.persons, sentence).map((person) => person.name),
    date,
    places: venueOf(reading, { start: date.end, end: from.end }),
    rule: 'happening.dated-act',
  });
}

/** In a feature the headline and the sentence say what kind of gathering it is. */
function kindOf({ doc }: Reading, { start, end }: Sentence): EventType {
  if (doc.article.kind !== 'feature') return 'other';
  const words = doc.text.slice(0, doc.bodyStart) + doc.text.slice(start, end);
  return SCENE_TYPES.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
}

function venueOf(reading: Reading, span: Pick<Sentence, 'start' | 'end'>): readonly PlaceMention[] {
  const { text } = reading.doc;
  return narrowest(within(reading.places, span))
    .filter(({ start }) => !ORIGIN.test(text.slice(Math.max(0, start - ORIGIN_REACH), start)))
    .slice(0, 1);
}
