/** One saved query: its sentence with blanks, and its answer. */

import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { QueryParam, SavedQuery } from '../../api/queries.ts';
import { copyText } from '../clipboard.ts';
import { defaultsOf, faultOf, type Typed, valuesOf } from '../params.ts';
import { Answer, RESULT_VIEWS } from '../queries/result.tsx';
import { runSaved, suggest, useRun } from '../queries/run.ts';
import { sentenceParts } from '../queries/sentence.ts';
import { type Route, writeAddress } from '../route.ts';
import { adjust, route } from '../state.ts';
import { titleOf } from '../terms.ts';
import { answerWords } from '../words/answers.ts';
import { groupWord, purposeOf, queryWords, sentenceOf } from '../words/queries.ts';
import { Icon } from './icon.tsx';
import { RouteLink } from './link.tsx';
import { Slot } from './query-slot.tsx';
import { RunButton, runsOn } from './run-button.tsx';

interface QueryFormProps {
  readonly query: SavedQuery;
  /** Parameters from the address. */
  readonly given: Typed;
}

export function QueryForm({ query, given }: QueryFormProps): JSX.Element {
  const typed = useSignal<Typed>({ ...defaultsOf(query.params), ...given });
  const checked = useSignal(false);
  const { run, start, stop } = useRun();
  const faultIn = (param: QueryParam): string | null => faultOf(param, typed.peek()[param.name] ?? '');
  const address = (): Route => ({ page: 'query', id: query.id, params: filled(typed.peek()) });
  const ask = () => {
    checked.value = true;
    const faulty = query.params.find((param) => faultIn(param) !== null);
    if (faulty) {
      document.getElementById(`param-${faulty.name}`)?.focus();
      return;
    }
    adjust(address());
    void start((signal) => runSaved(query.id, valuesOf(query.params, typed.peek()), signal));
  };
  useEffect(() => {
    const isWhole = query.params.every((param) => faultIn(param) === null);
    if (Object.keys(given).length > 0 ? isWhole : query.params.every(({ required }) => !required)) ask();
    else if (Object.keys(given).length > 0) checked.value = true;
  }, []);
  const running = run.state === 'running';

  return (
    <div class="query">
      <header class="query-head">
        <h1>{titleOf(query)}</h1>
        <span class="badge">
          <Icon name="lock" small />
          {answerWords().readOnly}
        </span>
        <span class="hint clip">
          {groupWord(query.group)} · queries/{query.id}.cypher
        </span>
        <span class="grow" />
        <button
          type="button"
          class="button"
          onClick={() => {
            void copyText(new URL(writeAddress(address()), location.href).href, queryWords().addressCopied);
          }}
        >
          <Icon name="link" small />
          {queryWords().copyAddress}
        </button>
      </header>
      <p class="about">{purposeOf(query)}</p>
      <form class="sentence" noValidate {...runsOn(ask)}>
        <Sentence
          query={query}
          typed={typed.value}
          faultIn={(param) => (checked.value ? faultOf(param, typed.value[param.name] ?? '') : null)}
          change={(name, value) => {
            typed.value = { ...typed.peek(), [name]: value };
          }}
        />
        <div class="sentence-go">
          <RunButton running={running} stop={stop} />
          {query.params.length > 0 && (
            <button
              type="button"
              class="button quiet"
              onClick={() => {
                typed.value = defaultsOf(query.params);
                checked.value = false;
              }}
            >
              {answerWords().reset}
            </button>
          )}
        </div>
      </form>
      <details class="cypher">
        <summary>{answerWords().cypher}</summary>
        <pre>{query.cypher}</pre>
        <p class="cypher-foot">
          <RouteLink to={{ page: 'console', fields: { q: query.cypher } }} class="button">
            {queryWords().toConsole}
          </RouteLink>
        </p>
      </details>
      <Answer
        run={run}
        first={RESULT_VIEWS.find((view) => view === query.views[0]) ?? 'table'}
        about={{
          query: titleOf(query),
          params: filled(typed.value),
          address: new URL(writeAddress(route.value), location.href).href,
        }}
        retry={ask}
      />
    </div>
  );
}

interface SentenceProps {
  readonly query: SavedQuery;
  readonly typed: Typed;
  readonly faultIn: (param: QueryParam) => string | null;
  readonly change: (name: string, value: string) => void;
}

/** The question with its blanks in line; a query without a sentence has a label before each. */
function Sentence({ query, typed, faultIn, change }: SentenceProps): JSX.Element {
  const sentence = sentenceOf(query);
  const slotOf = (param: QueryParam) => (
    <Slot
      key={param.name}
      param={param}
      value={typed[param.name] ?? ''}
      fault={faultIn(param)}
      labelled={sentence === null}
      suggestions={query.suggest.includes(param.name) ? () => suggestionsFor(query, param, typed) : null}
      change={(value) => change(param.name, value)}
    />
  );
  if (sentence === null) return <div class="slots grow">{query.params.map(slotOf)}</div>;
  return (
    <div class="slots in-line grow">
      {sentenceParts(sentence, query.params).map((part, index) =>
        typeof part === 'string' ? <span key={index}>{part}</span> : slotOf(part),
      )}
    </div>
  );
}

async function suggestionsFor(query: SavedQuery, param: QueryParam, typed: Typed) {
  const others = query.params.filter((other) => other !== param && faultOf(other, typed[other.name] ?? '') === null);
  const { values, nodes } = await suggest(query.id, param.name, valuesOf(others, typed));
  const names = new Map(nodes.map((node) => [node.id, node]));
  return values.map((value) => ({
    value,
    name: names.get(value)?.name ?? value,
    note: names.get(value)?.note ?? null,
  }));
}

/** What is worth keeping in an address. */
function filled(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
}
