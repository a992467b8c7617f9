/** What can be said of a Cypher text without an engine. */
import { ZhituError } from './errors.ts';

/** Comments, texts in either quote, and names in backticks. */
const NOT_CODE = /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*|'(?:\\[\s\S]|[^'\\])*'?|"(?:\\[\s\S]|[^"\\])*"?|`(?:``|[^`])*`?/gu;

/** The statement with its comments as a blank and its texts and quoted names as empty ones. */
export function codeOf(cypher: string): string {
  return cypher.replace(NOT_CODE, (part) => (part.startsWith('/') ? ' ' : part.charAt(0).repeat(2)));
}

/** What a read may not contain although a read-only session would run it, or a rolled-back transaction would keep it. */
const FORBIDDEN: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'LOAD CSV, which reads files and addresses', pattern: /\bLOAD\s+CSV\b/iu },
  {
    what: 'administration (SHOW, TERMINATE, ALTER and the like)',
    pattern: /^\s*(?:SHOW|TERMINATE|ALTER|GRANT|DENY|REVOKE|RENAME|ENABLE|DRYRUN|DEALLOCATE|REALLOCATE|STOP|START)\b/iu,
  },
  {
    what: 'changes of the schema',
    pattern: /\b(?:CREATE|DROP)\s+(?:OR\s+REPLACE\s+)?(?:\w+\s+)?(?:INDEX|CONSTRAINT|DATABASE|ALIAS|USER|ROLE)\b/iu,
  },
  { what: 'procedures of the server (dbms.*)', pattern: /\bCALL\s+(?:``|dbms)\s*(?:\.|\()/iu },
];

/**
 * Refuses what no engine's read mode keeps out by itself: both stores call it before every read.
 * @throws ZhituError `store-rejected`, naming what is not allowed.
 */
export function assertReadable(cypher: string): void {
  const code = codeOf(cypher).replace(/^(?:\s*(?:EXPLAIN|PROFILE|CYPHER(?:\s+\w+\s*=\s*\w+)*(?:\s+[\d.]+)?)\b)+/iu, '');
  const found = FORBIDDEN.find(({ pattern }) => pattern.test(code));
  if (!found) return;
  throw new ZhituError('store-rejected', `A query may not contain ${found.what}. Take it out of the query.`, {
    cypher,
  });
}
