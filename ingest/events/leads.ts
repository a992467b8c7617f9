/** The first sentence of an article as what dates its first event. */
import { within } from '../spans.ts';
import type { Draft, Reading } from './reading.ts';

/** Kinds of event that all of what follows tells of. */
export const GOES_ON: ReadonlySet<Draft['type']> = new Set(['meeting', 'interview', 'lecture', 'training', 'ceremony']);

/**
 * 5月10日，某村来了客人。通气会就开在这里。· 3月的浙北，乍暖还寒。: where the first sentence tells of nothing but a time, the
 * article's first event takes it if it has none, and so does what happened beside it.
 */
export function dateByLead({ doc, dates }: Reading, drafts: readonly Draft[]): void {
  const lead = doc.sentences.find(({ paragraph }) => paragraph === 0);
  const first = drafts[0];
  // A scene has read its own hour.
  if (first?.rule === 'scene.opening') return;
  if (!lead || !first || first.date?.date || !GOES_ON.has(first.type) === (first.type !== 'inspection')) return;
  const isVague = first.date?.use === 'vague';
  const day = within(dates, lead).find(
    ({ use, date }) => use === 'point' && (date?.precision === 'month' || (date?.precision === 'day' && !isVague)),
  );
  if (!day || drafts.some(({ sentence, date }) => sentence.index === lead.index || date === day)) return;
  const vague = first.date;
  first.date = day;
  for (const draft of drafts) if (draft.isWithin && (!draft.date || draft.date === vague)) draft.date = day;
}
