/** A saved query in a list: opens its page with the blanks empty. */
import type { JSX } from 'preact';
import type { SavedQuery } from '../../api/queries.ts';
import { navigate } from '../state.ts';
import { titleOf } from '../terms.ts';

export function QueryButton({ query }: { readonly query: SavedQuery }): JSX.Element {
  return (
    <button
      type="button"
      class="row-button clip"
      title={titleOf(query)}
      onClick={() => navigate({ page: 'query', id: query.id, params: {} })}
    >
      {titleOf(query)}
    </button>
  );
}
