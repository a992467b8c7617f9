/** Trigger: the scene that a photo caption describes. */
import { within } from '../spans.ts';
import { findDeeds } from './deeds.ts';
import type { FindMeetings } from './meetings.ts';
import { type Draft, dateOf, draftOf, narrowest, type Reading } from './reading.ts';
import { rolesIn } from './roles.ts';

const LONGEST_NAME = 30;

/** The scene of a caption that says when it was; null for other articles and for captions without a time. */
export function captionScene(reading: Reading, findMeetings: FindMeetings): Draft | null {
  const { doc } = reading;
  const sentence = doc.sentences.find(({ paragraph }) => paragraph >= 0);
  if (doc.article.kind !== 'caption' || !sentence) return null;
  const meeting = findMeetings(reading, sentence)[0] ?? null;
  if (meeting) takeRoles(reading, meeting);
  const draft = meeting ?? findDeeds(reading, sentence, null)[0] ?? plainScene(reading);
  for (const { name } of within(reading.programs, { start: doc.bodyStart, end: doc.text.length })) {
    const { start, end } = sentence;
    draft?.programs.push({ value: name, start, end, rule: 'event.about' });
  }
  return draft;
}

/** 图为副局长某人在授课: what the other sentences of a caption say of the meeting. */
function takeRoles(reading: Reading, meeting: Draft): void {
  for (const sentence of reading.doc.sentences) {
    const { start, end } = sentence;
    for (const { person, role, rule } of rolesIn(reading, sentence))
      meeting.participants.push({ person: person.name, role, start, end, rule });
  }
}

/** What a dated caption shows where no verb says what kind of event it is. */
function plainScene(reading: Reading): Draft | null {
  const { doc } = reading;
  const sentence = doc.sentences.find(({ paragraph }) => paragraph >= 0);
  if (!sentence) return null;
  const date = dateOf(reading, sentence, sentence.end);
  if (!date?.date || date.use !== 'point') return null;
  const words = doc.text.slice(Math.max(sentence.start, date.end), sentence.end);
  return draftOf({
    type: 'other',
    start: sentence.start,
    end: sentence.end,
    sentence,
    name: words
      .replace(/[“”\s]/gu, '')
      .replace(/^[，,上中下晚凌晨午]+/u, '')
      .slice(0, LONGEST_NAME),
    aliases: doc.article.title ? [doc.article.title] : [],
    actors: within(reading.persons, sentence).map(({ name }) => name),
    date,
    places: narrowest(within(reading.places, sentence)).slice(-1),
    rule: 'scene.caption',
  });
}
