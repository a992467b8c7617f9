/** Guesses the day, month or year of a page that prints no date, from what its articles say. */
import { readWeekday, weekdayOf } from './calendar.ts';
import { foldWidth, readNumber } from './chinese.ts';
import { type DateExpression, findDateExpressions } from './date-expressions.ts';
import { dateAt } from './date-values.ts';
import { loadWordLists } from './lexicon.ts';
import type { Article, DateValue } from './types.ts';

const LISTS = loadWordLists('layout.lex');
const ANNIVERSARIES = LISTS.pairs('anniversary').map(
  ([what, year]) => [new RegExp(`${what}[^。；，\\d]{0,20}?(\\d{1,3})周年`, 'gu'), Number(year)] as const,
);
const PERIODS = LISTS.pairs('period').map(([words, years]) => ({ words, years: years.split('-').map(Number) }));
const CONGRESSES = LISTS.pairs('congress').map(([name, year]) => ({ name, year: Number(year) }));

const COUNTED = LISTS.pairs('counted').map(
  ([name, year]) =>
    [new RegExp(`第([\\d一二三四五六七八九十]{1,3})[个届次][^。;,]{0,6}?${name}`, 'gu'), Number(year)] as const,
);

/** A page is dated between these years. */
const YEARS = { first: 1949, last: 2050 };
/** Weights of the hints; a year needs the sum `enough`. */
const WEIGHT = {
  weekday: 3,
  anniversary: 3,
  stated: 3,
  title: 2,
  newest: 1,
  newestInLead: 1,
  afterNewest: 1,
  period: 1,
  outsidePeriod: -3,
  congress: 3,
  impossible: -8,
  enough: 2,
};
const LEAD = 220;
/** 举办2023年全市培训班: what a lead tells of is of the year it is held for. */
const HELD_FOR =
  /(?:举办|召开|举行|启动|开展|组织|部署|参加|出席)(?:了)?(20\d\d)年(?:度|上半年|下半年|第[一二三四]季度|[春夏秋冬]季)?(?![^,。;]{0,20}(?:总结|表彰|考核))/gu;
/** A paper reports an event at most so many days later. */
const DELAY = 2;

interface MonthDay {
  readonly month: number;
  readonly day: number | null;
  readonly thisYear?: boolean;
}

/**
 * The date of publication by the cues of a page's articles and of its `labels` (short lines outside them): basis `dateline` if a
 * dateline prints the day, else `cue`. The year comes from anniversaries, campaigns, congresses, printed weekdays and the newest year
 * named; month (and day, where a notice names the issue) from the newest event in the leads. Null if nothing gives a year.
 */
export function guessPageDate(articles: readonly Article[], labels: readonly string[]): DateValue | null {
  const texts = articles.map(({ title, dateline, text }) => `${title ?? ''}。${dateline ?? ''}。${text}`);
  const text = foldWidth([...texts, ...labels].join('\n'));
  const newest = datesIn(text).at(-1) ?? null;
  const filed = newestDateline(articles);
  const when = filed ?? announcedIssue(text, articles) ?? newestEvent(articles);
  const scores = yearScores(articles, text, newest);
  if (newest !== null && filed !== null && isBefore(filed, newest)) {
    const next = Number(newest.slice(0, 4)) + 1;
    scores.set(next, (scores.get(next) ?? 0) + WEIGHT.newest);
  }
  let best: { readonly date: DateValue; readonly score: number } | null = null;
  for (let year = YEARS.first; year <= YEARS.last; year += 1) {
    const date =
      when === null ? dateAt(year, null, null, 'cue') : dateAt(year, when.month, when.day, filed ? 'dateline' : 'cue');
    if (date === null) continue;
    const early = newest !== null && date.value < newest.slice(0, date.value.length);
    const score = (scores.get(year) ?? 0) + (early ? WEIGHT.impossible : 0);
    if (score >= WEIGHT.enough && score > (best?.score ?? 0)) best = { date, score };
  }
  if (best && when === null && newest !== null && newest.length > 4 && newest.startsWith(best.date.value))
    return { value: newest.slice(0, 7), precision: 'month', basis: 'cue' };
  return best?.date ?? null;
}

