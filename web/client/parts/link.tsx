/** A link to another address of the page: the browser can open it in a tab of its own, a plain click stays here. */
import type { ComponentChildren, JSX } from 'preact';
import { type Route, writeAddress } from '../route.ts';
import { navigate } from '../state.ts';

interface RouteLinkProps {
  readonly to: Route;
  readonly class?: string;
  readonly title?: string;
  readonly label?: string;
  readonly current?: boolean;
  readonly children: ComponentChildren;
}

/** `label` is what a screen reader says where the text alone does not tell; `current` marks what is being looked at. */
export function RouteLink({ to, class: name, title, label, current, children }: RouteLinkProps): JSX.Element {
  return (
    <a
      class={name}
      href={writeAddress(to)}
      title={title}
      aria-label={label}
      aria-current={current ? 'true' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        navigate(to);
      }}
    >
      {children}
    </a>
  );
}
