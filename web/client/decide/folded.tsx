/** Facts that readers hid are folded: counted, and shown again by a click. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { decideWords } from '../words/decide.ts';
import { askAbout, verdictOf } from './judgements.ts';

interface Folded<T> {
  /** What is listed: all but the hidden, or all where the reader unfolded them. */
  readonly listed: readonly T[];
  /** Says how many are hidden and unfolds them; null where none is. */
  readonly foot: JSX.Element | null;
}

/**
 * Folds what is hidden.
 * @param keysOf the keys of the relations that an item states; it is hidden where all of them are
 */
export function useFolded<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Folded<T> {
  const unfolded = useSignal(false);
  const asked = items.flatMap(keysOf);
  useEffect(() => askAbout(asked), [asked.join('\n')]);
  const kept = items.filter((item) => !isHidden(keysOf(item)));
  const hidden = items.length - kept.length;
  if (hidden === 0) return { listed: items, foot: null };
  const foot = (
    <p class="hint folded">
      {decideWords().hiddenFacts(hidden)}{' '}
      <button
        type="button"
        class="link"
        aria-expanded={unfolded.value}
        onClick={() => {
          unfolded.value = !unfolded.value;
        }}
      >
        {unfolded.value ? decideWords().foldHidden : decideWords().showHidden}
      </button>
    </p>
  );
  return { listed: unfolded.value ? items : kept, foot };
}

/** Whether readers hid each of these; what states nothing is not hidden. */
export function isHidden(keys: readonly string[]): boolean {
  return keys.length > 0 && keys.every((key) => verdictOf(key) === 'hide');
}
