/** A blank that names a node: letters in, matching nodes of the right kind under it. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { kindOfId } from '../../../graph/model.ts';
import type { QueryParam } from '../../api/queries.ts';
import type { SearchHit } from '../../api.ts';
import { search } from '../http.ts';
import { glyphOfKind } from '../kinds.ts';
import { words } from '../words.ts';
import { Glyph, NodeGlyph } from './icon.tsx';

const CHOICES = 8;

interface EntityPickerProps {
  readonly id: string;
  readonly entity: NonNullable<QueryParam['entity']>;
  readonly value: string;
  readonly change: (value: string) => void;
}

export function EntityPicker({ id, entity, value, change }: EntityPickerProps): JSX.Element {
  const hits = useSignal<readonly SearchHit[]>([]);
  const open = useSignal(false);
  const chosen = useSignal(0);
  const shown = open.value && value.trim() !== '' && hits.value.length > 0;

  useEffect(() => {
    if (!open.value || value.trim() === '') return;
    const abort = new AbortController();
    search(value, entity.kind, CHOICES, abort.signal)
      .then((answer) => {
        hits.value = answer.hits;
        chosen.value = 0;
      })
      .catch(() => undefined);
    return () => abort.abort();
  }, [value, entity.kind, open, hits, chosen]);

  const pick = (hit: SearchHit | undefined) => {
    if (hit) change(hit.node.id);
    open.value = false;
  };
  return (
    <span class="picker">
      <Glyph name={glyphOfKind(entity.kind)} small />
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown ? `${id}-${chosen.value}` : undefined}
        placeholder={words().pickName}
        value={shownAs(value)}
        onInput={(event) => {
          open.value = true;
          change(event.currentTarget.value);
        }}
        onBlur={() => {
          open.value = false;
        }}
        onKeyDown={(event) => {
          if (event.isComposing || !shown) return;
          if (event.key === 'Enter' && !event.ctrlKey) {
            pick(hits.value[chosen.value]);
            event.preventDefault();
          } else if (event.key === 'Escape') open.value = false;
          else if (event.key === 'ArrowDown') chosen.value = Math.min(hits.value.length - 1, chosen.value + 1);
          else if (event.key === 'ArrowUp') chosen.value = Math.max(0, chosen.value - 1);
        }}
      />
      {shown && (
        <div
          class="choices floating"
          role="listbox"
          id={`${id}-list`}
          onPointerDown={(event) => event.preventDefault()}
        >
          {hits.value.map((hit, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and handles the keys
            <div
              key={hit.node.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen.value}
              class="choice"
              onClick={() => pick(hit)}
            >
              <NodeGlyph node={hit.node} small />
              {hit.node.name}
              <span class="hint clip">{hit.node.note}</span>
            </div>
          ))}
        </div>
      )}
    </span>
  );
}

/** What was picked is kept by its id, which no other node has, and shown by its name, with which the id ends. */
function shownAs(value: string): string {
  return kindOfId(value) === null ? value : (value.split('/').at(-1) ?? value);
}
