/** Says of each printed block what it is on the page, before blocks are put together as articles. */
import type { Block } from './blocks.ts';
import { parseByline } from './bylines.ts';
import { endsSentence, foldWidth } from './chinese.ts';
import { bareSignature, type Lead, readLead } from './datelines.ts';
import { isBareDate, isFooter, isLossNotice } from './furniture.ts';
import { isLikelyHeadline, isPossibleHeadline } from './headlines.ts';
import { loadWordLists } from './lexicon.ts';
import { PAGE_NUMBER, readPageNumber } from './page-number.ts';
import type { Byline } from './types.ts';

/**
 * - `furniture` masthead, imprint, page number, advertisement, pointer to another page
 * - `heading` a web headline, `subhead` a web heading below it
 * - `line` short and without stop: headline, label, subhead or picture line; `maybe` a line that is a headline if a byline follows
 * - `interviewee` a line that starts with ——
 * - `byline`, `note` (its heading, with or without text), `caption`, `continued` (上接), `text`
 */
export type PieceKind =
  | 'furniture'
  | 'heading'
  | 'subhead'
  | 'line'
  | 'maybe'
  | 'interviewee'
  | 'byline'
  | 'note'
  | 'caption'
  | 'continued'
  | 'text';

export interface Piece {
  readonly block: Block;
  readonly kind: PieceKind;
  /** The words without dateline, byline, jump and credit. */
  readonly text: string;
  readonly byline: readonly Byline[];
  readonly lead: Lead | null;
  /** It begins with a sign that parts short items: ▲, ●. */
  readonly marked: boolean;
  /** The page it goes on at. */
  readonly jumpTo: number | null;
  /** The page it comes from. */
  readonly jumpFrom: number | null;
}

const LISTS = loadWordLists('layout.lex');
/** A heading of two characters is spread over the column: 时　评. */
const NOTE_WORDS = LISTS.list('note').map((word) => (word.length === 2 ? [...word].join('\\s{0,4}') : word));
const NOTE = new RegExp(`^[【\\[■●◆□◇▲△★☆]?\\s?(${NOTE_WORDS.join('|')})[】\\]]?(?:\\s*[:：丨|]\\s*|\\s+|$)`, 'u');
const CAPTION_START = new RegExp(`^[▲△▼▽←→↑↓◎●■★]?\\s*(?:${LISTS.list('caption-start').join('|')})`, 'u');
const CAPTION_END = new RegExp(`[\\s。（(，]*(?:${LISTS.list('caption-end').join('|')})[）)。]*$`, 'u');
const CAPTION_LIMIT = 250;
/** Longest mark at the end of a block; patterns that end in `$` look at no more. */
const END_WINDOW = 40;
const JUMP_TO = new RegExp(`[（(]?\\s*(?:下转|紧转|转)\\s?${PAGE_NUMBER}[^（()）]{0,8}[）)]?\\s*$`, 'u');
const JUMP_FROM = new RegExp(`^[（(]?\\s*(?:上接|紧接|接)\\s?${PAGE_NUMBER}[^（()）]{0,8}[）)]?\\s*`, 'u');
const POINTER =
  /^[（(]?(?:详见|相关报道见|更多内容见|全文见|报道见|另见|见)(?:今日|本报)?\s?第?[A-Z]?\d{1,3}(?:[-—、]\d{1,3})?版[）)]?$/u;
/** `（作者单位：某局）` */
const AUTHOR_NOTE = /^[（(]?(?:本文)?作者(?:单位|系|为|简介)[^。]{1,60}[）)]?$/u;
/** `（2021年4月28日某会通过）`: below the headline of a decision or a list of appointments, first words of its text. */
const ENACTED = /^[（(][^（()）]{0,60}(?:通过|批准|公布|施行|审议)[^（()）]{0,20}[）)]$/u;
/** What parts short items in a column of briefs. */
const MARKER = /^[▲△●○■□◆◇★☆▶►]\s*/u;
/** A tail byline stands within so many characters of the end. */
const TAIL_LIMIT = 70;

