/** Numbers of printed pages: 第3版, 三版, A03. A letter names the part of the paper and is left out, as jumps leave it out. */
import { basename } from 'node:path';
import { foldWidth, readNumber } from './chinese.ts';
import { isDateLine } from './furniture.ts';

/** Source of one page number behind a word that leads to it; the group is what `readPageNumber` reads. */
export const PAGE_NUMBER = '第?\\s?([A-Z]?\\d{1,3}|[一二三四五六七八九十]{1,3})\\s?版';

/** Behind these a number counts the pages of the issue; behind the others it is that of another page. */
const OTHER = '(?<!(?:今日|本期|今天|共|转|接|见|至|[-—–~、])\\s?第?\\s?)';
const MARKED = new RegExp(`${OTHER}(?<![A-Z\\d])${PAGE_NUMBER}(?!面)`, 'gu');
/** `A03` without 版 is a page only where nothing but a section's name stands with it. */
const LETTERED = /^([A-Z]\d{1,2})(?:\s+\p{Script=Han}{1,8})?$/u;
const FULL_DATE = /\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-./]\d{1,2}[-./]\d{1,2}/u;

/** What a group of `PAGE_NUMBER` says; null for a number that no page has. */
export function readPageNumber(printed: string): number | null {
  const number = readNumber(foldWidth(printed).replace(/^[A-Z]/u, ''));
  return number === null || number < 1 ? null : number;
}

/** The page's own number by the lines of its masthead; null where none or several different ones are printed. */
export function pageNumberIn(lines: readonly string[]): number | null {
  const numbers = new Set(lines.flatMap((line) => numbersIn(foldWidth(line).trim())));
  return numbers.size === 1 ? ([...numbers][0] as number) : null;
}

function numbersIn(line: string): readonly number[] {
  const marked = [...line.matchAll(MARKED)].map((match) => match[1] as string);
  const lettered = LETTERED.exec(line)?.[1];
  const bare = FULL_DATE.test(line) && isDateLine(line) ? /(?:^|\s)(\d{1,3})(?:\s|$)/u.exec(line)?.[1] : undefined;
  return [...marked, lettered, bare].flatMap((printed) => {
    const number = printed === undefined ? null : readPageNumber(printed);
    return number === null ? [] : [number];
  });
}

const IN_FILE_NAME = [
  new RegExp(`(?:^|[^A-Za-z\\d])${PAGE_NUMBER}`, 'u'),
  /(?:^|[^A-Za-z\d])([A-Z]\d\d)(?![A-Za-z\d])/u,
  /(?:^|[^A-Za-z\d])(?:page|p)[-_ ]?(\d{1,3})(?![A-Za-z\d])/iu,
];

/** The page number in a file's name: `03版.txt`, `2019-07-03_第3版.txt`, `浙江法制报-A03.txt`, `page3.txt`; null for any other number. */
export function pageNumberOfFile(file: string): number | null {
  const name = foldWidth(basename(file));
  const printed = IN_FILE_NAME.map((pattern) => pattern.exec(name)?.[1]).find((group) => group !== undefined);
  return printed === undefined ? null : readPageNumber(printed);
}
