/** Colours for Cypher: what the editor's own mode does not tell apart (labels, parameters, long comments), and that mode for the rest. */
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
    if (stream.match(/^[^\p{ASCII}]+/u)) return 'variable';
    return cypher.token(stream, state.base);
  },
  indent: ({ base }, text, context) => cypher.indent?.(base, text, context) ?? null,
  languageData: { commentTokens: { line: '//' }, closeBrackets: { brackets: ['(', '[', '{', "'", '"'] } },
  tokenTable: { parameter: tags.special(tags.variableName), label: tags.typeName },
});

const style = HighlightStyle.define([
  { tag: [tags.keyword, tags.definition(tags.variableName)], class: 'tok-keyword' },
  { tag: tags.standard(tags.variableName), class: 'tok-function' },
  { tag: tags.typeName, class: 'tok-label' },
  { tag: tags.string, class: 'tok-text' },
  { tag: tags.comment, class: 'tok-comment' },
  { tag: tags.number, class: 'tok-number' },
  { tag: tags.special(tags.variableName), class: 'tok-parameter' },
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
