/** The button behind the first items of a list that shows the others; nothing where none is left out. */
import type { JSX } from 'preact';
import { words } from '../words.ts';

interface ShowAllProps {
  readonly shown: number;
  readonly total: number;
  /** Called when the reader asks for the others. */
  readonly ask: () => void;
}

export function ShowAll({ shown, total, ask }: ShowAllProps): JSX.Element | null {
  if (shown === total) return null;
  return (
    <button type="button" class="link" onClick={ask}>
      {words().firstShown(shown, total)}
    </button>
  );
}
