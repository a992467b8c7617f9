/** The answer of a query: as a table, a graph or JSON; into the canvas, or into a file. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { MAX_NEIGHBOURS } from '../../api/limits.ts';
import type { QueryResult } from '../../api/queries.ts';
import { addNodes } from '../actions.ts';
import { Icon } from '../parts/icon.tsx';
import { QueryTable } from '../parts/query-table.tsx';
import { Empty, Failed, Loading } from '../parts/states.tsx';
import { toCanvas } from '../state.ts';
import { answerWords } from '../words/answers.ts';
import { queryWords } from '../words/queries.ts';
import { words } from '../words.ts';
import { type About, csvOf, jsonOf } from './export-rows.ts';
import { dateColumns } from './result-dates.ts';
import { ResultGraph } from './result-graph.tsx';
import { nodesToShow } from './result-layout.ts';
import { ResultMap } from './result-map.tsx';
import { rowsByCity } from './result-places.ts';
import { ResultTimeline } from './result-timeline.tsx';
import type { Run } from './run.ts';

export const RESULT_VIEWS = ['table', 'graph', 'timeline', 'map', 'json'] as const;
export type ResultView = (typeof RESULT_VIEWS)[number];

/** Rows at which the server stops (`web/server/read-limits.ts`): fewer rows that are cut are too large. */
const MAX_ROWS = 2_000;

interface AnswerProps {
  readonly run: Run;
  readonly first: ResultView;
  readonly about: Omit<About, 'at'>;
  readonly retry: () => void;
  /** How a failure is shown; default: in the server's words. */
  readonly failed?: (failure: (Run & { readonly state: 'failed' })['failure']) => ComponentChildren;
}

/** What a run has come to. Its end is said to screen readers. */
export function Answer({ run, first, about, retry, failed }: AnswerProps): JSX.Element {
  return (
    <>
      <p class="visually-hidden" role="status">
        {run.state === 'done' ? queryWords().answered(run.result.rows.length) : ''}
      </p>
      {run.state === 'running' && <Loading text={answerWords().running} />}
      {run.state === 'stopped' && <Empty>{queryWords().stopped}</Empty>}
      {run.state === 'failed' && (failed?.(run.failure) ?? <Failed failure={run.failure} retry={retry} />)}
      {run.state === 'done' && <Result result={run.result} first={first} about={{ ...about, at: run.at }} />}
    </>
  );
}

interface ResultProps {
  readonly result: QueryResult;
  readonly first: ResultView;
  readonly about: About;
}

function Result({ result, first, about }: ResultProps): JSX.Element {
  const chosen = useSignal<ResultView>(first);
  const views = viewsOf(result);
  const view = views.includes(chosen.value) ? chosen.value : 'table';
  if (result.rows.length === 0) return <Empty>{answerWords().noRows}</Empty>;
  return (
    <section class="result">
      <div class="result-head">
        <fieldset class="segments result-views" aria-label={queryWords().view}>
          {views.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={view === name}
              onClick={() => {
                chosen.value = name;
              }}
            >
              {VIEW_WORDS[name]()}
            </button>
          ))}
        </fieldset>
        <b>{answerWords().rows(result.rows.length)}</b>
        {result.truncated && (
          <span class="badge warn" role="status">
            {result.rows.length < MAX_ROWS ? queryWords().cutSize : queryWords().cutRows(MAX_ROWS)}
          </span>
        )}
        <span class="grow" />
        <ToGraph result={result} />
        <FileLinks result={result} about={about} />
      </div>
      {view === 'table' && <QueryTable result={result} />}
      {view === 'graph' && <ResultGraph result={result} />}
      {view === 'timeline' && <ResultTimeline result={result} />}
      {view === 'map' && <ResultMap result={result} />}
      {view === 'json' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <section class="result-json" tabIndex={0} aria-label={queryWords().json}>
          <pre>{jsonOf(result, about)}</pre>
        </section>
      )}
    </section>
  );
}

const VIEW_WORDS: Readonly<Record<ResultView, () => string>> = {
  table: () => answerWords().table,
  graph: () => answerWords().graph,
  timeline: () => queryWords().timeline,
  map: () => queryWords().map,
  json: () => queryWords().json,
};

/** The ways in which an answer can be seen: by date where a column holds dates, on the map where a place lies on it. */
function viewsOf(result: QueryResult): readonly ResultView[] {
  return RESULT_VIEWS.filter(
    (name) =>
      (name !== 'timeline' || dateColumns(result).length > 0) &&
      (name !== 'map' || rowsByCity(result.rows).cities.size > 0),
  );
}

function ToGraph({ result }: { readonly result: QueryResult }): JSX.Element {
  const added = nodesToShow(result.nodes)
    .slice(0, MAX_NEIGHBOURS)
    .map(({ id }) => id);
  return (
    <button
      type="button"
      class="button"
      disabled={added.length === 0}
      title={added.length === 0 ? answerWords().noNodesInRows : undefined}
      onClick={() => {
        toCanvas();
        void addNodes(added);
      }}
    >
      <Icon name="layout" small />
      {added.length === 0 ? words().addToGraph : answerWords().toGraph(added.length)}
    </button>
  );
}

/** Written when they are asked for: an answer is at most some megabytes. */
function FileLinks({ result, about }: Omit<ResultProps, 'first'>): JSX.Element {
  const save = (content: string, type: string, ending: string) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = `zhitu-${about.at.slice(0, 10)}.${ending}`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <span class="result-files">
      <button type="button" class="button" onClick={() => save(csvOf(result, about), 'text/csv', 'csv')}>
        CSV
        <span class="visually-hidden">{queryWords().exported}</span>
      </button>
      <button type="button" class="button" onClick={() => save(jsonOf(result, about), 'application/json', 'json')}>
        JSON
        <span class="visually-hidden">{queryWords().exported}</span>
      </button>
    </span>
  );
}