/** Classifies the blocks of a page that are not in `masthead`; credits on lines of their own are joined to their captions. */
export function readPieces(blocks: readonly Block[], masthead: ReadonlySet<number>): readonly Piece[] {
  const advertised = advertisements(blocks);
  const topLevel = blocks.reduce((top, { heading }) => (heading > 0 && heading < top ? heading : top), 9);
  const pieces: Piece[] = [];
  for (const block of blocks) {
    const hidden = masthead.has(block.index) || advertised.has(block.index);
    const piece = hidden ? imprint(block) : classify(block, topLevel);
    const last = pieces.at(-1);
    if (
      last &&
      isCredit(piece) &&
      last.kind === 'text' &&
      last.text.length <= CAPTION_LIMIT &&
      last.byline.length === 0 &&
      last.lead === null
    )
      pieces[pieces.length - 1] = { ...last, kind: 'caption', byline: piece.byline };
    else pieces.push(piece);
  }
  return pieces;
}

/** Short lines that stand without blank lines around a line of an advertisement belong to it. */
function advertisements(blocks: readonly Block[]): ReadonlySet<number> {
  const hidden = new Set<number>();
  const isPart = (block: Block | undefined) =>
    block !== undefined && block.text.length <= 20 && !endsSentence(block.text);
  for (const [index, block] of blocks.entries()) {
    const isLoss = isLossNotice(block.text);
    if (!isFooter(block.text) && !isLoss) continue;
    hidden.add(index);
    // Its signature and day may stand apart.
    const day = isLoss ? [1, 2].find((step) => isBareDate(blocks[index + step]?.text ?? '')) : undefined;
    for (let step = 1; step <= (day ?? 0); step += 1) hidden.add(index + step);
    for (let i = index; (blocks[i]?.gap ?? 1) === 0 && isPart(blocks[i - 1]); i -= 1) hidden.add(i - 1);
    for (let i = index + 1; blocks[i]?.gap === 0 && isPart(blocks[i]); i += 1) hidden.add(i);
  }
  return hidden;
}

function plain(block: Block, kind: PieceKind, text = block.text): Piece {
  return { block, kind, text, byline: [], lead: null, marked: false, jumpTo: null, jumpFrom: null };
}

/** Furniture, unless it names who wrote the page: `来源：某报 作者：王某`. */
function imprint(block: Block): Piece {
  const credits = [
    ...foldWidth(block.text).matchAll(
      /(作者|记者|通讯员)\s?:\s?([\p{Script=Han}·]{2,12}(?:[\s、][\p{Script=Han}·]{2,4}(?![\p{Script=Han}:]))*)/gu,
    ),
  ];
  const byline = credits.flatMap(([, role, names]) => parseByline(`${role} ${names}`) ?? []);
  return byline.length > 0 ? { ...plain(block, 'byline', ''), byline } : plain(block, 'furniture');
}

function classify(block: Block, topLevel: number): Piece {
  if (POINTER.test(block.text) || AUTHOR_NOTE.test(block.text)) return plain(block, 'furniture');
  const from = JUMP_FROM.exec(block.text);
  if (from)
    return {
      ...readText(block, block.text.slice(from[0].length)),
      kind: 'continued',
      jumpFrom: readPageNumber(from[1] as string),
    };
  if (/^(?:——|——|--|──|—)\s?\S/u.test(block.text) && !endsSentence(block.text)) return plain(block, 'interviewee');
  const byline = parseByline(block.text) ?? bracketed(block.text);
  if (byline) return { ...plain(block, 'byline', ''), byline };
  const note = NOTE.exec(block.text);
  if (note) return plain(block, 'note', block.text.slice(note[0].length));
  if (block.heading > 0) return plain(block, block.heading === topLevel ? 'heading' : 'subhead');
  const lead = readLead(block.text);
  if (lead) return { ...readText(block, block.text.slice(lead.bodyStart)), lead };
  const read = readText(block, block.text);
  if (read.kind === 'caption' || read.text !== block.text || ENACTED.test(block.text)) return read;
  if (isLikelyHeadline(block.text)) return plain(block, 'line');
  return isPossibleHeadline(block.text) ? plain(block, 'maybe') : read;
}

