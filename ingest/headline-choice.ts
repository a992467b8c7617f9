/** Decides whether short lines above a text are the headline of a new article, and which of them. */
import { endsSentence, foldWidth } from './chinese.ts';
import { type Draft, isOpen } from './drafts.ts';
import { isColumnOfBriefs, isEnumerated, isLabel, isNoticeHeadline } from './headlines.ts';
import { isSignedBelow, type PageLayout } from './page-layout.ts';
import type { Piece } from './pieces.ts';

/** A headline has kicker, main and sub, of one to three printed lines each, but rarely more than this in all. */
const LINES = 7;

/**
 * The headline among the short lines above a text: the last ones, back to a wide gap; labels and lines that are printed again
 * elsewhere on the page are left out. `rest` are the others.
 */
export function chooseHeadline(
  lines: readonly Piece[],
  { paragraphGap, repeated }: PageLayout,
): { headline: readonly Piece[]; rest: readonly Piece[] } {
  let from = Math.max(0, lines.length - LINES);
  for (let i = lines.length - 1; i > from; i -= 1)
    if ((lines[i] as Piece).block.gap > Math.max(1, paragraphGap) && lines[i]?.kind !== 'interviewee') from = i;
  const isStanding = (line: Piece) => isLabel(line.text) || repeated.has(line.text);
  while (from < lines.length - 1 && isStanding(lines[from] as Piece) && lines[from + 1]?.kind !== 'interviewee')
    from += 1;
  const headline = lines.slice(from);
  if (headline.length === 1 && headsBriefs(lines)) return { headline: [], rest: lines };
  return { headline, rest: lines.slice(0, from) };
}

/** Whether a column of short news, which have no headlines of their own, begins right under these lines. */
export function headsBriefs(lines: readonly Piece[]): boolean {
  return isColumnOfBriefs(lines.at(-1)?.text ?? '');
}

/** From this sum of hints on, lines without a byline are a headline. */
const THRESHOLD = 2;
const FIGURES = /数读|数说|数字看|数看|看数据/u;
const NEWS_START =
  /^.{0,12}?(?:\d{1,2}月\d{1,2}日|近日|日前|昨[日天晚]|今日|连日来|上周|今年(?:以来|上半年|前)|(?:今年)?\d{1,2}(?:月)?至\d{1,2}月)/u;

/** Whether `lines`, printed above `text` inside or behind the draft `current`, head a new article; otherwise they are subheads or picture lines. */
export function isNewArticle(lines: readonly Piece[], text: Piece, current: Draft, layout: PageLayout): boolean {
  const { headline } = chooseHeadline(lines, layout);
  const { paragraphGap } = layout;
  if (headsBriefs(lines)) return !isOpen(current);
  if (headline.some(({ kind }) => kind === 'interviewee' || kind === 'heading')) return true;
  const [first] = headline;
  if (first === undefined || first.kind === 'subhead' || isEnumerated(first.text)) return false;
  if (headline.some((line) => isNoticeHeadline(line.text))) return true;
  const length = headline.reduce((sum, line) => sum + line.text.length, 0);
  const earlierSubheads = current.items.filter(({ kind }) => kind === 'line').length;
  const hints = [
    [current.closed, 3],
    [first.block.gap > paragraphGap, 2],
    [headline.length > 1 || /\S\s+\S/u.test(first.text), 1],
    [length >= 16, 1],
    [length <= 8, -1],
    [NEWS_START.test(foldWidth(text.text)), 1],
    [
      NEWS_START.test(foldWidth(text.text)) &&
        !current.signedAbove &&
        NEWS_START.test(foldWidth(current.items[0]?.text ?? '')),
      1,
    ],
    [text.byline.length > 0, current.byline.length === 0 ? 2 : 1],
    [layout.indented && !first.block.indented, 1],
    [!current.closed && current.signedAbove && current.dateline === null && headline.length === 1 && length <= 20, -1],
    [!current.closed && earlierSubheads > 0 && length <= 20 && first.block.gap <= paragraphGap, -2],
    [!current.closed && isOpen(current), -1],
    // News under a dateline hardly ever has subheads, a note never; and whoever signed above does not sign again below.
    [!current.closed && current.dateline !== null && !isOpen(current), 1],
    // A box of figures, or of questions sent in.
    [FIGURES.test(headline.map((line) => line.text).join('')), 2],
    [!current.signedAbove && /^问[：:]/u.test(text.text) && !/^[问答][：:]/u.test(current.items.at(-1)?.text ?? ''), 2],
    [current.note && current.items.length > 0, 2],
    [isShort(current) && !isSignedBelow(layout, text), 3],
    [current.byline.length > 0 && isSignedBelow(layout, text), 2],
  ] as const;
  return hints.reduce((sum, [holds, weight]) => sum + (holds ? weight : 0), 0) >= THRESHOLD;
}

/** One finished paragraph that nobody has signed: a piece of comment or figures, which needs no subhead. */
function isShort({ title, items, byline, dateline, note, closed }: Draft): boolean {
  const [only] = items;
  const isUnsigned = byline.length === 0 && dateline === null && !note && !closed;
  return isUnsigned && title.length > 0 && items.length === 1 && only !== undefined && endsSentence(only.text);
}
