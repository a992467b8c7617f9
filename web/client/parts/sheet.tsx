/** The details: a panel beside the canvas, and on a narrow screen a sheet over it that can be drawn up. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { words } from '../words.ts';

interface SheetProps {
  readonly open: boolean;
  readonly label: string;
  readonly children: ComponentChildren;
}

export function Sheet({ open, label, children }: SheetProps): JSX.Element {
  const tall = useSignal(false);
  return (
    <aside class={`panel${open ? ' open' : ''}${tall.value ? ' tall' : ''}`} aria-label={label}>
      <button
        type="button"
        class="sheet-handle"
        aria-label={tall.value ? words().sheetLower : words().sheetRaise}
        onClick={() => {
          tall.value = !tall.value;
        }}
      >
        <span />
      </button>
      {children}
    </aside>
  );
}
