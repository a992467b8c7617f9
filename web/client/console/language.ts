/** Colours for Cypher: what the editor's own mode does not tell apart (labels, parameters, long comments), and that mode for signs and indents. */
import {
  HighlightStyle,
  LanguageSupport,
  StreamLanguage,
  type StringStream,
  syntaxHighlighting,
} from '@codemirror/language';
import { cypher } from '@codemirror/legacy-modes/mode/cypher';
import { tags } from '@lezer/highlight';

interface State {
  readonly base: unknown;
  inComment: boolean;
}

/** The words of clauses and operators; those that change the graph among them, as they are refused as such. */
const KEYWORDS: ReadonlySet<string> = new Set(
  'MATCH OPTIONAL WHERE RETURN WITH UNWIND ORDER BY LIMIT SKIP DISTINCT AS AND OR XOR NOT IN IS NULL STARTS ENDS CONTAINS CASE WHEN THEN ELSE END UNION ALL CALL YIELD EXISTS ASC DESC TRUE FALSE CREATE MERGE SET DELETE DETACH REMOVE DROP FOREACH LOAD CSV ON USE'.split(
    ' ',
  ),
);

const language = StreamLanguage.define<State>({
  name: 'cypher',
  startState: () => ({ base: cypher.startState?.(0), inComment: false }),
  copyState: ({ base, inComment }) => ({ base: { ...(base as object) }, inComment }),
  token(stream, state) {
    if (state.inComment || stream.match('/*')) {
      state.inComment = !closesComment(stream);
      return 'comment';
    }
    if (stream.match(/^\/\/.*/u)) return 'comment';
    if (stream.match(/^'(?:\\.|[^'\\])*'?/u) || stream.match(/^"(?:\\.|[^"\\])*"?/u)) return 'string';
    if (stream.match(/^\$[\p{L}\p{N}_]+/u)) return 'parameter';
    if (stream.match(/^\d[\d_.]*/u)) return 'number';
    if (stream.match(/^:\s*[\p{L}_`][\p{L}\p{N}_`|]*/u)) return 'label';
    if (stream.match(/^\.\s*[\p{L}_][\p{L}\p{N}_]*/u)) return 'variable';
    const word = stream.match(/^[\p{L}_][\p{L}\p{N}_]*/u);
    if (!word) return cypher.token(stream, state.base);
    if (KEYWORDS.has(stream.current().toUpperCase())) return 'keyword';
    return stream.match(/^\s*\(/u, false) ? 'builtin' : 'variable';
  },
  indent: ({ base }, text, context) => cypher.indent?.(base, text, context) ?? null,
  languageData: { commentTokens: { line: '//' }, closeBrackets: { brackets: ['(', '[', '{', "'", '"'] } },
  tokenTable: { parameter: tags.special(tags.variableName), label: tags.typeName },
});

const style = HighlightStyle.define([
  { tag: tags.keyword, fontWeight: 'var(--w-strong)' },
  { tag: tags.standard(tags.variableName), color: 'var(--k-person-ink)' },
  { tag: tags.typeName, color: 'var(--k-event-ink)' },
  { tag: tags.string, color: 'var(--k-place-ink)' },
  { tag: tags.comment, color: 'var(--ink-3)' },
  { tag: tags.number, color: 'var(--k-program-ink)' },
  {
    tag: tags.special(tags.variableName),
    padding: '0 2px',
    border: '1px solid var(--line-2)',
    borderRadius: '3px',
    background: 'var(--sunken)',
  },
]);

export function cypherLanguage(): LanguageSupport {
  return new LanguageSupport(language, syntaxHighlighting(style));
}

/** Takes the rest of a comment, or of the line; whether the comment ends there. */
function closesComment(stream: StringStream): boolean {
  if (stream.match(/^.*?\*\//u)) return true;
  stream.skipToEnd();
  return false;
}
