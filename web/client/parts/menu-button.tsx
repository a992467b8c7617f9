/** A button with a list of choices. With an action of its own the list opens by a long press or the down key, else by a click. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';

export interface Choice {
  readonly key: string;
  readonly label: string;
  /** A key or a count at the end of the row. */
  readonly hint?: string;
  readonly checked?: boolean;
  readonly run: () => void;
}

interface MenuButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly title?: string;
  /** Written beside the icon. */
  readonly text?: string;
  readonly disabled?: boolean;
  readonly press?: () => void;
  readonly choices: () => readonly Choice[];
}

/** Held so long, in milliseconds, a press is a long one. */
const LONG_PRESS = 450;

export function MenuButton({
  icon,
  label,
  title,
  text: written,
  disabled = false,
  press,
  choices,
}: MenuButtonProps): JSX.Element {
  const open = useSignal(false);
  const box = useRef<HTMLSpanElement>(null);
  const timer = useRef(0);
  const held = useRef(false);
  const close = () => {
    open.value = false;
    box.current?.querySelector<HTMLElement>('button')?.focus();
  };
  useEffect(() => {
    if (!open.value) return;
    box.current?.querySelector<HTMLElement>('.menu-choices button')?.focus();
    const away = ({ target }: PointerEvent) => {
      if (!box.current?.contains(target as Node)) open.value = false;
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open.value]);
  return (
    <span ref={box} class="menu-button">
      <button
        type="button"
        class={written === undefined ? 'icon-button' : 'button'}
        disabled={disabled}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open.value}
        title={title ?? label}
        onPointerDown={() => {
          held.current = false;
          if (!press) return;
          timer.current = window.setTimeout(() => {
            held.current = true;
            open.value = true;
          }, LONG_PRESS);
        }}
        onPointerUp={() => clearTimeout(timer.current)}
        onPointerLeave={() => clearTimeout(timer.current)}
        onContextMenu={(event) => {
          event.preventDefault();
          open.value = true;
        }}
        onClick={() => {
          if (held.current) held.current = false;
          else if (press) press();
          else open.value = !open.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open.value) return;
          event.preventDefault();
          event.stopPropagation();
          open.value = true;
        }}
      >
        <Icon name={icon} small={written !== undefined} />
        {written}
      </button>
      {open.value && (
        <div
          class="menu-choices floating"
          role="menu"
          aria-label={label}
          tabIndex={-1}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
            else if (!moveFocus(box.current, event.key)) return;
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          {choices().map(({ key, label: text, hint, checked, run }) => (
            <button
              key={key}
              type="button"
              {...(checked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': checked })}
              tabIndex={-1}
              class="menu-choice"
              onClick={() => {
                close();
                run();
              }}
            >
              <span class="grow clip">{text}</span>
              {hint && <kbd>{hint}</kbd>}
              {checked && <Icon name="check" small />}
            </button>
          ))}
        </div>
      )}
    </span>
  );
}

/** Up, down, first and last among the rows; whether the key was one of these. */
function moveFocus(box: HTMLElement | null, key: string): boolean {
  const rows = [...(box?.querySelectorAll<HTMLElement>('.menu-choices button') ?? [])];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 + rows.length, Home: 0, End: rows.length - 1 }[key];
  if (next === undefined || rows.length === 0) return false;
  rows[next % rows.length]?.focus();
  return true;
}
