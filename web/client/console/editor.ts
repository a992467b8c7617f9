/** The editor of the console. It knows nothing of the page: text in, text out, faults underlined. */
import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import type { ConsoleSchema } from '../../api/console.ts';
import { offersAt } from './complete.ts';
import { cypherLanguage } from './language.ts';
import { editorLook } from './look.ts';
import { parameterNames } from './parameters.ts';

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  /** What a screen reader calls it. */
  readonly label: string;
  readonly schema: ConsoleSchema;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
}

export interface Editor {
  /** Replaces the whole text; undo brings the old one back. */
  setText(text: string): void;
  /** Underlines a passage and says why; null takes the line away. Offsets are UTF-16, half-open. */
  showFault(fault: { readonly start: number; readonly end: number; readonly message: string } | null): void;
  focus(): void;
  destroy(): void;
}

export function createEditor({ parent, text, label, schema, onChange, onRun }: EditorOptions): Editor {
  const complete = (context: CompletionContext): CompletionResult | null => {
    const before = context.state.sliceDoc(0, context.pos);
    const found = offersAt(before, schema, parameterNames(context.state.doc.toString()));
    if (!found || (found.from === context.pos && !context.explicit && !/[:.$|]\s?$/u.test(before))) return null;
    const options = found.offers.map(({ label: name, kind, detail }) => ({
      label: name,
      type: kind,
      ...(detail && { detail }),
    }));
    return { from: found.from, options, validFor: /^[\p{L}\p{N}_.]*$/u };
  };
  const run = () => {
    onRun();
    return true;
  };
  // In a document the editor writes style elements, which the page's policy forbids; in a shadow tree it adopts style sheets.
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
  // Seen from outside, keys typed here come from the box: the page must not take them for its own.
  parent.addEventListener('keydown', (event) => event.stopPropagation());
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
        lineNumbers(),
        history(),
        highlightActiveLine(),
        bracketMatching(),
        closeBrackets(),
        cypherLanguage(),
        editorLook,
        autocompletion({ override: [complete], icons: false }),
        keymap.of([
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          ...lintKeymap,
          // Escape before Tab leaves: the editor sees to that by itself.
          indentWithTab,
        ]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    setText(next) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    showFault(fault) {
      const length = view.state.doc.length;
      const shown = fault && { from: Math.min(fault.start, length), to: Math.min(fault.end, length) };
      const found = shown ? [{ ...shown, severity: 'error' as const, message: fault.message }] : [];
      view.dispatch(setDiagnostics(view.state, found));
      if (shown) view.dispatch({ selection: { anchor: shown.from }, scrollIntoView: true });
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
