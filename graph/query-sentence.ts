/** A saved query as a sentence with blanks: `从{from}到{to}，{person}主持了哪些会议？`. */

/** What stands in a sentence, in its order: words, or the blank of a parameter. */
export type SentencePart = { readonly text: string } | { readonly param: string };

/** The parts of a sentence. A brace that holds no name is text. */
export function sentenceParts(sentence: string): readonly SentencePart[] {
  const parts: SentencePart[] = [];
  let at = 0;
  for (const match of sentence.matchAll(/\{([A-Za-z_]\w*)\}/gu)) {
    if (match.index > at) parts.push({ text: sentence.slice(at, match.index) });
    parts.push({ param: match[1] as string });
    at = match.index + match[0].length;
  }
  if (at < sentence.length) parts.push({ text: sentence.slice(at) });
  return parts;
}

/** What is wrong with a sentence for these parameters, as a phrase for a message; null where each has exactly one blank. */
export function sentenceFault(sentence: string, params: readonly string[]): string | null {
  const blanks = sentenceParts(sentence).flatMap((part) => ('param' in part ? [part.param] : []));
  const unknown = blanks.find((name) => !params.includes(name));
  if (unknown !== undefined) return `{${unknown}} is no parameter`;
  const missing = params.find((name) => !blanks.includes(name));
  if (missing !== undefined) return `the parameter ${missing} has no blank {${missing}}`;
  const repeated = blanks.find((name, index) => blanks.indexOf(name) !== index);
  return repeated === undefined ? null : `{${repeated}} stands in it twice`;
}
