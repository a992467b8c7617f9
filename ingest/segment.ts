/** The word segmenter behind a port, so that stages take it as an argument. Only this file names nodejieba, whose data it uses. */
import { readFileSync } from 'node:fs';
import nodejieba from 'nodejieba';
import { openJieba, type VisitWords } from './jieba.ts';
import type { Sentence, Span } from './types.ts';

/** A word with its jieba part-of-speech tag (`nr` person, `ns` place, `v` verb, `x` none …). */
export interface Token extends Span {
  readonly word: string;
  readonly tag: string;
}

/** Cuts a text into words that tile it: joined, they are the text again. Their offsets count from `from`, without it from 0. */
export type Segment = (text: string, from?: number) => readonly Token[];

/** Paths of its data files, which its types leave out. */
const files = nodejieba as unknown as Readonly<
  Record<'DEFAULT_DICT' | 'DEFAULT_USER_DICT' | 'DEFAULT_HMM_DICT', string>
>;

let opened: VisitWords | undefined;

/** The segmenter with nodejieba's own dictionary. The dictionary is loaded once a process, at the first call. */
export function openSegmenter(): Segment {
  opened ??= openJieba({
    dictionary: readFileSync(files.DEFAULT_DICT, 'utf8'),
    userDictionary: readFileSync(files.DEFAULT_USER_DICT, 'utf8'),
    model: readFileSync(files.DEFAULT_HMM_DICT, 'utf8'),
  });
  const visitWords = opened;
  return (text, from = 0) => {
    const tokens: Token[] = [];
    visitWords(text, (start, end, tag) => {
      tokens.push({ start: from + start, end: from + end, word: text.slice(start, end), tag });
    });
    return tokens;
  };
}

/** The words of a text, sentence by sentence, with offsets into the whole text: no word crosses a sentence border. */
export function tokenise(segment: Segment, text: string, sentences: readonly Sentence[]): readonly Token[] {
  const tokens: Token[] = [];
  for (const sentence of sentences)
    for (const token of segment(text.slice(sentence.start, sentence.end), sentence.start)) tokens.push(token);
  return tokens;
}
