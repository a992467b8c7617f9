/** A saved query's sentence, taken apart: words, and the blanks of its parameters. */
import type { QueryParam } from '../../api/queries.ts';

export type SentencePart = string | QueryParam;

/** The parts in their order. A name that is no parameter stays text. */
export function sentenceParts(sentence: string, params: readonly QueryParam[]): readonly SentencePart[] {
  return sentence
    .split(/(\{\w+\})/u)
    .filter((part) => part !== '')
    .map((part) => params.find(({ name }) => `{${name}}` === part) ?? part);
}
