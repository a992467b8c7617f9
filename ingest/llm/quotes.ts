/** Finds in a text the words that a model says it quotes. */
import type { Span } from '../types.ts';

/**
 * Where a quote stands inside `range`, in text order, without overlaps: letter by letter; where that gives nothing, with
 * width, blanks and quotation marks of both set aside. Empty where the text does not have it.
 */
export type QuoteFinder = (quote: string, range: Span) => readonly Span[];

/** Prepares the finder for one text; offsets in UTF-16 units of it. */
export function quoteFinder(text: string): QuoteFinder {
  let squashed: Squashed | undefined;
  return (quote, range) => {
    const wanted = quote.trim();
    const exact = occurrences(text, wanted, range);
    if (exact.length > 0) return exact;
    squashed ??= squash(text);
    const { characters, starts, ends } = squashed;
    return occurrences(characters, squash(wanted).characters, { start: 0, end: characters.length })
      .map(({ start, end }) => ({ start: starts[start] as number, end: ends[end - 1] as number }))
      .filter(({ start, end }) => range.start <= start && end <= range.end);
  };
}

/** The span that lies nearest to the given ones, its distances to each group added up; the first of several. */
export function nearest<T extends Span>(spans: readonly T[], groups: readonly (readonly Span[])[]): T | null {
  let best: T | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const span of spans) {
    const distance = groups.reduce((sum, group) => sum + distanceTo(span, group), 0);
    if (distance >= least) continue;
    best = span;
    least = distance;
  }
  return best;
}

function distanceTo({ start, end }: Span, group: readonly Span[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const other of group) least = Math.min(least, Math.max(0, other.start - end, start - other.end));
  return least === Number.POSITIVE_INFINITY ? 0 : least;
}

/** A text as comparison sees it, and where in the original each of its UTF-16 units comes from. */
interface Squashed {
  readonly characters: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What models write otherwise than the page: blanks, and every form of quotation mark. */
const SET_ASIDE = /[\s\p{Pi}\p{Pf}「」『』"'＂＇]/u;

function squash(text: string): Squashed {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let position = 0;
  for (const character of text) {
    const end = position + character.length;
    if (!SET_ASIDE.test(character)) {
      const plain = character.normalize('NFKC');
      parts.push(plain);
      for (let unit = 0; unit < plain.length; unit++) {
        starts.push(position);
        ends.push(end);
      }
    }
    position = end;
  }
  return { characters: parts.join(''), starts, ends };
}

/** The words of a text as comparison sees them. */
export function squashed(text: string): string {
  return squash(text).characters;
}

function occurrences(text: string, wanted: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  if (wanted === '') return found;
  for (let at = text.indexOf(wanted, start); at >= 0 && at + wanted.length <= end; ) {
    found.push({ start: at, end: at + wanted.length });
    at = text.indexOf(wanted, at + wanted.length);
  }
  return found;
}
