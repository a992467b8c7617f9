/** Trigger: a newspaper's own interviews (——访X, 接受本报记者专访) and reporting visits (记者走进X). */

import { within } from '../spans.ts';
import type { PersonMention, PlaceMention, Sentence } from '../types.ts';
import { type Draft, dateOf, draftOf, narrowest, type Reading } from './reading.ts';

const ASKED =
  /(?:接受(?:了)?(?:本报|本网|记者|采访团)?[^，。]{0,6}(?:专访|采访|访谈)|做客|回答(?:了)?(?:本报|记者)[^，。]{0,6}(?:提问|问题))/u;
const VISITED =
  /(?:记者|采访团|媒体团|采风团)(?:一行)?(?:们)?(?:日前|近日|先后|再次|一同)?(?:走进|来到|走访|探访|到了?|登上|见到|跟随|跟着|赶到|踏上|在[^，。；]{2,24}(?:见到|找到|遇到|采访)了?)/u;
/** 记者采访了某人 */
const ASKED_WHOM = /(?:记者|本报)[^，。；]{0,24}(?:专访|采访)了?/u;
const REPORTED_TO = /(?:向|对|告诉|带着|指给)(?:(?:本报|《[^》]{2,12}》)?记者|采访团)/u;
/** 发布会…回答记者提问: that is the meeting's own. */
const BRIEFING = /发布会|通气会/u;

/** The event of an interview article, from its headline; null for other articles. */
export function titledInterview(reading: Reading): Draft | null {
  const { doc } = reading;
  const headline = doc.sentences[0];
  if (doc.article.kind !== 'interview' || !headline || doc.bodyStart === 0) return null;
  const after = doc.text.slice(0, doc.bodyStart).indexOf('——访');
  const people = within(reading.persons, headline);
  const guest = people.find(({ start }) => start > after) ?? people[0];
  if (!guest) return null;
  return draftOf({
    type: 'interview',
    start: headline.start,
    end: headline.end,
    sentence: headline,
    name: `${guest.name}接受本报记者专访`,
    aliases: [`${guest.name}专访`],
    actors: [guest.name],
    rule: 'interview.titled',
  });
}

/** The mentions of a body's seat, if the article names it anywhere: a station is where its district is. */
function seatOf(reading: Reading, seat: string): readonly PlaceMention[] {
  return reading.places.filter(({ place }) => place.path === seat).slice(0, 1);
}

/** Interviews that a sentence tells of. */
export function findInterviews(reading: Reading, sentence: Sentence): readonly Draft[] {
  const { doc } = reading;
  const words = doc.text.slice(sentence.start, sentence.end);
  const asked = BRIEFING.test(words) ? null : (ASKED.exec(words) ?? ASKED_WHOM.exec(words));
  const guest = asked ? guestOf(reading, sentence, asked) : null;
  if (asked && guest) {
    const at = sentence.start + asked.index;
    return [
      draftOf({
        type: 'interview',
        start: Math.min(guest.start, at),
        end: Math.max(guest.end, at + asked[0].length),
        sentence,
        name: `${guest.name}接受本报记者专访`,
        aliases: [`${guest.name}专访`],
        actors: [guest.name],
        date: dateOf(reading, sentence, at),
        places: narrowest(within(reading.places, { start: guest.end, end: at })),
        rule: 'interview.stated',
      }),
    ];
  }
  const visited = VISITED.exec(words) ?? (doc.article.kind === 'feature' ? REPORTED_TO.exec(words) : null);
  if (!visited) return [];
  const at = sentence.start + visited.index;
  const end = at + visited[0].length;
  const target = within(reading.organizations, { start: end, end: sentence.end })[0];
  const places = narrowest(within(reading.places, sentence));
  const isTold = REPORTED_TO.test(visited[0]);
  const met = /(?:见到|找到|遇到|采访)了?$/u.test(visited[0]);
  const speaker = within(reading.persons, met ? { start: end, end: sentence.end } : sentence)[0];
  if (isTold && !speaker) return [];
  const goal =
    target?.name ??
    (places[0]
      ? doc.text.slice(places[0].start, places[0].end)
      : doc.text.slice(end, end + 12).replace(/[，。、].*$/su, ''));
  return [
    draftOf({
      type: 'interview',
      start: at,
      end,
      sentence,
      name: isTold && speaker ? `${speaker.name}向记者介绍` : `${visited[0].replace(/[^\p{Script=Han}]/gu, '')}${goal}`,
      actors: (isTold || met) && speaker ? [speaker.name] : [],
      date: dateOf(reading, sentence, at),
      places: places.length > 0 || !target?.seat ? places : seatOf(reading, target.seat),
      rule: isTold ? 'interview.told' : 'interview.visited',
    }),
  ];
}

/** Who is asked: 某人接受采访, 记者采访了某人. */
function guestOf(reading: Reading, sentence: Sentence, asked: RegExpExecArray): PersonMention | null {
  const at = sentence.start + asked.index;
  const before = within(reading.persons, { start: sentence.start, end: at }).at(-1);
  if (ASKED.test(asked[0])) return before ?? null;
  const end = at + asked[0].length;
  return within(reading.persons, { start: end, end: sentence.end })[0] ?? null;
}
