/** Ask a saved question: pick it, fill in its blanks, read the answer as a table or put it into the graph. */
import type { JSX } from 'preact';
import type { SavedQuery } from '../../api/queries.ts';
import { useLoaded } from '../load.ts';
import { QueryButton } from '../parts/query-button.tsx';
import { QueryForm } from '../parts/query-form.tsx';
import { Await, Empty } from '../parts/states.tsx';
import { queryList } from '../queries/list.ts';
import { groupWord } from '../words/queries.ts';
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
              <Empty>{queries.length === 0 ? words().noQueries : words().noSuchQuery(id ?? '')}</Empty>
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
  const groups = [...new Set(queries.map(({ group }) => group))];
  return (
    <nav class="rail" aria-label={words().savedQueries}>
      {groups.map((group) => (
        <section key={group}>
          <div class="head">
            <h2>{groupWord(group)}</h2>
          </div>
          <ul class="rows">
            {queries
              .filter((query) => query.group === group)
              .map((query) => (
                <li key={query.id} aria-current={query.id === current ? 'true' : undefined}>
                  <QueryButton query={query} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
