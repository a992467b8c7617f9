/** Resolves what a text says about time to days, months and years. */

import { foldWidth } from './chinese.ts';
import { type DateExpression, findDateExpressions } from './date-expressions.ts';
import { type Memory, remember, resolve } from './date-resolution.ts';
import type { DateMention, Document, Issue, Staged } from './types.ts';

const CONFIDENCE = {
  printed: 0.99,
  monthDay: 0.97,
  day: 0.9,
  month: 0.9,
  year: 0.9,
  offset: 0.9,
  weekday: 0.75,
  same: 0.8,
  vague: 0.95,
  duration: 0.9,
  unresolved: 0.5,
} as const;
const DAYPART = '(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上?|夜间|深夜)?';
const RANGE = new RegExp(`^${DAYPART}(?:\\((?:星期|周)[一二三四五六日天]\\))?(?:至|到|—{1,2}|–|~|-)$`, 'u');
const LIST = /^[、和及]$/u;
/** Behind a day from which on something goes on. */
const GOES_ON = new RegExp(`^${DAYPART}(?:开始|以来|起(?![草来码点步火飞诉])|至今|迄今|为?止)`, 'u');
const CLAUSE = 30;

/**
 * Every expression of time in the document, in text order, resolved against the page's date, the dateline and the dates before it (grammar of the
 * press: a bare day is the latest such day up to publication). Ranges are one mention with `to`. Issue `unresolved-date`: a day or month whose year nothing
 * gives.
 */
export function findDates(document: Document): Staged<DateMention> {
  const { text } = document;
  const folded = foldWidth(text);
  const expressions = findDateExpressions(text);
  const items: DateMention[] = [];
  const issues: Issue[] = [];
  let memory: Memory = {
    page: document.pageDate,
    dateline: document.article.dateline,
    announces: document.article.kind === 'notice',
    points: [],
    opening: null,
  };
  let sentence = 0;
  for (let i = 0; i < expressions.length; i += 1) {
    const first = expressions[i] as DateExpression;
    const next = expressions[i + 1];
    while (first.start >= (document.sentences[sentence]?.end ?? Number.POSITIVE_INFINITY)) sentence += 1;
    const paragraph = document.sentences[sentence]?.paragraph ?? -1;
    const around = {
      before: folded.slice(Math.max(0, first.start - CLAUSE), first.start),
      after: folded.slice(first.end, first.end + CLAUSE),
    };
    const place = { sentence, paragraph };
    const resolved = resolve(first, memory, { ...around, ...place });
    const withFirst = remember(memory, resolved, first, { ...place, happened: true });
    const last = next && rangeEnd(first, next, folded) ? resolve(next, withFirst, { ...around, ...place }) : null;
    const end = next && last ? next.end : first.end;
    const to = last ? (last.date?.value ?? null) : resolved.to;
    if (last) i += 1;
    const overYears = to !== null && resolved.date !== null && resolved.date.precision === 'year';
    const use = overYears ? 'duration' : useOf(first, folded, end);
    memory = use === 'duration' ? remember(memory, resolved, first, { ...place, happened: false }) : withFirst;
    if (resolved.date === null && use === 'point' && first.kind === 'calendar')
      issues.push({ stage: 'dates', reason: 'unresolved-date', text: text.slice(first.start, end) });
    const confidence =
      resolved.date === null && use === 'point'
        ? CONFIDENCE.unresolved
        : use === 'duration'
          ? CONFIDENCE.duration
          : CONFIDENCE[resolved.certainty];
    items.push({
      kind: 'Date',
      start: first.start,
      end,
      date: resolved.date,
      to,
      use,
      rule: `dates.${ruleOf(first, to !== null)}`,
      confidence,
    });
  }
  return { items, issues };
}

/** `6月3日至5日`, `10月19日至昨日`, `3日、4日`. */
function rangeEnd(first: DateExpression, next: DateExpression, folded: string): boolean {
  const between = folded.slice(first.end, next.start);
  if (first.kind !== 'calendar') return false;
  if (RANGE.test(between)) return next.kind === 'calendar' || next.kind === 'offset';
  return (
    LIST.test(between) &&
    first.day !== null &&
    next.kind === 'calendar' &&
    next.day !== null &&
    next.month === null &&
    next.relativeMonth === null
  );
}

function useOf(expression: DateExpression, folded: string, end: number): DateMention['use'] {
  if (expression.kind === 'duration' || expression.kind === 'vague' || expression.kind === 'same')
    return expression.kind;
  const after = folded.slice(end, end + CLAUSE).split(/[，。；！？,;!?\n]/u, 1)[0] as string;
  const before = folded.slice(Math.max(0, expression.start - 6), expression.start);
  const goesOn = GOES_ON.test(after) || /(?:以来|算起)$|^[之以]?前(?![往后去期来任])/u.test(after);
  return goesOn || /(?:截至|截止到?)(?:目前|今年)?$/u.test(before) ? 'duration' : 'point';
}

function ruleOf(expression: DateExpression, isRange: boolean): string {
  if (isRange) return 'range';
  if (expression.kind !== 'calendar') return expression.kind;
  const { year, relativeYear, month, relativeMonth, day } = expression;
  if (day !== null) return year !== null ? 'full' : month !== null ? 'month-day' : 'day';
  return month !== null || relativeMonth !== null ? 'month' : year !== null || relativeYear !== null ? 'year' : 'day';
}
