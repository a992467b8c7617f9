/** When two drafts tell of one event, and what the joined draft keeps. */
import { addDays } from '../calendar.ts';
import type { Draft } from './reading.ts';

/** Share of common bigrams (Dice) from which two meeting names are one; headlines shorten names, so less is asked of them. */
const SAME_NAME = 0.55;
const SAME_HEADLINE = 0.35;
/** Share of the shorter name's bigrams that the longer one has, from which they are one. */
const SAME_SHORTER = 0.75;
/** Scope words and years that one mention of a meeting has and another leaves out. */
const SCOPE = /(?:全国|全省|全市|全县|全区|全镇|\d{4}年|我省|我市|[省市县区](?=[^省市县区]{4}))/gu;

const ON_TOUR = /^(?:调研|考察|检查|督导|督查|考核|巡查|评估)(?:组|团)(?!暗访)/u;
const OPERATION = 'deed.operation';
const OPENING = 'scene.opening';

/** Whether `later` tells again of the event of `earlier` (both of one article). */
export function isSameEvent(earlier: Draft, later: Draft): boolean {
  const isRescue = earlier.rule === OPERATION || (earlier.rule === OPENING && earlier.type === 'operation');
  if (isRescue && later.rule === OPERATION) return isSameOperation(earlier, later);
  const dates = [earlier.date?.date?.value, later.date?.date?.value];
  const differ = dates[0] && dates[1] && !dates[0].startsWith(dates[1]) && !dates[1].startsWith(dates[0]);
  if (differ && !isTourDay(earlier, later)) return false;
  if (earlier.type === 'interview' && later.type === 'interview') {
    const areGuests = isGuest(earlier) && isGuest(later);
    return !areGuests || shareActor(earlier, later);
  }
  if (earlier.type !== later.type) return false;
  if (earlier.type === 'inspection') {
    // 调研组随后来到…: the team of the visit goes on; those who were at a meeting go on a tour of their own.
    const isOther = later.actors.length > 0 || !ON_TOUR.test(later.names[0] ?? '');
    const differs =
      later.isWithin && isOther && earlier.sentence.index !== later.sentence.index && !shareActor(earlier, later);
    return !differs && (shareActor(earlier, later) || earlier.actors.length === 0 || later.actors.length === 0);
  }
  if (earlier.rule === 'visit.reception' || later.rule === 'visit.reception') {
    return earlier.rule === later.rule && shareActor(earlier, later);
  }
  if (refersTo(earlier, later)) return true;
  if (earlier.rule === 'meeting.hosted' && later.rule === 'meeting.hosted')
    return shareActor(earlier, later) || sameName(earlier, later);
  if (isAct(earlier) || isAct(later)) {
    return (
      earlier.rule === later.rule &&
      earlier.date?.date?.value === later.date?.date?.value &&
      (shareNameWords(earlier, later) || shareOrganizer(earlier, later))
    );
  }
  const isHeadline = earlier.sentence.paragraph < 0 && later.date !== null;
  return sameName(earlier, later) || (isHeadline && nearest(earlier, later) >= SAME_HEADLINE);
}

/** 主持召开茶企座谈会。座谈会上，…: a bare name that opens a sentence is the meeting just told, if that ends so. */
function refersTo(earlier: Draft, later: Draft): boolean {
  const [bare] = later.names;
  const isBare = later.rule === 'meeting.hosted' && later.isWithin && later.actors.length === 0;
  return isBare && bare !== undefined && earlier.names.some((name) => name.endsWith(bare));
}

/** 22日至24日，…赴某市。23日，调研组走访…: a later day of a tour of several days. */
function isTourDay(earlier: Draft, later: Draft): boolean {
  if (earlier.type !== 'inspection' || later.type !== 'inspection' || !ON_TOUR.test(later.names[0] ?? '')) return false;
  const [from, to, day] = [earlier.date?.date?.value, earlier.date?.to, later.date?.date?.value];
  return Boolean(from && to && day && from <= day && day <= to);
}

