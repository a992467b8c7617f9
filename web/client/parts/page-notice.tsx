/** What was just done, where no strip over a canvas says it: on all other pages, on the start, and on narrow screens. */
import { computed, signal, useSignal, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { MAX_SHOWN } from '../../api/limits.ts';
import { undo } from '../actions.ts';
import { type Notice, notice, route, view } from '../state.ts';
import { words } from '../words.ts';

/** It stays for so many milliseconds. */
const SHOWN_MS = 6_000;

/** Up to this width the strip has room for its tools alone (styles/explore-sheet.css). */
const narrow = matchMedia('(max-width: 959px)');
const isNarrow = signal(narrow.matches);
narrow.addEventListener('change', ({ matches }) => {
  isNarrow.value = matches;
});

/** Pages that say it themselves: the canvas while it shows something, and the one that pages are added on. */
const isSaidThere = computed(() => {
  const { length } = view.value.nodes;
  const hasStrip = length > 0 && length <= MAX_SHOWN && !isNarrow.value;
  return route.value.page === 'explore' ? hasStrip : route.value.page === 'ingest';
});

export function PageNotice(): JSX.Element {
  const shown = useSignal<Notice | null>(null);
  useSignalEffect(() => {
    const said = notice.value;
    shown.value = isSaidThere.peek() ? null : said;
    const timer = setTimeout(() => {
      shown.value = null;
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  });
  const said = isSaidThere.value ? null : shown.value;
  return (
    <div class="page-notice" role="status">
      {said && (
        <p class="floating">
          {said.text}
          {said.next && (
            <button type="button" class="link" onClick={said.next.run}>
              {said.next.label}
            </button>
          )}
          {said.undoable && (
            <button type="button" class="link" onClick={() => undo()}>
              {words().undo} <kbd>Z</kbd>
            </button>
          )}
        </p>
      )}
    </div>
  );
}
