/** Shared facts about Chinese text: character classes, folding of widths, sentence ends, numerals. */

import { mapUnits } from './code-units.ts';

const FULL_WIDTH = { first: 0xff01, last: 0xff5e, shift: 0xfee0 } as const;
const IDEOGRAPHIC_SPACE = 0x3000;
const SPACE = 0x20;

/** Source of a character class: one Han character, 〇 included. */
export const HAN = '[\\p{Script=Han}〇]';
const HAN_ONLY = /^[\p{Script=Han}〇]+$/u;

export function isHan(text: string): boolean {
  return HAN_ONLY.test(text);
}

/**
 * Full-width letters, digits and signs (U+FF01–FF5E) and the ideographic space as their ASCII partners. The length stays the
 * same, so offsets into the result hold for `text`.
 */
export function foldWidth(text: string): string {
  return mapUnits(text, (unit) =>
    unit >= FULL_WIDTH.first && unit <= FULL_WIDTH.last
      ? unit - FULL_WIDTH.shift
      : unit === IDEOGRAPHIC_SPACE
        ? SPACE
        : unit,
  );
}

/** Whether a printed block ends where a sentence may end: a stop or dots, and closing quotes or brackets behind it. */
export function endsSentence(text: string): boolean {
  return /[。！？!?｡…][”’」』）)】》〉"'\s]*$/u.test(text.slice(-8));
}

/** Whether quotes or brackets that open in `text` are still open at its end. Straight quotes are not counted. */
export function hasOpenPair(text: string): boolean {
  const opens = { '“': '”', '「': '」', '『': '』', '（': '）', '(': ')', '《': '》', '【': '】' };
  return Object.entries(opens).some(([open, close]) => text.lastIndexOf(open) > text.lastIndexOf(close));
}

/** Puts together what a line end separated: nothing between Han characters, a blank between Latin words. */
export function joinText(left: string, right: string): string {
  return /[A-Za-z]$/u.test(left) && /^[A-Za-z]/u.test(right) ? `${left} ${right}` : left + right;
}

const DIGITS = '零一二三四五六七八九';

/**
 * The number written as ASCII digits or as a Chinese numeral up to 99 (`二十八`, `廿八`, `〇`) or digit by digit (`二〇二一`);
 * null for anything else.
 */
export function readNumber(text: string): number | null {
  if (/^\d{1,6}$/u.test(text)) return Number(text);
  const plain = text
    .replaceAll('〇', '零')
    .replaceAll('元', '一')
    .replaceAll('两', '二')
    .replace(/^廿/u, '二十')
    .replace(/^卅/u, '三十');
  if (/^[零一二三四五六七八九]{1,4}$/u.test(plain))
    return Number([...plain].map((digit) => DIGITS.indexOf(digit)).join(''));
  const match = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/u.exec(plain);
  if (!match) return null;
  return (match[1] ? DIGITS.indexOf(match[1]) : 1) * 10 + (match[2] ? DIGITS.indexOf(match[2]) : 0);
}
