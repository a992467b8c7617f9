/** The sentence to show beside an error. */
import type { ExtractedArticle, Offsets } from '../../ingest/contract.ts';
import { splitSentences } from '../../ingest/sentences.ts';

export interface Quotes {
  /** The body's words between two offsets. */
  at(offsets: Offsets): string;
  /** The sentence of the body around an offset. */
  around(offset: number): string | null;
  /** The first sentence, headline included, with one of the words of each group; failing that, of as many first groups as possible. */
  naming(...groups: readonly (readonly string[])[]): string | null;
}

export function quotesOf({ title, text }: Pick<ExtractedArticle, 'title' | 'text'>): Quotes {
  const head = `${title ?? ''}\n`;
  const whole = head + text;
  const spans = splitSentences(whole, head.length);
  const sentences = spans.map(({ start, end }) => oneLine(whole.slice(start, end)));
  const naming = (...groups: readonly (readonly string[])[]): string | null => {
    if (groups.length === 0) return null;
    const found = sentences.find((sentence) => groups.every((words) => words.some((word) => sentence.includes(word))));
    return found ?? naming(...groups.slice(0, -1));
  };
  return {
    at: ([start, end]) => oneLine(text.slice(start, end)),
    around: (offset) => {
      const index = spans.findIndex(({ end }) => offset + head.length < end);
      return sentences[index] ?? null;
    },
    naming,
  };
}

/** The words by which a text may name a place: its last name, with and without the level (湖州市, 湖州). */
export function placeWords(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.length > 2 ? [name, name.slice(0, -1)] : [name];
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
