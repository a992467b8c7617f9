/** The word segmenter: nodejieba behind a port, so that stages take it as an argument and only this file names it. */
import nodejieba from 'nodejieba';
import type { Sentence, Span } from './types.ts';

/** A word with its jieba part-of-speech tag (`nr` person, `ns` place, `v` verb, `x` none …). */
export interface Token extends Span {
  readonly word: string;
  readonly tag: string;
}

/** Cuts a text into words that tile it: joined, they are the text again. Their offsets count from `from`, without it from 0. */
export type Segment = (text: string, from?: number) => readonly Token[];

/** Words whose tags are remembered, in some tens of megabytes. */
const REMEMBERED = 200_000;

let tags: Map<string, string> | undefined;

/** The segmenter with nodejieba's own dictionary. The dictionary is loaded once a process, at the first call. */
export function openSegmenter(): Segment {
  if (!tags) {
    nodejieba.load();
    tags = new Map();
  }
  const known = tags;
  return (text, from = 0) => {
    const words = nodejieba.cut(text, true);
    if (known.size > REMEMBERED) known.clear();
    for (const word of words) if (!known.has(word)) remember(known, word, text);
    let end = 0;
    return words.map((word) => {
      const start = end;
      end += word.length;
      // A word is what the text has: half a pair of units comes back as U+FFFD.
      return { start: from + start, end: from + end, word: text.slice(start, end), tag: known.get(word) ?? UNKNOWN };
    });
  };
}

/** What nodejieba calls a word that no dictionary has. */
const UNKNOWN = 'x';

/**
 * The tag of a word is the same in every text, and cutting alone takes half the time of cutting and tagging. Few words (更多) fall apart when
 * they stand alone: these get their tag from the text.
 */
function remember(known: Map<string, string>, word: string, text: string): void {
  const alone = nodejieba.tag(word);
  for (const token of alone.length === 1 ? alone : nodejieba.tag(text)) known.set(token.word, token.tag);
}

/** The words of a text, sentence by sentence, with offsets into the whole text: no word crosses a sentence border. */
export function tokenise(segment: Segment, text: string, sentences: readonly Sentence[]): readonly Token[] {
  const tokens: Token[] = [];
  for (const sentence of sentences)
    for (const token of segment(text.slice(sentence.start, sentence.end), sentence.start)) tokens.push(token);
  return tokens;
}
