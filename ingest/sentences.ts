/** Cuts a document into sentences. */
import type { Sentence } from './types.ts';

const STOP = new Set('。！？!?｡');
const ELLIPSIS = '…';
const CLOSERS = new Set('”’」』）)】》〉"\'');
const OPENERS = new Set('“‘「『（(【《〈');
/** What may follow a closing quote without a new sentence beginning: `“怎么办？”的问题`, `“好！”、“对！”`. */
const CONTINUES = new Set('的地得等、，,；;：:。和与及');
/** Titles and brackets are closed again soon, or the bracket is a slip of the scanner and must not swallow the paragraph. */
const BRACKET_REACH = 80;
const CLOSER_OF: ReadonlyMap<string, string> = new Map([
  ['（', '）)'],
  ['(', '）)'],
  ['《', '》'],
]);
/** How far behind a quotation its speaker is looked for: `”市委副书记、政法委书记章某某介绍说，`. */
const ATTRIBUTION_REACH = 40;
const SAYS = /(?:说|道|称|表示|介绍|指出|强调|坦言|透露|回忆|感慨|解释|补充|告诉记者)$/u;

/**
 * Tiles `text` with sentences: the first is the headline `[0, bodyStart)`, the others cut the body. `bodyStart` is the UTF-16
 * offset of the body. A sentence ends after 。！？ with the closing quotes and brackets behind it, after … where a quote, a bracket or the
 * line ends, and at each line break; what is blank behind it still belongs to it. A semicolon ends none.
 *
 * Three decisions about quotations: stops inside a quotation do cut (a long speech is many sentences); the last one stays
 * together with the attribution that follows (`“……。”章某某说，……`), so that a quote and its speaker are one piece of evidence; and a
 * quotation that is part of a phrase (`“怎么办？”的问题`) ends nothing. Stops inside （） and 《》 end nothing either.
 */
export function splitSentences(text: string, bodyStart: number): readonly Sentence[] {
  const sentences: Sentence[] = [];
  if (bodyStart > 0) sentences.push({ index: 0, start: 0, end: bodyStart, paragraph: -1 });
  let start = bodyStart;
  let paragraph = 0;
  let position = bodyStart;
  while (position < text.length) {
    const end = endOfSentence(text, position, start);
    if (end === null) {
      position = skipBracket(text, position);
      continue;
    }
    sentences.push({ index: sentences.length, start, end, paragraph });
    if (text.slice(position, end).includes('\n')) paragraph += 1;
    start = end;
    position = end;
  }
  if (start < text.length) sentences.push({ index: sentences.length, start, end: text.length, paragraph });
  return sentences;
}

/** The end of the sentence whose final sign stands at `position`, or null if none ends there. */
function endOfSentence(text: string, position: number, start: number): number | null {
  const sign = text[position] as string;
  if (sign === '\n') return skipBlank(text, position);
  if (!STOP.has(sign) && sign !== ELLIPSIS) return null;
  let end = position + 1;
  while (end < text.length && (STOP.has(text[end] as string) || text[end] === ELLIPSIS)) end += 1;
  const closed = skipClosers(text, end, start);
  const next = text[closed];
  if (next === undefined || next === '\n') return skipBlank(text, closed);
  if (text.slice(position, end) === ELLIPSIS.repeat(end - position) && closed === end && !OPENERS.has(next))
    return null;
  if (closed > end && (CONTINUES.has(next) || isAttributed(text, closed))) return null;
  return skipBlank(text, closed);
}

/** Straight quotes open as well as close: one closes if the sentence so far holds an odd number of them. */
function skipClosers(text: string, from: number, start: number): number {
  let end = from;
  while (end < text.length && CLOSERS.has(text[end] as string)) {
    const sign = text[end] as string;
    if ((sign === '"' || sign === "'") && text.slice(start, end).split(sign).length % 2 === 1) break;
    end += 1;
  }
  return end;
}

function isAttributed(text: string, from: number): boolean {
  const clause = /^[^，。！？：,!?:；“”\n]*/u.exec(text.slice(from, from + ATTRIBUTION_REACH))?.[0] ?? '';
  return SAYS.test(clause);
}

/** The position behind a bracket or title that opens at `position` and closes within reach; otherwise the next position. */
function skipBracket(text: string, position: number): number {
  const closer = CLOSER_OF.get(text[position] as string);
  if (closer === undefined) return position + 1;
  const inside = text.slice(position, position + BRACKET_REACH).split('\n', 1)[0] as string;
  for (let i = 1; i < inside.length; i += 1) if (closer.includes(inside[i] as string)) return position + i + 1;
  return position + 1;
}

/** Blanks and at most one line break belong to the sentence before them. */
function skipBlank(text: string, from: number): number {
  let end = from;
  let broken = false;
  while (end < text.length && /\s/u.test(text[end] as string)) {
    if (text[end] === '\n') {
      if (broken) break;
      broken = true;
    }
    end += 1;
  }
  return end;
}
