/** A link that opens what lies below it, and closes it again. */
import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { entityWords } from '../words/entity.ts';

/** @param label what it says while closed */
export function Unfold({ open, label }: { readonly open: Signal<boolean>; readonly label: string }): JSX.Element {
  return (
    <button
      type="button"
      class="link"
      aria-expanded={open.value}
      onClick={() => {
        open.value = !open.value;
      }}
    >
      {open.value ? entityWords().hideOthers : label}
    </button>
  );
}
