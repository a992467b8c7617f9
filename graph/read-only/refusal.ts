/**
 * What a read may not contain, found in its tokens. It refuses by construction: a statement begins with one of the clauses that
 * read, names no clause that writes, and calls nothing but what is listed. Comments, case, quotes and escapes do not hide
 * anything from it, and nothing within a text, comment, property or label is taken for a clause.
 */
import { ZhituError } from '../errors.ts';
import { isCode, nameIn, type Token, tokensOf } from './tokens.ts';

/**
 * Why a statement is refused:
 * - `start`: it begins with something other than a clause that reads
 * - `write`: a clause that changes the graph or its schema
 * - `admin`: administration of the server, or another graph
 * - `file`: reading of files and addresses
 * - `transaction`: transactions of its own
 * - `procedure`, `function`: a call that is not on the list
 * - `several`: more than one statement
 * - `escape`: a `\u` escape that may be read as code
 * - `character`: a control character, or one that is not shown
 * - `open`: a text, comment or name without an end
 * - `number`: letters straight behind a number
 * - `empty`, `long`
 */
export type RefusalReason =
  | 'start'
  | 'write'
  | 'admin'
  | 'file'
  | 'transaction'
  | 'procedure'
  | 'function'
  | 'several'
  | 'escape'
  | 'character'
  | 'open'
  | 'number'
  | 'empty'
  | 'long';

/** Offsets are UTF-16 units of the statement, `end` exclusive; `word` is what stands there. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Longer than anything a person writes; what is built in stays far below. */
export const MAX_CYPHER = 50_000;

const STARTS: readonly string[] = ['MATCH', 'OPTIONAL', 'UNWIND', 'WITH', 'RETURN', 'CALL'];
const WRITES: ReadonlySet<string> = new Set([
  'CREATE',
  'MERGE',
  'SET',
  'DELETE',
  'DETACH',
  'NODETACH',
  'REMOVE',
  'DROP',
  'FOREACH',
  'INSERT',
]);
/** Clauses only where another word follows: these are common as names. */
const ADMIN: ReadonlySet<string> = new Set([
  'SHOW',
  'TERMINATE',
  'ALTER',
  'GRANT',
  'DENY',
  'REVOKE',
  'RENAME',
  'ENABLE',
  'DRYRUN',
  'DEALLOCATE',
  'REALLOCATE',
  'START',
  'STOP',
  'USE',
]);
/** What may follow a name. */
const AFTER_NAME: ReadonlySet<string> = new Set(
  'AS ORDER LIMIT SKIP OFFSET IN IS AND OR XOR STARTS ENDS CONTAINS ASC ASCENDING DESC DESCENDING WHERE RETURN WITH UNION MATCH OPTIONAL UNWIND CALL THEN ELSE END WHEN YIELD'.split(
    ' ',
  ),
);
/** Procedures that tell of the graph and change nothing. The second is how articles and names are searched. */
export const PROCEDURES: readonly string[] = [
  'db.labels',
  'db.index.fulltext.queryNodes',
  'db.index.fulltext.queryRelationships',
  'db.propertyKeys',
  'db.relationshipTypes',
  'db.schema.nodeTypeProperties',
  'db.schema.relTypeProperties',
  'db.schema.visualization',
];
const KNOWN_PROCEDURES: ReadonlySet<string> = new Set(PROCEDURES);
/** The first part of the functions with a dot that Cypher itself has; all others were added to a server. */
const NAMESPACES: ReadonlySet<string> = new Set(
  'date datetime localdatetime localtime time duration point vector'.split(' '),
);

