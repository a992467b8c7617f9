/** Trigger: visits that no verb of inspection tells of: a team arrives, an activity of looking around, somebody calls somewhere. */
import { within } from '../spans.ts';
import type { Sentence } from '../types.ts';
import { clauseAround, type Draft, dateOf, draftOf, narrowest, type Reading } from './reading.ts';
import { stopsIn } from './stops.ts';

/** Longest name of a visit, in characters. */
export const LONGEST_VISIT = 36;
const ARRIVAL =
  /((?:考察|考核|督导|督查|调研|检查|指导|巡视|巡察|暗访|评估)(?:组|团)|与会(?:人员|代表|同志)|参会人员)(?:一行|分[^，。]{1,3}路)?(?:日前|近日|先后|再次|专程)?(?:来到|赴|到|来|进驻|走进|抵达|前往)(?=\p{Script=Han})/u;
const ACTIVITY = /(?:实地)?(?:考察|观摩|调研|走访|采访|督导)(?:交流|学习)?活动/u;
/** 来到某村，看了看… · 走进某社区，了解…: somebody goes somewhere, and a later clause looks around. */
const CALLS =
  /^(?:同志)?(?:等|一行|一同|专程|先后|又|还|随后|、|等人){0,3}(?:来到|走进|前往|赶到|深入)[^。；]{2,40}，[^。；]{0,12}(?:看了|看望|了解|询问|听取|查看|察看|探望|慰问|交谈)/u;
/** Of a day, or after what was told before. */
const AFTER_EVENT = /^(?:会议|仪式|活动|座谈会?|会|随)(?:结束)?(?:之|以)?后/u;

/** The call of a day that a sentence tells of: who goes there and looks around; null where it tells of none. */
export function readCall(reading: Reading, sentence: Sentence): Draft | null {
  const { text } = reading.doc;
  const persons = within(reading.persons, sentence);
  const lead = persons.findLast(({ end }) => CALLS.test(text.slice(end, sentence.end)));
  if (!lead) return null;
  const date = dateOf(reading, sentence, lead.start);
  const follows = AFTER_EVENT.test(text.slice(sentence.start, lead.start));
  if (!follows && (!date || date.use === 'vague')) return null;
  const places = stopsIn(reading, sentence);
  if (places.length === 0) return null;
  const going = persons.filter(({ end }) => end <= lead.end);
  return draftOf({
    type: 'inspection',
    start: (going[0] ?? lead).start,
    end: sentence.end,
    sentence,
    name: text
      .slice((going[0] ?? lead).start, sentence.end)
      .replace(/[“”\s，,。]/gu, '')
      .slice(0, LONGEST_VISIT),
    actors: going.map(({ name }) => name),
    date,
    isWithin: follows,
    places,
    rule: 'visit.call',
  });
}

/** A team arrives: 督查组来到某县. What the team is called says what it does there. */
export function readArrival(reading: Reading, sentence: Sentence): Draft | null {
  const { text } = reading.doc;
  const match = ARRIVAL.exec(text.slice(sentence.start, sentence.end));
  if (!match) return null;
  const at = sentence.start + match.index;
  const clause = clauseAround(text, sentence, at + match[0].length);
  const stops = narrowest(within(reading.places, { start: at, end: clause.end }));
  if (stops.length === 0) return null;
  const team = teamName(text, sentence, at, match[1] as string);
  const persons = within(reading.persons, { start: sentence.start, end: at });
  return draftOf({
    type: 'inspection',
    start: at,
    end: clause.end,
    sentence,
    name: `${team}${text.slice(at + (match[1] as string).length, clause.end)}`
      .replace(/[“”\s，,]/gu, '')
      .slice(0, LONGEST_VISIT),
    aliases: persons[0] ? [`${persons[0].name}率${team}`] : [],
    actors: persons.map((person) => person.name),
    date: dateOf(reading, sentence, at),
    places: stops,
    rule: 'visit.arrival',
  });
}

/** A named activity of looking around: “…”项目实地考察活动在某镇开展. */
export function readActivity(reading: Reading, sentence: Sentence): Draft | null {
  const { text } = reading.doc;
  const match = ACTIVITY.exec(text.slice(sentence.start, sentence.end));
  if (!match) return null;
  const end = sentence.start + match.index + match[0].length;
  let start = sentence.start + match.index;
  while (start > sentence.start && !/[，。；的\s]/u.test(text[start - 1] as string)) start--;
  const places = narrowest(within(reading.places, { start: end, end: sentence.end }));
  if (!/^(?:（[^）]*）)?(?:在[^，。]{2,30})?(?:开展|举行|举办|启动|进行)/u.test(text.slice(end, sentence.end)))
    return null;
  return draftOf({
    type: /采访/u.test(match[0]) ? 'interview' : 'inspection',
    start,
    end,
    sentence,
    name: text.slice(start, end).replace(/[“”\s]/gu, ''),
    actors: [],
    date: dateOf(reading, sentence, start),
    places: places.slice(0, 1),
    rule: 'visit.activity',
  });
}

/** What a team is called in full: the words before its class word at `start`. */
export function teamName(text: string, sentence: Sentence, start: number, word: string): string {
  let from = start;
  while (
    from > sentence.start &&
    /[\p{Script=Han}A-Za-z0-9]/u.test(text[from - 1] as string) &&
    !/[由率的受以]/u.test(text[from - 1] as string)
  )
    from--;
  return text.slice(Math.max(from, start - 16), start + word.length);
}
