/** What stands where something is loading, failed or empty: always words, never a blank. */
import type { ComponentChildren, JSX } from 'preact';
import type { Failure } from '../http.ts';
import type { Loaded } from '../load.ts';
import { goToSearch } from '../search/focus.ts';
import { failure } from '../state.ts';
import { failureWords } from '../words/failures.ts';
import { recountingWords } from '../words/recounting.ts';
import { words } from '../words.ts';
import { Icon } from './icon.tsx';

/** Shows what was loaded, or the state it is in. */
export function Await<T>({
  of,
  children,
}: {
  readonly of: Loaded<T>;
  readonly children: (value: T) => ComponentChildren;
}): JSX.Element {
  if (of.state === 'loading') return <Loading text={waitingFor(of)} />;
  if (of.state === 'failed') return <Failed failure={of.failure} retry={of.retry} />;
  return <>{children(of.value)}</>;
}

/** What is waited for while something is loading. */
export function waitingFor(of: Loaded<unknown>): string {
  const counting = of.state === 'loading' ? of.counting : undefined;
  return counting === undefined ? words().loading : recountingWords().counting(counting);
}

export function Loading({ text }: { readonly text: string }): JSX.Element {
  return (
    <p class="state" role="status">
      <span class="spin" aria-hidden="true" />
      {text}…
    </p>
  );
}

export function Empty({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <p class="state">{children}</p>;
}

export function Failed({
  failure: { code, message },
  retry,
}: {
  readonly failure: Failure;
  readonly retry: () => void;
}): JSX.Element {
  const said = failureWords();
  const [title, help] = said.byCode[code] ?? said.other;
  const isGone = code === 'not-found';
  return (
    <div class="failed" role="alert">
      <Icon name="warning" />
      <div class="grow">
        <b>{title}</b>
        <p>{help}</p>
        {message !== '' && (
          <details>
            <summary>{said.details}</summary>
            <p lang="en">{message}</p>
          </details>
        )}
      </div>
      <button type="button" class="button" onClick={isGone ? goToSearch : retry}>
        {isGone ? said.search : words().retry}
      </button>
    </div>
  );
}

/** A failure that concerns the whole page. What was on the canvas stays. */
export function PageFailure(): JSX.Element | null {
  if (!failure.value) return null;
  return (
    <div class="page-failure">
      <Failed failure={failure.value.failure} retry={failure.value.retry} />
      <button
        type="button"
        class="icon-button"
        aria-label={words().close}
        onClick={() => {
          failure.value = null;
        }}
      >
        <Icon name="close" small />
      </button>
    </div>
  );
}
