/** Where an event was that its own sentence places nowhere: the scene of a feature, or what it was part of. */
import { within } from '../spans.ts';
import { isAct } from './merge.ts';
import type { Draft, Reading } from './reading.ts';

/** The rule of a plenum that is only quoted (省党代会提出…). */
export const QUOTED_MEETING = 'meeting.decided';
/** 在这里: at the place named last. */
const HERE = /[在到于](?:这里|此地|该[村镇乡]|这个(?:村|社区|镇|乡|街道))/u;

/** Gives an event the place of the one that it was part of, or of the accident that it followed. */
export function takePlace(draft: Draft, outer: Draft): void {
  const [outerPlace] = outer.places;
  const isAtMeeting = draft.type === 'inspection' && (outer.type === 'meeting' || outer.type === 'ceremony');
  const isOnVisit =
    draft.type === 'meeting' && outerPlace && outer.places.every(({ value }) => isBelow(value, outerPlace.value));
  if (draft.isWithin && (isAtMeeting || isOnVisit || isAct(draft)) && draft.places.length === 0 && outerPlace) {
    const { start, end } = draft.sentence;
    draft.places.push({ ...outerPlace, start, end, rule: 'meeting.within' });
  }
  // A rescue is where the accident was.
  if (draft.type === 'operation' && draft.places.length === 0 && outer.type === 'incident' && outerPlace) {
    const { start, end } = draft.sentence;
    draft.places.push({ ...outerPlace, start, end, rule: 'deed.scene' });
  }
}

/** A feature stays where its scene is: what it tells without a place happened at the village or township named last. */
export function setScene({ doc, places }: Reading, draft: Draft): void {
  const { type, sentence } = draft;
  const words = doc.text.slice(sentence.start, sentence.end);
  const stays = isAct(draft) || type === 'meeting' || type === 'lecture' || type === 'training' || type === 'ceremony';
  if ((doc.article.kind !== 'feature' && !HERE.test(words)) || draft.places.length > 0 || !stays) return;
  if (draft.rule === QUOTED_MEETING) return;
  const known = within(places, { start: 0, end: sentence.end }).findLast(
    ({ place: { level } }) => level === 'village' || level === 'township',
  );
  if (!known) return;
  const { start, end } = sentence;
  draft.places.push({ value: known.place.path, start, end, rule: 'event.setting' });
}

/** Whether a place is another one or lies in it. */
function isBelow(place: string, other: string): boolean {
  return place === other || place.startsWith(`${other}/`);
}
