/** A page that is fetched when it is first opened, so that the canvas does not wait for it. */
import type { FunctionComponent, JSX } from 'preact';
import { useLoaded } from '../load.ts';
import { Await } from './states.tsx';

/** `load` imports the module and gives its component; `name` tells one such page from another. */
export function lazyPage<P extends object>(
  name: string,
  load: () => Promise<FunctionComponent<P>>,
): (props: P) => JSX.Element {
  return function LazyPage(props: P) {
    return <Await of={useLoaded(load, name)}>{(Page) => <Page {...props} />}</Await>;
  };
}
