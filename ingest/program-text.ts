/** The text that program discovery looks at: one width of signs, no blanks, quotation marks as spans instead of characters. */
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
const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const TO_HALF_WIDTH = 0xfee0;

/**
 * @param text the document's text; `bodyStart` is the offset of its body (UTF-16)
 * @returns the text made ready for matching. Scanned pages sometimes print an opening mark where a closing one belongs: an
 * opening mark inside an open quotation starts a new one, so the innermost pair is kept.
 */
export function readProgramText(text: string, bodyStart: number): ProgramText {
  const kept: string[] = [];
  const offsets: number[] = [];
  const edges = new Set<number>();
  const quotes: Quote[] = [];
  const titles: Span[] = [];
  const open: number[][] = OPENING.split('').map(() => []);
  let straightOpen = false;
  let title = -1;
  let bodyAt = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (i === bodyStart) bodyAt = kept.length;
    let sign = text[i] as string;
    if (sign === '"') {
      sign = straightOpen ? '”' : '“';
      straightOpen = !straightOpen;
    }
    const opens = OPENING.indexOf(sign);
    const closes = CLOSING.indexOf(sign);
    if (opens >= 0) {
      edges.add(kept.length);
      (open[opens] as number[])[0] = kept.length;
    } else if (closes >= 0) {
      edges.add(kept.length);
      const start = (open[closes] as number[]).pop();
      if (start !== undefined && kept.length > start && kept.length - start <= LONGEST_QUOTE)
        quotes.push({ start, end: kept.length, inner: kept.slice(start).join('') });
    } else if (sign === '\n') {
      straightOpen = false;
      kept.push(sign);
      offsets.push(i);
    } else if (/\s/u.test(sign)) {
      if (HAN.test(kept.at(-1) ?? '') && HAN.test(text[i + 1] ?? ' ')) edges.add(kept.length);
    } else {
      if (sign === '《') title = kept.length;
      if (sign === '》' && title >= 0) {
        titles.push({ start: title, end: kept.length + 1 });
        title = -1;
      }
      const code = sign.charCodeAt(0);
      kept.push(code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST ? String.fromCharCode(code - TO_HALF_WIDTH) : sign);
      offsets.push(i);
    }
  }
  const exact = new Set(quotes.map(({ start, end }) => start * (kept.length + 1) + end));
  return {
    bare: kept.join(''),
    quotes: quotes.sort((a, b) => a.start - b.start || b.end - a.end),
    edges,
    inQuotes: coverage(kept.length, quotes),
    inTitles: coverage(kept.length, titles),
    isQuotation: ({ start, end }) => exact.has(start * (kept.length + 1) + end),
    bodyStart: bodyStart >= text.length ? kept.length : bodyAt,
    original: ({ start, end }) => ({
      start: offsets[start] ?? text.length,
      end: end > start ? (offsets[end - 1] ?? text.length - 1) + 1 : (offsets[start] ?? text.length),
    }),
    position: (offset) => lowerBound(offsets, offset),
  };
}

/** 1 at every position that a span covers. Spans should not overlap much: each is filled by itself. */
export function coverage(length: number, spans: readonly Span[]): Uint8Array {
  const covered = new Uint8Array(length);
  for (const { start, end } of spans) covered.fill(1, start, end);
  return covered;
}

function lowerBound(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const CLAUSE_SIGNS = new Set(',;:。!?…\n');

/** The words of the clause before `position`, at most `reach` of them. */
export function clauseBefore(bare: string, position: number, reach: number): string {
  let start = position;
  while (start > 0 && position - start < reach && !CLAUSE_SIGNS.has(bare[start - 1] as string)) start -= 1;
  return bare.slice(start, position);
}

/** The words of the clause from `position` on, at most `reach` of them. */
export function clauseAfter(bare: string, position: number, reach: number): string {
  let end = position;
  while (end < bare.length && end - position < reach && !CLAUSE_SIGNS.has(bare[end] as string)) end += 1;
  return bare.slice(position, end);
}
