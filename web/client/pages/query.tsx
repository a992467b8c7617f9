/** Ask a saved question: pick it, fill in its blanks, read the answer as a table, a graph or JSON, or put it into the graph. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { SavedQuery } from '../../api/queries.ts';
import { useLoaded } from '../load.ts';
import { Icon } from '../parts/icon.tsx';
import { RouteLink } from '../parts/link.tsx';
import { QueryButton } from '../parts/query-button.tsx';
import { QueryForm } from '../parts/query-form.tsx';
import { Await, Empty } from '../parts/states.tsx';
import { queryList } from '../queries/list.ts';
import '../styles/query.css';
import '../styles/results.css';
import { answerWords } from '../words/answers.ts';
import { groupWord, queryWords } from '../words/queries.ts';
import { words } from '../words.ts';

interface QueryPageProps {
  readonly id: string | null;
  readonly params: Readonly<Record<string, string>>;
}

export function QueryPage({ id, params }: QueryPageProps): JSX.Element {
  const loaded = useLoaded(queryList, 'queries');
  return (
    <Await of={loaded}>
      {({ queries }) => {
        const query = queries.find((one) => one.id === id) ?? (id === null ? queries[0] : undefined);
        return (
          <main class={id === null ? 'queries' : 'queries picked'}>
            <QueryRail queries={queries} current={query?.id ?? null} />
            {query ? (
              <QueryForm key={query.id} query={query} given={query.id === id ? params : {}} />
            ) : (
              <Empty>{queries.length === 0 ? answerWords().noQueries : answerWords().noSuchQuery(id ?? '')}</Empty>
            )}
          </main>
        );
      }}
    </Await>
  );
}

function QueryRail({
  queries,
  current,
}: {
  readonly queries: readonly SavedQuery[];
  readonly current: string | null;
}): JSX.Element {
  const typed = useSignal('');
  const wanted = typed.value.trim().toLowerCase();
  const found = queries.filter(({ id, title, titleEn, purpose, purposeEn }) =>
    [id, title, titleEn, purpose, purposeEn].some((text) => text.toLowerCase().includes(wanted)),
  );
  const groups = [...new Set(found.map(({ group }) => group))];
  return (
    <nav class="rail" aria-label={words().savedQueries}>
      <label class="query-find">
        <Icon name="search" small />
        <span class="visually-hidden">{queryWords().findQuery}</span>
        <input
          type="search"
          placeholder={queryWords().findQuery}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
          }}
        />
      </label>
      {groups.map((group) => (
        <section key={group}>
          <div class="head">
            <h2>{groupWord(group)}</h2>
          </div>
          <ul class="rows">
            {found
              .filter((query) => query.group === group)
              .map((query) => (
                <li key={query.id} aria-current={query.id === current ? 'true' : undefined}>
                  <QueryButton query={query} />
                </li>
              ))}
          </ul>
        </section>
      ))}
      {found.length === 0 && <p class="hint query-none">{queryWords().noSuchQuery(typed.value)}</p>}
      <RouteLink to={{ page: 'console', fields: {} }} class="button query-console">
        <Icon name="plus" small />
        {queryWords().console}
      </RouteLink>
    </nav>
  );
}
