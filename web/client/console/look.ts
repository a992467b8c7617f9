/** How the editor looks. It stands in a shadow tree, where the page's style sheets do not reach but its tokens do. */
import { EditorView } from '@codemirror/view';

/** The room of six lines; a longer text scrolls within half of the window. */
const HEIGHT = { minHeight: '132px', maxHeight: '46vh' } as const;

export const editorLook = EditorView.theme({
  '&': { ...HEIGHT, fontSize: 'var(--fs-13)', color: 'var(--ink)', background: 'var(--surface)' },
  // The box around it shows the focus.
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { minHeight: HEIGHT.minHeight, font: 'var(--fs-13) / 20px var(--font-mono)' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)' },
  '.cm-gutters': { border: '0', color: 'var(--ink-3)', background: 'var(--surface)' },
  '.cm-activeLine, .cm-activeLineGutter': { background: 'color-mix(in srgb, var(--sunken) 60%, transparent)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused .cm-matchingBracket': { color: 'inherit', background: 'var(--pressed)' },
  '.cm-tooltip': {
    border: '1px solid var(--line-2)',
    borderRadius: '4px',
    color: 'var(--ink)',
    background: 'var(--surface)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { font: 'var(--fs-13) / 1.6 var(--font-mono)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { color: 'var(--ink)', background: 'var(--pressed)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: 'var(--w-strong)' },
  '.cm-completionDetail': { marginLeft: '12px', fontStyle: 'normal', color: 'var(--ink-3)' },
  '.cm-lintRange-error': {
    background: 'none',
    textDecoration: 'underline wavy var(--bad)',
    textUnderlineOffset: '4px',
  },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--bad)', fontFamily: 'var(--font-ui)' },
});
