/** The generated documentation of saved queries, as files: what the command writes and what the test compares. */
import type { SavedQuery } from '../../graph/query-header.ts';
import type { GraphStore } from '../../graph/store.ts';
import { queryDocument } from './document.ts';
import { drawQuery } from './pictures.ts';

/** Contents by path within docs/. */
export async function queryDocFiles(
  store: GraphStore,
  queries: readonly SavedQuery[],
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const rows = new Map<string, number>();
  for (const query of queries) {
    const picture = await drawQuery(store, query);
    files.set(`queries/${query.id}.svg`, picture.svg);
    rows.set(query.id, picture.rows);
  }
  return new Map([['queries.md', queryDocument(queries, rows)], ...files]);
}
