/** Reads the masthead of a page: which paper, which issue, which day. */
import type { Block } from './blocks.ts';
import { addDays, isoDate, isoMonth, lunarOf, readWeekday, weekdayOf } from './calendar.ts';
import { foldWidth, isHan, readNumber } from './chinese.ts';
import { isBareDate, isDateLine, isFooter, isFurniture, isSourceLine } from './furniture.ts';
import { type Newspaper, newspaperMarked, newspaperNamed } from './newspapers.ts';
import { pageNumberIn } from './page-number.ts';
import type { DateValue } from './types.ts';

export interface Masthead {
  readonly publication: string | null;
  readonly issue: number | null;
  readonly date: DateValue | null;
  /** The page's own number; null where it prints none, or several. */
  readonly pageNumber: number | null;
  /** Indexes of the blocks that make it up, wherever they stand on the page. */
  readonly blocks: ReadonlySet<number>;
}

/** The head of a page ends within so many blocks. */
const HEAD_BLOCKS = 16;
/** Longest line between two lines of the masthead that is no headline: a day, a section, a slogan. */
const BETWEEN_LIMIT = 6;
/** The paper's name in letters: JIAXING DAILY. */
const LATIN_NAME = /^[A-Za-z][A-Za-z.&'’-]{2,40}$/u;
const PAPER =
  /^[“《【]?(\p{Script=Han}{1,10}?(?:日报|晚报|晨报|早报|时报|周报|商报|法制报|法治报|都市报|导报|快报|侨报|特区报|新报|青年报|工人报|公安报|报|周刊|时刊|网)|今日\p{Script=Han}{2,4})[”》】]?$/u;

/** Finds and reads the masthead among the blocks of a page. */
export function readMasthead(blocks: readonly Block[], newspapers: readonly Newspaper[]): Masthead {
  const furniture = blocks.map(({ text }) => isFurniture(text));
  const head = headOf(blocks, furniture, newspapers);
  const elsewhere = blocks.filter(
    ({ text }, index) => index >= head.length && furniture[index] === true && !isBareDate(text),
  );
  const headText = head.map(({ text }) => text).join('\n');
  const allText = [...head, ...elsewhere].map(({ text }) => text).join('\n');
  return {
    publication: publicationOf(head, allText, newspapers),
    issue: issueOf(allText),
    date:
      dateOf(headText) ??
      dateOf(
        elsewhere
          .filter(({ text }) => isDateLine(text) || isSourceLine(text))
          .map(({ text }) => text)
          .join('\n'),
      ),
    pageNumber: pageNumberIn([...head, ...elsewhere].map(({ text }) => text)),
    blocks: new Set([...head, ...elsewhere].map(({ index }) => index)),
  };
}

/**
 * The blocks from the top down to the last line of furniture near it, if nothing but short lines stands between.
 * @param furniture for each block whether it is a line of furniture
 */
function headOf(
  blocks: readonly Block[],
  furniture: readonly boolean[],
  newspapers: readonly Newspaper[],
): readonly Block[] {
  let end = 0;
  for (const [index, block] of blocks.slice(0, HEAD_BLOCKS).entries()) {
    if (furniture[index] || isFooter(block.text)) end = index + 1;
    else if (!isBetween(block, newspapers)) break;
  }
  // A paper's name may stand below all the rest.
  const below = blocks[end];
  if (end > 0 && below && PAPER.test(below.text) && below.heading === 0) end += 1;
  return blocks.slice(0, end);
}

function isBetween(block: Block, newspapers: readonly Newspaper[]): boolean {
  if (block.heading > 0) return false;
  const text = block.text.replace(/[“”《》\s]/gu, '');
  return (
    text.length <= BETWEEN_LIMIT ||
    PAPER.test(block.text) ||
    newspaperNamed(text, newspapers) !== null ||
    /微信$|微博$|客户端$/u.test(text) ||
    LATIN_NAME.test(text)
  );
}

function publicationOf(head: readonly Block[], text: string, newspapers: readonly Newspaper[]): string | null {
  const marked = newspaperMarked(text, newspapers);
  const source = /来源\s?[:：]\s?[《“]?(\p{Script=Han}{2,14})/u.exec(text)?.[1];
  const pieces = head
    .flatMap(({ text: line }) => line.split(/[\s|·]+/u))
    .map((piece) => piece.replace(/[“”《》【】]|微信$/gu, ''));
  const known = pieces.map((piece) => newspaperNamed(piece, newspapers)).find((paper) => paper !== null);
  if (known) return pieces.find((piece) => newspaperNamed(piece, newspapers) === known) ?? known.name;
  if (marked) return marked.name;
  if (source) return newspaperNamed(source, newspapers)?.name ?? source;
  const named = pieces.find((piece) => isHan(piece) && PAPER.test(piece) && !/周刊$|网$/u.test(piece));
  return named ?? null;
}

function issueOf(text: string): number | null {
  const match = /第\s?(\d{1,6})\s?期|No\.?\s?(\d{2,6})/iu.exec(foldWidth(text));
  return match ? Number(match[1] ?? match[2]) : null;
}

/**
 * The day printed in masthead lines. A date torn over several lines (`星期三 2021年4月`, a lone `28`) is put together from year, month and
 * a lone number, or from the lunar day alone, and must agree with the weekday and the lunar day where these are printed.
 */
export function dateOf(text: string): DateValue | null {
  const folded = foldWidth(text).replace(/(?<=\d) +(?=[年月日])|(?<=[年月]) +(?=\d)/gu, '');
  const weekday = readWeekday(/(?:星期|周)([一二三四五六日天])/u.exec(folded)?.[1] ?? '');
  const lunar = lunarIn(folded);
  const agrees = (date: string) =>
    (weekday === null || weekdayOf(date) === weekday) && (lunar === null || sameLunar(date, lunar));
  const full = fullDates(folded);
  const day = full.find(agrees) ?? full[0];
  if (day !== undefined) return { value: day, precision: 'day', basis: 'masthead' };

  const torn = /(\d{4})年(\d{1,2})月/u.exec(folded);
  if (!torn) return null;
  const [year, month] = [Number(torn[1]), Number(torn[2])];
  const lone = [...folded.matchAll(/^\s*(\d{1,2})日?\s*$/gmu)].map((match) => Number(match[1]));
  const printed = lone.map((number) => isoDate(year, month, number)).filter((date) => date !== null);
  const byLunar = lunar === null ? [] : daysOf(year, month).filter((date) => sameLunar(date, lunar));
  const found = printed.find(agrees) ?? byLunar.find(agrees) ?? (printed.length === 1 ? printed[0] : undefined);
  if (found !== undefined) return { value: found, precision: 'day', basis: 'masthead' };
  const value = isoMonth(year, month);
  return value === null ? null : { value, precision: 'month', basis: 'masthead' };
}

function fullDates(folded: string): string[] {
  const found = [...folded.matchAll(/(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})(?!\d)/gu)].map(([, y, m, d]) => [
    Number(y),
    Number(m),
    Number(d),
  ]);
  const chinese = [
    ...folded.matchAll(
      /([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿]{1,3})日/gu,
    ),
  ];
  for (const [, y = '', m = '', d = ''] of chinese)
    found.push([readNumber(y) ?? 0, readNumber(m) ?? 0, readNumber(d) ?? 0]);
  return found.map(([y = 0, m = 0, d = 0]) => isoDate(y, m, d)).filter((date) => date !== null);
}

function daysOf(year: number, month: number): string[] {
  const first = isoDate(year, month, 1);
  if (first === null) return [];
  return Array.from({ length: 31 }, (_, i) => addDays(first, i)).filter(
    (date) => date.slice(0, 7) === first.slice(0, 7),
  );
}

const LUNAR_MONTHS: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };

function lunarIn(folded: string): { readonly month: number; readonly day: number } | null {
  const match =
    /(?:农历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)[^\n]{0,6}?闰?([正冬腊]|[一二三四五六七八九十]{1,2})月(?:初([一二三四五六七八九十])|([一二三四五六七八九十廿]{1,3}))/u.exec(
      folded,
    );
  if (!match) return null;
  const month = LUNAR_MONTHS[match[1] as string] ?? readNumber(match[1] as string);
  const day = readNumber(match[2] ?? match[3] ?? '');
  return month === null || day === null ? null : { month, day };
}

function sameLunar(date: string, lunar: { readonly month: number; readonly day: number }): boolean {
  const { month, day } = lunarOf(date);
  return month === lunar.month && day === lunar.day;
}
