/** What a headline looks like, and which of several short lines above a text are its headline. */
import { endsSentence } from './chinese.ts';
import { loadWordLists } from './lexicon.ts';

const LISTS = loadWordLists('layout.lex');
const LABEL = new RegExp(`${LISTS.list('label').join('|')}|^最美`, 'u');
const BRIEFS = new Set(LISTS.list('briefs'));
const NOTICE_WORDS = LISTS.list('notice').join('|');
const NOTICE = new RegExp(`(?:${NOTICE_WORDS})(?:[（(][^（()）]{1,12}[）)])?$|^(?:${NOTICE_WORDS})[:：]`, 'u');
/** One printed headline line; several printed on one line are parted by blanks. */
const LIMIT = { line: 40, several: 90, label: 14, possible: 50, torn: 24 };
const ENUMERATED =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|[①-⑳])/u;

/** `（某律师事务所 周某 答）`: it belongs to the text above it. */
const BRACKETED = /^[（(][^（()）]*[）)]$/u;

const HAN_TWICE = /\p{Script=Han}.*\p{Script=Han}/u;

function hasParts(text: string): boolean {
  return /[\p{Script=Han}”？！]\s+[\p{Script=Han}“]|——/u.test(text);
}

/** A long line that ends inside a quotation: a column of text breaks there, no headline does. */
function isTorn(text: string): boolean {
  return text.length > LIMIT.torn && text.lastIndexOf('“') > text.lastIndexOf('”');
}

/** A line without any stop or comma that is short enough for a headline, a label, a subhead or a picture line. */
export function isLikelyHeadline(text: string): boolean {
  if (text.length > LIMIT.several || /[。；;，,！!？?…]/u.test(text) || BRACKETED.test(text) || isTorn(text))
    return false;
  return (
    !/[、:：—]$/u.test(text) &&
    !/^[、)）”’》]/u.test(text) &&
    HAN_TWICE.test(text) &&
    (text.length <= LIMIT.line || hasParts(text))
  );
}

/** The same with commas, question and exclamation marks: a headline only if its place on the page says so. */
export function isPossibleHeadline(text: string): boolean {
  if (text.length > LIMIT.several || /[。；;]/u.test(text) || BRACKETED.test(text) || isTorn(text)) return false;
  if (endsInColon(text)) return true;
  return (
    !/[、:：，,]$/u.test(text) &&
    !/^[，,、)）”’》]/u.test(text) &&
    HAN_TWICE.test(text) &&
    (text.length <= LIMIT.possible || hasParts(text))
  );
}

/** `铜川新区：`, the first line of a headline that says whom the next one is about; or what introduces a paragraph. */
export function endsInColon(text: string): boolean {
  return /^[\p{Script=Han}“”·\d]{3,12}[：:]$/u.test(text) && !/^(?:记者|问|答|任命|免去|决定|主持人)/u.test(text);
}

/** Whether a short line is a standing column title (`一线`, `平安办主任谈平安`) rather than a headline. */
export function isLabel(text: string): boolean {
  return text.replace(/\s/gu, '').length <= LIMIT.label && LABEL.test(text) && !endsSentence(text);
}

/** Whether a line names a column of short news without headlines of their own. */
export function isColumnOfBriefs(text: string): boolean {
  return BRIEFS.has(text.replace(/\s/gu, ''));
}

/** Whether a line heads a notice: 休刊启事, …的通告(摘要). */
export function isNoticeHeadline(text: string): boolean {
  return NOTICE.test(text.replace(/\s/gu, ''));
}

/** Whether a line begins like an item of a list (一、, 1.). */
export function isEnumerated(text: string): boolean {
  return ENUMERATED.test(text);
}
