/** A store as commands use it that change the graph: what they look up beforehand is not a reader's query. */
import type { GraphStore } from './store.ts';

/** The same store, whose reads have the limit of time of a change and, at that limit, its advice. */
export function forChanges(store: GraphStore): GraphStore {
  const { engine, hasFullText, walksIndexes, location } = store;
  return {
    engine,
    hasFullText,
    walksIndexes,
    location,
    read: (statement, limits) => store.read(statement, { ofChange: true, ...limits }),
    readTable: (cypher, params, limits) => store.readTable(cypher, params, { ofChange: true, ...limits }),
    stream: (statement) => store.stream(statement),
    write: (statements) => store.write(statements),
    update: (work) => store.update(work),
    explain: (cypher, params) => store.explain(cypher, params),
    close: () => store.close(),
  };
}