function yearScores(articles: readonly Article[], text: string, newest: string | null): Map<number, number> {
  const scores = new Map<number, number>();
  const add = (year: number, weight: number) => scores.set(year, (scores.get(year) ?? 0) + weight);
  const addRange = (first: number, last: number, inside: number, outside: number) => {
    for (let year = YEARS.first; year <= YEARS.last; year += 1)
      add(year, year >= first && year <= last ? inside : outside);
  };
  if (newest !== null) {
    const year = Number(newest.slice(0, 4));
    add(year, WEIGHT.newest);
    if (newest.length > 4 && leads(articles).some((lead) => datesIn(foldWidth(lead)).includes(newest)))
      add(year, WEIGHT.newestInLead);
    add(year + 1, WEIGHT.afterNewest);
    addRange(year, YEARS.last, 0, WEIGHT.impossible);
  }
  for (const [pattern, from] of ANNIVERSARIES)
    for (const years of once(text, pattern)) add(from + Number(years), WEIGHT.anniversary);
  for (const [pattern, before] of COUNTED)
    for (const count of once(text, pattern)) add(before + (readNumber(count) ?? 0), WEIGHT.anniversary);
  for (const lead of leads(articles))
    for (const year of once(foldWidth(lead), HELD_FOR)) add(Number(year), WEIGHT.stated);
  for (const year of once(text, /去年,(?:也)?(?:就)?是(20\d\d)年|去年\((20\d\d)年\)/gu))
    add(Number(year) + 1, WEIGHT.stated);
  for (const year of once(text, /今年\((20\d\d)年\)|今年是(20\d\d)年/gu)) add(Number(year), WEIGHT.stated);
  for (const { title } of articles)
    for (const year of once(foldWidth(title ?? ''), /(20\d\d)年/gu)) add(Number(year), WEIGHT.title);
  for (const { words, years } of PERIODS)
    if (text.includes(words)) addRange(years[0] ?? 0, years[1] ?? 0, WEIGHT.period, WEIGHT.outsidePeriod);
  for (const { name, year } of CONGRESSES) {
    if (new RegExp(`迎接[^。;]{0,10}${name}|${name}[^。;]{0,6}胜利(?:召开|举行|闭幕|落幕)`, 'u').test(text))
      add(year, WEIGHT.congress);
    else if (text.includes(name)) {
      addRange(year, YEARS.last, 0, WEIGHT.outsidePeriod);
      // A plenary session is spoken of until the next one, a congress for years.
      if (name.endsWith('全会')) addRange(year, year + 1, WEIGHT.period, 0);
    }
  }
  for (const match of text.matchAll(/(\d{1,2})月(\d{1,2})日\((?:星期|周)([一二三四五六日天])\)/gu)) {
    const weekday = readWeekday(match[3] as string);
    for (let year = YEARS.first; year <= YEARS.last; year += 1) {
      const date = dateAt(year, Number(match[1]), Number(match[2]), 'cue');
      add(year, date !== null && weekdayOf(date.value) === weekday ? WEIGHT.weekday : WEIGHT.outsidePeriod);
    }
  }
  return scores;
}

/** The first groups of all matches, each once. */
function once(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...text.matchAll(pattern)].map((match) => match.slice(1).find((group) => group !== undefined) ?? ''));
}

/** Dates printed with their year that lie in the past, oldest first, ISO cut to what is printed. */
function datesIn(text: string): readonly string[] {
  return findDateExpressions(text)
    .filter((expression) => expression.kind === 'calendar' && expression.year !== null && !isAhead(text, expression))
    .map((expression) =>
      expression.kind === 'calendar' && expression.year !== null
        ? dateAt(expression.year, expression.month, expression.day, 'printed')
        : null,
    )
    .filter((date) => date !== null)
    .map(({ value }) => value)
    .sort();
}

