/** Cypher that Neo4j 5 runs and the embedded engine (0.6) does not, so that an error can name it. */
import { codeOf } from '../read-only/tokens.ts';

/** Each pattern is tried on the statement without its texts and comments. */
const MISSING: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'label expressions (`:A|B`, `:A&B`, `:!A`)', pattern: /\([^()[\]{}]*:\s*!|\([^()[\]{}]*:\s*\w+\s*[|&]/u },
  { name: 'dynamic labels (`:$(…)`)', pattern: /:\s*\$\s*\(/u },
  {
    name: 'quantified path patterns (`{1,3}`, `+`)',
    pattern: /(?:\)|\]?->|\]?-)\s*(?:\{\s*\d*\s*,?\s*\d*\s*\}|\+)\s*\(/u,
  },
  { name: '`SHORTEST`', pattern: /\b(?:SHORTEST\s+\d|ALL\s+SHORTEST|ANY\s+\()/iu },
  { name: '`COUNT { MATCH … }`', pattern: /\bCOUNT\s*\{\s*MATCH\b/iu },
  { name: '`COLLECT { … }`', pattern: /\bCOLLECT\s*\{/iu },
  { name: 'an index or slice of `collect(…)` (put it in a WITH first)', pattern: /\bcollect\s*\([^()]*\)\s*\[/iu },
  { name: '`OPTIONAL CALL`', pattern: /\bOPTIONAL\s+CALL\b/iu },
  { name: '`CALL { … } IN TRANSACTIONS`', pattern: /\}\s*IN\s+(?:\d+\s+CONCURRENT\s+)?TRANSACTIONS\b/iu },
  {
    name: 'a part of a date straight after its function (put the date in a WITH first)',
    pattern: /\b(?:date|datetime)\s*\([^()]*\)\s*\.\s*[a-z]/iu,
  },
  { name: '`duration.between`, `duration.inDays`', pattern: /\bduration\s*\.\s*(?:between|in[A-Z])/iu },
  { name: '`date.truncate`', pattern: /\b(?:date|datetime|time)\s*\.\s*truncate\b/iu },
  { name: '`isEmpty`, `nullIf`, `valueType`, `point`', pattern: /\b(?:isEmpty|nullIf|valueType|point)\s*\(/iu },
  { name: '`round` with two arguments', pattern: /\bround\s*\([^()]*,/iu },
  {
    name: 'a keyword as label or type without backticks',
    pattern: /:\s*(?:IN|AS|SET|MATCH|AND|CASE|WITH|IS|NULL|UNION|TRUE)\b/iu,
  },
  { name: 'full-text indexes', pattern: /\bFULLTEXT\b|\bdb\s*\.\s*index\b/iu },
  { name: '`SHOW` other than INDEXES and CONSTRAINTS', pattern: /^\s*SHOW\b/iu },
  { name: 'pattern comprehensions in WHERE', pattern: /\bWHERE\b[^[]*\[\s*\(/iu },
];

/** The constructs of a statement that the embedded engine lacks, as phrases for a message. */
export function missingConstructs(cypher: string): readonly string[] {
  const code = codeOf(cypher);
  return MISSING.filter(({ pattern }) => pattern.test(code)).map(({ name }) => name);
}
