/** Tells whoever writes very many articles into an empty Neo4j that an import is the quicker way. */
import type { GraphStore } from '../../graph/store.ts';

/** From so many articles on, files and an import take less time than transactions (docs/scale.md). */
export const BULK_FROM = 50_000;

const ADVICE =
  'into an empty Neo4j: an import takes less time (ingest --bulk DIR writes its files; docs/scale.md). 向空库写入大量报道时，用 --bulk 批量导入更快。';

/**
 * The line, as soon as it is known that there are so many articles; null as long as it is not.
 * @param isEmpty whether the store was before @param articles so many at least: a page has one or more
 */
export function bulkAdvice({ engine }: Pick<GraphStore, 'engine'>, isEmpty: boolean, articles: number): string | null {
  return engine === 'neo4j' && isEmpty && articles > BULK_FROM ? `More than ${BULK_FROM} articles ${ADVICE}` : null;
}
