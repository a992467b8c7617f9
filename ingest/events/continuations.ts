/** A continuation (上接N版) starts in the middle of an event and often names it only in its last lines. */
import { within } from '../spans.ts';
import { type Draft, draftOf, type Reading } from './reading.ts';
import { rolesIn } from './roles.ts';

const ATTENDED_BARE = /(?:参加|出席)(?:了)?(党课|会议|座谈会|活动|培训)/u;

/** The event that the last lines name (全体民警参加党课), with everybody who speaks in the article; null where nobody does. */
export function namedAtTheEnd(reading: Reading): Draft | null {
  const { doc } = reading;
  const last = [...doc.sentences].reverse().find(({ start, end }) => ATTENDED_BARE.test(doc.text.slice(start, end)));
  const what = last && ATTENDED_BARE.exec(doc.text.slice(last.start, last.end))?.[1];
  const speeches = doc.sentences.flatMap((sentence) =>
    rolesIn(reading, sentence)
      .filter(({ role }) => role === 'spoke')
      .map(({ person, role, rule }) => ({
        person: person.name,
        role,
        rule,
        start: sentence.start,
        end: sentence.end,
      })),
  );
  const speaker = speeches[0]?.person;
  if (!last || !what || speaker === undefined) return null;
  const isLecture = what === '党课';
  const draft = draftOf({
    type: isLecture ? 'lecture' : 'meeting',
    start: last.start,
    end: last.end,
    sentence: last,
    name: isLecture ? `${speaker}讲党课` : what,
    aliases: [what],
    rule: 'meeting.attended',
  });
  const present = rolesIn(reading, last).map(({ person, role, rule }) => ({
    person: person.name,
    role,
    rule,
    start: last.start,
    end: last.end,
  }));
  for (const sentence of doc.sentences) {
    for (const { name } of within(reading.programs, sentence)) {
      const { start, end } = sentence;
      draft.programs.push({ value: name, start, end, rule: 'event.about' });
    }
  }
  draft.participants.push(...speeches, ...present.filter(({ role }) => role !== 'spoke'));
  return draft;
}
