/** The text that program discovery looks at: one width of signs, no blanks, quotation marks as spans instead of characters. */
import { CharacterSet } from './character-set.ts';
import { textOf } from './code-units.ts';
import type { Span } from './types.ts';

/** Words between quotation marks; the span is what stands inside, in positions of `ProgramText.bare`. */
export interface Quote extends Span {
  readonly inner: string;
}

export interface ProgramText {
  /** The document without blanks and quotation marks, full-width signs made half-width. Line breaks stay. */
  readonly bare: string;
  /** Innermost quotations, in text order. */
  readonly quotes: readonly Quote[];
  /** Positions of `bare` that no unquoted name runs across: quotation marks and blanks stood there. */
  readonly edges: ReadonlySet<number>;
  /** 1 where a position lies in a quotation, and in 《…》. */
  readonly inQuotes: Uint8Array;
  readonly inTitles: Uint8Array;
  /** Whether a quotation has just this span. */
  isQuotation(span: Span): boolean;
  /** First position of `bare` that belongs to the body. */
  readonly bodyStart: number;
  /** The span of the document's own text that a span of `bare` was printed as. */
  original(span: Span): Span;
  /** The position of `bare` at or after a position of the document. */
  position(offset: number): number;
}

const OPENING = '“‘「『';
const CLOSING = '”’」』';
/** A quotation longer than this is speech, never a name. */
const LONGEST_QUOTE = 40;
/** A blank between Han characters parts two phrases; beside Latin letters it is only typography. */
const HAN = /[\u4e00-\u9fff\s]/u;
/** The common Han characters: no sign, no blank. */
const PLAIN_FIRST = 0x4e00;
const PLAIN_LAST = 0x9fff;
const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const TO_HALF_WIDTH = 0xfee0;

/**
 * @param text the document's text; `bodyStart` is the offset of its body (UTF-16)
 * @returns the text made ready for matching. Scanned pages sometimes print an opening mark where a closing one belongs: an
 * opening mark inside an open quotation starts a new one, so the innermost pair is kept.
 */
export function readProgramText(text: string, bodyStart: number): ProgramText {
  const codes = new Uint16Array(text.length);
  const offsets = new Uint32Array(text.length);
  let length = 0;
  const keep = (code: number, offset: number): void => {
    codes[length] = code;
    offsets[length] = offset;
    length += 1;
  };
  const keptFrom = (start: number): string => String.fromCharCode(...codes.subarray(start, length));
  const edges = new Set<number>();
  const quotes: Quote[] = [];
  const titles: Span[] = [];
  const open: number[][] = OPENING.split('').map(() => []);
  let straightOpen = false;
  let title = -1;
  let bodyAt = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (i === bodyStart) bodyAt = length;
    const code = text.charCodeAt(i);
    if (code >= PLAIN_FIRST && code <= PLAIN_LAST) {
      keep(code, i);
      continue;
    }
    let sign = text.charAt(i);
    if (sign === '"') {
      sign = straightOpen ? '”' : '“';
      straightOpen = !straightOpen;
    }
    const opens = OPENING.indexOf(sign);
    const closes = CLOSING.indexOf(sign);
    if (opens >= 0) {
      edges.add(length);
      (open[opens] as number[])[0] = length;
    } else if (closes >= 0) {
      edges.add(length);
      const start = (open[closes] as number[]).pop();
      if (start !== undefined && length > start && length - start <= LONGEST_QUOTE)
        quotes.push({ start, end: length, inner: keptFrom(start) });
    } else if (sign === '\n') {
      straightOpen = false;
      keep(code, i);
    } else if (/\s/u.test(sign)) {
      if (HAN.test(keptFrom(Math.max(0, length - 1))) && HAN.test(text[i + 1] ?? ' ')) edges.add(length);
    } else {
      if (sign === '《') title = length;
      if (sign === '》' && title >= 0) {
        titles.push({ start: title, end: length + 1 });
        title = -1;
      }
      keep(code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST ? code - TO_HALF_WIDTH : code, i);
    }
  }
  const bare = textOf(codes, length);
  const offsetOf = (position: number): number => (position < length ? (offsets[position] as number) : text.length);
  const exact = new Set(quotes.map(({ start, end }) => start * (length + 1) + end));
  return {
    bare,
    quotes: quotes.sort((a, b) => a.start - b.start || b.end - a.end),
    edges,
    inQuotes: coverage(length, quotes),
    inTitles: coverage(length, titles),
    isQuotation: ({ start, end }) => exact.has(start * (length + 1) + end),
    bodyStart: bodyStart >= text.length ? length : bodyAt,
    original: ({ start, end }) => ({
      start: offsetOf(start),
      end: end > start ? (end <= length ? offsetOf(end - 1) : text.length - 1) + 1 : offsetOf(start),
    }),
    position: (offset) => lowerBound(offsets, length, offset),
  };
}

/** 1 at every position that a span covers. Spans should not overlap much: each is filled by itself. */
export function coverage(length: number, spans: readonly Span[]): Uint8Array {
  const covered = new Uint8Array(length);
  for (const { start, end } of spans) covered.fill(1, start, end);
  return covered;
}

/** Index of the first of `length` rising values that is not below `wanted`. */
function lowerBound(values: Uint32Array, length: number, wanted: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const CLAUSE_SIGNS = new CharacterSet(',;:。!?…\n');

/** The words of the clause before `position`, at most `reach` of them. */
export function clauseBefore(bare: string, position: number, reach: number): string {
  let start = position;
  while (start > 0 && position - start < reach && !CLAUSE_SIGNS.at(bare, start - 1)) start -= 1;
  return bare.slice(start, position);
}

/** The words of the clause from `position` on, at most `reach` of them. */
export function clauseAfter(bare: string, position: number, reach: number): string {
  let end = position;
  while (end < bare.length && end - position < reach && !CLAUSE_SIGNS.at(bare, end)) end += 1;
  return bare.slice(position, end);
}
