/** The start: what is in the graph, and where to begin. The canvas is never blank. */
import type { ComponentChildren, JSX } from 'preact';
import type { SavedQuery } from '../../api/queries.ts';
import type { Overview } from '../../api.ts';
import { openNode } from '../actions.ts';
import { dateOf, glyphOfKind, KINDS_IN_ORDER } from '../kinds.ts';
import { useLoaded } from '../load.ts';
import { queryList } from '../queries/list.ts';
import { failure, navigate, overview } from '../state.ts';
import { kindWord, titleOf } from '../terms.ts';
import { ingestWords } from '../words/ingest.ts';
import { startWords } from '../words/start.ts';
import { words } from '../words.ts';
import { Glyph, Icon, NodeGlyph } from './icon.tsx';
import { Loading } from './states.tsx';

/** Questions offered; the query page has them all. */
const QUESTIONS = 5;

export function Start(): JSX.Element {
  const found = overview.value;
  return (
    <div class="start">
      {found ? Object.keys(found.kinds).length === 0 ? <EmptyGraph /> : <Contents found={found} /> : <NotYet />}
    </div>
  );
}

/** Why it did not come is said over the page, with a way to try again. */
function NotYet(): JSX.Element {
  return failure.value ? <p class="state">{startWords().failed}</p> : <Loading text={words().loading} />;
}

function EmptyGraph(): JSX.Element {
  return (
    <>
      <h1>{startWords().startEmpty}</h1>
      <p class="soft">{startWords().startEmptyHelp}</p>
      <p class="start-add">
        <button type="button" class="button ink large" onClick={() => navigate({ page: 'ingest' })}>
          <Icon name="plus" small />
          {ingestWords().title}
        </button>
      </p>
    </>
  );
}

function Contents({ found }: { readonly found: Overview }): JSX.Element {
  const queries = useLoaded(queryList, 'queries');
  const questions = queries.state === 'done' ? oneOfEach(queries.value.queries).slice(0, QUESTIONS) : [];
  return (
    <>
      <h1>{startWords().startTitle(found.files)}</h1>
      {found.firstDay && found.lastDay && <p class="soft">{startWords().startDays(found.firstDay, found.lastDay)}</p>}
      <ul class="counts">
        {KINDS_IN_ORDER.map((kind) => (
          <li key={kind}>
            <Glyph name={glyphOfKind(kind)} />
            <b>{found.kinds[kind] ?? 0}</b>
            <span>{kindWord(kind)}</span>
          </li>
        ))}
      </ul>
      <div class="start-lists">
        <section>
          <h2>{startWords().beginHere}</h2>
          <ul>
            {found.starts.map(({ node, about, count }) => (
              <StartRow key={about} onClick={() => void openNode(node.id)} aside={startCount(about, count)}>
                <NodeGlyph node={node} />
                <span class="grow">{questionOf(about, node.name)}</span>
              </StartRow>
            ))}
          </ul>
          {questions.length > 0 && <h2>{startWords().ask}</h2>}
          <ul>
            {questions.map((query) => (
              <StartRow key={query.id} onClick={() => navigate({ page: 'query', id: query.id, params: {} })}>
                <Icon name="table" />
                <span class="grow">{titleOf(query)}</span>
              </StartRow>
            ))}
          </ul>
        </section>
        <section>
          <h2>{startWords().latest}</h2>
          <ul>
            {found.latest.map((node) => (
              <StartRow
                key={node.id}
                onClick={() => navigate({ page: 'article', id: node.id, passage: null, fact: null })}
                aside={dateOf(node)}
              >
                <NodeGlyph node={node} />
                <span class="grow clip" lang="zh-CN" title={node.name}>
                  {node.name}
                </span>
              </StartRow>
            ))}
          </ul>
        </section>
      </div>
      <p class="start-add">
        <button type="button" class="button large" onClick={() => navigate({ page: 'ingest' })}>
          <Icon name="plus" small />
          {ingestWords().title}
        </button>
        <button type="button" class="button quiet large" onClick={() => navigate({ page: 'board', fields: {} })}>
          {words().board}
        </button>
      </p>
    </>
  );
}

/** The first question of every group, then the others: five of one kind would say little of what can be asked. */
function oneOfEach(queries: readonly SavedQuery[]): readonly SavedQuery[] {
  const firsts = queries.filter((query, index) => queries.findIndex(({ group }) => group === query.group) === index);
  return [...firsts, ...queries.filter((query) => !firsts.includes(query))];
}

interface StartRowProps {
  readonly onClick: () => void;
  readonly aside?: string;
  readonly children: ComponentChildren;
}

function StartRow({ onClick, aside, children }: StartRowProps): JSX.Element {
  return (
    <li>
      <button type="button" class="start-row" onClick={onClick}>
        {children}
        {aside && <span class="hint nowrap">{aside}</span>}
        <Icon name="right" small />
      </button>
    </li>
  );
}

function questionOf(about: Overview['starts'][number]['about'], name: string): string {
  if (about === 'events') return startWords().startEvents(name);
  return about === 'places' ? startWords().startPlaces(name) : startWords().startPrograms(name);
}

function startCount(about: Overview['starts'][number]['about'], count: number): string {
  if (about === 'events') return startWords().eventCount(count);
  return about === 'places' ? startWords().placeCount(count) : startWords().programCount(count);
}
