/** Where in a statement an engine found its fault, read from its message. */
import { isCode, nameIn, type Token, tokensOf } from './tokens.ts';

/** Half-open, in UTF-16 units of the statement. */
export interface Position {
  readonly start: number;
  readonly end: number;
}

/** `(line 2, column 3 (offset: 12))` of Neo4j, `--> query:2:3` of the embedded engine. */
const PLACE = /\(line (\d+), column (\d+)[^)]*\)\)?|--> query:(\d+):(\d+)/u;
/** What both put behind it: the line again, with a mark under it. */
const EXCERPT = /\s*\n\s*(?:"[\s\S]*"\s*\^?|\|[\s\S]*)\s*$|\n\s*-->[\s\S]*$/u;

/**
 * The token at the place that the message names, or the name in quotes that it complains of; null where it names neither.
 * `prefix` is the length of what stood before the statement in its first line when it was sent.
 */
export function positionIn(cypher: string, message: string, prefix = 0): Position | null {
  const tokens = tokensOf(cypher).filter(isCode);
  const place = PLACE.exec(message);
  if (place) {
    const line = Number(place[1] ?? place[3]);
    const column = Number(place[2] ?? place[4]) - (line === 1 ? prefix : 0);
    return spanAt(cypher, tokens, offsetOf(cypher, line, column));
  }
  const named = [...message.matchAll(/['`]([^'`\n]+)['`]|\$(\w+)/gu)].map((match) => match[1] ?? match[2]);
  const token = tokens.find(({ kind, text }) => {
    const name = kind === 'parameter' ? nameIn(text.slice(1)) : nameIn(text);
    return kind !== 'sign' && named.includes(name);
  });
  return token ? { start: token.start, end: token.end } : null;
}

/** An engine's message without its place and excerpt, which the text itself shows better, without its codes and who says it. */
export function plainMessage(message: string): string {
  return message
    .replace(EXCERPT, '')
    .replace(PLACE, '')
    .replace(/^.* refused the statement: |Query error: |GRAFEO-\w+: |\[Cypher\] /gu, '')
    .trim();
}

/** The offset of a line and a column, both counted from 1; within the text whatever they are. */
function offsetOf(cypher: string, line: number, column: number): number {
  const before = cypher.split('\n').slice(0, line - 1);
  const start = before.reduce((sum, text) => sum + text.length + 1, 0);
  return Math.max(0, Math.min(cypher.length, start + column - 1));
}

/** The token at an offset, else the next, else the last: something that can be underlined. */
function spanAt(cypher: string, tokens: readonly Token[], offset: number): Position {
  const token = tokens.find(({ end }) => end > offset) ?? tokens.at(-1);
  return token ? { start: token.start, end: token.end } : { start: 0, end: cypher.length };
}
