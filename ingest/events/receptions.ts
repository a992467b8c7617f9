/** Trigger: receptions: somebody is received, called on or met. */
import { within } from '../spans.ts';
import type { Sentence } from '../types.ts';
import { clauseAround, type Draft, dateOf, draftOf, type Reading } from './reading.ts';
import { stopsIn } from './stops.ts';

const RECEPTION = /(?<!表示|陪同|随同|参加)(?:亲切)?(?:会见|接见|看望|慰问)(?:了)?/u;
/** Words that make a visit or a reception part of what was told before it. */
export const IS_WITHIN = /(?:期间|其间|当天|同日|当日|随后|会前|会后|会上|会议开始之前|先看|先到|再坐下来)/u;

/** The reception that a sentence tells of: 会见, 看望, 与某人见面; null where it tells of none. */
export function readReception(reading: Reading, sentence: Sentence): Draft | null {
  const { text } = reading.doc;
  const words = text.slice(sentence.start, sentence.end);
  const match = RECEPTION.exec(words);
  const meets = /(?:与|同)[^，。]{2,40}(?:见面|会面|座谈(?!会))/u.exec(words);
  const isInName = (found: RegExpExecArray) =>
    within(reading.persons, sentence).some(
      ({ start, end }) => start < sentence.start + found.index && sentence.start + found.index < end,
    );
  const found = match ?? (meets && !isInName(meets) ? meets : null);
  if (!found) return null;
  const at = sentence.start + found.index;
  const persons = within(reading.persons, sentence).filter(
    (person) => (match === null || person.end <= at) && !text.startsWith('委托', person.end),
  );
  if (persons.length === 0) return null;
  const clause = clauseAround(text, sentence, at + found[0].length - 1);
  const names = persons.map((person) => person.name);
  const object = match ? text.slice(at, clause.end) : text.slice(at, at + found[0].length);
  return draftOf({
    type: 'meeting',
    start: persons[0]?.start ?? at,
    end: clause.end,
    sentence,
    name: match || names.length < 2 ? `${names.join('、')}${object}` : `${names[0]}与${names.slice(1).join('、')}见面`,
    aliases: [object.replace(/[，。]/gu, '')],
    actors: names,
    date: dateOf(reading, sentence, at),
    isWithin: IS_WITHIN.test(text.slice(sentence.start, at)),
    places: stopsIn(reading, sentence),
    rule: 'visit.reception',
  });
}
