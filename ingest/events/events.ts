/**
 * Stage: mentions → events with their date, places, people and programs.
 *
 * Sentences are read in order. Trigger rules draft events (`meetings.ts`, `visits.ts`, `interviews.ts`, `happenings.ts`); a story
 * (`story.ts`) takes them in, joins those that tell of one event and hands each sentence's roles, stops and programs to its event.
 */
import type { DateMention, EventFrame, Participation, Sentence } from '../types.ts';
import { findDatedAct } from './acts.ts';
import { captionScene } from './captions.ts';
import { namedAtTheEnd } from './continuations.ts';
import { findDeeds } from './deeds.ts';
import { findHappening } from './happenings.ts';
import { findInterviews, titledInterview } from './interviews.ts';
import { dateByLead } from './leads.ts';
import { meetingFinder } from './meetings.ts';
import type { Draft, Reading } from './reading.ts';
import { openingScene } from './scenes.ts';
import { LONGEST_SENTENCE, Story } from './story.ts';
import { visitFinder } from './visits.ts';

export type FindEvents = (reading: Reading) => readonly EventFrame[];

/** Prepares the trigger lists once; the result finds the events of one document. */
export function eventFinder(): FindEvents {
  const findMeetings = meetingFinder();
  const findVisits = visitFinder();

  const triggers = (reading: Reading, sentence: Sentence, outerDate: DateMention | null): readonly Draft[] => {
    if (reading.doc.article.kind === 'notice' || sentence.end - sentence.start > LONGEST_SENTENCE) return [];
    const main = [
      ...findMeetings(reading, sentence),
      ...findVisits(reading, sentence),
      ...findInterviews(reading, sentence),
    ];
    if (main.length > 0 || sentence.paragraph < 0) return main;
    const happening = findHappening(reading, sentence);
    const deeds = findDeeds(reading, sentence, outerDate);
    // Beside an accident only the rescue is told; whatever else is done there belongs to it.
    const told = happening ? [happening, ...deeds.filter(({ type }) => type === 'operation')] : deeds;
    return told.length > 0 ? told : findDatedAct(reading, sentence);
  };

  return (reading) => {
    const scene = captionScene(reading, findMeetings);
    if (reading.doc.article.kind === 'caption') return scene ? [toFrame(scene, reading.doc.text)] : [];
    const story = new Story(reading);
    const interview = titledInterview(reading);
    if (interview) story.add(interview);
    const opening = openingScene(reading);
    for (const sentence of reading.doc.sentences) {
      const found = triggers(reading, sentence, story.date);
      // Only what nothing else tells of: where the opening is a meeting or a visit, that is the event.
      const sets = opening?.sentence === sentence && found.length === 0 && story.drafts.length === 0;
      story.read(sentence, sets ? [opening] : found);
    }
    const told = story.drafts;
    dateByLead(reading, told);
    // A continuation often names its event only in the last lines: 全体民警参加党课.
    const ending = told.length === 0 && reading.doc.article.kind === 'continuation' ? namedAtTheEnd(reading) : null;
    return (ending ? [ending] : told).map((draft) => toFrame(draft, reading.doc.text));
  };
}

/** Roles that follow from the kind of event where no verb gives one. */
function impliedRoles(draft: Draft): Participation[] {
  const role = draft.type === 'interview' || draft.type === 'lecture' ? 'spoke' : 'attended';
  if (draft.type === 'meeting' && draft.rule !== 'visit.reception') return [];
  const { start, end } = draft.sentence;
  // The guest of an interview speaks, whatever else is said of him.
  const isKnown = (person: string) =>
    draft.participants.some((known) => known.person === person && (draft.type !== 'interview' || known.role === role));
  return draft.actors
    .filter((person) => !isKnown(person))
    .map((person) => ({ person, role, start, end, rule: 'role.actor' }));
}

function toFrame(draft: Draft, text: string): EventFrame {
  const all = [...draft.participants, ...impliedRoles(draft)];
  const active = new Set(all.filter(({ role }) => role !== 'attended').map(({ person }) => person));
  const date = draft.date;
  const dateText = date ? text.slice(date.start, date.end) : null;
  const [name = '', ...aliases] = draft.names;
  return {
    kind: 'Event',
    start: draft.start,
    end: draft.end,
    rule: draft.rule,
    name,
    aliases: [...new Set(aliases)].filter((alias) => alias !== name),
    type: draft.type,
    date: date?.use === 'vague' ? null : (date?.date ?? null),
    dateTo: date?.to ?? null,
    dateText,
    participants: all.filter(({ role, person }) => role !== 'attended' || !active.has(person)),
    places: draft.places,
    presenters: draft.presenters,
    organizers: draft.organizers,
    programs: draft.programs,
  };
}
