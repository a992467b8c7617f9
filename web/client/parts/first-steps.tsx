/** A node alone on the canvas says what it has, so that the first step needs no menu. */
import type { JSX } from 'preact';
import type { NodeBrief } from '../../api.ts';
import { expand } from '../expansion.ts';
import { getBranches } from '../http.ts';
import { glyphOfKind } from '../kinds.ts';
import { useLoaded } from '../load.ts';
import { relationWord } from '../terms.ts';
import { words } from '../words.ts';
import { Glyph } from './icon.tsx';

/** The least that the expand menu offers, so that a first step never floods the canvas. */
const FIRST_LIMIT = 10;

export function FirstSteps({ node }: { readonly node: NodeBrief }): JSX.Element | null {
  const loaded = useLoaded(() => getBranches(node.id), node.id);
  if (loaded.state !== 'done' || loaded.value.branches.length === 0) return null;
  return (
    <div class="first-steps">
      <span class="hint">{words().firstSteps(node.name)}</span>
      {loaded.value.branches.map(({ relation, direction, kind, total }) => (
        <button
          key={`${relation}${direction}${kind}`}
          type="button"
          class="button"
          onClick={() => void expand(node.id, [{ relation, direction, kind }], FIRST_LIMIT, 'date')}
        >
          <Glyph name={glyphOfKind(kind)} small />
          {relationWord(relation, direction)} <b>{total}</b>
        </button>
      ))}
    </div>
  );
}
