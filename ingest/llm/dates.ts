/** Dates of an answer: the model says which words date a thing, the built-in reader says which date they mean. */
import type { DateValue, Issue, Span } from '../types.ts';
import { nearest } from './quotes.ts';
import { doubt, findInPart, type Reading } from './reading.ts';

export interface ReadDate {
  readonly date: DateValue | null;
  readonly to: string | null;
  /** The words; null where none date it. */
  readonly text: string | null;
  readonly issues: readonly Issue[];
}

const UNDATED: ReadDate = { date: null, to: null, text: null, issues: [] };

/**
 * The date that quoted words mean. Words that are not in the text, or that give no date (近日, 今年以来), leave it open.
 * @param near where what is dated stands: of several places with these words the nearest counts
 */
export function readDate(quote: string | null, near: readonly Span[], part: Span, reading: Reading): ReadDate {
  if (quote === null || quote.trim() === '') return UNDATED;
  const span = nearest(findInPart(reading, quote, part), [near]);
  if (!span) return { ...UNDATED, issues: [doubt('quote-not-found', quote)] };
  const mention = reading.dates.find(
    ({ start, end, use }) => start < span.end && span.start < end && (use === 'point' || use === 'same'),
  );
  if (!mention?.date) return { ...UNDATED, issues: [doubt('date-not-read', quote)] };
  return {
    date: mention.date,
    to: mention.to,
    text: reading.doc.text.slice(mention.start, mention.end),
    issues: [],
  };
}
