/** How many sentences state a fact; a press opens and closes them. */
import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { words } from '../words.ts';

interface EvidenceCountProps {
  readonly count: number;
  readonly open: Signal<boolean>;
}

export function EvidenceCount({ count, open }: EvidenceCountProps): JSX.Element {
  return (
    <button
      type="button"
      class="evidence-count"
      aria-expanded={open.value}
      aria-label={words().evidenceOpen(count)}
      onClick={() => {
        open.value = !open.value;
      }}
    >
      {words().evidence} <b>{count}</b>
    </button>
  );
}
