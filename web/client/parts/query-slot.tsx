/** One blank of a saved query's sentence: typed, chosen or picked, with what is wrong with it below. */
import type { JSX } from 'preact';
import type { QueryParam } from '../../api/queries.ts';
import { roomFor } from '../queries/room.ts';
import { termWord, typeWord } from '../terms.ts';
import { answerWords } from '../words/answers.ts';
import { labelOf, queryWords } from '../words/queries.ts';
import { EntityPicker } from './entity-picker.tsx';

interface SlotProps {
  readonly param: QueryParam;
  readonly value: string;
  readonly fault: string | null;
  /** Asked for when the field is empty and has the focus; null where the query suggests nothing. */
  readonly suggestions: (() => Promise<readonly { readonly value: string; readonly name: string }[]>) | null;
  /** Whether the label stands before the field; in a sentence the words around it say what it is. */
  readonly labelled: boolean;
  readonly change: (value: string) => void;
}

export function Slot({ param, value, fault, suggestions, labelled, change }: SlotProps): JSX.Element {
  const id = `param-${param.name}`;
  const faultId = `${id}-fault`;
  const field = {
    id,
    'aria-invalid': fault !== null,
    'aria-required': param.required,
    'aria-describedby': fault ? faultId : undefined,
  } as const;
  return (
    <span class={`slot${fault ? ' faulty' : ''}${value === '' && param.required ? ' wanted' : ''}`}>
      <label for={id} class={labelled ? undefined : 'visually-hidden'}>
        {labelOf(param)}
      </label>
      <Field param={param} value={value} field={field} suggestions={suggestions} change={change} />
      {fault && (
        <span class="fault" role="alert" id={faultId}>
          {fault}
        </span>
      )}
    </span>
  );
}

interface FieldProps extends Pick<SlotProps, 'param' | 'value' | 'suggestions' | 'change'> {
  readonly field: Readonly<Record<string, string | boolean | undefined>> & { readonly id: string };
}

function Field({ param, value, field, suggestions, change }: FieldProps): JSX.Element {
  const { entity } = param;
  const options = optionsOf(param);
  if (options)
    return (
      <select {...field} value={value} onChange={(event) => change(event.currentTarget.value)}>
        {param.default === null && (
          <option value="">{param.required ? labelOf(param) : queryWords().any(labelOf(param))}</option>
        )}
        {options.map(([option, word]) => (
          <option key={option} value={option}>
            {word}
          </option>
        ))}
      </select>
    );
  if (entity || suggestions)
    return (
      <EntityPicker
        id={field.id}
        entity={entity}
        hint={labelOf(param)}
        describedBy={typeof field['aria-describedby'] === 'string' ? field['aria-describedby'] : undefined}
        invalid={field['aria-invalid'] === true}
        required={param.required}
        suggestions={suggestions}
        value={value}
        change={change}
      />
    );
  return (
    <input
      {...field}
      type="text"
      inputMode={param.type === 'int' ? 'numeric' : param.type === 'float' ? 'decimal' : 'text'}
      style={{ width: roomFor(value, labelOf(param)) }}
      placeholder={labelOf(param)}
      value={value}
      onInput={(event) => change(event.currentTarget.value)}
    />
  );
}

/** What a blank can be filled with, each with its word; null where anything can be typed. */
function optionsOf({ type, choices }: QueryParam): readonly (readonly [string, string])[] | null {
  if (type === 'bool')
    return [
      ['true', answerWords().yes],
      ['false', answerWords().no],
    ];
  return (
    choices?.map((choice) => [choice, typeWord(choice) === choice ? termWord(choice) : typeWord(choice)] as const) ??
    null
  );
}
