/** The saved queries that can be asked about a node: for its menu on the canvas, its panel and its page. */
import type { JSX } from 'preact';
import type { NodeBrief } from '../../api.ts';
import { useLoaded } from '../load.ts';
import { Await } from '../parts/states.tsx';
import { writeAddress } from '../route.ts';
import { navigate } from '../state.ts';
import { titleOf } from '../terms.ts';
import { purposeOf, queryWords } from '../words/queries.ts';
import { queryList } from './list.ts';
import { queriesFor } from './offered.ts';

interface NodeQueriesProps {
  readonly node: Pick<NodeBrief, 'id' | 'kind' | 'name'>;
  /** Called before the page is left, so that a menu can close. */
  readonly onOpen?: () => void;
}

/** Links that run a query with the node filled in. */
export function NodeQueries({ node, onOpen }: NodeQueriesProps): JSX.Element {
  const loaded = useLoaded(queryList, 'queries');
  return (
    <nav class="node-queries" aria-label={queryWords().askAbout(node.name)}>
      <Await of={loaded}>
        {({ queries }) => {
          const offered = queriesFor(queries, node);
          if (offered.length === 0) return <p class="hint">{queryWords().askNothing}</p>;
          return (
            <ul class="rows">
              {offered.map(({ query, route }) => (
                <li key={query.id}>
                  <a
                    class="row-button clip"
                    href={writeAddress(route)}
                    title={purposeOf(query)}
                    onClick={(event) => {
                      event.preventDefault();
                      onOpen?.();
                      navigate(route);
                    }}
                  >
                    {titleOf(query)}
                  </a>
                </li>
              ))}
            </ul>
          );
        }}
      </Await>
    </nav>
  );
}
