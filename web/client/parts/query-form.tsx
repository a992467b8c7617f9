/** One saved query: its sentence with blanks, and its answer. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { QueryParam, QueryResult, SavedQuery } from '../../api/queries.ts';
import { Failure, runQuery } from '../http.ts';
import { defaultsOf, faultOf, type Typed, valuesOf } from '../params.ts';
import { adjust } from '../state.ts';
import { termWord, titleOf } from '../terms.ts';
import { labelOf, purposeOf } from '../words/queries.ts';
import { words } from '../words.ts';
import { EntityPicker } from './entity-picker.tsx';
import { Icon } from './icon.tsx';
import { QueryTable } from './query-table.tsx';
import { Failed, Loading } from './states.tsx';

interface QueryFormProps {
  readonly query: SavedQuery;
  /** Parameters from the address. */
  readonly given: Typed;
}

type Run =
  | { readonly state: 'idle' | 'running' }
  | { readonly state: 'done'; readonly result: QueryResult }
  | { readonly state: 'failed'; readonly failure: Failure };

export function QueryForm({ query, given }: QueryFormProps): JSX.Element {
  const typed = useSignal<Typed>({ ...defaultsOf(query.params), ...given });
  const checked = useSignal(false);
  const run = useSignal<Run>({ state: 'idle' });
  const faults = query.params.map((param) => faultOf(param, typed.value[param.name] ?? ''));
  const sound = faults.every((fault) => fault === null);

  const start = async () => {
    checked.value = true;
    if (!query.params.every((param) => faultOf(param, typed.value[param.name] ?? '') === null)) return;
    run.value = { state: 'running' };
    adjust({
      page: 'query',
      id: query.id,
      params: Object.fromEntries(Object.entries(typed.value).filter(([, value]) => value !== '')),
    });
    try {
      run.value = { state: 'done', result: await runQuery(query.id, valuesOf(query.params, typed.value)) };
    } catch (error) {
      run.value = {
        state: 'failed',
        failure: error instanceof Failure ? error : new Failure('internal', String(error)),
      };
    }
  };
  useEffect(() => {
    if (sound && (Object.keys(given).length > 0 || query.params.every(({ required }) => !required))) void start();
  }, []);

  return (
    <div class="query">
      <header class="query-head">
        <h1>{titleOf(query)}</h1>
        <span class="badge">
          <Icon name="lock" small />
          {words().readOnly}
        </span>
        <span class="hint clip">queries/{query.id}.cypher</span>
      </header>
      <form
        class="sentence"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void start();
        }}
      >
        <div class="grow">
          <p class="about">{purposeOf(query)}</p>
          <div class="slots">
            {query.params.map((param, index) => (
              <Slot
                key={param.name}
                param={param}
                value={typed.value[param.name] ?? ''}
                fault={checked.value ? (faults[index] ?? null) : null}
                change={(value) => {
                  typed.value = { ...typed.value, [param.name]: value };
                }}
              />
            ))}
          </div>
        </div>
        <div class="sentence-go">
          <button type="submit" class="button ink large">
            <Icon name="play" small />
            {words().run}
            <kbd>Ctrl ↵</kbd>
          </button>
          {query.params.length > 0 && (
            <button
              type="button"
              class="button quiet"
              onClick={() => {
                typed.value = defaultsOf(query.params);
                checked.value = false;
              }}
            >
              {words().reset}
            </button>
          )}
        </div>
      </form>
      <details class="cypher">
        <summary>{words().cypher}</summary>
        <pre>{query.cypher}</pre>
      </details>
      <Answer run={run.value} retry={() => void start()} />
    </div>
  );
}

function Answer({ run, retry }: { readonly run: Run; readonly retry: () => void }): JSX.Element | null {
  if (run.state === 'running') return <Loading text={words().running} />;
  if (run.state === 'failed') return <Failed failure={run.failure} retry={retry} />;
  return run.state === 'done' ? <QueryTable result={run.result} /> : null;
}

interface SlotProps {
  readonly param: QueryParam;
  readonly value: string;
  readonly fault: string | null;
  readonly change: (value: string) => void;
}

function Slot({ param, value, fault, change }: SlotProps): JSX.Element {
  const id = `param-${param.name}`;
  const options = optionsOf(param);
  return (
    <div class={fault ? 'slot faulty' : 'slot'}>
      <label for={id}>{labelOf(param)}</label>
      {param.entity ? (
        <EntityPicker id={id} entity={param.entity} value={value} change={change} />
      ) : options ? (
        <select
          id={id}
          value={value}
          aria-invalid={fault !== null}
          onChange={(event) => change(event.currentTarget.value)}
        >
          <option value="">{param.required ? words().required : words().optional}</option>
          {options.map(([option, word]) => (
            <option key={option} value={option}>
              {word}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          type="text"
          inputMode={param.type === 'int' ? 'numeric' : 'text'}
          size={param.type === 'int' ? 6 : 12}
          placeholder={param.required ? words().required : words().optional}
          aria-invalid={fault !== null}
          value={value}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
      {fault && (
        <span class="fault" role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}

/** What a blank can be filled with, each with its word; null where anything can be typed. */
function optionsOf({ type, choices }: QueryParam): readonly (readonly [string, string])[] | null {
  if (type === 'bool')
    return [
      ['true', words().yes],
      ['false', words().no],
    ];
  return choices?.map((choice) => [choice, termWord(choice)] as const) ?? null;
}
