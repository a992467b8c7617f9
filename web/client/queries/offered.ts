/** Which saved queries can be asked about a node, and the address that asks. */
import type { SavedQuery } from '../../api/queries.ts';
import type { NodeBrief } from '../../api.ts';
import type { Route } from '../route.ts';

/** The queries for the node's kind, each with its address: the node fills the first blank for its kind. */
export function queriesFor(
  queries: readonly SavedQuery[],
  { id, kind }: Pick<NodeBrief, 'id' | 'kind'>,
): readonly { readonly query: SavedQuery; readonly route: Route }[] {
  return queries.flatMap((query) => {
    const param = query.params.find(({ entity }) => entity?.kind === kind);
    if (!query.for.includes(kind) || !param) return [];
    return [{ query, route: { page: 'query', id: query.id, params: { [param.name]: id } } as const }];
  });
}
