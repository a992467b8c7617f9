/** What can stand where the cursor is: labels, relation types, properties, parameters, else keywords and functions. */
import type { ConsoleSchema } from '../../api/console.ts';

export interface Offer {
  readonly label: string;
  readonly kind: 'label' | 'relation' | 'property' | 'parameter' | 'keyword' | 'function' | 'procedure';
  readonly detail?: string;
}

const KEYWORDS =
  'MATCH|OPTIONAL MATCH|WHERE|RETURN|WITH|UNWIND|ORDER BY|LIMIT|SKIP|DISTINCT|AS|AND|OR|NOT|IN|IS NULL|IS NOT NULL|STARTS WITH|ENDS WITH|CONTAINS|CASE|WHEN|THEN|ELSE|END|UNION|CALL|YIELD|EXISTS|ASC|DESC|null|true|false'.split(
    '|',
  );

/** What stands directly before the word at the cursor. */
const PROPERTY = /[\p{L}\p{N}_)\]}`]\.([\p{L}\p{N}_]*)$/u;
const PARAMETER = /\$([\p{L}\p{N}_]*)$/u;
const RELATION = /\[[^\][(){}]*[:|]\s*([\p{L}\p{N}_]*)$/u;
const LABEL = /[:|&]\s*([\p{L}\p{N}_]*)$/u;
const CALLED = /\bCALL\s+([\p{L}\p{N}_.]*)$/iu;
const WORD = /([\p{L}_][\p{L}\p{N}_]*)$/u;

/**
 * The offers for the text before the cursor, with where in it the word begins that they replace; null where there is nothing to
 * complete. `parameters` are those that the query uses.
 */
export function offersAt(
  before: string,
  schema: ConsoleSchema,
  parameters: readonly string[],
): { readonly from: number; readonly offers: readonly Offer[] } | null {
  if (isInText(before)) return null;
  const at = (pattern: RegExp): number | null => {
    const word = pattern.exec(before)?.[1];
    return word === undefined ? null : before.length - word.length;
  };
  const among = (from: number | null, offers: readonly Offer[]) => (from === null ? null : { from, offers });
  return (
    among(at(CALLED), named(schema.procedures, 'procedure')) ??
    among(at(PARAMETER), named(parameters, 'parameter')) ??
    among(
      at(PROPERTY),
      schema.properties.map(({ name, of }) => ({ label: name, kind: 'property', detail: of.slice(0, 3).join(' ') })),
    ) ??
    among(
      at(RELATION),
      schema.relations.map(({ type, from, to }) => ({
        label: type,
        kind: 'relation',
        detail: `${from.join('/')} → ${to.length > 2 ? '…' : to.join('/')}`,
      })),
    ) ??
    among(at(LABEL), named(schema.labels, 'label')) ??
    among(at(WORD), [...named(KEYWORDS, 'keyword'), ...named(schema.functions, 'function')])
  );
}

const named = (names: readonly string[], kind: Offer['kind']): readonly Offer[] =>
  names.map((label) => ({ label, kind }));

/** Whether the cursor stands in a text or a comment. */
function isInText(before: string): boolean {
  const rest = before.replace(/\/\*[\s\S]*?\*\/|'(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*"/gu, '');
  return /['"]|\/\*|\/\/[^\n]*$/u.test(rest);
}
