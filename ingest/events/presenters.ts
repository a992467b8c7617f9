/** Who presented at a meeting: places and bodies that 作交流发言. */

import { within } from '../spans.ts';
import type { EventLink, OrganizationMention, PlaceMention, Sentence, Span } from '../types.ts';
import { narrowest, type Reading } from './reading.ts';
import { groupStart } from './stops.ts';

export type Presenter = EventLink<{ readonly kind: 'Place' | 'Organization'; readonly ref: string }>;

const PRESENTS =
  /(?:交流发言|经验介绍|经验分享|典型发言|表态发言|作了?发言|交流经验|介绍(?:了)?[^，。；]{0,6}经验|交流(?:了)?[^，。；]{0,6}(?:经验|做法)|登台交流|书面交流|经验交流|分享(?:了)?[^，。；]{0,6}经验|(?:负责人|负责同志)[^，。；]{0,8}发言|大会发言|请上了?发言席|作(?:了)?(?:经验)?(?:交流|分享)(?=[，。；]))/gu;
/** Presenters that are not named: 另有部分县作了书面交流. */
const UNNAMED = /(?:部分|有关|若干|其他|\d+家)[^，。；]{0,10}$/u;
/** 某市公安局某分局: a place that begins a body's name is none of the list. */
const PART_OF_NAME =
  /^(?:市委|县委|区委|委|人民|公安|检察|法院|司法|党委|政府|消防|交警|教育|民政|信访|综治|税务|市场)/u;
const UNNAMED_REACH = 14;
const LIST_GAP = /^[^，,。；;：！？]{0,14}$/u;

/** The presenters that a sentence names: the list that stands right before the verb; each item starts its path anew. */
export function findPresenters(reading: Reading, sentence: Sentence): readonly Presenter[] {
  const { text } = reading.doc;
  const presenters: Presenter[] = [];
  const link = { start: sentence.start, end: sentence.end, rule: 'presenters.list' };
  for (const match of text.slice(sentence.start, sentence.end).matchAll(PRESENTS)) {
    const verb = sentence.start + match.index;
    // 三个县被请上了发言席：甲县、乙县 names them behind the verb.
    const isAfter = match[0].includes('请上');
    const span = isAfter ? { start: verb, end: sentence.end } : { start: sentence.start, end: verb };
    const items = listBefore(
      reading,
      span,
      isAfter ? (text[sentence.end - 1] === '。' ? sentence.end - 1 : sentence.end) : verb,
    );
    for (const item of items) {
      if (item.kind === 'Place' && PART_OF_NAME.test(text.slice(item.end, verb))) continue;
      if (UNNAMED.test(text.slice(Math.max(span.start, item.start - UNNAMED_REACH), item.start))) continue;
      const value =
        item.kind === 'Place'
          ? ({ kind: 'Place', ref: item.place.path } as const)
          : ({ kind: 'Organization', ref: item.name } as const);
      presenters.push({ value, ...link });
    }
  }
  return presenters;
}

/** Places and bodies that stand in one list ending before `end`: no comma and few words between them. */
function listBefore(reading: Reading, span: Span, end: number): readonly (PlaceMention | OrganizationMention)[] {
  const { text } = reading.doc;
  const bodies = within(reading.organizations, span);
  const places = narrowest(within(reading.places, span)).filter(
    (place) => !bodies.some((body) => body.start <= place.start && place.end <= body.end),
  );
  const items = [...places, ...bodies].sort((a, b) => a.start - b.start);
  const list: (PlaceMention | OrganizationMention)[] = [];
  let at = end;
  for (const item of items.reverse()) {
    const gap = text.slice(item.end, at);
    // 某市公安局|某区分局: the first is the second's superior.
    if (gap === '' && list.length > 0 && item.kind === 'Organization') {
      at = item.start;
      continue;
    }
    // 某区委书记某人介绍经验: the person presents.
    if (!LIST_GAP.test(gap) || within(reading.persons, { start: item.end, end: at }).length > 0) break;
    list.unshift(item);
    at = item.kind === 'Place' ? groupStart(within(reading.places, span), item) : item.start;
  }
  return list;
}
