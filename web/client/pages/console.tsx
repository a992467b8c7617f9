/** The Cypher console: an editor, its parameters, and the answer. Fetched with its editor when it is first opened. */
import { useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ConsoleSchema } from '../../api/console.ts';
import { createEditor, type Editor } from '../console/editor.ts';
import { faultOf, lineOf } from '../console/fault.ts';
import { forget, type Past, readHistory, remember } from '../console/history.ts';
import { parameterNames, parameterValues } from '../console/parameters.ts';
import { useLoaded } from '../load.ts';
import { Icon } from '../parts/icon.tsx';
import { RouteLink } from '../parts/link.tsx';
import { Await } from '../parts/states.tsx';
import { Answer } from '../queries/result.tsx';
import { getSchema, runCypher, useRun } from '../queries/run.ts';
import { type Fields, type Route, writeAddress } from '../route.ts';
import { adjust, route } from '../state.ts';
import '../styles/query.css';
import '../styles/results.css';
import '../styles/console.css';
import { RunButton, runsOn } from '../parts/run-button.tsx';
import { answerWords } from '../words/answers.ts';
import { consoleWords } from '../words/console.ts';
import { queryWords } from '../words/queries.ts';

/** Something to begin with that runs on every graph. */
const FIRST =
  'MATCH (p:Person)-[r:CHAIRED]->(e:Event)\nRETURN p.id AS 人物, e.id AS 活动, e.dateFrom AS 日期, r.evidence AS 证据\nORDER BY 日期 DESC, 活动, 人物\nLIMIT 50';

export function ConsolePage({ fields }: { readonly fields: Fields }): JSX.Element {
  const loaded = useLoaded(getSchema, 'console');
  return <Await of={loaded}>{(schema) => <Console fields={fields} schema={schema} />}</Await>;
}

/** `p.name=value` of the address. */
function givenIn(fields: Fields): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (key.startsWith('p.') ? [[key.slice(2), value]] : [])),
  );
}

function Console({ fields, schema }: { readonly fields: Fields; readonly schema: ConsoleSchema }): JSX.Element {
  const text = useSignal(fields.q ?? FIRST);
  const typed = useSignal(givenIn(fields));
  const past = useSignal(readHistory());
  const names = useComputed(() => parameterNames(text.value));
  const { run, start, stop } = useRun();
  const editor = useRef<Editor | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const asked = useRef({ text: text.peek() });

  const address = (): Route => {
    const params = names.peek().flatMap((name) => {
      const value = typed.peek()[name] ?? '';
      return value === '' ? [] : [[`p.${name}`, value] as const];
    });
    return { page: 'console', fields: { q: text.peek(), ...Object.fromEntries(params) } };
  };
  const ask = () => {
    const cypher = text.peek();
    asked.current = { text: cypher };
    adjust(address());
    editor.current?.showFault(null);
    void start(async (signal) => {
      const result = await runCypher({ cypher, params: parameterValues(names.peek(), typed.peek()) }, signal);
      past.value = remember({ cypher, params: typed.peek(), at: new Date().toISOString(), rows: result.rows.length });
      return result;
    });
  };
  const latest = useRef(ask);
  latest.current = ask;

  useEffect(() => {
    if (!box.current) return;
    const created = createEditor({
      parent: box.current,
      text: text.peek(),
      label: consoleWords().editor,
      schema,
      onChange: (next) => {
        text.value = next;
      },
      onRun: () => latest.current(),
    });
    editor.current = created;
    created.focus();
    return () => created.destroy();
  }, [schema]);

  const fault = run.state === 'failed' ? faultOf(run.failure) : null;
  useEffect(() => {
    if (fault?.place && text.peek() === asked.current.text) {
      editor.current?.showFault({ ...fault.place, message: fault.text });
      editor.current?.focus();
    }
  }, [run]);

  return (
    <main class="queries picked">
      <History
        past={past.value}
        clear={() => {
          past.value = forget();
        }}
        open={(one) => {
          editor.current?.setText(one.cypher);
          typed.value = one.params;
          editor.current?.focus();
        }}
      />
      <div class="query">
        <header class="query-head">
          <h1>{consoleWords().title}</h1>
          <span class="badge">
            <Icon name="lock" small />
            {answerWords().readOnly}
          </span>
          <span class="hint clip">
            {consoleWords().engine(schema.engine)} ·{' '}
            {queryWords().limits(schema.limits.timeoutMs / 1000, schema.limits.maxRows)}
          </span>
        </header>
        <div class="console-editor">
          <div ref={box} />
          <form class="console-bar" {...runsOn(ask)}>
            {names.value.map((name) => (
              <span class="slot" key={name}>
                <label for={`console-${name}`}>${name}</label>
                <input
                  id={`console-${name}`}
                  type="text"
                  size={14}
                  placeholder={consoleWords().parameterHint}
                  value={typed.value[name] ?? ''}
                  onInput={(event) => {
                    typed.value = { ...typed.peek(), [name]: event.currentTarget.value };
                  }}
                />
              </span>
            ))}
            <span class="grow hint">{consoleWords().leave}</span>
            <RunButton running={run.state === 'running'} stop={stop} />
          </form>
        </div>
        <Answer
          run={run}
          first="table"
          about={{
            query: asked.current.text,
            params: typed.value,
            address: new URL(writeAddress(route.value), location.href).href,
          }}
          retry={ask}
          failed={() =>
            fault && (
              <div class="console-fault" role="alert">
                <Icon name="warning" />
                <div>
                  <b>
                    {fault.title}
                    {fault.place && ` · ${placeOf(asked.current.text, fault.place.start)}`}
                  </b>
                  <p>{fault.text}</p>
                </div>
              </div>
            )
          }
        />
      </div>
    </main>
  );
}

function placeOf(text: string, start: number): string {
  const { line, column } = lineOf(text, start);
  return consoleWords().place(line, column);
}

interface HistoryProps {
  readonly past: readonly Past[];
  readonly open: (past: Past) => void;
  readonly clear: () => void;
}

function History({ past, open, clear }: HistoryProps): JSX.Element {
  return (
    <nav class="rail" aria-label={consoleWords().history}>
      <div class="head">
        <h2>{consoleWords().history}</h2>
        {past.length > 0 && (
          <button type="button" class="button quiet" onClick={clear}>
            {consoleWords().clearHistory}
          </button>
        )}
      </div>
      {past.length === 0 && <p class="hint query-none">{consoleWords().noHistory}</p>}
      <ul class="console-history">
        {past.map((one) => (
          <li key={one.at}>
            <button type="button" title={one.cypher} onClick={() => open(one)}>
              <code>{one.cypher.replace(/^(?:\/\/[^\n]*\n)+/u, '').replace(/\s+/gu, ' ')}</code>
              <small>
                {one.at.slice(0, 16).replace('T', ' ')} · {consoleWords().rowsOf(one.rows)}
              </small>
            </button>
          </li>
        ))}
      </ul>
      <RouteLink to={{ page: 'query', id: null, params: {} }} class="button query-console">
        {consoleWords().saved}
      </RouteLink>
    </nav>
  );
}
