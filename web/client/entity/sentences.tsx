/** All sentences that state some relations, each once, asked for when they are opened. */
import type { JSX } from 'preact';
import type { Evidence } from '../../api.ts';
import { getEvidence } from '../http.ts';
import { useLoaded } from '../load.ts';
import { QuoteView } from '../parts/quote.tsx';
import { Await } from '../parts/states.tsx';

interface Sentence extends Evidence {
  /** Key of the relation that it is shown for. */
  readonly fact: string;
}

/** `keys` of relations; the first that a sentence states is the one that its article is opened for. */
export function Sentences({ keys }: { readonly keys: readonly string[] }): JSX.Element {
  const loaded = useLoaded(() => sentencesOf(keys), keys.join(' '));
  return (
    <Await of={loaded}>
      {(sentences) => (
        <ul class="sentences">
          {sentences.map((sentence) => (
            <li key={sentence.ref}>
              <QuoteView quote={sentence} fact={sentence.fact} />
            </li>
          ))}
        </ul>
      )}
    </Await>
  );
}

async function sentencesOf(keys: readonly string[]): Promise<readonly Sentence[]> {
  const answers = await Promise.all(keys.map(getEvidence));
  const found = new Map<string, Sentence>();
  for (const { relation, sentences } of answers)
    for (const sentence of sentences)
      if (!found.has(sentence.ref)) found.set(sentence.ref, { ...sentence, fact: relation.key });
  return [...found.values()];
}
