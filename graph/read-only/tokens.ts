/**
 * A Cypher text as tokens: enough to tell code from texts, comments and quoted names. Where engines may read a text in two
 * ways, the tokens are those of the reading that shows more code.
 */

export type TokenKind =
  | 'blank'
  | 'comment'
  /** A text in either quote. */
  | 'text'
  /** A name in backticks. */
  | 'quoted'
  /** A keyword, name or function. */
  | 'word'
  | 'number'
  /** `$name` */
  | 'parameter'
  /** One character of punctuation, or `..`. */
  | 'sign';

/** `end` is exclusive; offsets count UTF-16 units of the text. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** False for a comment, text or name that the end of the whole text cuts off. */
  readonly closed: boolean;
}

const PARTS: readonly { readonly kind: TokenKind; readonly pattern: RegExp; readonly closed?: RegExp }[] = [
  { kind: 'blank', pattern: /\s+/uy },
  { kind: 'comment', pattern: /\/\/[^\n\r]*/uy },
  { kind: 'comment', pattern: /\/\*[\s\S]*?(?:\*\/|$)/uy, closed: /^\/\*[\s\S]*\*\/$/u },
  { kind: 'text', pattern: /'(?:\\[\s\S]|[^'\\])*(?:'|\\?$)/uy, closed: /^'(?:\\[\s\S]|[^'\\])*'$/u },
  { kind: 'text', pattern: /"(?:\\[\s\S]|[^"\\])*(?:"|\\?$)/uy, closed: /^"(?:\\[\s\S]|[^"\\])*"$/u },
  { kind: 'quoted', pattern: /`(?:``|[^`])*(?:`|$)/uy, closed: /^`(?:``|[^`])*`$/u },
  { kind: 'parameter', pattern: /\$(?:[\p{L}\p{M}\p{N}_]+|`(?:``|[^`])*`)/uy },
  { kind: 'number', pattern: /0[xo][\da-f_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:e[+-]?\d+)?/iuy },
  { kind: 'word', pattern: /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy },
  { kind: 'sign', pattern: /\.\.|[\s\S]/uy },
];

/** All tokens, blanks and comments among them: joined they are the text again. */
export function tokensOf(cypher: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < cypher.length) {
    for (const { kind, pattern, closed } of PARTS) {
      pattern.lastIndex = at;
      const text = pattern.exec(cypher)?.[0];
      if (!text) continue;
      tokens.push({ kind, text, start: at, end: at + text.length, closed: closed?.test(text) ?? true });
      at += text.length;
      break;
    }
  }
  return tokens;
}

/** Whether it is neither a blank nor a comment. */
export const isCode = ({ kind }: Token): boolean => kind !== 'blank' && kind !== 'comment';

/** The statement with its comments as a blank and its texts and quoted names as empty ones. */
export function codeOf(cypher: string): string {
  return tokensOf(cypher)
    .map(({ kind, text }) =>
      kind === 'comment' ? ' ' : kind === 'text' || kind === 'quoted' ? text.charAt(0).repeat(2) : text,
    )
    .join('');
}

/** The names of the parameters that a statement uses, each once, in the order of their first use. */
export function parametersOf(cypher: string): readonly string[] {
  const used = tokensOf(cypher).filter(({ kind }) => kind === 'parameter');
  return [...new Set(used.map(({ text }) => nameIn(text.slice(1))))];
}

/** A name as it is written, without its backticks. */
export function nameIn(text: string): string {
  return text.startsWith('`') ? text.slice(1, -1).replaceAll('``', '`') : text;
}
