/** The repository's saved queries for tests of the page's parts, as the server would send them. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseQuery } from '../../graph/query-header.ts';
import { SavedQuery } from '../../web/api/queries.ts';

/** As the page gets them. */
export function queriesOfPage(): readonly SavedQuery[] {
  return readdirSync('queries')
    .map((name) => parseQuery(readFileSync(`queries/${name}`, 'utf8'), `queries/${name}`))
    .map((query) => SavedQuery.parse({ ...query, suggest: Object.keys(query.suggest) }));
}
