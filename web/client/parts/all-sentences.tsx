/** Every sentence that states a relation. */
import type { JSX } from 'preact';
import { getEvidence } from '../http.ts';
import { useLoaded } from '../load.ts';
import { words } from '../words.ts';
import { QuoteView } from './quote.tsx';
import { Await } from './states.tsx';

export function AllSentences({ relationKey }: { readonly relationKey: string }): JSX.Element {
  const loaded = useLoaded(() => getEvidence(relationKey), relationKey);
  return (
    <Await of={loaded}>
      {({ sentences }) =>
        sentences.length === 0 ? (
          <p class="hint">{words().noEvidence}</p>
        ) : (
          <ul class="sentences">
            {sentences.map((sentence) => (
              <li key={sentence.ref}>
                <QuoteView quote={sentence} fact={relationKey} />
              </li>
            ))}
          </ul>
        )
      }
    </Await>
  );
}
