/** Tells a picture with news of its own from a picture of the article above it. */
import { foldWidth } from './chinese.ts';
import type { Draft } from './drafts.ts';
import type { Piece } from './pieces.ts';

const DAY =
  '\\d{1,2}月\\d{1,2}日|\\d{1,2}日|昨[日天晚]|今[日天]|近日|日前|连日来|上周[一二三四五六日天末]?|近期|入[春夏秋冬]以来';
/** A day of its own, as every short item begins. */
const DATED = new RegExp(`^(?:${DAY})`, 'u');
/** Words that point at the picture: behind them a day alone proves nothing. */
const POINTER =
  /^[▲△▼▽←→↑↓◎●■★(（]?\s*(?:[上下左右题]?图(?:[①-⑳一二三四五\d]|[①-⑳一二三四五\d]?为)|[上下左右题]图|图片)\s*[:：]?/u;
/** Places and bodies by their last character, the words before it left off. */
const NAMED = /\p{Script=Han}{2,3}(?:省|市|县|区|镇|乡|街道|村|社区|派出所|法院|学校|小学|中学|法庭)/gu;
/** Who and where is said in so many first characters. */
const LEAD = 40;
/** Share of the pairs of characters of a caption that an article on the same happening has, measured by eye on the annotated pages. */
const TOLD_SHARE = 0.4;

/**
 * Whether a signed caption without a headline is an item of its own, and not a picture of the article in `draft`: it begins with a day or with a
 * place, and the article knows neither that day nor any place that the caption names.
 */
export function isOwnPicture({ text, byline }: Piece, draft: Draft): boolean {
  if (byline.length === 0 || draft.items.length === 0) return false;
  const folded = foldWidth(text);
  const words = folded.replace(POINTER, '');
  const above = foldWidth([...draft.title, draft.dateline ?? '', ...draft.items.map((item) => item.text)].join('\n'));
  const day = DATED.exec(words)?.[0] ?? null;
  const names = [...words.slice(0, LEAD).matchAll(NAMED)].map(([name]) => name);
  const isShared =
    names.some((name) => above.includes(name)) || (day !== null && /\d/u.test(day) && above.includes(day));
  if (words !== folded) return day !== null && names.length > 0 && !isShared;
  return day !== null ? !(isShared && isTold(words, above)) : names.length > 0 && !isShared;
}

/** Whether nearly half of a caption's words, or more, are in the article, too: then it shows the same happening. */
function isTold(words: string, above: string): boolean {
  const han = words.replace(/[^\p{Script=Han}]/gu, '');
  const pairs = Array.from({ length: Math.max(0, han.length - 1) }, (_, index) => han.slice(index, index + 2));
  const told = pairs.filter((pair) => above.includes(pair)).length;
  return told >= pairs.length * TOLD_SHARE;
}