function isAhead(text: string, { start, end }: DateExpression): boolean {
  return (
    /(?:到|至|力争|预计|将[于在]?|拟于?|定于|计划|规划|目标)\s?$/u.test(text.slice(Math.max(0, start - 4), start)) ||
    /^(?:底|末)?之?前|^至20/u.test(text.slice(end, end + 4)) ||
    /底$/u.test(text.slice(start, end))
  );
}

/** Whether the dateline's day falls before the newest printed date if set in that year: then the page is of the year after. */
function isBefore({ month, day }: MonthDay, newest: string): boolean {
  const filed = dateAt(Number(newest.slice(0, 4)), month, day, 'dateline')?.value ?? '';
  return newest.length > 4 && filed.slice(0, newest.length) < newest;
}

function newestDateline(articles: readonly Article[]): MonthDay | null {
  const days = articles
    .map(({ dateline }) => /(\d{1,2})月(\d{1,2})日/u.exec(dateline ?? ''))
    .filter((match) => match !== null);
  return latest(days.map((match) => ({ month: Number(match[1]), day: Number(match[2]) })));
}

/** An issue that a notice announces (`调整到9月30日出版`) and that would follow an event of the leads closely is this one. */
function announcedIssue(text: string, articles: readonly Article[]): MonthDay | null {
  const issues = [...text.matchAll(/(\d{1,2})月(\d{1,2})日(?:\(星期[一二三四五六日天]\))?出版/gu)].map((match) => ({
    month: Number(match[1]),
    day: Number(match[2]),
  }));
  const days = leads(articles)
    .flatMap((lead) => calendarIn(lead).map(({ day }) => day))
    .filter((day) => day !== null);
  return latest(issues.filter((issue) => days.some((day) => issue.day >= day && issue.day - day <= DELAY)));
}

/** The newest month named, that of the news first. A day is not taken from it: papers report days later. */
function newestEvent(articles: readonly Article[]): MonthDay | null {
  const months = (texts: readonly string[]) =>
    texts.flatMap(calendarIn).flatMap(({ month, day, thisYear }) => (month === null ? [] : [{ month, day, thisYear }]));
  const news = months(leads(articles.filter(({ dateline }) => dateline !== null)));
  const all = months(articles.map(({ text }) => text));
  const found = turnsYear(news) ? latest(news) : (all.sort(byDay).at(-1) ?? null);
  return found && { month: found.month, day: null };
}

function leads(articles: readonly Article[]): readonly string[] {
  return articles
    .filter(({ kind }) => kind === 'news' || kind === 'feature' || kind === 'caption')
    .map(({ dateline, text }) => `${dateline ?? ''}。${text.slice(0, LEAD)}`);
}

/** Months and days printed without their year, or with 今年, and not announced. */
function calendarIn(text: string): readonly { month: number | null; day: number | null; thisYear: boolean }[] {
  const folded = foldWidth(text);
  return findDateExpressions(folded).flatMap((expression) =>
    expression.kind === 'calendar' &&
    expression.year === null &&
    (expression.relativeYear === null || expression.relativeYear === 0) &&
    expression.relativeMonth === null &&
    !isAhead(folded, expression)
      ? [{ month: expression.month, day: expression.day, thisYear: expression.relativeYear === 0 }]
      : [],
  );
}

/** The last of the year, but January and February come after November and December. */
function latest(dates: readonly MonthDay[]): MonthDay | null {
  const inOrder = [...dates].sort(byDay);
  return (turnsYear(dates) ? inOrder.filter(({ month }) => month <= 2) : inOrder).at(-1) ?? null;
}

function byDay(a: MonthDay, b: MonthDay): number {
  return a.month - b.month || (a.day ?? 0) - (b.day ?? 0);
}

/** A month called 今年 beside November is of that year's beginning. */
function turnsYear(dates: readonly MonthDay[]): boolean {
  return dates.some(({ month, thisYear }) => month <= 2 && !thisYear) && dates.some(({ month }) => month >= 11);
}
