/** What `/v/<id>` shows while it is looked up: the canvas takes over when it is there. */
import type { JSX } from 'preact';
import { useLoaded } from '../load.ts';
import { Await } from '../parts/states.tsx';
import { viewWords } from '../words/views.ts';
import { openOnce } from './first-opening.ts';

export function SavedPage({ id }: { readonly id: string }): JSX.Element {
  const loaded = useLoaded(() => openOnce(id), `saved ${id}`);
  return (
    <main class="saved-page">
      <h1 class="visually-hidden">{viewWords().opening}</h1>
      <Await of={loaded}>{() => <p class="state">{viewWords().opening}…</p>}</Await>
    </main>
  );
}