/** What a `\u` escape may not stand for within a text or name: it would end it for an engine that reads escapes first. */
const ENDING = /['"`\\\n\r]/u;
const ESCAPE = /\\u+([\da-f]{4})?/iu;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u;
const ALLOWED_CONTROL = /[\t\n\r]/gu;

/** The first thing that a read may not contain, or null for a statement that reads. */
export function refusalOf(cypher: string): Refusal | null {
  if (cypher.length > MAX_CYPHER) return { reason: 'long', word: '', start: MAX_CYPHER, end: cypher.length };
  const all = tokensOf(cypher);
  const hidden = all.map((token) => hiddenCode(token, cypher)).find((found) => found !== null);
  if (hidden) return hidden;
  const tokens = all.filter(isCode);
  const [first] = tokens;
  if (!first) return { reason: 'empty', word: '', start: 0, end: cypher.length };
  for (const [index, token] of tokens.entries()) {
    const found = reasonAt(tokens, index);
    if (found) return refused(found, token);
  }
  return STARTS.includes(keyOf(first)) ? null : refused('start', first);
}

/** Texts that were found to read, as the same few hundred are asked again and again. Longer ones, and more, are what somebody typed. */
const READABLE = new Set<string>();
const MOST_REMEMBERED = 1_000;
const LONGEST_REMEMBERED = 5_000;

/**
 * Refuses what no engine's read mode keeps out by itself: both stores call it before every read.
 * @throws ZhituError `store-rejected`, naming what is not allowed, with `refusal` among its details.
 */
export function assertReadable(cypher: string): void {
  if (READABLE.has(cypher)) return;
  const refusal = refusalOf(cypher);
  if (refusal) throw new ZhituError('store-rejected', refusalMessage(refusal), { cypher, refusal });
  if (cypher.length > LONGEST_REMEMBERED) return;
  if (READABLE.size >= MOST_REMEMBERED) READABLE.clear();
  READABLE.add(cypher);
}

/** What is not allowed and what to do, in a sentence. */
export function refusalMessage({ reason, word }: Refusal): string {
  const quoted = `To use it as a name, put it in backticks: \`${word}\`.`;
  switch (reason) {
    case 'start':
      return `A query begins with one of ${STARTS.join(', ')}, and this one with ${JSON.stringify(word)}.`;
    case 'write':
      return `${word} writes to the graph, and only reading is allowed here. Nothing was changed; take it out. ${quoted}`;
    case 'admin':
      return `${word} is administration of the server, which a query may not contain. Take it out. ${quoted}`;
    case 'file':
      return `LOAD CSV reads files and addresses, which a query may not. Take it out. ${quoted}`;
    case 'transaction':
      return 'A query may not have transactions of its own. Take out IN TRANSACTIONS.';
    case 'procedure':
      return `The procedure ${word} may not be called here; those that may are: ${PROCEDURES.join(', ')}.`;
    case 'function':
      return `The function ${word} is not one of Cypher's own, and may not be called here.`;
    case 'several':
      return 'One query is run at a time: take out what stands behind the semicolon.';
    case 'escape':
      return `Write the character itself instead of ${word}: as an escape it could be read as code.`;
    case 'character':
      return `There is a character here that is not shown (${word}). Take it out.`;
    case 'open':
      return `What begins here with ${word} has no end. Close it.`;
    case 'number':
      return `Put a blank between the number and what follows it: ${word}.`;
    case 'empty':
      return 'The query is empty.';
    case 'long':
      return `A query has at most ${MAX_CYPHER} characters.`;
  }
}

const refused = (reason: RefusalReason, { text, start, end }: Token): Refusal => ({ reason, word: text, start, end });

/** What an engine that reads escapes before anything else, or that ends comments elsewhere, would see as other code. */
function hiddenCode(token: Token, cypher: string): Refusal | null {
  const { kind, text, start, closed } = token;
  const at = (offset: number, reason: RefusalReason, word: string): Refusal => ({
    reason,
    word,
    start: start + offset,
    end: start + offset + word.length,
  });
  if (!closed) return { ...at(0, 'open', text.charAt(0)), end: token.end };
  const isName = kind === 'text' || kind === 'quoted';
  const backslash = text.indexOf('\\');
  if (backslash >= 0 && kind !== 'text' && (kind !== 'comment' || ESCAPE.test(text)))
    return at(backslash, 'escape', /^\\u+[\da-f]{4}/iu.exec(cypher.slice(start + backslash))?.[0] ?? '\\');
  if (isName) {
    for (const match of text.matchAll(new RegExp(ESCAPE, 'giu'))) {
      const character = match[1] === undefined ? '\\' : String.fromCharCode(Number.parseInt(match[1], 16));
      if (ENDING.test(character)) return at(match.index, 'escape', match[0]);
    }
    return null;
  }
  const control = HIDDEN.exec(text.replace(ALLOWED_CONTROL, ' '));
  if (!control) return null;
  const code = (control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { ...at(control.index, 'character', control[0]), word: `U+${code}` };
}

/** Upper case as an engine may compare it: `ſet` and `ｓｅｔ` are SET to some. */
function keyOf({ kind, text }: Token): string {
  return kind === 'word' ? text.normalize('NFKC').toUpperCase() : '';
}

function reasonAt(tokens: readonly Token[], index: number): RefusalReason | null {
  const token = tokens[index] as Token;
  const next = tokens[index + 1];
  if (token.kind === 'sign' && token.text === ';') return next ? 'several' : null;
  if (token.kind === 'number') return next && next.start === token.end && isNameToken(next) ? 'number' : null;
  if (!isNameToken(token)) return null;
  if (isForeignFunction(tokens, index)) return 'function';
  if (token.kind !== 'word' || isName(tokens, index)) return null;
  const key = keyOf(token);
  if (WRITES.has(key)) return 'write';
  if (key === 'LOAD' || key === 'CSV') return 'file';
  if (key === 'TRANSACTIONS' || key === 'TRANSACTION') return 'transaction';
  if (key === 'CALL') return isKnownCall(tokens, index + 1) ? null : 'procedure';
  const isClause = index === 0 || (next !== undefined && isNameToken(next) && !AFTER_NAME.has(keyOf(next)));
  return ADMIN.has(key) && isClause ? 'admin' : null;
}

const isNameToken = ({ kind }: Token): boolean => kind === 'word' || kind === 'quoted';
const isSign = (token: Token | undefined, text: string): boolean => token?.kind === 'sign' && token.text === text;

/** Whether the word is a property (`n.set`), a label or type (`:Set`), or a key of a map (`{set: 1}`). */
function isName(tokens: readonly Token[], index: number): boolean {
  const [previous, before, next] = [tokens[index - 1], tokens[index - 2], tokens[index + 1]];
  if (isSign(previous, ':')) return true;
  if (isSign(previous, '.')) {
    return before !== undefined && before.kind !== 'number' && (before.kind !== 'sign' || /[)\]}]/u.test(before.text));
  }
  return (isSign(previous, '{') || isSign(previous, ',')) && isSign(next, ':');
}

/** Whether `a.b.c(` begins here, and `a` is none of Cypher's own. */
function isForeignFunction(tokens: readonly Token[], index: number): boolean {
  const previous = tokens[index - 1];
  if (isSign(previous, '.') || (previous && keyOf(previous) === 'CALL')) return false;
  const name = dottedName(tokens, index);
  return (
    name.parts.length > 1 && isSign(tokens[name.end], '(') && !NAMESPACES.has((name.parts[0] as string).toLowerCase())
  );
}

/** Whether a subquery or a procedure of the list is called by what begins at `index`. */
function isKnownCall(tokens: readonly Token[], index: number): boolean {
  if (isSign(tokens[index], '{') || isSign(tokens[index], '(')) return true;
  return KNOWN_PROCEDURES.has(dottedName(tokens, index).parts.join('.'));
}

function dottedName(
  tokens: readonly Token[],
  index: number,
): { readonly parts: readonly string[]; readonly end: number } {
  const parts: string[] = [];
  let at = index;
  for (;;) {
    const token = tokens[at];
    if (!token || !isNameToken(token)) return { parts, end: at };
    parts.push(nameIn(token.text));
    at += 1;
    if (!isSign(tokens[at], '.')) return { parts, end: at };
    at += 1;
  }
}
