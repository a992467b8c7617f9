/** One step of a path: each relation by its word, opening into the sentences that state it. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { NodeBrief, RelationBrief } from '../../api.ts';
import { edgeWord } from '../drawing.ts';
import { AllSentences } from '../parts/all-sentences.tsx';
import { pathWords } from '../words/paths.ts';

interface StepEvidenceProps {
  /** Keys of the relations between the two nodes of the step. */
  readonly keys: readonly string[];
  readonly known: {
    readonly nodes: ReadonlyMap<string, NodeBrief>;
    readonly relations: ReadonlyMap<string, RelationBrief>;
  };
}

export function StepEvidence({ keys, known }: StepEvidenceProps): JSX.Element {
  const open = useSignal<string | null>(null);
  const nameOf = (id: string) => known.nodes.get(id)?.name ?? id;
  return (
    <div class="path-step">
      {keys.map((key) => {
        const relation = known.relations.get(key);
        if (!relation) return null;
        const word = edgeWord(relation);
        return (
          <button
            key={key}
            type="button"
            class="evidence-count"
            aria-expanded={open.value === key}
            aria-label={pathWords().step(nameOf(relation.from), word, nameOf(relation.to), relation.evidence)}
            onClick={() => {
              open.value = open.value === key ? null : key;
            }}
          >
            {word} {relation.evidence > 0 && <b>{relation.evidence}</b>}
          </button>
        );
      })}
      {open.value !== null && <AllSentences relationKey={open.value} />}
    </div>
  );
}
