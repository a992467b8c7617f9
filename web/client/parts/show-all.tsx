/** The button behind the first items of a list that shows the others; nothing where none is left out. */
import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { words } from '../words.ts';

interface ShowAllProps {
  readonly shown: number;
  readonly total: number;
  /** Becomes true when the reader asks for all. */
  readonly all: Signal<boolean>;
}

export function ShowAll({ shown, total, all }: ShowAllProps): JSX.Element | null {
  if (shown === total) return null;
  return (
    <button
      type="button"
      class="link"
      onClick={() => {
        all.value = true;
      }}
    >
      {words().firstShown(shown, total)}
    </button>
  );
}
