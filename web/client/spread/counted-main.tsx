/** The main part of a page on spread: what was counted, once it is there, and again where it is from before a change of the graph. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CountState } from '../../api/counted.ts';
import { useLoaded } from '../load.ts';
import { Recounting } from '../parts/recounting.tsx';
import { Failed, Loading, waitingFor } from '../parts/states.tsx';
import { useKept } from './kept.ts';

interface CountedMainProps<T> {
  readonly load: () => Promise<T>;
  /** What `load` depends on, as one text. */
  readonly by: string;
  /** Classes once it is there. */
  readonly class: string;
  readonly children: (value: T) => JSX.Element;
}

export function CountedMain<T extends { readonly counted: CountState }>({
  load,
  by,
  class: loadedClass,
  children,
}: CountedMainProps<T>): JSX.Element {
  const round = useSignal(0);
  const loaded = useLoaded(load, `${by} ${round.value}`);
  const { value, waiting } = useKept(loaded);
  return (
    <main class={value === null ? 'spread waiting' : loadedClass} aria-busy={waiting}>
      {loaded.state === 'failed' ? (
        <Failed failure={loaded.failure} retry={loaded.retry} />
      ) : value === null ? (
        <Loading text={waitingFor(loaded)} />
      ) : (
        <>
          {children(value)}
          <Recounting
            of={value.counted}
            again={() => {
              round.value += 1;
            }}
          />
        </>
      )}
    </main>
  );
}
