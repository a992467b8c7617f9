/** Who presented at a meeting: places and bodies that 作交流发言. */
import type { EventLink, Sentence } from '../types.ts';
import { narrowest, type Reading, within } from './reading.ts';

export type Presenter = EventLink<{ readonly kind: 'Place' | 'Organization'; readonly ref: string }>;

const PRESENTS =
  /(?:交流发言|经验介绍|经验分享|典型发言|表态发言|作了?发言|交流经验|介绍经验|登台交流|书面交流|经验交流|大会发言|请上了?发言席)/u;
/** Presenters that are not named: 另有部分县作了书面交流. */
const UNNAMED = /(?:部分|有关|若干|其他|\d+家)[^，。；]{0,10}$/u;
const CONFIDENCE = 0.9;

/** The presenters that a sentence names. The list stands before the verb; each item starts its path anew. */
export function findPresenters(reading: Reading, sentence: Sentence): readonly Presenter[] {
  const { text } = reading.doc;
  const presenters: Presenter[] = [];
  let from = sentence.start;
  for (const match of text.slice(sentence.start, sentence.end).matchAll(new RegExp(PRESENTS, 'gu'))) {
    const verb = sentence.start + match.index;
    // 请上了发言席：A、B、C names them behind the verb.
    const isAfter = match[0].includes('请上');
    const span = isAfter ? { start: verb, end: sentence.end } : { start: from, end: verb };
    from = verb + match[0].length;
    const link = { start: sentence.start, end: sentence.end, rule: 'presenters.list', confidence: CONFIDENCE };
    for (const place of narrowest(within(reading.places, span))) {
      if (UNNAMED.test(text.slice(span.start, place.start))) continue;
      presenters.push({ value: { kind: 'Place', ref: place.place.path }, ...link });
    }
    for (const body of within(reading.organizations, span)) {
      presenters.push({ value: { kind: 'Organization', ref: body.name }, ...link });
    }
  }
  return presenters;
}
