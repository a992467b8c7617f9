/** The places an article names, as paths from the province down. */
import type { Gazetteer } from './gazetteer.ts';
import { placeCandidateFinder } from './place-candidates.ts';
import { resolvePlaces } from './place-resolution.ts';
import type { Document, PlaceMention, Staged } from './types.ts';

/** `2020-03` of an ISO date cut to its precision. */
const MONTH_LENGTH = 7;

/**
 * Every place the document names, in text order: provinces to villages, foreign countries, and words that mean a place
 * already named (全市, 该县). Paths are those valid in the article's month; offsets count UTF-16 units of `doc.text`.
 * Parents that the text does not name are not listed. Never throws.
 */
export function findPlaces(doc: Document, gazetteer: Gazetteer): Staged<PlaceMention> {
  const { text, sentences, pageDate, home } = doc;
  const candidates = placeCandidateFinder(gazetteer)(text);
  const month = pageDate === null ? null : pageDate.value.slice(0, MONTH_LENGTH);
  let sentence = 0;
  const sentenceStart = (position: number): number => {
    if ((sentences[sentence]?.start ?? 0) > position) sentence = 0;
    while ((sentences[sentence]?.end ?? text.length) <= position && sentence < sentences.length - 1) sentence++;
    return sentences[sentence]?.start ?? 0;
  };
  const { items, issues } = resolvePlaces(candidates, { text, gazetteer, home, month, sentenceStart });
  return {
    items: items.map(({ start, end, place, rule, confidence }) => ({
      kind: 'Place',
      start,
      end,
      place: month === null ? place : { ...place, path: gazetteer.pathIn(place.path, month) },
      rule,
      confidence,
    })),
    issues,
  };
}