/** A rescue or a hunt is told over sentences; only one that names a day of its own, and other people, is another one. */
function isSameOperation(earlier: Draft, later: Draft): boolean {
  const { date, sentence } = later;
  const goesOn = !date || date.start < sentence.start || date.date?.basis === 'context';
  if (goesOn) return true;
  if (!earlier.date?.date) return shareOrganizer(earlier, later) || later.organizers.length === 0;
  // The night goes on: 5日凌晨，救援人员终于找到了他们.
  const isNextDay = earlier.date.date.precision === 'day' && addDays(earlier.date.date.value, 1) === date.date?.value;
  if (isNextDay && later.actors.length === 0 && later.organizers.length === 0) return true;
  const isDay = earlier.date?.date?.value === date.date?.value;
  return isDay && (shareActor(earlier, later) || shareOrganizer(earlier, later) || shareNameWords(earlier, later));
}

/** Whether a draft is of what somebody did or what befell somebody: nobody speaks at it but those who were there. */
export function isAct({ rule }: Draft): boolean {
  return rule.startsWith('happening') || rule.startsWith('deed') || rule.startsWith('scene');
}

function isGuest({ rule }: Draft): boolean {
  return rule === 'interview.titled' || rule === 'interview.stated';
}

/** The best likeness of any two names. */
function nearest(a: Draft, b: Draft): number {
  return Math.max(0, ...a.names.flatMap((x) => b.names.map((y) => dice(x, y))));
}

/** How exact a date is; none is least. */
const EXACTNESS = { day: 3, month: 2, year: 1 } as const;

/**
 * Adds what `later` knows to `earlier`. The more exact date wins, and what the body says stands before the headline: its
 * name is the full one, and its sentence is the evidence.
 */
export function mergeInto(earlier: Draft, later: Draft): void {
  if (earlier.sentence.paragraph < 0 && later.sentence.paragraph >= 0) {
    earlier.names.unshift(...later.names.slice(0, 1).filter((name) => !earlier.names.includes(name)));
    Object.assign(earlier, { sentence: later.sentence, start: later.start, end: later.end });
  }
  for (const name of later.names) if (!earlier.names.includes(name)) earlier.names.push(name);
  for (const actor of later.actors) if (!earlier.actors.includes(actor)) earlier.actors.push(actor);
  const exactness = ({ date }: Draft) => (date?.date ? EXACTNESS[date.date.precision] : 0);
  if (exactness(later) > exactness(earlier)) earlier.date = later.date;
  earlier.places.push(...later.places);
  earlier.participants.push(...later.participants);
  earlier.presenters.push(...later.presenters);
  earlier.organizers.push(...later.organizers);
  earlier.programs.push(...later.programs);
}

function shareActor(a: Draft, b: Draft): boolean {
  return a.actors.some((actor) => b.actors.includes(actor));
}

function sameName(a: Draft, b: Draft): boolean {
  return a.names.some((x) => b.names.some((y) => isSameMeeting(x, y)));
}

function shareOrganizer(a: Draft, b: Draft): boolean {
  return a.organizers.some(({ value }) => b.organizers.some((other) => other.value === value));
}

function shareNameWords(a: Draft, b: Draft): boolean {
  return nearest(a, b) >= SAME_HEADLINE;
}

/** Meeting names are one if one holds the other or most of their bigrams agree, scope words aside. */
export function isSameMeeting(a: string, b: string): boolean {
  const x = a.replace(SCOPE, '');
  const y = b.replace(SCOPE, '');
  const shorter = x.length < y.length ? x : y;
  const longer = shorter === x ? y : x;
  if (shorter.length < SHORTEST_NAME) return false;
  if (longer.includes(shorter)) return true;
  const { common, fewer, sum } = bigrams(shorter, longer);
  return diceOf(common, sum) >= SAME_NAME || (fewer > 0 && common / fewer >= SAME_SHORTER);
}

/** Names shorter than this (座谈会) say too little to be compared. */
const SHORTEST_NAME = 4;

/** Common bigrams of two strings, and how many each has. */
function bigrams(a: string, b: string): { readonly common: number; readonly fewer: number; readonly sum: number } {
  const [x, y] = [gramsOf(a), gramsOf(b)];
  let common = 0;
  for (const gram of x) if (y.has(gram)) common += 1;
  return { common, fewer: Math.min(x.size, y.size), sum: x.size + y.size };
}

function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (let at = 0; at + 2 <= text.length; at += 1) grams.add(text.slice(at, at + 2));
  return grams;
}

/** Dice coefficient of the two strings' sets of character bigrams, 0 to 1. */
function dice(a: string, b: string): number {
  const { common, sum } = bigrams(a, b);
  return diceOf(common, sum);
}

function diceOf(common: number, sum: number): number {
  return sum === 0 ? 0 : (2 * common) / sum;
}
