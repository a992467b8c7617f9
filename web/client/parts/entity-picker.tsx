/** A blank with choices under it: letters in, matching nodes of the right kind out; while it is empty, what the query suggests. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { kindOfId } from '../../../graph/model.ts';
import type { QueryParam } from '../../api/queries.ts';
import { search } from '../http.ts';
import { glyphOfKind } from '../kinds.ts';
import { roomFor } from '../queries/room.ts';
import { answerWords } from '../words/answers.ts';
import { queryWords } from '../words/queries.ts';
import { Glyph } from './icon.tsx';

const CHOICES = 8;

interface Choice {
  readonly value: string;
  readonly name: string;
  readonly note?: string | null;
}

interface EntityPickerProps {
  readonly id: string;
  /** The kind that is searched; null where only suggestions are offered. */
  readonly entity: QueryParam['entity'];
  /** Stands in the field while it is empty. Default: what can be typed. */
  readonly hint?: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  readonly required?: boolean;
  /** What to choose from while nothing is typed. */
  readonly suggestions?: (() => Promise<readonly Choice[]>) | null;
  readonly value: string;
  readonly change: (value: string) => void;
}

export function EntityPicker({
  id,
  entity,
  hint = answerWords().pickName,
  describedBy,
  invalid = false,
  required = false,
  suggestions = null,
  value,
  change,
}: EntityPickerProps): JSX.Element {
  const choices = useSignal<readonly Choice[]>([]);
  const open = useSignal(false);
  const chosen = useSignal(-1);
  const shown = open.value && choices.value.length > 0;
  const isEmpty = value.trim() === '';

  useEffect(() => {
    if (!open.value) return;
    const abort = new AbortController();
    const asked = isEmpty
      ? (suggestions?.() ?? Promise.resolve([]))
      : entity
        ? search(value, entity.kind, CHOICES, abort.signal).then(({ hits }) =>
            hits.map(({ node }) => ({ value: node.id, name: node.name, note: node.note })),
          )
        : Promise.resolve([]);
    asked
      .then((found) => {
        if (abort.signal.aborted) return;
        choices.value = found;
        chosen.value = isEmpty ? -1 : 0;
      })
      .catch(() => {
        choices.value = [];
      });
    return () => abort.abort();
  }, [value, entity?.kind, open.value]);

  const pick = (choice: Choice | undefined) => {
    if (choice) change(choice.value);
    open.value = false;
  };
  const move = (step: number) => {
    chosen.value = Math.max(0, Math.min(choices.value.length - 1, chosen.value + step));
  };
  return (
    <span class={entity ? 'picker' : 'picker plain'}>
      {entity && <Glyph name={glyphOfKind(entity.kind)} small />}
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        style={{ width: roomFor(shownAs(value), hint) }}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && chosen.value >= 0 ? `${id}-${chosen.value}` : undefined}
        aria-invalid={invalid}
        aria-required={required}
        aria-describedby={describedBy}
        placeholder={hint}
        value={shownAs(value)}
        onFocus={() => {
          if (isEmpty) open.value = true;
        }}
        onInput={(event) => {
          open.value = true;
          change(event.currentTarget.value);
        }}
        onBlur={() => {
          open.value = false;
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'ArrowDown' && !shown) open.value = true;
          if (!shown) return;
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && chosen.value >= 0) {
            pick(choices.value[chosen.value]);
            event.preventDefault();
          } else if (event.key === 'Escape') {
            open.value = false;
            event.stopPropagation();
          } else if (event.key === 'ArrowDown') move(1);
          else if (event.key === 'ArrowUp') move(-1);
          else return;
          if (event.key.startsWith('Arrow')) event.preventDefault();
        }}
      />
      {shown && (
        <div
          class="choices floating"
          role="listbox"
          aria-label={isEmpty ? queryWords().suggested : hint}
          id={`${id}-list`}
          onPointerDown={(event) => event.preventDefault()}
        >
          {isEmpty && (
            <p class="hint choices-head" aria-hidden="true">
              {queryWords().suggested}
            </p>
          )}
          {choices.value.map((choice, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and handles the keys
            <div
              key={choice.value}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen.value}
              class="choice"
              onClick={() => pick(choice)}
            >
              {entity && <Glyph name={glyphOfKind(entity.kind)} small />}
              {choice.name}
              {choice.note && <span class="hint clip">{choice.note}</span>}
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