/** `（林某）` on a line of its own. */
function bracketed(text: string): readonly Byline[] | null {
  return /^[（(][^（()）]{2,20}[）)]$/u.test(text) ? parseByline(text, 'reporter') : null;
}

/** Takes jump, tail byline and picture credit off the end of a text. */
function readText(block: Block, full: string): Piece {
  const signed = bareSignature(full);
  const text = full.slice(signed.length);
  const jump = atEnd(JUMP_TO, text);
  const unjumped = jump ? text.slice(0, jump.index).trimEnd() : text;
  const tail = readTail(unjumped);
  const credit = atEnd(CAPTION_END, tail.text);
  const isPicture =
    tail.text.length <= CAPTION_LIMIT &&
    (CAPTION_START.test(tail.text) ||
      credit !== null ||
      (tail.byline.length > 0 && tail.byline.every(({ role }) => role === 'photographer')));
  const words =
    isPicture && credit
      ? `${tail.text.slice(0, credit.index)}。`.replace(/[。！？]+。$/u, (stops) => stops.slice(0, -1))
      : tail.text;
  const marker = isPicture ? null : MARKER.exec(words);
  return {
    block,
    kind: isPicture && words !== '' ? 'caption' : 'text',
    text: marker ? words.slice(marker[0].length) : words,
    marked: marker !== null,
    byline: [...signed.byline, ...tail.byline],
    lead: null,
    jumpTo: jump ? readPageNumber(jump.group) : null,
    jumpFrom: null,
  };
}

/** A match at the end of a text, with its place in the whole text and its first group. */
function atEnd(pattern: RegExp, text: string): { readonly index: number; readonly group: string } | null {
  const from = Math.max(0, text.length - END_WINDOW);
  const match = pattern.exec(text.slice(from));
  return match && { index: from + match.index, group: match[1] ?? '' };
}

/** A byline at the end of a text: in a bracket, behind the last stop, or behind blanks. */
function readTail(text: string): { readonly text: string; readonly byline: readonly Byline[] } {
  const bracket = /[（(]([^（()）]{2,60})[）)]\s*$/u.exec(text.slice(-TAIL_LIMIT));
  if (bracket) {
    const start = Math.max(0, text.length - TAIL_LIMIT) + bracket.index;
    const before = text.slice(0, start).trimEnd();
    const byline = endsSentence(before)
      ? parseByline(bracket[1] as string, 'reporter')
      : parseByline(bracket[1] as string);
    if (byline && byline.length > 0 && before !== '') return { text: before, byline };
  }
  const window = text.slice(-TAIL_LIMIT);
  const stop = /[。！？!?…][”’」』）)"]*(?=[^。！？!?…]*$)/u.exec(window);
  if (stop) {
    const at = text.length - window.length + stop.index + stop[0].length;
    const byline = parseByline(text.slice(at));
    if (byline && byline.length > 0) return { text: text.slice(0, at), byline };
  }
  const words = [...window.matchAll(/\S+/gu)];
  for (let i = Math.max(1, words.length - 8); i < words.length; i += 1) {
    const at = text.length - window.length + (words[i]?.index ?? 0);
    const byline = parseByline(text.slice(at));
    if (byline && byline.length > 0) return { text: text.slice(0, at).trimEnd(), byline };
  }
  return { text, byline: [] };
}

/** A line that names photographers only. */
export function isCredit(piece: Piece): boolean {
  return (
    piece.kind === 'byline' && piece.byline.length > 0 && piece.byline.every(({ role }) => role === 'photographer')
  );
}
