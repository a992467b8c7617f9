/** What two to five selected nodes have in common. */

import type { JSX } from 'preact';
import { addNodes } from '../actions.ts';
import { punctuation } from '../language.ts';
import { useLoaded } from '../load.ts';
import { NodeLines } from '../parts/node-lines.tsx';
import { Await } from '../parts/states.tsx';
import { pathWords } from '../words/paths.ts';
import { getShared } from './load.ts';
import { StepEvidence } from './step-evidence.tsx';

export function SharedSection({ ids }: { readonly ids: readonly string[] }): JSX.Element {
  const loaded = useLoaded(() => getShared(ids), ids.join('\n'));
  return (
    <section class="fact-group shared">
      <h2>{pathWords().shared}</h2>
      <Await of={loaded}>
        {({ nodes, relations, total, complete }) => {
          const known = { nodes: new Map(nodes.map((node) => [node.id, node])), relations: byKey(relations) };
          return (
            <>
              <p class="path-count" role="status">
                {total === 0 ? pathWords().sharedNone : pathWords().sharedCount(total)}
                {nodes.length < total && `${punctuation().comma}${pathWords().listed(nodes.length, total)}`}
                {!complete && ` ${pathWords().cut}`}
              </p>
              {nodes.map((node) => (
                <div key={node.id} class="shared-one">
                  <NodeLines nodes={[node]} />
                  <StepEvidence
                    keys={relations.filter(({ from, to }) => from === node.id || to === node.id).map(({ key }) => key)}
                    known={known}
                  />
                </div>
              ))}
              {nodes.length > 0 && (
                <button type="button" class="button" onClick={() => void addNodes(nodes.map(({ id }) => id))}>
                  {pathWords().addAll(nodes.length)}
                </button>
              )}
            </>
          );
        }}
      </Await>
    </section>
  );
}

function byKey<T extends { readonly key: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.key, item]));
}
