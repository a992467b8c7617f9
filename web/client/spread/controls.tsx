/** Switches of the pages on spread. */
import type { ComponentChildren, JSX } from 'preact';
import { writeAddress } from '../route.ts';
import { adjust } from '../state.ts';
import { type ProgramRoute, withFields } from './address.ts';
import { onPlainClick } from './plain-click.ts';

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly text: string }[];
  readonly value: T;
  readonly choose: (value: T) => void;
}

/** One of a few, side by side. */
export function Segments<T extends string>({ label, choices, value, choose }: SegmentsProps<T>): JSX.Element {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div class="segments" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => choose(choice.value)}
        >
          {choice.text}
        </button>
      ))}
    </div>
  );
}

interface SwitchProps {
  readonly text: string;
  readonly hint: string;
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
}

export function Switch({ text, hint, on, turn }: SwitchProps): JSX.Element {
  return (
    <label class="switch" title={hint}>
      <input type="checkbox" checked={on} onChange={(event) => turn(event.currentTarget.checked)} />
      {text}
    </label>
  );
}

interface StayLinkProps {
  readonly to: ProgramRoute;
  readonly class?: string;
  readonly title?: string;
  readonly current?: boolean;
  readonly children: ComponentChildren;
}

/** A link that stays on the page: what is open changes, not where the reader is. */
export function StayLink({ to, current = false, children, ...rest }: StayLinkProps): JSX.Element {
  return (
    <a
      {...rest}
      href={writeAddress(to)}
      aria-current={current ? 'true' : undefined}
      onClick={onPlainClick(() => adjust(to))}
    >
      {children}
    </a>
  );
}

/** Changes fields of the address without a step for the back button. */
export function change(route: ProgramRoute, changes: Readonly<Record<string, string | null>>): void {
  adjust(withFields(route, changes));
}
