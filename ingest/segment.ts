/** The word segmenter: nodejieba behind a port, so that stages take it as an argument and only this file names it. */
import nodejieba from 'nodejieba';
import type { Sentence, Span } from './types.ts';

/** A word with its jieba part-of-speech tag (`nr` person, `ns` place, `v` verb, `x` none …). */
export interface Token extends Span {
  readonly word: string;
  readonly tag: string;
}

/** Cuts a text into words that tile it: joined, they are the text again. */
export type Segment = (text: string) => readonly Token[];

let loaded = false;

/** The segmenter with nodejieba's own dictionary. The dictionary is loaded once a process, at the first call. */
export function openSegmenter(): Segment {
  if (!loaded) {
    nodejieba.load();
    loaded = true;
  }
  return (text) => {
    let start = 0;
    return nodejieba.tag(text).map(({ word, tag }) => {
      const token = { start, end: start + word.length, word, tag };
      start = token.end;
      return token;
    });
  };
}

/** The words of a text, sentence by sentence, with offsets into the whole text: no word crosses a sentence border. */
export function tokenise(segment: Segment, text: string, sentences: readonly Sentence[]): readonly Token[] {
  const tokens: Token[] = [];
  for (const sentence of sentences)
    for (const { start, end, word, tag } of segment(text.slice(sentence.start, sentence.end)))
      tokens.push({ start: start + sentence.start, end: end + sentence.start, word, tag });
  return tokens;
}
